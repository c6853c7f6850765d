/** The column file: it is read as written, and a truncated, changed or invalid file is refused with a reason. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelOf, unsound, type EventTable } from '../../src/table/event-table.ts';
import { decode, encode, HEADER, readHeader, type Header } from '../../src/table/column-file.ts';
import { faultWords, isFault, type Fault } from '../../src/table/fault.ts';
import { murmur3 } from '../../src/table/checksum.ts';
import { detailFiles, detailOf, synthetic } from '../large/generate.ts';
import { tables } from './tables.ts';

const opened = (buffer: ArrayBuffer): EventTable => {
	const table = decode(buffer);
	if (isFault(table)) throw new Error(faultWords(table));
	return table;
};
const refused = (buffer: ArrayBuffer): Fault => {
	const table = decode(buffer);
	if (!isFault(table)) throw new Error('It was opened.');
	return table;
};
const headerOf = (buffer: ArrayBuffer) => readHeader(new Uint8Array(buffer)) as Header;
const sample = synthetic(300);
const file = encode(sample);

test('an event table is read as it was written', () => {
	fc.assert(
		fc.property(tables, (table) => {
			const read = opened(encode(table));
			expect(read).toEqual(table);
			expect(unsound(read)).toBeNull();
		}),
	);
});

test('every label is read as it was written, also empty ones and those with multi-byte characters', () => {
	fc.assert(
		fc.property(tables, (table) => {
			const { labels, columns } = opened(encode(table));
			const all = Array.from({ length: columns.length }, (_, row) => labelOf(labels, row)).join('');
			expect(all).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(table.labels.bytes));
		}),
	);
});

test('opening a file copies nothing: all columns are views of its bytes', () => {
	const { columns, status, labels } = opened(file);
	for (const column of [columns.start, columns.end, columns.lane, columns.ties, columns.tier, columns.shape])
		expect(column.buffer).toBe(file);
	for (const column of [status, labels.ends, labels.bytes]) expect(column.buffer).toBe(file);
});

test('the checksum is standard MurmurHash3', () => {
	const known = { '': 0, '74657374': 0xba6bd213, ffffffff: 0x76293b50, '21436587': 0xf55b516b };
	for (const [hex, sum] of Object.entries(known)) expect(murmur3(new Uint8Array(Buffer.from(hex, 'hex')))).toBe(sum);
});

describe('a truncated file', () => {
	const { sections, length } = headerOf(file);
	const boundaries = [0, 1, 8, 12, 16, HEADER - 4, HEADER, ...sections.flatMap((s) => [s.at, s.at + s.length]), length];
	const cuts = [...new Set(boundaries.flatMap((at) => [at - 1, at, at + 1]))].filter((at) => at >= 0 && at < length);
	test.for(cuts)('of %i bytes reports where it ends', (at) => {
		const { where, found } = refused(file.slice(0, at));
		expect(where).toBe(`byte ${at}`);
		expect(found).toMatch(/^the file ends there, \d+ bytes? too early$/);
	});
	test('of any length is refused', () => {
		fc.assert(
			fc.property(fc.nat(length - 1), (at) => {
				expect(refused(file.slice(0, at)).where).toBe(`byte ${at}`);
			}),
		);
	});
	test('or one with additional bytes is refused', () => {
		const longer = new Uint8Array(length + 9);
		longer.set(new Uint8Array(file));
		expect(refused(longer.buffer)).toMatchObject({ where: `byte ${length}`, found: '9 bytes too many' });
	});
});

/** The same file with some bytes changed: each is XORed with a number other than 0. */
const changed = (changes: readonly (readonly [at: number, by: number])[]) => {
	const bytes = new Uint8Array(file.slice(0));
	for (const [at, by] of changes) bytes[at]! ^= by;
	return bytes.buffer;
};

test('the file is refused if any bytes change', () => {
	const change = fc.tuple(fc.nat(file.byteLength - 1), fc.integer({ min: 1, max: 255 }));
	fc.assert(
		fc.property(fc.uniqueArray(change, { minLength: 1, maxLength: 8, selector: ([at]) => at }), (changes) => {
			const { where, found, fix } = refused(changed(changes));
			for (const words of [where, found, fix]) expect(words).not.toBe('');
		}),
		{ numRuns: 2_000 },
	);
});

test('every single changed byte is detected, and its section named', () => {
	const { sections } = headerOf(file);
	for (const { name, at, length } of sections)
		for (let i = at; i < at + length; i += 7) expect(refused(changed([[i, 0x80]])).where).toBe(name);
	for (let i = 0; i < HEADER; i++) expect(refused(changed([[i, 1]])).where).toMatch(/^(byte [08]|the header)$/);
});

test('an HTML page sent instead is recognized by its first bytes', () => {
	const html = new TextEncoder().encode('<!doctype html><title>Not found</title>'.repeat(9));
	expect(refused(html.buffer)).toEqual({
		where: 'byte 0',
		found: 'not a column file: it begins with “<!doctyp”',
		fix: 'Another file is at this address: check the address.',
	});
});

test('any bytes are refused without an exception', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
			expect(isFault(decode(bytes.slice().buffer))).toBe(true);
		}),
	);
});

describe('a complete file with impossible content', () => {
	const { columns, status, labels, about } = sample;
	const having = (part: Partial<EventTable['columns']>) => ({ ...sample, columns: { ...columns, ...part } });
	const { start, end, lane, ties, tier } = columns;
	const [n, lanes] = [columns.length, about.lanes.length];
	const faults: readonly (readonly [string, EventTable, RegExp])[] = [
		[
			'an event before the one above it',
			having({ start: start.with(9, start[8]! - 1) }),
			/^row 9: begins before the row/,
		],
		[
			'an event before the extent',
			having({ start: start.with(0, about.extent.start - 1) }),
			/^row 0: begins before the ext/,
		],
		['a beginning that is no number', having({ start: start.with(5, NaN) }), /^row 5: begins/],
		['an event that ends before it begins', having({ end: end.with(7, start[7]!) }), /^row 7: ends before/],
		[
			'an event after the extent',
			having({ end: end.with(7, about.extent.end + 1) }),
			/^row 7: ends .* after the extent/,
		],
		['an end that is no number', having({ end: end.with(6, NaN) }), /^row 6: ends/],
		['a lane there is not', having({ lane: lane.with(3, lanes) }), /^row 3: is in lane 8 of 8/],
		['a tie above the axis', having({ ties: ties.with(4, 1) }), /^row 4: has a tie/],
		['a tie in its own lane', having({ lane: lane.with(4, 2), ties: ties.with(4, 4) }), /^row 4: has a tie/],
		['a tie in a lane there is not', having({ ties: ties.with(4, 1 << lanes) }), /^row 4: has a tie/],
		['a tier there is not', having({ tier: tier.with(2, 3) }), /^row 2: has tier 3/],
		['a status there is not', { ...sample, status: status.with(1, 5) }, /^row 1: has status 5 of 5/],
		[
			'a label that ends before it begins',
			{ ...sample, labels: { ...labels, ends: labels.ends.with(4, labels.ends[5]! + 1) } },
			/^row 4: has a label that ends/,
		],
		[
			'more letters than labels',
			{ ...sample, labels: { ...labels, ends: labels.ends.with(n, labels.ends[n]! - 1) } },
			/^labels: /,
		],
		['lanes without names', { ...sample, about: { ...about, lanes: [] } }, /^about: /],
		[
			'more lanes than a tie can name',
			{ ...sample, about: { ...about, lanes: new Array(33).fill(about.lanes[1]) as typeof about.lanes } },
			/^about: /,
		],
		['an extent that is none', { ...sample, about: { ...about, extent: { start: 1, end: 1 } } }, /^about: /],
	];
	test.for(faults)('%s is refused', ([, table, words]) => {
		const read = decode(encode(table));
		const fault = isFault(read) ? read : unsound(read);
		expect(fault && faultWords(fault)).toMatch(words);
	});
	test('a label that begins inside a character is refused', () => {
		const torn = synthetic(2_000);
		const at = torn.labels.bytes.findIndex((byte) => (byte & 0xc0) === 0x80);
		const row = torn.labels.ends.findIndex((end) => end > at);
		torn.labels.ends[row] = at;
		expect(faultWords(unsound(opened(encode(torn)))!)).toMatch(/begins inside a letter/);
	});
});

test('the events of the page of a million are valid, and each has its details at its position', () => {
	expect(unsound(sample)).toBeNull();
	const files = [...detailFiles({ ...sample, about: { ...sample.about, pageSize: 64 } })];
	expect(files.map((f) => f.number)).toEqual([0, 1, 2, 3, 4]);
	const events = files.flatMap(({ text }) => (JSON.parse(text) as { events: unknown[] }).events);
	expect(events).toEqual(Array.from(sample.status.keys(), detailOf));
});
