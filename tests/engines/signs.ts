/** Signs that carry meaning, compared by their form in the picture of the window: what is alleged must not look established. */
import { describe, expect } from 'vitest';
import type { EventRecord } from '../../src/domain/model/records.ts';
import { discrepancies, events, firstDay, lastDay, STATUSES, statusOf } from '../browser/facts.ts';
import { needed } from '../needed.ts';
import { test } from './engine.ts';
import { chart, main, source } from './places.ts';
import type { probe as Probe, Wanted } from './probe.ts';
import { exactly, literally, the, type Reader } from './reader.ts';

declare const probe: typeof Probe;

interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}
/** Rows of light, 0 to 255, of a part of the window. */
async function light(reader: Reader, box: Box): Promise<number[][]> {
	const read = async (png: string, { x, y, width, height }: Box) => {
		const image = Object.assign(new Image(), { src: `data:image/png;base64,${png}` });
		await image.decode();
		const canvas = Object.assign(document.createElement('canvas'), { width, height });
		const context = canvas.getContext('2d')!;
		context.drawImage(image, -x, -y);
		const { data } = context.getImageData(0, 0, width, height);
		return Array.from({ length: height }, (_, row) =>
			Array.from({ length: width }, (__, column) => {
				const [r, g, b] = data.subarray((row * width + column) * 4);
				return Math.round(0.3 * r! + 0.59 * g! + 0.11 * b!);
			}),
		);
	};
	return reader.driver.run(read, await reader.driver.shot(), box);
}
/** How often a line turns from dark to light or back, where it has both. */
function turns(line: readonly number[]): number {
	const [least, most] = [Math.min(...line), Math.max(...line)];
	if (most - least < 25) return 0;
	const isLight = line.map((l) => l > (least + most) / 2);
	return isLight.filter((l, i) => i > 0 && l !== isLight[i - 1]).length;
}
const column = (rows: readonly number[][], at: number) => rows.map((row) => row[at]!);
/** Stripes aslant: a row lies over one that is some rows below when it is moved by as much, and not before. */
function isAslant(rows: readonly number[][]): boolean {
	const [above, below] = [rows[0]!, rows[2]!];
	const apart = (by: number) => above.slice(4, -4).reduce((sum, l, i) => sum + Math.abs(l - below[i + 4 + by]!), 0);
	return Math.min(apart(-2), apart(2)) < apart(0) / 2;
}

const isAlleged = (e: EventRecord) => STATUSES[statusOf(e)]!.alleged === true;
const bars = events.filter((e) => e.extent && firstDay(e.when) < lastDay(e.when));
const within = bars.filter((e) => e.extent === 'within');
const alleged = bars.filter((e) => e.extent === 'throughout' && isAlleged(e));
const lasted = bars.filter((e) => e.extent === 'throughout' && !isAlleged(e));
const about = bars.filter((e) => e.when.split('/')[0]!.endsWith('~'));

/** An event with a quote in which something departs from the record. */
const departing = events.find((e) => e.quotes.some((q) => discrepancies.some((d) => q.exact.includes(d.exact))));

/** The bar of the first of several events that has a mark of its own in the view that it fills. */
async function barOf(reader: Reader, candidates: readonly EventRecord[]): Promise<Box> {
	for (const { title, when } of candidates) {
		await reader.open(`?t=${firstDay(when)}..${lastDay(when)}`);
		const button = the('button', `^${literally(title)}, `, chart);
		if (await reader.count(button)) return reader.driver.run(drawn, button);
	}
	throw new Error(`The tests need one of these events alone in its days: ${candidates.map((e) => e.id).join(', ')}`);
}
/** Where a bar is drawn: its own button holds its beginning alone. */
function drawn(wanted: Wanted): Box {
	const button = probe.find(wanted)[0]!;
	const { x, y } = button.getBoundingClientRect();
	const { left, top, width, height } = getComputedStyle(button, '::after');
	const plot = button.closest('.plot')!.getBoundingClientRect();
	const from = Math.max(x + parseFloat(left), plot.left);
	const to = Math.min(x + parseFloat(left) + parseFloat(width), plot.right);
	return {
		x: Math.round(from),
		y: Math.round(y + parseFloat(top)),
		width: Math.floor(to - from),
		height: Math.round(parseFloat(height)),
	};
}
/** What a bar looks like away from its ends and its label: its middle rows, and its lower edge. */
async function formOf(reader: Reader, of: readonly EventRecord[]) {
	const bar = await barOf(reader, of);
	const part = { ...bar, x: bar.x + Math.round(bar.width * 0.6), width: Math.round(bar.width * 0.3) };
	const rows = await light(reader, part);
	const inside = rows.slice(4, -4);
	const edges = [...rows.slice(0, 2), ...rows.slice(-2)];
	return { inside, edge: Math.max(...edges.map(turns)), width: part.width };
}

describe('signs', () => {
	test('hatched: what was at some time between, in the chart (E2)', async ({ reader }) => {
		const { inside, width } = await formOf(reader, within);
		console.log('hatched', inside.map(turns), width, isAslant(inside));
		for (const row of inside) expect(turns(row)).toBeGreaterThan(width / 10);
		expect(isAslant(inside)).toBe(true);
	});
	test('dashed and pale: what is alleged; whole and full: what is not', async ({ reader }) => {
		const [pale, full] = [await formOf(reader, alleged), await formOf(reader, lasted)];
		console.log(
			'pale',
			pale.edge,
			pale.width,
			pale.inside.map(turns),
			'full',
			full.edge,
			full.inside.map(turns),
			pale.inside[2]![9],
			full.inside[2]![9],
		);
		expect(pale.edge).toBeGreaterThan(pale.width / 10);
		expect(full.edge).toBe(0);
		for (const row of [...pale.inside, ...full.inside]) expect(turns(row)).toBe(0);
		expect(pale.inside[0]![0]! - full.inside[0]![0]!).toBeGreaterThan(60);
	});
	test('dotted: an end about a day', async ({ reader }) => {
		const ends = async (of: readonly EventRecord[]) => {
			const bar = await barOf(reader, of);
			return turns(column(await light(reader, { ...bar, width: 6 }), 1));
		};
		console.log('dotted', await ends(about), await ends(lasted));
		expect(await ends(about)).toBeGreaterThan(3);
		expect(await ends(lasted)).toBeLessThan(3);
	});
	test('hatched in the picture that is sent before the chart (E2)', async ({ reader, site }) => {
		const shape = (wanted: Wanted) => {
			const { x, y, width, height } = probe.find(wanted)[0]!.querySelector('.shape')!.getBoundingClientRect();
			return { x: Math.round(x) + 3, y: Math.round(y), width: Math.round(width) - 6, height: Math.round(height) };
		};
		await site.without(/\/main-/, async () => {
			await reader.read('');
			await reader.untilSeen(the('alert'));
			const link = the('link', literally(within[0]!.label), chart);
			const box = await reader.driver.run(shape, link);
			const rows = (await light(reader, box)).slice(3, -3);
			console.log('picture', box, rows.map(turns));
			for (const row of rows) expect(turns(row)).toBeGreaterThan(box.width / 14);
		});
		await reader.complaints();
	});
	test('underlined with dots: words that depart from the record, in the source and at a quote (E6)', async ({
		reader,
	}) => {
		const event = needed('an event whose quote departs from the record', departing);
		await reader.open(`?e=${event.id}`);
		const drawn = (wanted: Wanted) => {
			const words = probe.find(wanted)[0]!.querySelector('.departs')!;
			words.scrollIntoView({ block: 'center', behavior: 'instant' });
			const { x, y, width, height } = words.getClientRects()[0]!;
			return [x, y, width, height].map(Math.round) as [number, number, number, number];
		};
		for (const place of [source, the('article', exactly(event.title), main)]) {
			const [x, y, width, height] = await reader.driver.run(drawn, place);
			const rows = await light(reader, { x, y, width, height: height + 4 });
			const below = rows.slice(Math.round(height * 0.7));
			console.log('dots', width, below.map(turns));
			expect(Math.max(...below.map(turns))).toBeGreaterThan(width / 5);
		}
	});
});
