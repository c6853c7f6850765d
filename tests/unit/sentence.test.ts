/** The sentence around a quote. */
import { describe, expect, test } from 'vitest';
import { paragraphs } from '../../src/domain/evidence/document.ts';
import { sentenceAround } from '../../src/domain/evidence/sentence.ts';
import { dataset } from './record.ts';

function around(text: string, exact: string) {
	const start = text.indexOf(exact);
	return sentenceAround({ text, paragraphs: paragraphs(text) }, { start, end: start + exact.length });
}
const TEXT =
	'The minutes\nFirst came rain. The mayor said the fountain “was repaired in May.” Nobody saw it.\nLast line';

describe('the context of a passage is the rest of its sentence', () => {
	test.for([
		['fountain', 'The mayor said the ', ' “was repaired in May.”'],
		['The mayor said', '', ' the fountain “was repaired in May.”'],
		['was repaired in May.”', 'The mayor said the fountain “', ''],
		['Nobody saw it.', '', ''],
		['rain. The mayor', 'First came ', ' said the fountain “was repaired in May.”'],
		['The minutes', '', ''],
		['saw it.\nLast', 'Nobody ', ' line'],
	] as const)('%s', ([exact, before, after]) => {
		expect(around(TEXT, exact)).toEqual({ before, after });
	});
});

test('the context of a long sentence is shortened', () => {
	const words = 'and so on '.repeat(60);
	const { before, after } = around(`Once ${words}here ${words}to the end.`, 'here');
	for (const text of [before, after]) expect(text.length).toBeLessThan(245);
	expect(before).toMatch(/^… \w.*on $/);
	expect(after).toMatch(/^ and.*\w …$/);
});

test('the context of the quotes of the record is text of their documents', () => {
	for (const held of dataset.documents.values())
		for (const place of held.quotes) {
			const { before, after } = sentenceAround(held, place);
			const whole = before.replace(/^… /, '') + held.text.slice(place.start, place.end) + after.replace(/ …$/, '');
			expect(held.text).toContain(whole);
		}
});
