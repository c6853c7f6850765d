/** Third stage: every quoted text is unchanged, and every quote and discrepancy occurs in it exactly once. */
import { expect, test } from 'vitest';
import { sha256 } from '../../tools/validate/evidence.ts';
import { Copy, discrepancy, held, operation, quote } from './faults.ts';
import { dataset, records } from './record.ts';

const { text } = dataset.documents.get(held.id)!;
/** The quote with one letter changed in the middle. */
const middle = quote.exact.length >> 1;
const misquoted = `${quote.exact.slice(0, middle)}${quote.exact[middle] === 'x' ? 'y' : 'x'}${quote.exact.slice(middle + 1)}`;
const evidence = (copy: Copy) => copy.problems().map(({ file, id, field }) => [file, id, field]);
const ofQuote = ['src/data/events.json', operation.id, `quotes ${quote.id}`];
/** A source we cite without holding its text. */
const unheld = records.sources.find((s) => !s.file)!.id;

test('refused: a quote with one letter changed; the nearest text is shown', () => {
	const copy = new Copy();
	copy.entry('events', operation.id, (e) => (e.quotes[0]!.exact = misquoted));
	expect(evidence(copy)).toEqual([ofQuote]);
	const [problem] = copy.problems();
	expect(problem!.found).toContain(`absent from ${held.id}`);
	expect(problem!.fix).toContain(`The nearest text is “${quote.exact}`);
	expect(problem!.fix).toContain(`The first difference is at letter ${middle + 1}`);
});

test('refused: a quote that differs only in quotation marks or spaces, with that reason', () => {
	const copy = new Copy();
	copy.entry('events', operation.id, (e) => (e.quotes[0]!.exact = quote.exact.replace(' ', '\u00a0')));
	expect(evidence(copy)).toEqual([ofQuote]);
	expect(copy.problems()[0]!.fix).toContain('It differs only in capitals, quotation marks, apostrophes or spaces');
});

test('refused: words that resemble nothing in the source', () => {
	const copy = new Copy();
	copy.entry('events', operation.id, (e) => (e.quotes[0]!.exact = 'Zzz qqq jjj'));
	expect(copy.problems()[0]!.fix).toContain('Nothing like it is in the source');
});

test('refused: a quote that occurs twice in the source, with both lines', () => {
	const copy = new Copy();
	copy.entry('events', operation.id, (e) => (e.quotes[0]!.exact = 'Iranian citizens'));
	expect(evidence(copy)).toEqual([ofQuote]);
	const [problem] = copy.problems();
	expect(problem!.found).toBe('“Iranian citizens” 2 times, on lines 3, 5');
	expect(problem!.fix).toContain('Add prefix or suffix');
	copy.entry('events', operation.id, (e) => (e.quotes[0]!.prefix = 'Two '));
	expect(copy.problems()).toEqual([]);
});

test('refused: a quote whose prefix is not directly before it', () => {
	const copy = new Copy();
	copy.entry('events', operation.id, (e) => (e.quotes[0]!.prefix = 'Never '));
	expect(evidence(copy)).toEqual([ofQuote]);
});

test('refused: a discrepancy that is not in the source', () => {
	const copy = new Copy();
	copy.edit('discrepancies', (d) => {
		d.discrepancies.find((other) => other.exact === discrepancy.exact)!.exact += 'x';
	});
	const [problem, more] = copy.problems();
	expect(more).toBeUndefined();
	expect(problem!.file).toBe('src/data/discrepancies.json');
	expect(problem!.id).toBe(`${discrepancy.exact}x`.slice(0, 60));
	expect(problem!.fix).toContain('The nearest text is “');
});

test('refused: a discrepancy that occurs twice in the source', () => {
	const copy = new Copy();
	copy.edit('discrepancies', (d) => {
		for (const other of d.discrepancies) if (other.exact === 'Iranian citizens') delete other.prefix;
	});
	expect(copy.problems().map((p) => [p.id, p.found])).toEqual([
		['Iranian citizens', '“Iranian citizens” 2 times, on lines 3, 5'],
		['Iranian citizens', '“Iranian citizens” 2 times, on lines 3, 5'],
	]);
});

test('refused: a changed text; the source, the file and every broken quote are named', () => {
	const copy = new Copy();
	const changed = text.replace(quote.exact, misquoted);
	copy.write(held.file!, changed);
	const [hash, ...broken] = copy.problems();
	expect([hash!.file, hash!.id, hash!.field]).toEqual(['src/data/sources.json', held.id, 'sha256']);
	expect(hash!.fix).toContain(`${held.file!} has ${sha256(changed)}`);
	expect(broken.map(({ file, id, field }) => [file, id, field])).toContainEqual(ofQuote);
});

test('refused: a text without its last line break or with a byte-order mark, though every quote is in it', () => {
	for (const changed of [`${text}\n`, `\ufeff${text}`, text.replaceAll('\n', '\r\n')]) {
		const copy = new Copy();
		copy.write(held.file!, changed);
		expect(evidence(copy)).toEqual([['src/data/sources.json', held.id, 'sha256']]);
	}
});

test('refused: a text that is missing', () => {
	const copy = new Copy();
	copy.remove(held.file!);
	expect(copy.problems()).toEqual([
		{
			file: 'src/data/sources.json',
			id: held.id,
			field: 'file',
			found: `“${held.file!}”`,
			fix: 'There is no such file: put the text there byte for byte, or correct the name.',
		},
	]);
});

test('refused: a text without its SHA-256, and a SHA-256 without its text', () => {
	const copy = new Copy();
	copy.entry('sources', held.id, (s) => delete s.sha256);
	expect(copy.problems()[0]).toMatchObject({ id: held.id, field: 'sha256', found: 'nothing' });
	const other = new Copy();
	other.entry('sources', unheld, (s) => (s.sha256 = '0'.repeat(64)));
	expect(other.problems()).toMatchObject([{ id: unheld, field: 'file', found: 'nothing' }]);
});

test('refused: a quote from a source whose text we do not hold', () => {
	const copy = new Copy();
	copy.entry('events', operation.id, (e) => (e.quotes[0]!.source = unheld));
	expect(evidence(copy)).toEqual([ofQuote]);
	expect(copy.problems()[0]!.fix).toContain(`The source “${unheld}” has no text`);
});
