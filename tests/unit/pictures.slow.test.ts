/** Pictures to share: complete, readable without a stylesheet, and redrawn only when they change. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import * as fontkit from 'fontkit';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, test } from 'vitest';
import type { TimelineEvent } from '../../src/domain/model/dataset.ts';
import type { Records } from '../../src/domain/model/records.ts';
import { sharePicturePath } from '../../src/view/picture/share-picture.ts';
import { linesOf, sans, serif } from '../../src/view/picture/typeset.ts';
import { drawPictures } from '../../tools/build/pictures.ts';
import { fontFiles, typeset, unwrapped } from '../../tools/build/typefaces.ts';
import { loadTrial } from '../../tools/trial.mjs';
import { textsIn } from '../svg.ts';
import { dataset, records, root } from './record.ts';

const { documentsOf } = await loadTrial();
const drawingsOf = (of: Records) => new Map(documentsOf(of).pictures.map(({ path, svg }) => [path, svg]));
const ours = drawingsOf(records);
const svgOf = (event: TimelineEvent | null) => ours.get(sharePicturePath(event?.id))!;
const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Text {
	readonly words: string;
	readonly from: number;
	readonly to: number;
}
/** Every text of a picture, with its left and right end. */
const textsOf = (svg: string): Text[] =>
	textsIn(svg).map(({ words, attributes, dx }) => {
		const style = attributes['font-family']!.includes('Newsreader') ? serif : sans;
		const width = typeset(words, style(Number(attributes['font-weight']) as 400, Number(attributes['font-size'])));
		const x = Number(attributes['x']) + Number(attributes['dx'] ?? 0) + dx;
		const from = attributes['text-anchor'] === 'end' ? x - width : x;
		return { words, from, to: from + width };
	});

describe('what a network shows', () => {
	test('of the case and of each event is a picture with all its text inside', () => {
		for (const event of [null, ...dataset.events]) {
			const svg = svgOf(event);
			const texts = textsOf(svg);
			for (const { words, from, to } of texts) {
				expect(from, words).toBeGreaterThanOrEqual(0);
				expect(to, words).toBeLessThanOrEqual(1200);
			}
			const all = texts.map(({ words }) => words).join(' ');
			const { title } = event ?? dataset.case;
			for (const word of title.split(' ')) expect(all).toContain(word);
		}
	});

	test('states the status of an event, and the caution', () => {
		for (const event of dataset.events) {
			const all = textsOf(svgOf(event))
				.map(({ words }) => words)
				.join(' ');
			expect(all).toContain(dataset.vocabulary.statuses.get(event.currentStatus.kind)!.name);
			for (const word of dataset.case.footer.split(' ')) expect(all).toContain(word);
		}
	});

	test('keeps every character of a title', () => {
		const title = 'Of “a” & <b>, "c" {d} \'e\' %f';
		const [first, ...others] = records.events;
		const svg = drawingsOf({ ...records, events: [{ ...first!, title }, ...others] }).get(sharePicturePath(first!.id))!;
		const all = textsOf(svg).map(({ words }) => words);
		expect(all).toContain(title);
		// Throws if the picture is not well-formed.
		expect(new Resvg(svg).width).toBe(1200);
	});
});

test('pictures are drawn in the size for networks, and redrawn only when they changed', async () => {
	const [first, second] = dataset.events;
	const drawing = (event: TimelineEvent) => ({ path: `pictures/${event.id}.png`, svg: svgOf(event) });
	const draw = (...events: TimelineEvent[]) =>
		drawPictures(events.map(drawing), join(folder, 'dist'), join(folder, 'kept'));
	expect(await draw(first!)).toBe(1);
	expect(await draw(first!)).toBe(0);
	expect(await draw(first!, second!)).toBe(1);
	const { width, height, data } = PNG.sync.read(readFileSync(join(folder, 'dist', drawing(first!).path)));
	expect([width, height]).toEqual([1200, 630]);
	// Text is drawn: without its typefaces the picture would only have background and lines.
	const dark = data.filter((value, i) => i % 4 === 0 && value < 60).length;
	expect(dark).toBeGreaterThan(5000);
});

test('the renderer gets the typefaces unchanged from their files', () => {
	const woff = readFileSync(join(root, 'node_modules/@fontsource/newsreader/files/newsreader-latin-600-normal.woff'));
	const open = (bytes: Buffer) => fontkit.create(bytes) as fontkit.Font;
	const [packed, whole] = [open(woff), open(unwrapped(woff))];
	const text = 'Fountain repaired, 20 October';
	expect(whole.layout(text).advanceWidth).toBe(packed.layout(text).advanceWidth);
	expect(whole.getGlyph(40).path.toSVG()).toBe(packed.getGlyph(40).path.toSVG());
	expect(() => unwrapped(Buffer.from('OTTO, no WOFF'))).toThrow('not a WOFF file');
	expect(fontFiles(join(folder, 'fonts')).map((file) => readFileSync(file).subarray(0, 4).toString('hex'))).toEqual(
		Array.from({ length: 8 }, () => '00010000'),
	);
});

test('lines are no wider than requested, and together have every character', () => {
	const words = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), { maxLength: 12 });
	fc.assert(
		fc.property(words, fc.integer({ min: 60, max: 600 }), (list, width) => {
			const text = list.join(' ');
			const style = sans(500, 14);
			const lines = linesOf(text, width, style, typeset);
			for (const line of lines) if (line.length > 2) expect(typeset(line, style)).toBeLessThanOrEqual(width);
			expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
			const cut = linesOf(text, width, style, typeset, 2);
			expect(cut.length).toBeLessThanOrEqual(2);
			if (lines.length > 2) expect(cut[1]!.endsWith('…')).toBe(true);
		}),
	);
});
