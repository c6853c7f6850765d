/** The excerpt of a document beside an event: its quotes in full, nothing twice, in text order. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paragraphs } from '../../src/domain/evidence/document.ts';
import { excerpt } from '../../src/domain/evidence/excerpt.ts';
import { lines } from '../../src/domain/evidence/passages.ts';
import { ranges } from '../../src/view/shared/ranges.ts';
import { dataset } from './record.ts';

const doc = (text: string, ...quotes: readonly string[]) => ({
	text,
	paragraphs: paragraphs(text),
	quotes: quotes.map((exact) => ({ of: exact, start: text.indexOf(exact), end: text.indexOf(exact) + exact.length })),
});
const all = () => true;
/** Each paragraph as shown: context is in brackets, a gap is "/". */
const shown = (document: ReturnType<typeof doc>, isOf: (quote: string) => boolean = all) =>
	excerpt(document, isOf).map(({ start, end, opens, closes, isContext, isApart }) => {
		const words = `${opens ? '…' : ''}${document.text.slice(start, end)}${closes ? '…' : ''}`;
		return `${isApart ? '/ ' : ''}${isContext ? `(${words})` : words}`;
	});

test('a quoted paragraph is complete, with its neighbours; others are left out', () => {
	expect(shown(doc('one\ntwo\nthree\nfour\nfive', 'three'))).toEqual(['(two)', 'three', '(four)']);
	expect(shown(doc('one\ntwo', 'one'))).toEqual(['one', '(two)']);
	expect(shown(doc('one\ntwo'))).toEqual([]);
});

test('omitted paragraphs are a gap, and a paragraph between two quoted ones is shown once', () => {
	expect(shown(doc('a1\nb2\nc3\nd4\ne5\nf6', 'a1', 'f6'))).toEqual(['a1', '(b2)', '/ (e5)', 'f6']);
	expect(shown(doc('a1\nb2\nc3\nd4', 'b2', 'd4'))).toEqual(['(a1)', 'b2', '(c3)', 'd4']);
	expect(shown(doc('a1\nb2\nc3\nd4', 'a1', 'd4'))).toEqual(['a1', '(b2)', '(c3)', 'd4']);
});

test('quotes of other events show nothing', () => {
	expect(shown(doc('a1\nb2\nc3\nd4\ne5', 'a1', 'e5'), (q) => q === 'e5')).toEqual(['(d4)', 'e5']);
});

test('a quote over several paragraphs shows all of them', () => {
	expect(shown(doc('a1\nb2\nc3\nd4\ne5\nf6', 'b2\nc3\nd4'))).toEqual(['(a1)', 'b2', 'c3', 'd4', '(e5)']);
});

const SENTENCES = 'He came here. Mr. Poe left the U.S. then. They stayed on. All was well.';
test('the two nearest sentences of a neighbour are shown, and an abbreviation ends no sentence', () => {
	expect(shown(doc(`${SENTENCES}\nquoted\n${SENTENCES}`, 'quoted'))).toEqual([
		'(…They stayed on. All was well.)',
		'quoted',
		'(He came here. Mr. Poe left the U.S. then.…)',
	]);
	expect(shown(doc(`quoted\n${SENTENCES}\nmore`, 'quoted', 'more'))).toEqual(['quoted', `(${SENTENCES})`, 'more']);
});

test('a neighbour without sentences is cut at a space, or else between whole characters', () => {
	const words = 'word '.repeat(100).trim();
	const [before, , following] = shown(doc(`${words}\nquoted\n${words}`, 'quoted'));
	expect(before).toMatch(/^\(…(word ){50,}word\)$/);
	expect(following).toMatch(/^\((word ){50,}word…\)$/);
	const ballots = '🗳'.repeat(300);
	for (const by of ['', 'a']) {
		const [left, , right] = shown(doc(`${ballots}${by}\nquoted\n${by}${ballots}`, 'quoted'));
		expect(left).toMatch(/^\(…(🗳){130,}a?\)$/u);
		expect(right).toMatch(/^\(a?(🗳){130,}…\)$/u);
	}
});

test('consecutive paragraph numbers are joined to ranges', () => {
	expect(ranges([2, 3, 4, 7, 9, 10])).toBe('2–4, 7, 9–10');
	expect(ranges([])).toBe('');
});

const marked = fc
	.array(
		fc.constantFrom('A word. ', 'Some more said. ', 'x', '\n', '\r\n', '“', 'ا', '🗳', 'longer words without a stop '),
		{
			minLength: 3,
			maxLength: 80,
		},
	)
	.map((parts) => parts.join(''))
	.chain((text) =>
		fc.record({
			text: fc.constant(text),
			paragraphs: fc.constant(paragraphs(text)),
			quotes: fc.array(
				fc
					.record({ of: fc.boolean(), from: fc.nat(text.length), length: fc.integer({ min: 1, max: 60 }) })
					.map((q) => ({
						of: q.of,
						start: Math.min(q.from, text.length - 1),
						end: Math.min(q.from + q.length, text.length),
					})),
				{ maxLength: 6 },
			),
		}),
	)
	.map((d) => ({ ...d, quotes: d.quotes.filter((q) => q.start < q.end) }));

test('every quote is complete in its excerpt, nothing is shown twice, and the order is that of the text', () => {
	fc.assert(
		fc.property(marked, (document) => {
			const cut = excerpt(document, (isOwn) => isOwn);
			const letters = cut.flatMap((p) => Array.from({ length: p.end - p.start }, (_, i) => p.start + i));
			expect(letters).toEqual([...new Set(letters)].toSorted((a, b) => a - b));
			const there = new Set(letters);
			const inParagraph = (at: number) => document.paragraphs.some((p) => p.start <= at && at < p.end);
			for (const { of, start, end } of document.quotes)
				for (let at = start; of && at < end; at++) expect(there.has(at) || !inParagraph(at)).toBe(true);
			for (const p of cut) {
				expect(p.start).toBeLessThan(p.end);
				const whole = document.paragraphs.find((other) => other.label === p.label)!;
				expect([p.opens, p.closes]).toEqual([p.start > whole.start, p.end < whole.end]);
				expect(p.isContext).toBe(!document.quotes.some((q) => q.of && q.start < whole.end && q.end > whole.start));
			}
		}),
	);
});

test('the excerpts of every quoted event of the record show its exact quotes', () => {
	for (const event of dataset.events) {
		for (const held of dataset.documents.values()) {
			const own = held.quotes.filter((q) => q.of.event === event.id);
			const cut = excerpt(held, (q) => q.event === event.id);
			expect(cut.length > 0).toBe(own.length > 0);
			const runs = lines({ ...held, paragraphs: cut, quotes: own }).flatMap((line) => line.runs);
			for (const { of } of own) {
				const words = runs.filter((r) => r.quotes.includes(of)).flatMap((r) => r.pieces.map((p) => p.text));
				expect(words.join('')).toBe(of.exact.replaceAll(/[\r\n]+/g, ''));
			}
		}
	}
});
