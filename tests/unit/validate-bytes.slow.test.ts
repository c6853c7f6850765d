/** Files must be UTF-8, other encodings are named, and no text may hold unreadable characters. */
import { Buffer } from 'node:buffer';
import { mkdirSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../tools/validate/evidence.ts';
import { formatDiagnostics } from '../../tools/validate/diagnostic.ts';
import { act, Copy, held, operation, quote } from './faults.ts';
import { dataset, records } from './record.ts';

const { text } = dataset.documents.get(held.id)!;
const utf16 = (of: string) => Buffer.from(of, 'utf16le');
const swapped = (of: string) => utf16(of).swap16();
const bytes = (...parts: readonly (readonly number[] | string)[]) =>
	Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

/** Encodings that editors use, and the name that the check must give. */
const ENCODED: readonly (readonly [name: string, encode: (of: string) => Buffer, found: string])[] = [
	['UTF-8 with a byte-order mark', (of) => bytes([0xef, 0xbb, 0xbf], of), 'UTF-8 with a byte-order mark'],
	['UTF-16, little end first', (of) => Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(of)]), 'UTF-16'],
	['UTF-16, big end first', (of) => Buffer.concat([Buffer.from([0xfe, 0xff]), swapped(of)]), 'UTF-16'],
	['UTF-16 without a mark', utf16, 'UTF-16 or UTF-32 without a mark'],
	['UTF-32', (of) => bytes([0xff, 0xfe, 0, 0], of), 'UTF-32'],
	['Windows-1252', (of) => bytes('{\n', [0x93], of), 'the byte 0x93 on line 2, which is not UTF-8'],
	['a character cut off at the end', (of) => bytes(of, [0xe2, 0x82]), 'the byte 0xE2 on line '],
];

describe.for(ENCODED)('%s', ([, encode, found]) => {
	test('is named in a data file (F13) (A11)', () => {
		const copy = new Copy();
		copy.write('src/data/case.json', encode(copy.text('src/data/case.json')));
		const [problem, ...more] = copy.problems();
		expect(more).toEqual([]);
		expect(problem).toMatchObject({ file: 'src/data/case.json', id: '', field: '' });
		expect(problem!.found).toContain(found);
		expect(problem!.fix).toContain('Save it as UTF-8 without a byte-order mark.');
	});
	test('is named in a quoted text, with or without a recorded SHA-256 (F13) (A11)', () => {
		const copy = new Copy();
		const written = encode(text);
		copy.write(held.file!, written);
		const [changed, ...more] = copy.problems();
		expect(more).toEqual([]);
		expect(changed).toMatchObject({ id: held.id, field: 'sha256', found: `“${held.sha256!}”` });
		expect(changed!.fix).toContain(`It is ${found}`);
		copy.entry('sources', held.id, (s) => (s.sha256 = sha256(written)));
		const [recorded, ...others] = copy.problems();
		expect(others).toEqual([]);
		expect(recorded).toMatchObject({ id: held.id, field: 'file' });
		expect(recorded!.found).toContain(found);
	});
});

test('the text as Windows-1252 would read it is shown (F13)', () => {
	const copy = new Copy();
	copy.write(held.file!, bytes('A caf', [0xe9], ' in Montr', [0xe9], 'al\nand more'));
	expect(copy.problems()[0]!.fix).toContain('Read as Windows-1252 it goes on “é in Montréal”');
});

/** Characters that no text may hold, and their names. */
const ODD: readonly (readonly [name: string, sign: string, found: string])[] = [
	['NUL', '\0', 'the control character U+0000'],
	['ESC', '\u001b', 'the control character U+001B'],
	['a control character of the second set', '\u009b', 'the control character U+009B'],
	['what replaces what could not be read', '\ufffd', 'the replacement character U+FFFD'],
	['an override of direction', '\u202e', 'the bidi override U+202E'],
	['an embedding that nothing closes', '\u202b', 'the unpaired bidi control U+202B'],
	['an isolate that nothing closes', '\u2067', 'the unpaired bidi control U+2067'],
	['the end of an isolate that nothing opens', '\u2069', 'the unpaired bidi control U+2069'],
];

test.for(ODD)('refused: %s in a title and in a quoted text (F13) (A11) (F19)', ([, sign, found]) => {
	const copy = new Copy();
	copy.entry('events', act.id, (e) => (e.title = `a${sign}b`));
	const written = `${text}\nThe end${sign} of it.`;
	copy.write(held.file!, written);
	copy.entry('sources', held.id, (s) => (s.sha256 = sha256(written)));
	const problems = copy.problems();
	expect(problems.map((p) => [p.id, p.field])).toEqual([
		[act.id, 'title'],
		[held.id, 'file'],
	]);
	expect(problems[0]!.found).toContain(found);
	expect(problems[1]!.found).toContain(`${found} on line ${written.split('\n').length}`);
	// No control or invisible character is printed.
	expect(formatDiagnostics(problems)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u);
});

test.for([
	['\ud83d', 'U+D83D'],
	['\udc36', 'U+DC36'],
])('refused: a lone surrogate in a title, and at the end of a quote: %j (F13) (A11)', ([half, code]) => {
	const copy = new Copy();
	copy.entry('events', act.id, (e) => (e.title = `a${half}`));
	copy.entry('events', operation.id, (e) => (e.quotes[0]!.suffix = half!));
	const found = copy.problems().filter((p) => p.found.includes(`half of a character, ${code}`));
	expect(found.map((p) => [p.id, p.field])).toEqual([
		[act.id, 'title'],
		[quote.id, 'suffix'],
	]);
});

test('right-to-left marks that are closed within their line are allowed (F13)', () => {
	const copy = new Copy();
	copy.entry('events', act.id, (e) => (e.title = 'a \u2067\u202aשלום\u202c\u2069 b\u200f'));
	expect(copy.problems()).toEqual([]);
});

/** Texts without a visible character. */
const BLANK = [' ', '\u00a0', '\t', '\u200b', '\u200d\u2060', '\ufeff', '\u3164', '\u2800', '\u00ad'];
test.for(BLANK)('refused: a summary, an account and a publisher of %j alone (F19) (A11)', (blank) => {
	const copy = new Copy();
	copy.entry('events', act.id, (e) => (e.summary = blank));
	copy.edit('disputes', (d) => (d.disputes[0]!.accounts[0]!.by = blank));
	copy.entry('sources', held.id, (s) => (s.publisher = blank));
	expect(copy.problems().map((p) => [p.id, p.field, p.fix])).toEqual(
		[
			[act.id, 'summary'],
			[held.id, 'publisher'],
			[records.disputes[0]!.id, 'accounts[0].by'],
		].map((at) => [...at, 'It has no visible character: write something, or take the field out.']),
	);
});

test('a space may be the only difference between two places of a quote (F13)', () => {
	const copy = new Copy();
	const at = text.indexOf(quote.exact);
	copy.entry('events', operation.id, (e) => (e.quotes[0]!.suffix = text[at + quote.exact.length]!));
	expect(copy.problems()).toEqual([]);
});

test('a folder in place of a file is reported without an exception (A18)', () => {
	const copy = new Copy();
	for (const path of ['src/data/changes.json', held.file!]) {
		rmSync(copy.at(path));
		mkdirSync(copy.at(path));
	}
	expect(copy.problems()).toMatchObject([{ file: 'src/data/changes.json', found: 'a folder' }]);
	const other = new Copy();
	rmSync(other.at(held.file!));
	mkdirSync(other.at(held.file!));
	expect(other.problems()).toMatchObject([{ id: held.id, field: 'file', found: `“${held.file!}”: a folder` }]);
});
