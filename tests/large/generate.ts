/** Millions of seeded events as an event table in time order, with separate details: the same in every run. */
import type { Span } from '../../src/domain/model/when.ts';
import type { About, EventTable } from '../../src/table/event-table.ts';
import { BAR } from '../../src/layout/columns.ts';
import { random } from '../seeded.ts';
import type { Detail, DetailFile } from '../../src/table/details.svelte.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const EXTENT: Span = { start: Date.UTC(2004, 0, 1), end: Date.UTC(2024, 0, 1) };
const LENGTH = EXTENT.end - EXTENT.start;
const LANES: About['lanes'] = [
	{ name: 'Alleged operation', agency: null },
	{ name: 'ODNI', agency: 'odni' },
	{ name: 'FBI', agency: 'fbi' },
	{ name: 'CISA', agency: 'cisa' },
	{ name: 'Justice', agency: 'doj' },
	{ name: 'Treasury', agency: 'treasury' },
	{ name: 'State', agency: 'state' },
	{ name: 'Others', agency: 'white-house' },
];
const STATUSES = ['Alleged', 'Assessed', 'Official', 'Stated', 'Reported'];
const WORDS = `Treaty signed after long talks between northern ports new bridge opened record harvest reported satellite
	reaches orbit market closes higher museum shows rare prints team wins final storm damages coast law
	passed by council engine tested virus mapped film premières strike ends census published reactor restarts
	river restored Zürich São Paulo`.split(/\s+/);
/** One label in a thousand has this word, for searches. */
const RARE = 'Kazemí';
/** Length of a label in letters: 36 to 42, like a headline. */
const [FROM, TO] = [36, 42];
const TOGETHER = 512;

/** 70 % of the starts are uniform over twenty years, the others are in twelve bursts. */
function beginnings(n: number, next: () => number): Float64Array {
	const bursts = Array.from({ length: 12 }, () => next() * LENGTH);
	const inBurst = () => bursts[Math.floor(next() * 12)]! + ((next() + next() + next() - 1.5) * LENGTH) / 40;
	const at = () => {
		const moment = next() < 0.7 ? next() * LENGTH : inBurst();
		return moment >= 0 && moment < LENGTH - HOUR ? moment : next() * (LENGTH - HOUR);
	};
	return Float64Array.from({ length: n }, () => EXTENT.start + Math.floor(at() / MINUTE) * MINUTE).sort();
}

function labels(n: number, next: () => number): EventTable['labels'] {
	const encoder = new TextEncoder();
	const words = [...WORDS, RARE].map((word) => encoder.encode(`${word} `));
	const ends = new Uint32Array(n + 1);
	const bytes = new Uint8Array(n * 2 * TO);
	let at = 0;
	for (let row = 0; row < n; row++) {
		const from = at;
		if (next() < 0.001) {
			bytes.set(words.at(-1)!, at);
			at += words.at(-1)!.length;
		}
		while (at - from < FROM) {
			const word = words[Math.floor(next() * WORDS.length)]!;
			if (at - from + word.length - 1 > TO) break;
			bytes.set(word, at);
			at += word.length;
		}
		// The last word has no space after it.
		ends[row + 1] = --at;
	}
	return { ends, bytes: bytes.slice(0, at) };
}

export function synthetic(n: number): EventTable {
	const next = random(42 + n);
	const start = beginnings(n, next);
	const bytes = () => new Uint8Array(n);
	const [lane, tier, shape, status] = [bytes(), bytes(), bytes(), bytes()];
	const end = new Float64Array(n);
	const ties = new Uint32Array(n);
	for (let row = 0; row < n; row++) {
		const lasts = next() < 0.3;
		const length = lasts ? Math.floor(60 * Math.exp(next() * Math.log(180 * 24))) * MINUTE : MINUTE;
		end[row] = Math.min(EXTENT.end, start[row]! + length);
		lane[row] = Math.floor(next() * LANES.length);
		const tie = 1 + Math.floor(next() * (LANES.length - 1));
		if (lane[row] !== 0 && tie !== lane[row] && next() < 0.1) ties[row] = 1 << tie;
		tier[row] = Math.floor(next() * 3);
		status[row] = Math.floor(next() * STATUSES.length);
		shape[row] = lasts ? BAR : 0;
	}
	return {
		columns: { length: n, start, end, lane, ties, tier, shape },
		status,
		labels: labels(n, next),
		about: {
			edition: `synthetic-${n}`,
			title: `${n.toLocaleString('en')} synthetic events`,
			extent: EXTENT,
			lanes: LANES,
			statuses: STATUSES,
			pageSize: TOGETHER,
		},
	};
}

const SOURCES = ['Harbour Gazette', 'Register of Orders', 'Evening Wire', 'Notes of the Council'];
export const detailOf = (row: number): Detail => ({
	summary: `What is held of event ${row}: a made-up act, so that there is something to fetch.`,
	source: `${SOURCES[row % SOURCES.length]!}, no. ${row % 9973}`,
	quote: `Number ${row} was entered in the book on the day it was made public.`,
});

/** The text of each file of details. */
export function* detailFiles({ about, columns: { length } }: Pick<EventTable, 'about' | 'columns'>) {
	const { edition, pageSize } = about;
	for (let from = 0; from < length; from += pageSize) {
		const rows = Array.from({ length: Math.min(pageSize, length - from) }, (_, i) => from + i);
		yield {
			number: from / pageSize,
			text: JSON.stringify({ edition, events: rows.map(detailOf) } satisfies DetailFile),
		};
	}
}
