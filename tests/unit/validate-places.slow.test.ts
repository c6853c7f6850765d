/** Every problem has the line and the column where a curator has to write. */
import { describe, expect, test } from 'vitest';
import { placeOf } from '../../tools/validate/diagnostic.ts';
import { act, Copy, dispute, held, operation, quote } from './faults.ts';
import { records } from './record.ts';

/** The line of each problem, as text from the file. */
const linesOf = (copy: Copy) =>
	copy.located().map((p) => {
		const line = copy.text(p.file).split('\n')[p.line! - 1]!;
		return line.slice(p.column! - 1);
	});
/** Edits the text like a curator: the file keeps its lines. */
const rewrite = (copy: Copy, path: string, change: (text: string) => string) =>
	copy.write(path, change(copy.text(path)));
const EVENTS = 'src/data/events.json';
/** Changes the text of one event and of no other. */
const within = (copy: Copy, id: string, from: string, to: string) =>
	rewrite(copy, EVENTS, (text) => {
		const start = text.indexOf(`"id": "${id}"`);
		const at = text.indexOf(from, start);
		if (start < 0 || at < 0) throw new Error(`No ${from} in ${id}.`);
		return text.slice(0, at) + to + text.slice(at + from.length);
	});

describe('the place of', () => {
	test('a value of the wrong shape (A18)', () => {
		const copy = new Copy();
		within(copy, act.id, `"tier": "${act.tier}"`, '"tier": "main"');
		expect(linesOf(copy)).toEqual([expect.stringMatching(/^"main"/)]);
	});
	test('an entry that lacks a field (A18)', () => {
		const copy = new Copy();
		within(copy, act.id, `"tier": "${act.tier}",`, '');
		const [problem] = copy.located();
		const text = copy.text(EVENTS).split('\n');
		expect(problem!.fix).toContain('Add the field “tier”');
		expect(text[problem!.line! - 1]!.trim()).toBe('{');
		expect(text[problem!.line!]).toContain(`"id": "${act.id}"`);
	});
	test('an unknown id in a list of known ones (A18)', () => {
		const copy = new Copy();
		const [first] = act.agencies as readonly [string];
		within(copy, act.id, `"${first}"`, `"${first}", "nobody"`);
		expect(linesOf(copy)).toEqual([expect.stringMatching(/^"nobody"/)]);
	});
	test('a quote that is absent from its source (A18)', () => {
		const copy = new Copy();
		within(copy, operation.id, quote.exact, `${quote.exact}x`);
		expect(linesOf(copy)).toEqual([expect.stringContaining(quote.exact.slice(0, 20))]);
	});
	test('the second of two that are alike (A18)', () => {
		const copy = new Copy();
		copy.edit('disputes', (d) => d.disputes.push({ ...d.disputes[0]!, question: 'Another?' }));
		rewrite(copy, 'src/data/disputes.json', (text) => JSON.stringify(JSON.parse(text), null, 2));
		const [problem] = copy.located();
		const lines = copy.text('src/data/disputes.json').split('\n');
		expect(problem!.line! - 1).toBe(lines.findLastIndex((line) => line.includes(`"id": "${dispute.id}"`)));
	});
	test('a chapter, a change and a discrepancy, each where the fault is (A18)', () => {
		const copy = new Copy();
		const chapter = records.case.chapters[1]!;
		rewrite(copy, 'src/data/case.json', (text) => text.replace(`"from": "${chapter.from}"`, '"from": "Soon"'));
		rewrite(copy, 'src/data/changes.json', (text) => text.replace(/"date": "[^"]*"/, '"date": "Later"'));
		rewrite(copy, 'src/data/discrepancies.json', (text) => text.replace(/"source": "[^"]*"/, '"source": "nowhere"'));
		expect(linesOf(copy)).toEqual(
			expect.arrayContaining(['"Soon"', '"Later"', '"nowhere"'].map((text) => expect.stringContaining(text) as string)),
		);
	});
	test('a source whose text was changed (A18)', () => {
		const copy = new Copy();
		rewrite(copy, held.file!, (text) => `${text}\n`);
		expect(linesOf(copy)).toEqual([expect.stringMatching(new RegExp(`^"${held.sha256!}"`))]);
	});
});

test('a place is written in the form that editors and terminals open (A18)', () => {
	const at = { file: EVENTS, id: '', field: '', found: '', fix: '' };
	expect(placeOf({ ...at, line: 12, column: 5 })).toBe(`${EVENTS}:12:5`);
	expect(placeOf(at)).toBe(EVENTS);
});

describe('a field that is given twice', () => {
	test.for([
		[EVENTS, `"title": "${act.title}"`, `"title": "Another",\n"title": "${act.title}"`, act.id, 'title'],
		[EVENTS, `"quotes": [`, `"quotes": [],\n"quotes": [`, records.events[0]!.id, 'quotes'],
		['src/data/disputes.json', '"disputes": [', '"disputes": [],\n"disputes": [', '', 'disputes'],
	] as const)('is refused, with both places: %s, %s (F12) (A10)', ([path, from, to, id, field]) => {
		const copy = new Copy();
		rewrite(copy, path, (text) => text.replace(from, to));
		const [problem, ...more] = copy.located();
		expect(more).toEqual([]);
		const line = copy
			.text(path)
			.split('\n')
			.findIndex((l) => l.includes(to.split('\n')[0]!));
		expect(problem).toMatchObject({ file: path, id, field, found: `“${field}” twice`, line: line + 2, column: 1 });
		expect(problem!.fix).toContain(`on line ${line + 1} already`);
	});
	test('is refused also if written with escapes, and beside faults of shape (F12)', () => {
		const copy = new Copy();
		rewrite(copy, 'src/data/case.json', (text) => text.replace('{', '{ "t\\u0069tle": "",'));
		expect(copy.problems().map((p) => [p.field, p.found])).toEqual([['title', '“title” twice']]);
	});
});

/** Files with valid JSON but no data. */
test.for(['null', '"a text"', '7', 'true', '[]', '{}'])('a file with only %s is reported clearly (A18)', (text) => {
	const copy = new Copy();
	copy.write('src/data/agencies.json', text);
	const problems = copy.located();
	expect(problems.map((p) => p.file)).toEqual(['src/data/agencies.json']);
	expect(problems[0]).toMatchObject({ line: 1, column: 1 });
	expect(problems.map((p) => `${p.found} ${p.fix}`).join()).not.toMatch(/undefined|\[object|NaN/);
	expect(problems[0]!.fix).toMatch(
		text === '{}' ? /^Add the field “agencies”: a list in \[ \]/ : /^It must be an object in \{ \}/,
	);
});

test('lists nested too deeply are reported clearly (A18)', () => {
	const copy = new Copy();
	copy.write('src/data/changes.json', '['.repeat(200_000) + ']'.repeat(200_000));
	expect(copy.problems()).toMatchObject([{ file: 'src/data/changes.json', found: 'lists nested too deeply' }]);
});
