/** What the page must show, read from the data files themselves and not through the page's own code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
	Agency,
	CaseRecord,
	DiscrepancyRecord,
	DisputeRecord,
	EventRecord,
	OmissionRecord,
	QuoteRecord,
	Source,
} from '../../src/domain/model/records.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string): unknown => JSON.parse(readFileSync(join(root, `src/data/${name}.json`), 'utf8'));

export const theCase = read('case') as CaseRecord;
export const kinds = theCase.kinds!;
export const statuses = theCase.statuses!;
export const { agencies } = read('agencies') as { agencies: readonly Agency[] };
export const { disputes } = read('disputes') as { disputes: readonly DisputeRecord[] };
export const { discrepancies, omissions } = read('discrepancies') as {
	discrepancies: readonly DiscrepancyRecord[];
	omissions: readonly OmissionRecord[];
};
export const { sources } = read('sources') as { sources: readonly Source[] };
export const source = (id: string) => sources.find((s) => s.id === id)!;
export const quoted = sources.filter((s) => s.file);
export const textOf = ({ file }: Source) => readFileSync(join(root, file!), 'utf8');

const SEASONS: Readonly<Record<string, string>> = { '21': '03', '22': '06', '23': '09', '24': '12' };
/** First possible day of an EDTF text: "2020-10-20~/2020-10-21" → "2020-10-20". */
export function firstDay(when: string): string {
	const [year, part = '01', day = '01'] = when.split('/')[0]!.replace(/[~?%]/, '').split('-');
	return [year, SEASONS[part] ?? part, day].join('-');
}

const { events: inFile } = read('events') as { events: readonly EventRecord[] };
/** In time order; events of one day in the order of the file. */
export const events = [...inFile].sort((a, b) => firstDay(a.when).localeCompare(firstDay(b.when)));
export const event = (id: string) => events.find((e) => e.id === id)!;
export const ids = (list: readonly EventRecord[]) => list.map((e) => e.id);
export const quotes: readonly QuoteRecord[] = events.flatMap((e) => e.quotes);

/** Who acted, or on whose word an operation rests. */
export const names = (e: EventRecord, agency: string) =>
	e.agencies.includes(agency) || (e.attributedBy?.includes(agency) ?? false);
/** The latest status of several. */
export const statusOf = ({ status }: EventRecord) =>
	status.reduce((last, next) => (next.since >= last.since ? next : last)).kind;

/** The id of the chapter an event stands in. */
export function chapterOf(e: EventRecord): string {
	const day = firstDay(e.when);
	return theCase.chapters.find(
		({ from, to }) => (from === '..' || day >= from) && (to === '..' || day.slice(0, to.length) <= to),
	)!.id;
}

/** One event that has everything an event can have, and one that has no quote. */
export const FULL = 'indictment-unsealed-2021';
export const UNQUOTED = 'iran-denial-2020';
