/** No letter of a quote and no byte of a quoted text can change unseen. */
import { isLong } from '../long.ts';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { anchor, isFound } from '../../src/domain/evidence/quote.ts';
import { Copy, held } from './faults.ts';
import { dataset, records, root } from './record.ts';

const quotes = records.events.flatMap((e) => e.quotes.map((q) => ({ event: e.id, quote: q })));
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 “”’.,-é\u00a0');
const replaced = (text: string, at: number, letter: string) => text.slice(0, at) + letter + text.slice(at + 1);

/** A letter of a quote, and another letter to replace it. */
const slip = fc
	.constantFrom(...quotes)
	.chain((of) =>
		fc.record({
			of: fc.constant(of),
			at: fc.nat(of.quote.exact.length - 1),
			letter: fc.constantFrom(...LETTERS),
		}),
	)
	.filter(({ of, at, letter }) => of.quote.exact[at] !== letter);

test('a change of any letter of any quote is refused, and that quote is named', () => {
	const copy = new Copy();
	const untouched = copy.text('src/data/events.json');
	fc.assert(
		fc.property(slip, ({ of, at, letter }) => {
			copy.write('src/data/events.json', untouched);
			copy.entry('events', of.event, (e) => {
				const changed = e.quotes.find((q) => q.id === of.quote.id)!;
				changed.exact = replaced(changed.exact, at, letter);
			});
			expect(copy.problems().map((p) => [p.id, p.field])).toEqual([[of.event, `quotes ${of.quote.id}`]]);
		}),
		{ numRuns: isLong ? 60 : 15 },
	);
});

test('no letter of any quote can be replaced: each place, with the whole alphabet', () => {
	const survivors = quotes.flatMap(({ quote }) => {
		const { text } = dataset.documents.get(quote.source)!;
		return Array.from(quote.exact).flatMap((own, at) =>
			LETTERS.filter((letter) => letter !== own)
				.map((letter) => ({ ...quote, exact: replaced(quote.exact, at, letter) }))
				.filter((changed) => isFound(anchor(text, changed))),
		);
	});
	expect(survivors.map((q) => `${q.id}: ${q.exact}`)).toEqual([]);
});

test('a change of any byte of a quoted text is refused, and its source is named', () => {
	const copy = new Copy();
	const bytes = readFileSync(join(root, held.file!));
	fc.assert(
		fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, difference) => {
			const changed = Buffer.from(bytes);
			changed[at] = bytes[at]! ^ difference;
			copy.write(held.file!, changed);
			expect(copy.problems()[0]).toMatchObject({ file: 'src/data/sources.json', id: held.id, field: 'sha256' });
		}),
		{ numRuns: isLong ? 60 : 15 },
	);
});
