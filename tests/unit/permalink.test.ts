/** What a link shares ⇄ query string: lenient in, canonical out. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { EVERYTHING } from '../../src/domain/query/filter.ts';
import { formatPermalink, HOME, PARAMETERS, parsePermalink, type Permalink } from '../../src/domain/query/permalink.ts';
import { DAY } from '../../src/domain/model/when.ts';
import { unreadWords } from '../../src/view/shared/sentences.ts';
import { filter, span } from './reader.ts';
import { dataset, records } from './record.ts';

const quoted = dataset.events.find((e) => e.quotes.length)!;
const passage = quoted.quotes[0]!;
const [one, two] = dataset.agencies.map((a) => a.id) as [string, string];
const other = dataset.events.find((e) => e.id !== quoted.id)!;
const source = [...dataset.documents.keys()][0]!;
const parse = (search: string) => parsePermalink(search, dataset);
const canonical = (search: string) => formatPermalink(parse(search).link);

/** Every state of the page: a passage only with its event. */
const choice = fc.oneof(
	fc.constant({ chosen: null, passage: null }),
	fc.constantFrom(...dataset.events).map((e) => ({ chosen: e.id, passage: null })),
	fc.constantFrom(...dataset.quote.values()).map((q) => ({ chosen: q.event, passage: q.id })),
);
const query = fc.string({ unit: 'grapheme', maxLength: 12 }).map((q) => q.trim());
const permalink: fc.Arbitrary<Permalink> = fc
	.tuple(
		choice,
		filter(query),
		fc.option(fc.constant(source)),
		fc.option(span),
		fc.option(fc.integer({ min: dataset.extent.start / DAY, max: dataset.extent.end / DAY - 1 }).map((n) => n * DAY)),
		fc.boolean(),
		fc.boolean(),
		fc.boolean(),
	)
	.map(([chosen, f, s, t, asOf, trueScale, known, byKnown]) => ({
		...chosen,
		filter: f,
		source: s,
		span: t,
		asOf,
		trueScale,
		known,
		byKnown,
		step: null,
	}));

describe('round trip', () => {
	test('every state has a link that restores it, without an invalid part', () => {
		fc.assert(
			fc.property(permalink, (link) => {
				expect(parse(formatPermalink(link))).toEqual({ link, unread: [] });
			}),
			{ numRuns: 300 },
		);
	});

	test('a value may contain the comma that separates values, and its escaped form', () => {
		const named = ['Office, Southern District', '100%2C', one].map((id) => ({ ...dataset.agencies[0]!, id }));
		const told = { ...dataset, agencies: named };
		fc.assert(
			fc.property(fc.subarray(named.map(({ id }) => id)), (agency) => {
				const link = { ...HOME, filter: { ...EVERYTHING, agency } };
				expect(parsePermalink(formatPermalink(link), told)).toEqual({ link, unread: [] });
			}),
		);
	});

	test('a link has one spelling: written, read and written again it stays the same', () => {
		fc.assert(
			fc.property(permalink, (link) => {
				expect(canonical(formatPermalink(link))).toBe(formatPermalink(link));
			}),
		);
	});

	test('the default state has an empty link', () => {
		expect(formatPermalink(HOME)).toBe('');
		expect(parse('')).toEqual({ link: HOME, unread: [] });
		expect(parse('?')).toEqual({ link: HOME, unread: [] });
	});

	test('commas, dots and spaces stay readable', () => {
		const [a, b] = dataset.agencies.map((agency) => agency.id) as [string, string];
		const link: Permalink = {
			...HOME,
			chosen: quoted.id,
			filter: { ...EVERYTHING, agency: [a, b], context: false, query: 'voter data' },
			span: { start: Date.UTC(2020, 9, 18), end: Date.UTC(2020, 10, 1) },
		};
		expect(formatPermalink(link)).toBe(
			`e=${quoted.id}&q=voter+data&agency=${a},${b}&context=0&t=2020-10-18..2020-10-31`,
		);
	});

	test('a half-typed query also makes a link', () => {
		// Half of a surrogate pair: what some keyboards give between two key strokes.
		expect(() => formatPermalink({ ...HOME, filter: { ...EVERYTHING, query: '\ud83d' } })).not.toThrow();
	});
});

describe('lenient in', () => {
	test('values come in any order and more than once, with or without the question mark', () => {
		const [a, b] = dataset.agencies.map((agency) => agency.id) as [string, string];
		const { link, unread } = parse(`?agency=${b},${a},${b}&e=${quoted.id}`);
		expect(unread).toEqual([]);
		expect(link).toEqual({
			...HOME,
			chosen: quoted.id,
			filter: { ...EVERYTHING, agency: [a, b] },
		});
		expect(canonical(`agency=${b},${a},${b}&e=${quoted.id}`)).toBe(`e=${quoted.id}&agency=${a},${b}`);
	});

	test('a quote alone leads to its event', () => {
		expect(parse(`p=${passage.id}`).link).toMatchObject({ chosen: quoted.id, passage: passage.id });
	});

	test('a quote of an event that is not chosen is ignored', () => {
		expect(parse(`e=${other.id}&p=${passage.id}`).link).toMatchObject({ chosen: other.id, passage: null });
	});

	test('a former id leads to the event, under its new id', () => {
		const renamed = toDataset({
			...records,
			events: records.events.map((e) => (e.id === quoted.id ? { ...e, aliases: ['old-name'] } : e)),
		});
		expect(parsePermalink('e=old-name', renamed)).toEqual({ link: { ...HOME, chosen: quoted.id }, unread: [] });
	});

	test.for([
		['t=2020-10-18..2020-10-31', true],
		['t=2020-10-18..2020-10-18', true],
		['t=2020-10-31..2020-10-18', false],
		['t=2020-10-18', false],
		['t=2020-10..2020-11', false],
		['t=2020-02-30..2020-03-01', false],
		['t=2020-10-18..2020-10-19..2020-10-20', false],
		['t=..', false],
	] as const)('%s is a time span: %s', ([search, isSpan]) => {
		const { link, unread } = parse(search);
		expect(link.span !== null).toBe(isSpan);
		expect(unread.length).toBe(isSpan ? 0 : 1);
	});
});

describe('garbage in', () => {
	test('a bad value is reported and does not affect the others', () => {
		const { link, unread } = parse(
			`agency=${two},nobody,${one},nothing&e=never&kind=order&context=maybe&t=soon&scale=big&known=yes&sort=size&s=gone&p=none`,
		);
		expect(link).toEqual({
			...HOME,
			filter: { ...EVERYTHING, agency: [one, two], kind: ['order'] },
		});
		expect(unread.toSorted()).toEqual([
			['agency', 'nobody,nothing'],
			['context', 'maybe'],
			['e', 'never'],
			['known', 'yes'],
			['p', 'none'],
			['s', 'gone'],
			['scale', 'big'],
			['sort', 'size'],
			['t', 'soon'],
		]);
		expect(unreadWords(unread, dataset)).toMatch(
			/^Part of this link was not understood and is left out: .*event “never”/,
		);
	});

	test('there is no notice for a valid link, and a long value is shortened', () => {
		expect(unreadWords([], dataset)).toBe('');
		expect(unreadWords([['e', 'x'.repeat(200)]], dataset)).toBe(
			`Part of this link was not understood and is left out: event “${'x'.repeat(40)}…”.`,
		);
	});

	test('a retired event is explained, its quote is not reported, but other bad parts are', () => {
		const change = { date: '2026-12-01', events: ['gone'], retired: ['gone'], what: 'It is out.', why: 'It was one.' };
		const edited = toDataset({ ...records, changes: [change] });
		const said = 'The event “gone” is no longer in the record. 1 December 2026: It is out. It was one.';
		const words = (search: string) => {
			const { link, unread } = parsePermalink(search, edited);
			expect(link.chosen).toBe(null);
			return unreadWords(unread, edited);
		};
		expect(words('e=gone&p=gone-p1')).toBe(said);
		expect(words('e=gone&t=soon')).toBe(`${said} Part of this link was not understood and is left out: time “soon”.`);
		expect(words('e=never')).not.toContain('no longer');
	});

	/** Any text is a search. */
	const NAMES = [...PARAMETERS.keys()].filter((name) => name !== 'q');
	const KNOWN = `e=${quoted.id}&p=${passage.id}&s=${source}&t=2020-10-18..2020-10-31&asof=2021-01-01&scale=true&known=1&sort=known&context=0&agency=${one}&kind=order&status=alleged`;

	test('in any single parameter is reported, and the others are read', () => {
		// Never an id, because ids have no capitals; no comma and no space.
		const garbage = fc.string({
			unit: fc.constantFrom('A', 'é', '%', '/', '<', '\u0000', '🗳', '"'),
			minLength: 1,
			maxLength: 9,
		});
		fc.assert(
			fc.property(fc.constantFrom(...NAMES), garbage, (name, value) => {
				const params = new URLSearchParams(KNOWN);
				params.set(name, value);
				const { link, unread } = parse(params.toString());
				expect(unread).toEqual([[name, value]]);
				const rest = new URLSearchParams(KNOWN);
				rest.delete(name);
				expect(link).toEqual(parse(rest.toString()).link);
			}),
		);
	});

	test('no query string makes it throw, and the valid part is stable', () => {
		const piece = fc.oneof(
			fc.constantFrom('&', '=', '%', '%ff', ',', '..', '+', ...NAMES, one, quoted.id),
			fc.string(),
		);
		fc.assert(
			fc.property(
				fc.array(piece).map((p) => p.join('')),
				(search) => {
					const once = canonical(search);
					expect(canonical(once)).toBe(once);
					expect(parse(once).unread).toEqual([]);
				},
			),
			{ numRuns: 300 },
		);
	});
});
