/** The page's typefaces as one file per weight, and text widths in them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import * as fontkit from 'fontkit';
import type { TextStyle, Typeset } from '../../src/view/picture/typeset.ts';

const { resolve } = createRequire(import.meta.url);
const NAMES = { serif: 'newsreader', sans: 'public-sans' } as const;
const WEIGHTS = [400, 500, 600, 700] as const;
type Face = Pick<TextStyle, 'family' | 'weight'>;

const fileOf = ({ family, weight }: Face) =>
	resolve(`@fontsource/${NAMES[family]}/files/${NAMES[family]}-latin-${weight}-normal.woff`);

interface Opened {
	readonly font: fontkit.Font;
	/** Cache: text → width in font units. */
	readonly widths: Map<string, number>;
}
const opened = new Map<string, Opened>();
/** @throws where the file is missing or not a font */
function open({ family, weight }: Face): Opened {
	const name = `${family} ${weight}`;
	let face = opened.get(name);
	if (!face) {
		const font = fontkit.create(readFileSync(fileOf({ family, weight }))) as fontkit.Font;
		opened.set(name, (face = { font, widths: new Map() }));
	}
	return face;
}

/** Width in font units. Where fontkit fails to position a combining mark, the sum of the widths of single letters. */
function advance(font: fontkit.Font, text: string): number {
	try {
		return font.layout(text).advanceWidth;
	} catch {
		return font.glyphsForString(text).reduce((sum, glyph) => sum + glyph.advanceWidth, 0);
	}
}

export const typeset: Typeset = (text, style) => {
	const { font, widths } = open(style);
	let width = widths.get(text);
	if (width === undefined) widths.set(text, (width = advance(font, text)));
	return (width * style.size) / font.unitsPerEm;
};

/** Whether the typefaces have every character of a text. */
export const covers = (text: string) =>
	Array.from(text).every(
		(letter) =>
			/\s/.test(letter) || open({ family: 'sans', weight: 400 }).font.hasGlyphForCodePoint(letter.codePointAt(0)!),
	);

const HEADER = 44;
const ENTRY = 20;
/**
 * WOFF → the OpenType font that it wraps: decompresses the tables and writes a new table directory.
 * W3C, WOFF File Format 1.0, sections 3 to 5; OpenType, "Table directory".
 */
export function unwrapped(woff: Buffer): Buffer {
	if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is not a WOFF file.');
	const count = woff.readUInt16BE(12);
	const tables = Array.from({ length: count }, (_, i) => {
		const at = HEADER + i * ENTRY;
		const [offset, packed, length] = [4, 8, 12].map((n) => woff.readUInt32BE(at + n)) as [number, number, number];
		const bytes = woff.subarray(offset, offset + packed);
		return {
			tag: woff.subarray(at, at + 4),
			sum: woff.subarray(at + 16, at + 20),
			bytes: packed < length ? inflateSync(bytes) : bytes,
		};
	});
	const log = Math.floor(Math.log2(count));
	const head = Buffer.alloc(12 + count * 16);
	woff.copy(head, 0, 4, 8);
	head.writeUInt16BE(count, 4);
	head.writeUInt16BE(2 ** log * 16, 6);
	head.writeUInt16BE(log, 8);
	head.writeUInt16BE(count * 16 - 2 ** log * 16, 10);
	let at = head.length;
	const bodies = tables.map(({ tag, sum, bytes }, i) => {
		const entry = 12 + i * 16;
		tag.copy(head, entry);
		sum.copy(head, entry + 4);
		head.writeUInt32BE(at, entry + 8);
		head.writeUInt32BE(bytes.length, entry + 12);
		const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
		at += padded.length;
		return padded;
	});
	return Buffer.concat([head, ...bodies]);
}

/** Writes the fonts in a form that the SVG renderer can read. @returns paths of the files */
export function fontFiles(folder: string): readonly string[] {
	mkdirSync(folder, { recursive: true });
	return (['serif', 'sans'] as const).flatMap((family) =>
		WEIGHTS.map((weight) => {
			const file = join(folder, `${NAMES[family]}-${weight}.ttf`);
			writeFileSync(file, unwrapped(readFileSync(fileOf({ family, weight }))));
			return file;
		}),
	);
}
