/** Filters: no event is dropped silently, and a count is the number of events that a press would show. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	agenciesByLane,
	counts,
	EVERYTHING,
	FACETS,
	facets,
	facetValues,
	isEverything,
	passes,
	tally,
	toggled,
	type Facet,
	type Filter,
} from '../../src/domain/query/filter.ts';
import { PARAMETERS } from '../../src/domain/query/permalink.ts';
import { tallyWords } from '../../src/view/shared/sentences.ts';
import { filter, found, pressing, span } from './reader.ts';
import { dataset } from './record.ts';

const { events } = dataset;
const shown = (f: Filter) => events.filter(passes(f, null));
const only = (facet: Facet, ...list: string[]): Filter => ({
	...EVERYTHING,
	[facet]: list,
});

test('with nothing pressed, everything passes', () => {
	expect(isEverything(EVERYTHING)).toBe(true);
	expect(shown(EVERYTHING)).toEqual(events);
});

test('in view, outside, hidden and not yet public add up to all events, whatever the reader does', () => {
	fc.assert(
		fc.property(filter(), found, fc.option(span), (f, ids, view) => {
			const all = tally([...events, ...events.slice(0, 5)], events, events.filter(passes(f, ids)), view);
			expect(all.inView + all.outside + all.filteredOut + all.notYet).toBe(all.total);
			expect(all.notYet).toBe(5);
			expect(all.total).toBe(events.length + 5);
			expect(Math.min(all.inView, all.outside, all.filteredOut)).toBeGreaterThanOrEqual(0);
		}),
	);
});

test('in view are the events that overlap the time span', () => {
	const first = events[0]!;
	const { start, end } = first.when;
	const seen = (view: { start: number; end: number }) => tally([first], [first], [first], view).inView;
	expect([seen({ start: start - 5, end: start }), seen({ start: end, end: end + 5 })]).toEqual([0, 0]);
	expect([seen({ start: start - 5, end: start + 1 }), seen({ start: end - 1, end: end + 5 })]).toEqual([1, 1]);
});

test('the count of a value is what pressing it alone in its facet would show', () => {
	fc.assert(
		fc.property(filter(), found, pressing, (f, ids, [facet, value]) => {
			const alone = { ...f, [facet]: [value] };
			expect(counts(events, f, ids)[facet].get(value) ?? 0).toBe(events.filter(passes(alone, ids)).length);
		}),
		{ numRuns: 200 },
	);
});

test('pressing a value twice changes nothing', () => {
	fc.assert(
		fc.property(filter(), pressing, (f, [facet, value]) => {
			const twice = toggled(toggled(f, facet, [value]), facet, [value]);
			expect(sorted(twice)).toEqual(sorted(f));
		}),
	);
});
const sorted = (f: Filter) => ({ ...f, ...Object.fromEntries(facets.map((facet) => [facet, f[facet].toSorted()])) });

test('pressing adds a value, and the other facets stay', () => {
	fc.assert(
		fc.property(filter(), pressing, (f, [facet, value]) => {
			const next = toggled(f, facet, [value]);
			expect(next[facet].includes(value)).toBe(!f[facet].includes(value));
			for (const other of facets.filter((x) => x !== facet)) expect(next[other]).toBe(f[other]);
			expect([next.context, next.query]).toEqual([f.context, f.query]);
		}),
	);
});

test('two values of a facet show what either shows; two facets show what both show', () => {
	fc.assert(
		fc.property(pressing, pressing, ([a, x], [b, y]) => {
			const [left, right] = [new Set(shown(only(a, x))), new Set(shown(only(b, y)))];
			const both = a === b ? only(a, x, y) : { ...only(a, x), [b]: [y] };
			const expected = events.filter((e) => (a === b ? left.has(e) || right.has(e) : left.has(e) && right.has(e)));
			expect(shown(both)).toEqual(expected);
		}),
	);
});

test('the facet Agency matches agencies that acted and those on whose word an operation rests', () => {
	for (const { id } of dataset.agencies)
		expect(shown(only('agency', id))).toEqual(
			events.filter((e) => e.agencies.includes(id) || e.attributedBy?.includes(id)),
		);
});

test('each agency has one lane, and an event is in the lanes of exactly the agencies that it names', () => {
	const lanes = agenciesByLane(dataset);
	const named = new Set(events.flatMap((e) => FACETS.agency.of(e)));
	expect(
		[...lanes.values()]
			.flat()
			.map(({ id }) => id)
			.toSorted(),
	).toEqual([...named].toSorted());
	for (const [lane, agencies] of lanes) for (const a of agencies) expect(a.lane).toBe(lane);
});

test('the facet Status matches the latest status only', () => {
	const several = events.find((e) => e.status.length > 1)!;
	const earlier = several.status.find((s) => s.kind !== several.currentStatus.kind)!;
	expect(shown(only('status', several.currentStatus.kind))).toContain(several);
	expect(shown(only('status', earlier.kind))).not.toContain(several);
});

test('hiding context hides only the context events', () => {
	expect(shown({ ...EVERYTHING, context: false })).toEqual(events.filter((e) => e.tier !== 'context'));
});

test('only events that a search found pass', () => {
	const ids = new Set([events[3]!.id, events[7]!.id]);
	expect(events.filter(passes(EVERYTHING, ids))).toEqual([events[3], events[7]]);
	expect(events.filter(passes(EVERYTHING, new Set()))).toEqual([]);
});

test('a filter shows everything only if it has no parts', () => {
	expect(isEverything({ ...EVERYTHING, context: false })).toBe(false);
	expect(isEverything({ ...EVERYTHING, query: 'x' })).toBe(false);
	for (const f of facets) expect(isEverything(only(f, 'x'))).toBe(false);
});

test('a facet has a unique name in the address', () => {
	for (const facet of facets) expect(PARAMETERS.get(facet)).toBe(FACETS[facet].name.toLowerCase());
});

test('a facet offers every value that an event has', () => {
	for (const facet of facets)
		for (const e of events)
			expect(facetValues(dataset)[facet]).toEqual(expect.arrayContaining([...FACETS[facet].of(e)]));
});

test('the count line says the counts in words', () => {
	const all = { total: 5000, inView: 4981, outside: 7, filteredOut: 12, notYet: 0 };
	expect(tallyWords(all)).toBe('4988 of 5000 events · 4981 in view, 7 outside · 12 hidden by filters');
	expect(tallyWords({ ...all, filteredOut: 7, notYet: 5 })).toBe(
		'4988 of 5000 events · 4981 in view, 7 outside · 7 hidden by filters · 5 not yet public',
	);
});
