/** Citations of an event, a quote, words cited and the view. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CITATION_STYLES, citedAddress, type Citable } from '../../src/domain/exchange/citation.ts';
import { editionDay, type Extract } from '../../src/domain/exchange/extract.ts';
import { NOT_HELD } from '../../src/domain/model/cite.ts';
import { formatDay, formatWhen } from '../../src/domain/model/when.ts';
import { EVERYTHING } from '../../src/domain/query/filter.ts';
import { parsePermalink } from '../../src/domain/query/permalink.ts';
import { anyText, EXTRACTS, extractOf, HARD, recordsWith, SITE, squeezed } from './extracts.ts';

const ACCESSED = Date.UTC(2026, 10, 26, 13);

/** Reads the escaped fields, in braces or quotation marks, and puts their values before the text. */
const READERS: Readonly<Record<string, (text: string) => readonly unknown[]>> = {
	bibtex: (text) => plugins.input.chain(text, { forceType: '@bibtex/text' }) as readonly unknown[],
	csl: (text) => JSON.parse(text) as readonly unknown[],
};
function read(id: string, text: string): string {
	const [item] = READERS[id]?.(text) ?? [{}];
	const { title, note, URL: address, 'container-title': container } = item as Readonly<Record<string, unknown>>;
	return [container, title, note, address, text].join(' ');
}
const said = (work: Citable) => CITATION_STYLES.map(({ id, write }) => ({ id, text: squeezed(read(id, write(work))) }));

const works = (extract: Extract): readonly Citable[] => {
	const of = { ...extract, accessed: ACCESSED };
	const events = extract.events.slice(0, 40);
	return [
		of,
		...events.map((event) => ({ ...of, event })),
		...events.flatMap((event) => event.quotes.map((quote) => ({ ...of, event, quote }))),
		...events.flatMap((event) => event.words.map((words) => ({ ...of, event, words }))),
	];
};

function compare(work: Citable) {
	const { dataset, event, quote, words, asOf } = work;
	const edition = editionDay(dataset);
	for (const { id, text } of said(work)) {
		const says = (part: string) => expect(text, id).toContain(squeezed(part));
		says(dataset.case.title);
		says(`data version ${dataset.version}`);
		if (citedAddress(work)) says(citedAddress(work));
		if (edition !== null && id !== 'apa') says(`dition of ${formatDay(edition)}`);
		if (asOf !== null) expect(text.toLowerCase()).toContain(`as of ${formatDay(asOf).toLowerCase()}`);
		if (event) {
			says(event.title);
			says(formatWhen(event.when, event.coverage));
			const { name, alleged } = dataset.vocabulary.statuses.get(event.currentStatus.kind)!;
			if (alleged) expect(text.toLowerCase()).toContain(name.toLowerCase());
		}
		for (const cited of [quote && { ...quote, text: quote.exact }, words]) {
			if (!cited) continue;
			const source = dataset.source.get(cited.source)!;
			says(`“${cited.text}”`);
			says(source.title);
			says(source.publisher);
		}
		if (words) says(NOT_HELD);
	}
}

describe.for(Object.entries(EXTRACTS))('%s', ([, extract]) => {
	test('is cited with title, date, case, edition, data version, status, source and address', () => {
		for (const work of works(extract)) compare(work);
	});
	test('has parts that add up to the same text, with the title of the case in italics', () => {
		for (const work of works(extract))
			for (const { phrases, write } of CITATION_STYLES) {
				if (!phrases) continue;
				const pieces = phrases(work);
				expect(pieces.map((p) => p.text).join('')).toBe(write(work));
				expect(pieces.filter((p) => p.italic).map((p) => p.text)).toEqual([work.dataset.case.title]);
			}
	});
	test('has addresses that restore what is cited', () => {
		for (const work of works(extract)) {
			const { event, quote, asOf, site } = work;
			const address = citedAddress(work);
			expect(address.startsWith(site)).toBe(true);
			if (event && !quote && asOf === null) expect(address).toContain(`events/${event.id}/`);
			else {
				const { link, unread } = parsePermalink(address.slice(site.length).replace(/^\?/, ''), work.dataset);
				expect(unread).toEqual([]);
				expect(link).toMatchObject({ chosen: event?.id ?? null, passage: quote?.id ?? null, asOf });
			}
		}
	});
});

const write = (style: string, work: Citable) => CITATION_STYLES.find(({ id }) => id === style)!.write(work);
/** The first event of a record. */
const first = (extract: Extract): Citable => ({ ...extract, accessed: ACCESSED, event: extract.events[0]! });

test('the form of Chicago and of APA', () => {
	const work = first(extractOf(recordsWith(['The Council Meets']), null, EVERYTHING, SITE));
	expect(write('chicago', work)).toBe(
		'“The Council Meets” [Alleged]. Event of 4 March 2021. In The Council Meets, edition of 2 April 2021, ' +
			`data version 1a2b3c. Accessed 26 November 2026. ${SITE}events/event-0/`,
	);
	expect(write('apa', work)).toBe(
		'The Council Meets [Alleged] (4 March 2021). (2021, April 2). In The Council Meets (data version 1a2b3c). ' +
			`Retrieved November 26, 2026, from ${SITE}events/event-0/`,
	);
});

test('a title gets no status if it already says it or if the status alleges nothing', () => {
	expect(write('chicago', first(extractOf(recordsWith(['Alleged meeting of the council']))))).not.toContain('[');
	const stated = recordsWith(['The council meets'], {
		status: [{ kind: 'stated', by: 'agency', since: '2021-03-05' }],
	});
	expect(write('chicago', first(extractOf(stated)))).toMatch(/^“The council meets\.” Event of 4 March 2021\. In /);
});

test('a title that ends with a punctuation mark gets no other', () => {
	const stated = { status: [{ kind: 'stated', by: 'agency', since: '2021-03-05' }] };
	expect(write('chicago', first(extractOf(recordsWith(['Who knew?'], stated))))).toMatch(/^“Who knew\?” /);
});

test('a filtered view names its filters', () => {
	const view = { ...EXTRACTS['a filtered record']!, accessed: ACCESSED };
	expect(view.filters).not.toBe('');
	for (const { text } of said(view)) {
		expect(text).toContain(view.filters);
		expect(text).toContain(`${view.events.length} of ${view.total} events`);
	}
});

test('any text survives', () => {
	fc.assert(
		fc.property(fc.oneof(anyText, fc.constantFrom(...HARD)), (text) => {
			for (const work of works(extractOf(recordsWith([text])))) compare(work);
		}),
		{ numRuns: 40 },
	);
});
