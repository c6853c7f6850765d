/** How many sources an event has, and how many of them are independent. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Source } from '../../src/domain/model/records.ts';
import { compositionWords, families, support, supportWords } from '../../src/domain/model/support.ts';
import { needed } from '../needed.ts';
import { dataset, records } from './record.ts';

type Link = Pick<Source, 'id'> & { readonly origin?: string; readonly copyOf?: string };
const source = (link: Link): Source => ({
	title: `The text ${link.id}`,
	publisher: 'Publisher',
	type: 'news',
	standing: 'press',
	...link,
});
const cited = (...ids: readonly string[]) => ({
	quotes: [],
	references: ids.map((id) => ({ source: id, establishes: 'something' })),
});
const counted = (links: readonly Link[], ...ids: readonly string[]) =>
	support(cited(...ids), families(links.map(source)));

test('a wire text and its copies count once, and so do two copies without the original', () => {
	const links = [{ id: 'wire' }, { id: 'one', origin: 'wire' }, { id: 'two', origin: 'wire' }, { id: 'alone' }];
	expect(counted(links, 'wire', 'one')).toEqual({ sources: 2, independent: 1 });
	expect(counted(links, 'one', 'two')).toEqual({ sources: 2, independent: 1 });
	expect(counted(links, 'wire', 'one', 'two', 'alone')).toEqual({ sources: 4, independent: 2 });
});

test('a copy of a copy counts with the original, even if nobody cites the copy between', () => {
	const links = [{ id: 'release' }, { id: 'copy', origin: 'release' }, { id: 'article', origin: 'copy' }];
	expect(counted(links, 'release', 'article')).toEqual({ sources: 2, independent: 1 });
});

test('a copy of a listed source counts with it, whether named by title or by id', () => {
	const links = [{ id: 'release' }, { id: 'one', copyOf: 'The text release' }, { id: 'two', copyOf: 'release' }];
	expect(counted(links, 'release', 'one', 'two')).toEqual({ sources: 3, independent: 1 });
});

test('an outlet named in words is no listed source, so two of its texts count twice', () => {
	const links = [
		{ id: 'one', copyOf: 'Reuters' },
		{ id: 'two', copyOf: 'Reuters' },
	];
	expect(counted(links, 'one', 'two')).toEqual({ sources: 2, independent: 2 });
});

test('a source that is quoted and referred to counts once', () => {
	expect(
		support({ quotes: [{ source: 'a' }, { source: 'a' }], references: cited('a', 'b').references }, families([])),
	).toEqual({ sources: 2, independent: 2 });
});

/** Sources "0" to "n", each derived from an earlier one or from none; some are cited. */
const registry = fc.array(fc.option(fc.nat(), { nil: null }), { minLength: 1, maxLength: 14 }).chain((picks) => {
	const links = picks.map((pick, i): Link => ({
		id: `s${i}`,
		...(pick !== null && i > 0 && { origin: `s${pick % i}` }),
	}));
	return fc.record({ links: fc.constant(links), ids: fc.subarray(links.map((l) => l.id)) });
});

test('the count is the number of connected groups, ignoring the direction of links', () => {
	const walked = (links: readonly Link[], from: string) => {
		const seen = new Set([from]);
		for (const id of seen) {
			for (const l of links) {
				if (l.id === id && l.origin) seen.add(l.origin);
				if (l.origin === id) seen.add(l.id);
			}
		}
		return [...seen].sort().join();
	};
	fc.assert(
		fc.property(registry, ({ links, ids }) => {
			expect(counted(links, ...ids)).toEqual({
				sources: ids.length,
				independent: new Set(ids.map((id) => walked(links, id))).size,
			});
		}),
	);
});

test('neither the order of the list nor that of the citations matters, and one more link never adds support', () => {
	fc.assert(
		fc.property(registry, fc.nat(), fc.nat(), ({ links, ids }, a, b) => {
			const before = counted(links, ...ids);
			expect(counted([...links].reverse(), ...[...ids].reverse())).toEqual(before);
			const more = links.map((l, i) => (i === a % links.length ? { ...l, copyOf: links[b % links.length]!.id } : l));
			const after = counted(more, ...ids);
			expect(after.sources).toBe(before.sources);
			expect(after.independent).toBeLessThanOrEqual(before.independent);
			expect(after.independent).toBeGreaterThanOrEqual(Math.min(1, before.sources));
			expect(before.independent - after.independent).toBeLessThanOrEqual(1);
		}),
	);
});

test('in the record a joint statement and its copy count once', () => {
	const cited = (e: (typeof dataset.events)[number]) => [...e.quotes, ...e.references].map((r) => r.source);
	const { origin, ...copy } = needed(
		'an event that cites a source and its copy',
		records.sources.find(
			(s) => s.origin && dataset.events.some((e) => [s.id, s.origin!].every((id) => cited(e).includes(id))),
		),
	);
	const event = dataset.events.find((e) => [copy.id, origin!].every((id) => cited(e).includes(id)))!;
	const both = [copy.id, origin!].map((source) => ({ source }));
	expect(support({ quotes: [], references: both }, dataset.family)).toEqual({ sources: 2, independent: 1 });
	const { sources, independent } = support(event, dataset.family);
	expect(sources).toBe(new Set(cited(event)).size);
	expect(independent).toBeLessThan(sources);
});

test('a single source is called one source', () => {
	expect(supportWords({ sources: 1, independent: 1 })).toBe('1 source');
	expect(supportWords({ sources: 4, independent: 2 })).toBe('4 sources, 2 independent');
});

test('the kinds of sources are described in words', () => {
	const of = (...standings: readonly Source['standing'][]) =>
		compositionWords(standings.map((standing) => ({ standing }))).replaceAll('\u00a0', ' ');
	expect(of('press')).toBe('1 source, press');
	expect(of('own')).toBe('1 source, issuer’s own page');
	expect(of('press', 'press')).toBe('2 sources, all of them press');
	expect(of('copy', 'copy')).toBe('2 sources, all of them copies');
	expect(of('press', 'own', 'copy', 'own')).toBe('4 sources (2 issuers’ own pages, 1 copy, 1 press)');
});
