/** Our styles use nothing that some browsers reject or draw differently, because a meaningful mark could be lost. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './record.ts';

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
	.filter((path) => /\.(css|svelte)$/.test(path))
	.map((path) => ({ path, text: readFileSync(join(root, 'src', path), 'utf8') }));

/** Arguments of every call of a CSS function, with balanced parentheses. */
function argumentsOf(text: string, name: RegExp): string[] {
	return [...text.matchAll(new RegExp(`(?:${name.source})\\(`, 'g'))].map(({ 0: call, index }) => {
		let depth = 1;
		let end = index + call.length;
		while (depth && end < text.length) depth += { '(': 1, ')': -1 }[text[end++]!] ?? 0;
		return text.slice(index, end);
	});
}
const FAULTS: Readonly<Record<string, (text: string) => readonly string[]>> = {
	'a gradient of mixed colours, which Firefox draws solid where it repeats (E2)': (text) =>
		argumentsOf(text, /[a-z-]*gradient/).filter((gradient) => /color-mix|\bokl|\bcolor\(/.test(gradient)),
	'a line under words in one declaration of several values, which WebKit refuses (E6)': (text) =>
		(text.match(/text-decoration:[^;]+/g) ?? []).filter((declaration) => /:\s*\S+\s+\S/.test(declaration)),
	'closedby, which WebKit does not know: dismissable closes dialogs (E9)': (text) => text.match(/\bclosedby=/g) ?? [],
};

describe.each(Object.entries(FAULTS))('no file has %s', (_, faults) => {
	test.each(files)('$path', ({ text }) => {
		expect(faults(text)).toEqual([]);
	});
});

test('and each of them is detected', () => {
	const found = (text: string) => Object.values(FAULTS).map((faults) => faults(text).length);
	expect(
		found('a { background: repeating-linear-gradient(-45deg, color-mix(in srgb, red, blue) 0 4px, red 0) }'),
	).toEqual([1, 0, 0]);
	expect(found('a { text-decoration: underline dotted }')).toEqual([0, 1, 0]);
	expect(found('<dialog closedby="any">')).toEqual([0, 0, 1]);
	const fine = 'background: linear-gradient(red, blue), color-mix(in srgb, red, blue); text-decoration: underline;';
	expect(found(fine)).toEqual([0, 0, 0]);
});
