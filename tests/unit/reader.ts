/** Random actions of a reader: filters, searches and time spans. */
import fc from 'fast-check';
import { facets, facetValues, type Facet, type Filter } from '../../src/domain/query/filter.ts';
import { DAY, type Span } from '../../src/domain/model/when.ts';
import { dataset } from './record.ts';

const values = facetValues(dataset);

export const pressing: fc.Arbitrary<readonly [Facet, string]> = fc
	.constantFrom(...facets)
	.chain((facet) => fc.constantFrom(...values[facet]).map((value) => [facet, value] as const));

/** Pressed values in the order of the page, which links also have. */
export const filter = (query: fc.Arbitrary<string> = fc.constant('')): fc.Arbitrary<Filter> =>
	fc.record({
		...(Object.fromEntries(facets.map((f) => [f, fc.subarray([...values[f]])])) as Record<
			Facet,
			fc.Arbitrary<string[]>
		>),
		context: fc.boolean(),
		query,
	});

export const found = fc.option(fc.subarray(dataset.events.map((e) => e.id)).map((ids) => new Set(ids)));

/** Whole days, as in a view at rest. */
export const span: fc.Arbitrary<Span> = fc
	.tuple(fc.integer({ min: 17_000, max: 21_000 }), fc.integer({ min: 1, max: 4_000 }))
	.map(([from, days]) => ({ start: from * DAY, end: (from + days) * DAY }));
