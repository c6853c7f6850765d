/** What the page must show, read directly from the data files and not through the page's own code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonRecord } from '../../src/domain/model/people.ts';
import type {
	Agency,
	CaseRecord,
	DiscrepancyRecord,
	DisputeRecord,
	EventRecord,
	OmissionRecord,
	Source,
} from '../../src/domain/model/records.ts';

export const root = join(import.meta.dirname, '../..');

const SEASONS: Readonly<Record<string, number>> = { '21': 3, '22': 6, '23': 9, '24': 12 };
const isoDay = (year: string, month: number, day: number) =>
	new Date(Date.UTC(Number(year), month - 1, day)).toISOString().slice(0, 10);
const parts = (text: string) => text.replace(/[~?%]/g, '').split('-') as [string, string?, string?];
/** First possible day of an EDTF text: "2020-10-20~/2020-10-21" → "2020-10-20". */
export function firstDay(when: string): string {
	const [year, part = '01', day = '01'] = parts(when.split('/')[0]!);
	return isoDay(year, SEASONS[part] ?? Number(part), Number(day));
}
/** Last possible day of an EDTF text: "2020-08/2020-11" → "2020-11-30". */
export function lastDay(when: string): string {
	const [year, part = '12', day] = parts(when.split('/').at(-1)!);
	const month = SEASONS[part] === undefined ? Number(part) : SEASONS[part] + 2;
	return day ? isoDay(year, month, Number(day)) : isoDay(year, month + 1, 0);
}
export const plusDays = (day: string, n: number) => {
	const [year, month, date] = parts(day);
	return isoDay(year, Number(month), Number(date) + n);
};

/** @param folder of a case, from the top of the repository */
export function readCase(folder: string) {
	const read = (name: string): unknown => JSON.parse(readFileSync(join(root, folder, `src/data/${name}.json`), 'utf8'));
	const theCase = read('case') as CaseRecord;
	const { agencies } = read('agencies') as { agencies: readonly Agency[] };
	const { people } = read('people') as { people: readonly PersonRecord[] };
	const { disputes } = read('disputes') as { disputes: readonly DisputeRecord[] };
	const { discrepancies, omissions } = read('discrepancies') as {
		discrepancies: readonly DiscrepancyRecord[];
		omissions: readonly OmissionRecord[];
	};
	const { sources } = read('sources') as { sources: readonly Source[] };
	const { events: inFile } = read('events') as { events: readonly EventRecord[] };
	/** In time order; events of one day in the order of the file. */
	const events = [...inFile].sort((a, b) => firstDay(a.when).localeCompare(firstDay(b.when)));
	const source = (id: string) => sources.find((s) => s.id === id)!;
	/** The day from which a source could be read. */
	const readableDay = ({ published, heldSince }: Source) => {
		const day = published ?? heldSince;
		return day === undefined ? '9999' : lastDay(day);
	};
	return {
		theCase,
		agencies,
		people,
		disputes,
		discrepancies,
		omissions,
		sources,
		events,
		quotes: events.flatMap((e) => e.quotes),
		quoted: sources.filter((s) => s.file),
		event: (id: string) => events.find((e) => e.id === id)!,
		source,
		readableDay,
		/** The day on which an event became public: it had begun, and one of its sources could be read. */
		publicDay: (e: EventRecord): string => {
			if (e.publicOn) return e.publicOn.date;
			const published = [...e.quotes, ...e.references].flatMap((c) => source(c.source).published ?? []);
			return [published.map(lastDay).sort()[0]!, firstDay(e.when)].sort()[1]!;
		},
		textOf: ({ file }: Source) => readFileSync(join(root, folder, file!), 'utf8'),
	};
}

export const ours = readCase('.');
export const { theCase, agencies, people, disputes, discrepancies, omissions, sources } = ours;
export const { events, quotes, quoted, event, source, readableDay, publicDay, textOf } = ours;
export const ids = (list: readonly EventRecord[]) => list.map((e) => e.id);

const byId = <T extends { readonly id: string }>(list: readonly T[]) =>
	Object.fromEntries(list.map((entry) => [entry.id, entry]));
export const KINDS = byId(theCase.kinds!);
export const STATUSES = byId(theCase.statuses!);

/** Whether an event names an agency that acted or on whose word the event rests. */
export const names = (e: EventRecord, agency: string) =>
	e.agencies.includes(agency) || (e.attributedBy?.includes(agency) ?? false);
/** The latest status of several. */
export const statusOf = ({ status }: EventRecord) =>
	status.reduce((last, next) => (next.since >= last.since ? next : last)).kind;

/** First and last day of a chapter; ".." is the first or last day of the case. */
export const daysOf = ({ from, to }: CaseRecord['chapters'][number]) =>
	[from === '..' ? firstDay(theCase.extent) : firstDay(from), lastDay(to === '..' ? theCase.extent : to)] as const;
/** The chapter an event belongs to. */
export const chapterOf = (e: EventRecord) =>
	theCase.chapters.find(
		(c) => (c.from === '..' || firstDay(e.when) >= daysOf(c)[0]) && (c.to === '..' || firstDay(e.when) <= daysOf(c)[1]),
	)!;
