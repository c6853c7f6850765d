/** What a reader may ask of an archive, and the answer: rows, counts, and the rows of each lane, ready to be drawn. */
import { bisectLeft } from '../layout/bisect.ts';
import type { Span } from '../domain/model/when.ts';
import type { About, Archive } from './event-table.ts';
import { BAR, rankOf, type Columns, type Rows } from '../layout/columns.ts';
import { find, type Found } from './find.ts';
import { folded, type Folded } from './case-folded.ts';
import { byLane, type LaneRows } from '../layout/placed.ts';

/** A line here is a group of buttons with its counts. The values of a row are bits, since an event may have several lanes. */
export const FACETS = {
	lane: {
		name: 'Lane',
		values: ({ lanes }: About) => lanes.map((l) => l.name),
		of: ({ columns: { lane, ties } }: Archive, row: number) => (1 << lane[row]!) | ties[row]!,
	},
	rank: {
		name: 'Rank',
		values: () => ['Core', 'Related', 'Context'],
		of: ({ columns: { rank } }: Archive, row: number) => 1 << rank[row]!,
	},
	status: {
		name: 'Status',
		values: ({ statuses }: About) => statuses,
		of: ({ status }: Archive, row: number) => 1 << status[row]!,
	},
	shape: {
		name: 'Shape',
		values: () => ['A moment', 'A span of time'],
		of: ({ columns: { shape } }: Archive, row: number) => 1 << (shape[row]! & BAR),
	},
} as const;
export type Facet = keyof typeof FACETS;
export const facets = Object.keys(FACETS) as Facet[];

export interface Question {
	readonly query: string;
	/** Words of the query count only at the beginning of words. */
	readonly beginnings: boolean;
	/** One bit for each pressed value; none pressed lets everything pass. */
	readonly pressed: Readonly<Record<Facet, number>>;
}
export const EVERYTHING: Question = {
	query: '',
	beginnings: false,
	pressed: { lane: 0, rank: 0, status: 0, shape: 0 },
};

export interface Answer {
	readonly rows: Rows;
	readonly lanes: LaneRows[];
	/** How many events each value stands for under the other facets. */
	readonly counts: Readonly<Record<Facet, Uint32Array>>;
}

const tallied = (counts: Uint32Array, bits: number) => {
	for (let value = 0; bits; bits >>>= 1, value++) if (bits & 1) counts[value]!++;
};

/** One pass over the rows: a row that fails in one facet alone is still counted among the values of that one. */
export function passing(archive: Archive, found: Found, { pressed }: Question): Pick<Answer, 'rows' | 'counts'> {
	const rows = new Uint32Array(archive.columns.length);
	const table = facets.map((facet) => ({
		of: FACETS[facet].of,
		counts: new Uint32Array(FACETS[facet].values(archive.about).length),
		wanted: pressed[facet] || ~0,
	}));
	let n = 0;
	for (let row = 0; row < rows.length; row++) {
		if (found && !found[row]) continue;
		let failed = 0;
		let only = table[0]!;
		for (const facet of table) {
			if ((facet.of(archive, row) & facet.wanted) !== 0) continue;
			only = facet;
			if (++failed > 1) break;
		}
		if (failed === 0) {
			rows[n++] = row;
			for (const { of, counts } of table) tallied(counts, of(archive, row));
		} else if (failed === 1) tallied(only.counts, only.of(archive, row));
	}
	const counts = Object.fromEntries(facets.map((facet, i) => [facet, table[i]!.counts])) as Record<Facet, Uint32Array>;
	return { rows: rows.slice(0, n), counts };
}

/** A function from question to answer. Labels are made ready at the first search, or before it where there is time. */
export function answers(archive: Archive): { answer: (question: Question) => Answer; prepare: () => void } {
	let ready: Folded | null = null;
	const labels = () => (ready ??= folded(archive.labels));
	return {
		prepare: () => void labels(),
		answer: (question) => {
			const found = question.query.trim() ? find(labels(), question.query, question.beginnings) : null;
			const { rows, counts } = passing(archive, found, question);
			return { rows, counts, lanes: byLane(archive.columns, rows, archive.about.lanes.length) };
		},
	};
}

/** How many of some rows meet a span. O(rows that begin before its end), so for a view at rest. */
export function meeting({ start, end }: Columns, rows: Rows, span: Span): number {
	const before = rankOf(rows, bisectLeft(start, span.end));
	let n = 0;
	for (let i = 0; i < before; i++) if (end[rows[i]!]! > span.start) n++;
	return n;
}
