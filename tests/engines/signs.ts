/** Signs that carry meaning, compared by their form in the picture of the window: what is alleged must not look established. */
import { describe, expect } from 'vitest';
import { events, STATUSES, statusOf } from '../browser/facts.ts';
import { needed } from '../needed.ts';
import type { EventRecord } from '../../src/domain/model/records.ts';
import { launch, test } from './engine.ts';
import { chart } from './places.ts';
import { literally, Reader, the } from './reader.ts';

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

const isAlleged = (e: EventRecord) => STATUSES[statusOf(e)]!.alleged === true;
/** The bar of an event, as long as the chart is wide: its right half, which has no label, and its left edge. */
async function barOf(reader: Reader, event: EventRecord) {
	const [from, to] = event.when.replaceAll('~', '').split('/') as [string, string?];
	void to;
	await reader.open(`?e=${event.id}&t=${from}`);
	return the('button', `^${literally(event.title)}, `, chart);
}
void barOf;
void launch;

describe('signs', () => {
	const within = needed(
		'an event at some time within',
		events.find((e) => e.extent === 'within'),
	);
	test('the hatching of the picture that is sent', async ({ reader, site }) => {
		site.refuse = /\/main-/;
		await reader.read('');
		const box = await reader.driver.run((title: string) => {
			const link = [...document.querySelectorAll('svg.plot a')].find((a) => a.textContent.includes(title))!;
			const { x, y, width, height } = link.querySelector('.shape')!.getBoundingClientRect();
			return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
		}, within.title);
		site.refuse = null;
		const rows = await light(reader, box);
		console.log(box, rows.map(turns), turns(column(rows, 4)), isAlleged(within));
		await reader.complaints();
		expect(1).toBe(1);
	});
});
