/** Every text colour has a contrast of at least 4.5:1 on every background of its theme. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DARK, LIGHT } from '../../src/view/picture/palette.ts';
import { colours } from '../../src/view/shared/agency-colours.ts';
import { agencyCss } from '../../tools/build/agency-css.ts';
import { dataset, root } from './record.ts';

const css = readFileSync(join(root, 'src/view/tokens.css'), 'utf8');
const THEMES = ['light', 'dark'] as const;
const GROUNDS = ['paper', 'surface', 'sunken'] as const;
const INKS = ['ink', 'ink-2', 'ink-3', 'op', 'good', 'focus'] as const;

const tokens = new Map(
	[...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/gi)].map(([, name, light, dark]) => [
		name!,
		{ light: light!, dark: dark! },
	]),
);
const token = (name: string) => {
	const value = tokens.get(name);
	if (!value) throw new Error(`page.css has no --${name}: light-dark(#rrggbb, #rrggbb)`);
	return value;
};

/** Relative luminance, as WCAG 2 defines it. */
function luminance(hex: string): number {
	const [r, g, b] = [1, 3, 5]
		.map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
		.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
	const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

test('contrast is measured as WCAG measures it', () => {
	expect(contrast('#000000', '#ffffff')).toBe(21);
	expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
	expect(contrast('#ff0000', '#ffffff')).toBeCloseTo(4, 1);
});

describe.for(THEMES)('in the %s theme', (theme) => {
	test('exported pictures have the colours of the page', () => {
		const { paper, surface, shade, ink, quiet, rule, act, actSoft } = { light: LIGHT, dark: DARK }[theme];
		const names = ['paper', 'surface', 'sunken', 'ink', 'ink-2', 'rule', 'op', 'op-soft'];
		expect([paper, surface, shade, ink, quiet, rule, act, actSoft]).toEqual(names.map((name) => token(name)[theme]));
	});

	const onEvery = (colour: string) => Math.min(...GROUNDS.map((g) => contrast(colour, token(g)[theme])));

	test.for(dataset.agencies.map((a) => [a.id, a] as const))(
		'the colour of %s can be read on every background',
		([, agency]) => {
			expect(onEvery(colours(agency)[theme])).toBeGreaterThanOrEqual(4.5);
		},
	);

	test('every possible colour of an agency can be read on every background', () => {
		for (let hue = 0; hue <= 360; hue++)
			expect(onEvery(colours({ hue })[theme]), `hue ${hue}`).toBeGreaterThanOrEqual(4.5);
	});

	test.for(['ink', 'ink-2', 'warn'])('--%s can be read in the as-of row', (ink) => {
		expect(contrast(token(ink)[theme], token('warn-surface')[theme])).toBeGreaterThanOrEqual(4.5);
	});

	test.for(INKS)('--%s can be read on every background', (ink) => {
		expect(onEvery(token(ink)[theme])).toBeGreaterThanOrEqual(4.5);
	});

	test('text can be read on a marked passage, on a search hit and on a warning', () => {
		for (const ground of ['mark', 'hit', 'op-soft'])
			expect(contrast(token('ink')[theme], token(ground)[theme]), ground).toBeGreaterThanOrEqual(4.5);
	});

	test('edges of controls have a contrast of 3:1 on every background', () => {
		expect(onEvery(token('edge')[theme])).toBeGreaterThanOrEqual(3);
	});
});

test('every agency gets a CSS rule with its colour for each theme', () => {
	const lines = agencyCss(dataset.agencies).split('\n');
	expect(lines).toHaveLength(dataset.agencies.length);
	for (const [i, agency] of dataset.agencies.entries()) {
		const { light, dark } = colours(agency);
		expect(lines[i]).toContain(`[data-agency='${agency.id}']`);
		expect(lines[i]).toContain(`light-dark(${light}, ${dark})`);
		expect(`${light} ${dark}`).toMatch(/^#[0-9a-f]{6} #[0-9a-f]{6}$/);
	}
});
