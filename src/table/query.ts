/** Queries of an event table. A result has the rows, the counts, and the rows of each lane, ready to be drawn. */
import { bisectLeft } from '../layout/bisect.ts';
import type { Span } from '../domain/model/when.ts';
import type { About, EventTable } from './event-table.ts';
import { BAR, rankOf, type Columns, type Rows } from '../layout/columns.ts';
import { find, type Matches } from './find.ts';
import { caseFolded, type CaseFolded } from './case-folded.ts';
import { byLane, type LaneRows } from '../layout/placed.ts';

/** Each entry is a group of buttons with counts. A row's values are bits, as an event may be in several lanes. */
export const FACETS = {
	lane: {
		name: 'Lane',
		values: ({ lanes }: About) => lanes.map((l) => l.name),
		of: ({ columns: { lane, ties } }: EventTable, row: number) => (1 << lane[row]!) | ties[row]!,
	},
	tier: {
		name: 'Tier',
		values: () => ['Core', 'Related', 'Context'],
		of: ({ columns: { tier } }: EventTable, row: number) => 1 << tier[row]!,
	},
	status: {
		name: 'Status',
		values: ({ statuses }: About) => statuses,
		of: ({ status }: EventTable, row: number) => 1 << status[row]!,
	},
	shape: {
		name: 'Shape',
		values: () => ['A moment', 'A span of time'],
		of: ({ columns: { shape } }: EventTable, row: number) => 1 << (shape[row]! & BAR),
	},
} as const;
export type Facet = keyof typeof FACETS;
export const facets = Object.keys(FACETS) as Facet[];

export interface Query {
	readonly text: string;
	/** The text must match at the beginning of words in the label. */
	readonly wordStarts: boolean;
	/** One bit for each selected value; with none selected everything passes. */
	readonly pressed: Readonly<Record<Facet, number>>;
}
export const EVERYTHING: Query = {
	text: '',
	wordStarts: false,
	pressed: { lane: 0, tier: 0, status: 0, shape: 0 },
};

export interface Result {
	readonly rows: Rows;
	readonly lanes: LaneRows[];
	/** For each value, how many events that pass the other facets have it. */
	readonly counts: Readonly<Record<Facet, Uint32Array>>;
}

const tallied = (counts: Uint32Array, bits: number) => {
	for (let value = 0; bits; bits >>>= 1, value++) if (bits & 1) counts[value]!++;
};

/** One pass over the rows: a row that fails only one facet still counts for the values of that facet. */
function passing(table: EventTable, found: Matches, { pressed }: Query): Pick<Result, 'rows' | 'counts'> {
	const rows = new Uint32Array(table.columns.length);
	const tallies = facets.map((facet) => ({
		of: FACETS[facet].of,
		counts: new Uint32Array(FACETS[facet].values(table.about).length),
		wanted: pressed[facet] || ~0,
	}));
	let n = 0;
	for (let row = 0; row < rows.length; row++) {
		if (found && !found[row]) continue;
		let failed = 0;
		let only = tallies[0]!;
		for (const facet of tallies) {
			if ((facet.of(table, row) & facet.wanted) !== 0) continue;
			only = facet;
			if (++failed > 1) break;
		}
		if (failed === 0) {
			rows[n++] = row;
			for (const { of, counts } of tallies) tallied(counts, of(table, row));
		} else if (failed === 1) tallied(only.counts, only.of(table, row));
	}
	const counts = Object.fromEntries(facets.map((facet, i) => [facet, tallies[i]!.counts])) as Result['counts'];
	return { rows: rows.slice(0, n), counts };
}

/** Labels are prepared at the first search, or earlier by `prepare`. */
export function queryEngine(table: EventTable): { run: (query: Query) => Result; prepare: () => void } {
	let ready: CaseFolded | null = null;
	const labels = () => (ready ??= caseFolded(table.labels));
	return {
		prepare: () => void labels(),
		run: (query) => {
			const found = query.text.trim() ? find(labels(), query.text, query.wordStarts) : null;
			const { rows, counts } = passing(table, found, query);
			return { rows, counts, lanes: byLane(table.columns, rows, table.about.lanes.length) };
		},
	};
}

/** How many of some rows overlap a span. O(rows that begin before its end), so use it only at rest. */
export function meeting({ start, end }: Columns, rows: Rows, span: Span): number {
	const before = rankOf(rows, bisectLeft(start, span.end));
	let n = 0;
	for (let i = 0; i < before; i++) if (end[rows[i]!]! > span.start) n++;
	return n;
}
