/** Marks whose form has a meaning, checked in a screenshot: an alleged event must not look established. */
import { PNG } from 'pngjs';
import { describe, expect } from 'vitest';
import type { EventRecord } from '../../src/domain/model/records.ts';
import { events, firstDay, lastDay, STATUSES, statusOf } from '../browser/facts.ts';
import { needed } from '../needed.ts';
import { closely, test } from './engine.ts';
import * as on from './places.ts';
import type { probe as Probe, Wanted } from './probe.ts';
import { literally, the, type Reader } from './reader.ts';

declare const probe: typeof Probe;

interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}
/** Brightness of a part of the window, 0 to 255, row by row. */
async function light(reader: Reader, { x, y, width, height }: Box): Promise<number[][]> {
	const picture = PNG.sync.read(Buffer.from(await reader.driver.shot(), 'base64'));
	return Array.from({ length: height }, (_, row) =>
		Array.from({ length: width }, (__, column) => {
			const [r, g, b] = picture.data.subarray(((y + row) * picture.width + x + column) * 4);
			return Math.round(0.3 * r! + 0.59 * g! + 0.11 * b!);
		}),
	);
}
/** How often a row changes between dark and light, if it has both. */
function turns(line: readonly number[]): number {
	const [least, most] = [Math.min(...line), Math.max(...line)];
	if (most - least < 25) return 0;
	const isLight = line.map((l) => l > (least + most) / 2);
	return isLight.filter((l, i) => i > 0 && l !== isLight[i - 1]).length;
}
/** Whether stripes are diagonal: a row matches one some rows below only when shifted by as many pixels. */
function isAslant(rows: readonly number[][]): boolean {
	const [above, below] = [rows[0]!, rows[2]!];
	const apart = (by: number) => above.slice(4, -4).reduce((sum, l, i) => sum + Math.abs(l - below[i + 4 + by]!), 0);
	return Math.min(apart(-2), apart(2)) < apart(0) / 2;
}

const isAlleged = (e: EventRecord) => STATUSES[statusOf(e)]!.alleged === true;
const bars = events.filter((e) => e.coverage && firstDay(e.when) < lastDay(e.when));
const KINDS = {
	within: bars.filter((e) => e.coverage === 'within'),
	alleged: bars.filter((e) => e.coverage === 'throughout' && isAlleged(e)),
	established: bars.filter((e) => e.coverage === 'throughout' && !isAlleged(e)),
};
const quotingTwice = needed(
	'an event with two quotes',
	events.find((e) => e.quotes.length > 1),
);

/** The box of a drawn bar: its button covers only the start. */
function drawn(wanted: Wanted): Box {
	const button = probe.find(wanted)[0]!;
	button.scrollIntoView({ block: 'center', behavior: 'instant' });
	const { x, y } = button.getBoundingClientRect();
	const { left, top, width, height } = getComputedStyle(button, '::after');
	const plot = button.closest('.plot')!.getBoundingClientRect();
	const from = Math.max(x + parseFloat(left), plot.left);
	const to = Math.min(x + parseFloat(left) + parseFloat(width), plot.right);
	const [box, sizes] = [
		[from, y + parseFloat(top)],
		[Math.floor(to - from), parseFloat(height)],
	].map((pair) => pair.map(Math.round)) as [number[], number[]];
	return { x: box[0]!, y: box[1]!, width: sizes[0]!, height: sizes[1]! };
}
/** A link to a view that the bar of an event fills alone. */
const viewOf = ({ title, when }: EventRecord) =>
	`?q=${encodeURIComponent(title)}&t=${firstDay(when)}..${lastDay(when)}`;
const markOf = ({ label, title }: EventRecord) => the('button', `^${literally(`${label}: ${title}`)}, `, on.chart);
const seen = new Map<string, readonly number[][]>();
/** The bar of the first event of a kind that has a mark of its own in its view. */
async function barOf(reader: Reader, kind: keyof typeof KINDS): Promise<readonly number[][]> {
	for (const event of seen.has(kind) ? [] : KINDS[kind]) {
		await reader.open(viewOf(event));
		if (!(await reader.count(markOf(event)))) continue;
		seen.set(kind, await light(reader, await reader.driver.run(drawn, markOf(event))));
		break;
	}
	return needed(`an event ${kind} that has a mark of its own in its days`, seen.get(kind));
}
/** The middle rows of a bar, away from ends and label, and how often its edges change between dark and light. */
async function formOf(reader: Reader, kind: keyof typeof KINDS) {
	const rows = (await barOf(reader, kind)).map((row) => row.slice(row.length * 0.6, row.length * 0.9));
	const edge = Math.max(...[...rows.slice(0, 2), ...rows.slice(-2)].map(turns));
	return { inside: rows.slice(4, -4), edge, width: rows[0]!.length };
}

describe('signs', () => {
	test('hatched: an event at some time between two dates (E2)', async ({ reader }) => {
		const { inside, width } = await formOf(reader, 'within');
		for (const row of inside) expect(turns(row)).toBeGreaterThan(width / 10);
		expect(isAslant(inside)).toBe(true);
	});
	closely('pale: what is alleged; full: what is not; both with a whole edge', async ({ reader }) => {
		const [pale, full] = [await formOf(reader, 'alleged'), await formOf(reader, 'established')];
		expect([pale.edge, full.edge]).toEqual([0, 0]);
		for (const row of [...pale.inside, ...full.inside]) expect(turns(row)).toBe(0);
		expect(pale.inside[0]![0]! - full.inside[0]![0]!).toBeGreaterThan(60);
	});
	// Hatching may be under the dots, so the test reads the style and not the pixels.
	closely('dotted: a beginning about a day', async ({ reader }) => {
		const edge = (wanted: Wanted) => getComputedStyle(probe.find(wanted)[0]!, '::after').borderLeftStyle;
		const dotted = needed(
			'an event that lasted and began about a day',
			bars.find((e) => e.when.split('/')[0]!.endsWith('~')),
		);
		await reader.open(viewOf(dotted));
		expect(await reader.driver.run(edge, markOf(dotted))).toBe('dotted');
	});
	closely('hatched in the picture that is sent before the chart (E2)', async ({ reader, site }) => {
		const shape = (wanted: Wanted) => {
			const { x, y, width, height } = probe.find(wanted)[0]!.querySelector('.shape')!.getBoundingClientRect();
			return { x: Math.round(x) + 3, y: Math.round(y), width: Math.round(width) - 6, height: Math.round(height) };
		};
		await site.without(/\/main-/, async () => {
			await reader.read('');
			await reader.untilSeen(the('button', '^Try again$'));
			const box = await reader.driver.run(shape, the('link', literally(KINDS.within[0]!.label), on.chart));
			const rows = (await light(reader, box)).slice(3, -3);
			for (const row of rows) expect(turns(row)).toBeGreaterThan(box.width / 14);
		});
		await reader.complaints();
	});
	test('underlined: quotes of an event that are not the current one (E6)', async ({ reader }) => {
		const words = (wanted: Wanted) => {
			const first = probe.find(wanted)[0]!.querySelector('mark:not([aria-current]) a')!;
			first.scrollIntoView({ block: 'center', behavior: 'instant' });
			const { x, y, width, height } = first.getClientRects()[0]!;
			return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) + 4 };
		};
		await reader.open(`?e=${quotingTwice.id}`);
		const box = await reader.driver.run(words, on.source);
		const below = (await light(reader, box)).slice(box.height * 0.6);
		const paper = Math.max(...below.flat());
		// A line, with gaps only where a letter descends through it.
		const dark = below.map((row) => row.filter((l) => l < paper - 40).length / row.length);
		expect(Math.max(...dark)).toBeGreaterThan(0.7);
	});
});
