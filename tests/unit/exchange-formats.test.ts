/** What all formats share: names, a true description of what they lose, the same file for the same record. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/domain/exchange/formats.ts';
import { FIXTURES } from '../fixtures/fixtures.ts';
import { validate } from '../../tools/validate/validate.ts';
import { EXTRACTS, extractOf } from './extracts.ts';
import { folder } from './faults.ts';
import { cases } from './random-case.ts';
import { root } from './record.ts';

test('ids and extensions of files differ, and a web server can send each', () => {
	for (const of of ['id', 'extension', 'name'] as const)
		expect(new Set(FORMATS.map((format) => format[of])).size).toBe(FORMATS.length);
	for (const { id, extension, type } of FORMATS) {
		expect(id).toMatch(/^[a-z]+$/);
		expect(extension).toMatch(/^[a-z]+(\.[a-z]+)?$/);
		expect(type).toMatch(/^[a-z]+\/[a-z.+-]+(;[a-z]+=\S+)?$/);
	}
});

test('each format describes its purpose and what it loses, also in docs/formats.md', () => {
	const documented = readFileSync(join(root, 'docs/formats.md'), 'utf8');
	for (const { name, use, loses, extension } of FORMATS) {
		expect(use).toMatch(/^for .*[^.]$/);
		expect(loses).toMatch(/^[A-Z].*\.$/);
		expect(loses.length).toBeLessThan(280);
		expect(documented).toContain(name);
		expect(documented).toContain(`\`.${extension}\``);
	}
});

test.for(['ics', 'timelinejs', 'annotations', 'bibtex'])('%s says in the file what is not in it', (id) => {
	const { write, loses } = FORMATS.find((format) => format.id === id)!;
	const unfolded = write(EXTRACTS['the whole record']!)
		.replaceAll('\r\n ', '')
		.replace(/\\([;,])/g, '$1');
	expect(unfolded).toContain(loses);
});

const UNCLEAR = /\bundefined\b|\[object |\bNaN\b|\bInfinity\b/;

describe.for(FORMATS.map((format) => [format.id, format] as const))('%s', ([, { write }]) => {
	test('is the same file twice, without “undefined” and the like', () => {
		for (const extract of Object.values(EXTRACTS)) {
			const text = write(extract);
			expect(write(extract)).toBe(text);
			expect(text).not.toMatch(UNCLEAR);
			expect(text).not.toMatch(/\p{Surrogate}/u);
		}
	});
	test('accepts a view without events', () => {
		expect(write({ ...EXTRACTS['the whole record']!, events: [] })).not.toMatch(UNCLEAR);
	});
	test('accepts any case', () => {
		fc.assert(
			fc.property(cases(30), (records) => {
				expect(write(extractOf(records))).not.toMatch(UNCLEAR);
			}),
			{ numRuns: 15 },
		);
	});
});

const SMALL = Object.entries(FIXTURES).filter(([name]) => !/^2,000|10 MB|^300/.test(name));
test.for(SMALL)('a case with %s is written in every format', ([, make]) => {
	const path = folder();
	make(path);
	const verdict = validate(path);
	if (!verdict.ok) throw new Error('the case does not pass the check');
	const extract = extractOf(verdict.records);
	for (const { write } of FORMATS) expect(write(extract)).not.toMatch(UNCLEAR);
});
