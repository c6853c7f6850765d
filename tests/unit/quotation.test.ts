/** A copied quote has its provenance, as text and as HTML, and its words never become markup. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addresses } from '../../src/domain/model/cite.ts';
import { quotation } from '../../src/view/shared/quotation.ts';
import type { Source } from '../../src/domain/model/records.ts';
import { readWhen } from '../../src/domain/model/when.ts';
import { dataset } from './record.ts';

const source: Source = {
	id: 's',
	title: 'The text',
	publisher: 'The publisher',
	type: 'news',
	standing: 'copy',
	copyOf: 'The Paper',
	published: '2021-11-18',
};
const event = { title: 'What happened', when: readWhen('2020-10'), extent: 'within' } as const;
const ADDRESS = 'https://example.org/?e=what&p=what-p1';
const made = (quote: { exact: string; speaker?: string; paragraph: string }) =>
	quotation(quote, event, source, ADDRESS, 'abc123');

test('it has the words, who renders them, the event, the source and the address', () => {
	expect(made({ exact: 'So it was.', paragraph: 'P3' }).text).toBe(
		[
			'“So it was.”',
			'The Paper, as rendered by The publisher',
			'What happened, October 2020, day not known',
			'Source: The text. The publisher, copy of a text of The Paper, 18 November 2021; P3',
			ADDRESS,
			'Data version abc123',
		].join('\n'),
	);
});

test('it names the speaker, and says that the words are as rendered by the copy', () => {
	expect(made({ exact: 'So.', speaker: 'A Speaker', paragraph: 'H' }).text).toContain(
		'\nA Speaker, as rendered by The publisher\n',
	);
});

test('as HTML it has the same words, with the address as a link', () => {
	expect(made({ exact: 'A & <b>B</b>', paragraph: 'P1' }).html).toBe(
		`<blockquote cite="https://example.org/?e=what&amp;p=what-p1"><p>“A &amp; &lt;b&gt;B&lt;/b&gt;”</p></blockquote>` +
			`<p>The Paper, as rendered by The publisher<br>What happened, October 2020, day not known<br>` +
			`Source: The text. The publisher, copy of a text of The Paper, 18 November 2021; P1<br>` +
			`<a href="https://example.org/?e=what&amp;p=what-p1">https://example.org/?e=what&amp;p=what-p1</a><br>Data version abc123</p>`,
	);
});

test('no word can become markup, and the HTML without tags equals the text', () => {
	const nasty = fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'b', '/', ';', 'amp', 'é') });
	const letters = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' } as const;
	fc.assert(
		fc.property(nasty, nasty, nasty, (exact, speaker, title) => {
			const { text, html } = quotation({ exact, speaker, paragraph: 'P1' }, { ...event, title }, source, ADDRESS, 'v');
			expect([...html.matchAll(/<(\/?\w+)/g)].map((m) => m[1])).toEqual([
				...['blockquote', 'p', '/p', '/blockquote', 'p', 'br', 'br', 'br', 'a', '/a', 'br', '/p'],
			]);
			const bare = html
				.replace('</blockquote><p>', '\n')
				.replaceAll('<br>', '\n')
				.replace(/<[^>]*>/g, '')
				.replace(/&(lt|gt|quot|#39|amp);/g, (sign) => letters[sign as keyof typeof letters]);
			expect(bare).toBe(text);
		}),
	);
});

test('the addresses of a source are labelled, the live one by the kind of source', () => {
	const url = 'https://a.example';
	expect(addresses({ ...source, url, officialUrl: 'https://b.example', archiveUrl: 'https://c.example' })).toEqual([
		{ href: url, text: 'live: copy of a text of The Paper' },
		{ href: 'https://b.example', text: 'official location, not opened by us' },
		{ href: 'https://c.example', text: 'archived copy' },
	]);
	expect(addresses(source)).toEqual([]);
});

test('every quote of the record can be cited with its paragraph and its date', () => {
	for (const q of dataset.quote.values()) {
		const of = dataset.event.get(q.event)!;
		const { text } = quotation(q, of, dataset.source.get(q.source)!, ADDRESS, dataset.version);
		expect(text, q.id).toContain(`“${q.exact}”`);
		expect(text, q.id).toMatch(/; (H|P\d+)\n/);
		expect(text, q.id).not.toContain('undefined');
	}
});
