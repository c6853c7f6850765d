/** Part of the second stage: nothing is listed twice, and no two names look alike to readers. */
import { quoted, type Report } from './diagnostic.ts';
import type { DataFiles, FileName } from './schema.ts';
import { values, where } from './where.ts';

/** Sorts the fields of an entry, so that entries with the same content have the same JSON. */
const sorted = (value: unknown): unknown => {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(sorted);
	return Object.fromEntries(
		Object.entries(value)
			.map(([name, part]) => [name, sorted(part)] as const)
			.sort(([a], [b]) => (a < b ? -1 : 1)),
	);
};
const isNamed = (entry: unknown) => typeof entry === 'object' && entry !== null && 'id' in entry;

/** A list may have two references to one source, but not the same reference twice. */
function checkEntries(data: DataFiles, report: Report): void {
	for (const file of Object.keys(data) as FileName[]) {
		for (const { value, path } of values(data[file])) {
			if (!Array.isArray(value)) continue;
			const seen = new Set<string>();
			value.forEach((entry: unknown, i) => {
				// Entries with the same id are reported elsewhere.
				if (isNamed(entry)) return;
				const key = JSON.stringify(sorted(entry));
				const at = where([...path, { key: i, value: entry }]);
				if (seen.has(key))
					report({
						file: `src/data/${file}.json`,
						...(at.field ? at : { id: at.id, field: '' }),
						found: `${quoted(entry)}, listed twice`,
						fix: 'Take it out here: it is in this list already.',
					});
				seen.add(key);
			});
		}
	}
}

/** An event listed by its id and by a former id is also listed twice. */
function checkEvents({ events: { events }, disputes: { disputes } }: DataFiles, report: Report): void {
	const current = new Map(events.flatMap((e) => (e.aliases ?? []).map((id) => [id, e.id] as const)));
	for (const { id } of events) current.set(id, id);
	const check = (file: FileName, id: string, field: string, list: readonly string[]) => {
		const seen = new Map<string, string>();
		for (const named of new Set(list)) {
			const now = current.get(named) ?? named;
			const other = seen.get(now);
			const fix = `It is the event that is in this list as “${other}” already: take one of them out.`;
			if (other !== undefined) report({ file: `src/data/${file}.json`, id, field, found: quoted(named), fix });
			seen.set(now, named);
		}
	};
	for (const e of events) check('events', e.id, 'follows', e.follows);
	for (const d of disputes) check('disputes', d.id, 'events', d.events);
}

/** Normalises a name as readers perceive it: case, the encoding of accents and white space make no difference. */
const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

function checkNames({ agencies: { agencies }, case: { chapters } }: DataFiles, report: Report): void {
	const check = <T extends { readonly id: string }>(
		file: FileName,
		list: readonly T[],
		field: string & keyof T,
		noun: string,
		isSame = (a: string, b: string) => folded(a) === folded(b),
	) => {
		list.forEach((entry, i) => {
			const value = entry[field] as string;
			const other = list
				.slice(0, i)
				// Entries with the same id are reported elsewhere.
				.find((before) => before.id !== entry.id && isSame(before[field] as string, value));
			if (other)
				report({
					file: `src/data/${file}.json`,
					id: entry.id,
					field,
					found: quoted(value),
					fix: `Readers could not tell it from “${other[field] as string}” of “${other.id}”: ${noun}.`,
				});
		});
	};
	check('agencies', agencies, 'name', 'give one of the two agencies another name');
	check('agencies', agencies, 'short', 'give one of the two agencies another short name');
	// Agencies share a lane if its name is written exactly alike.
	const differs = (a: string, b: string) => a !== b && folded(a) === folded(b);
	check('agencies', agencies, 'lane', 'write the lane alike in both, or name it differently', differs);
	check('case', chapters, 'title', 'give one of the two chapters another title');
}

export function checkLists(data: DataFiles, report: Report): void {
	checkEntries(data, report);
	checkEvents(data, report);
	checkNames(data, report);
}
