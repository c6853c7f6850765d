/** A document with its passages: each is marked and leads to its quote, and long documents take linear time. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	overlapping,
	paragraphAt,
	paragraphs,
	quotedShare,
	segments,
	type Placed,
} from '../../src/domain/evidence/document.ts';
import { lines, unquoted } from '../../src/domain/evidence/passages.ts';

const doc = (text: string, quotes: readonly string[], discrepancies: readonly string[] = []) => {
	const at = (exact: string, i: number) => {
		const start = text.indexOf(exact);
		return { of: `${exact}${'′'.repeat(i)}`, start, end: start + exact.length };
	};
	const all = [...quotes].map((q, i) => at(q, quotes.slice(0, i).filter((other) => other === q).length));
	return { text, paragraphs: paragraphs(text), quotes: all, discrepancies: discrepancies.map((d) => at(d, 0)) };
};
/** Runs as "words → lead (+ others)". */
const shown = (document: ReturnType<typeof doc>) =>
	lines(document).flatMap((line) =>
		line.runs.map(
			(r) =>
				r.pieces.map((p) => p.text).join('') +
				(r.lead === undefined ? '' : ` → ${r.lead}`) +
				r.others.map((o) => ` + ${o}`).join(''),
		),
	);

describe('a passage', () => {
	test('leads to its quote, and a discrepancy inside does not cut it in two', () => {
		expect(shown(doc('one two three', ['one two'], ['two']))).toEqual(['one two → one two', ' three']);
	});
	test('within another leads to its own quote, and the text around it to the outer quote', () => {
		expect(shown(doc('one two three', ['one two three', 'two']))).toEqual([
			'one  → one two three',
			'two → two',
			' three → one two three',
		]);
	});
	test('that overlaps another leaves a part of the other as its link', () => {
		expect(shown(doc('one two three four', ['one two three', 'three four']))).toEqual([
			'one two  → one two three',
			'three → three four',
			' four → three four',
		]);
	});
	test('of the same words as another is offered beside it', () => {
		expect(shown(doc('one two', ['one', 'one']))).toEqual(['one → one + one′', ' two']);
	});
	test('that is fully covered by two shorter ones is offered at its end', () => {
		expect(shown(doc('one two three', ['one two', 'one ', 'two']))).toEqual([
			'one  → one ',
			'two → two + one two',
			' three',
		]);
	});
	test('over two paragraphs is a link in both, and its address leads to the first', () => {
		const across = doc('one two\n\nthree four', ['two\n\nthree']);
		expect(shown(across)).toEqual(['one ', 'two → two\n\nthree', 'three → two\n\nthree', ' four']);
		expect(lines(across).map((l) => l.runs.map((r) => [r.begun.length, r.isFirst]))).toEqual([
			[
				[0, false],
				[1, true],
			],
			[
				[0, false],
				[0, false],
			],
		]);
	});
	test('that begins with a line break has its address at its first letter', () => {
		expect(lines(doc('one\ntwo', ['\ntwo'])).map((l) => l.runs.flatMap((r) => r.begun))).toEqual([[], ['\ntwo']]);
	});
});

test('paragraphs without a quote are listed, consecutive ones as ranges', () => {
	expect(unquoted(doc('a\nb\nc\nd\ne', ['b']))).toEqual(['H', 'P2 to P4']);
	expect(unquoted(doc('a\nb', ['a', 'b']))).toEqual([]);
});

/** A text with random passages, some equal, some over line breaks. */
const marked = fc
	.string({
		unit: fc.constantFrom('a', 'b', ' ', '\n', '“', '\u0301', 'ا', '\u00ad', '🗳'),
		minLength: 2,
		maxLength: 60,
	})
	.chain((text) => {
		const passage = fc
			.uniqueArray(fc.nat(text.length), { minLength: 2, maxLength: 2 })
			.map((ends) => ends.sort((a, b) => a - b) as [number, number]);
		const list = (name: string) =>
			fc
				.array(passage, { maxLength: 10 })
				.map((all) => all.map(([start, end], i) => ({ of: `${name}${i}`, start, end })));
		return fc.record({
			text: fc.constant(text),
			paragraphs: fc.constant(paragraphs(text)),
			quotes: list('q'),
			discrepancies: list('d'),
		});
	});
const hasLetters = (text: string, p: Placed<string>) =>
	paragraphs(text).some((line) => line.start < p.end && line.end > p.start);

test('every quote can be reached: by exactly one first run, or by one link beside another quote', () => {
	fc.assert(
		fc.property(marked, (document) => {
			const runs = lines(document).flatMap((l) => l.runs);
			const reached = [...runs.flatMap((r) => (r.isFirst ? [r.lead!] : [])), ...runs.flatMap((r) => r.others)];
			const there = document.quotes.filter((q) => hasLetters(document.text, q)).map((q) => q.of);
			expect(reached.toSorted()).toEqual(there.toSorted());
			expect(runs.flatMap((r) => r.begun).toSorted()).toEqual(there.toSorted());
		}),
	);
});

test('joined runs equal their line, and neighbours never have the same quotes', () => {
	fc.assert(
		fc.property(marked, (document) => {
			for (const line of lines(document)) {
				expect(line.runs.flatMap((r) => r.pieces.map((p) => p.text)).join('')).toBe(
					document.text.slice(line.start, line.end),
				);
				line.runs.slice(1).forEach((r, i) => expect(r.quotes).not.toEqual(line.runs[i]!.quotes));
			}
		}),
	);
});

test('overlaps are the same as in a comparison of every pair, in the same order', () => {
	fc.assert(
		fc.property(marked, ({ quotes, discrepancies }) => {
			const spans = quotes.toSorted((a, b) => a.start - b.start);
			expect(overlapping(discrepancies, spans)).toEqual(
				spans.map((s) => discrepancies.filter((d) => d.start < s.end && d.end > s.start)),
			);
		}),
	);
});

test('the paragraph at a place is the same as in a search of all paragraphs', () => {
	fc.assert(
		fc.property(marked, ({ text, paragraphs: list }) => {
			for (let at = 0; at <= text.length; at++)
				expect(paragraphAt(list, at)).toBe(list.find((p) => at >= p.start && at < p.end));
		}),
	);
});

test('the quoted share is the same as in a comparison of every word with every quote', () => {
	fc.assert(
		fc.property(marked, ({ text, quotes }) => {
			const words = [...text.matchAll(/\S+/g)];
			const quoted = words.filter(({ index, 0: w }) => quotes.some((q) => q.start < index + w.length && q.end > index));
			expect(quotedShare(text, quotes)).toBe(words.length ? quoted.length / words.length : 0);
		}),
	);
});

/** A made-up document of n paragraphs with a passage each; counts every access to the start or end of a passage. */
function long(n: number) {
	let looks = 0;
	const text = Array.from({ length: n }, (_, i) => `Paragraph ${i} says something.`).join('\n');
	const list = paragraphs(text);
	const counted = (of: string, start: number, end: number): Placed<string> => ({
		of,
		get start() {
			looks++;
			return start;
		},
		get end() {
			looks++;
			return end;
		},
	});
	const quotes = list.map((p, i) => counted(`q${i}`, p.start + 2, p.end - 2));
	const discrepancies = list.map((p, i) => counted(`d${i}`, p.start + 4, p.end - 4));
	return { document: { text, paragraphs: list, quotes, discrepancies }, looks: () => looks };
}

test('twice the passages take about twice the accesses, never quadratic ones', () => {
	const cost = (n: number, work: (d: ReturnType<typeof long>['document']) => unknown) => {
		const { document, looks } = long(n);
		work(document);
		return looks();
	};
	const WORK: Readonly<Record<string, (d: ReturnType<typeof long>['document']) => unknown>> = {
		lines,
		segments: (d) => segments(d.text, { start: 0, end: d.text.length }, d.quotes, d.discrepancies),
		share: (d) => quotedShare(d.text, d.quotes),
		unquoted,
	};
	for (const [name, work] of Object.entries(WORK)) {
		const [small, large] = [cost(500, work), cost(2000, work)];
		expect(large / small, name).toBeLessThan(6);
		expect(large, name).toBeLessThan(2000 * 100);
	}
});

test('a long document is cut into no more runs than its passages make', () => {
	const { document } = long(2000);
	const cut = lines(document);
	expect(cut).toHaveLength(2000);
	expect(cut.flatMap((l) => l.runs)).toHaveLength(3 * 2000);
	expect(cut.flatMap((l) => l.runs.flatMap((r) => r.pieces))).toHaveLength(5 * 2000);
});
