/** JSON: the export is the record itself, so that a case can be built from it. */
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { Exported } from '../../src/domain/exchange/json.ts';
import { JSON_FORMAT } from '../../src/domain/exchange/json.ts';
import { isoDay } from '../../src/domain/model/when.ts';
import { formatDiagnostics } from '../../tools/validate/diagnostic.ts';
import { SCHEMAS } from '../../tools/validate/schema.ts';
import { validate } from '../../tools/validate/validate.ts';
import { makeCase } from '../cases.ts';
import { writeExported } from '../exported.ts';
import { EXTRACTS, extractOf, otherRecords, recordsWith } from './extracts.ts';
import { folder } from './faults.ts';
import { records } from './record.ts';

const read = (text: string) => JSON.parse(text) as Exported;

/** The records of a folder that passes the check. */
function checked(path: string) {
	const verdict = validate(path);
	if (!verdict.ok) throw new Error(formatDiagnostics(verdict.problems));
	return verdict.records;
}
const made = (n: number) => {
	const path = folder();
	makeCase(path, n);
	return checked(path);
};

test.for([
	['the record', () => records],
	['another case', () => otherRecords],
	['a case of one event', () => made(1)],
	['a case of 120 events', () => made(120)],
] as const)('%s → JSON → files → the same record, the same JSON', ([, recordsOf]) => {
	const original = recordsOf();
	const text = JSON_FORMAT.write(extractOf(original));
	const path = folder();
	writeExported(path, text);
	const again = checked(path);
	expect(again).toEqual(original);
	expect(JSON_FORMAT.write(extractOf(again))).toBe(text);
});

describe.for(Object.entries(EXTRACTS))('%s', ([, extract]) => {
	const { view, records: held } = read(JSON_FORMAT.write(extract));
	const raw = new Map(extract.dataset.records.events.map((e) => [e.id, e]));

	test('has its events as they are in the record', () => {
		expect(held.events.map((e) => e.id).toSorted()).toEqual(extract.events.map((e) => e.id).toSorted());
		const own = new Set(extract.events.flatMap((e) => [e.id, ...(e.aliases ?? [])]));
		for (const e of held.events) {
			const { follows, ...rest } = raw.get(e.id)!;
			expect(e).toMatchObject(rest);
			for (const id of follows.filter((other) => own.has(other)))
				expect(e.follows).toContain(extract.dataset.event.get(id)!.id);
		}
	});
	test('says what it is a view of', () => {
		expect(view).toMatchObject({
			version: extract.dataset.version,
			asOf: extract.asOf === null ? null : isoDay(extract.asOf),
			filters: extract.filters,
			events: extract.events.length,
			of: extract.total,
		});
		expect(view.address).toBe(extract.search ? `${extract.site}?${extract.search}` : extract.site);
	});
	test('has every entry that it refers to, and lists the events that it refers to but does not have', () => {
		const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
		const [sources, people, own] = [ids(held.sources), ids(held.people), ids(held.events)];
		const named = JSON.stringify([held.events, held.people, held.disputes, held.discrepancies, held.omissions]);
		const unnamed = extract.dataset.records.sources.filter((s) => named.includes(`"${s.id}"`) && !sources.has(s.id));
		expect(unnamed).toEqual([]);
		for (const s of held.sources) if (s.origin) expect(sources).toContain(s.origin);
		for (const e of held.events) for (const id of e.actors) expect(people).toContain(id);
		for (const id of Object.keys(held.texts)) expect(sources).toContain(id);
		for (const e of held.events) for (const q of e.quotes) expect(held.texts[q.source]).toContain(q.exact);
		const outside = extract.events.flatMap((e) => e.follows).filter((id) => !own.has(id));
		const left = new Set(view.leftOut.map(({ id }) => id));
		for (const id of outside) expect(left).toContain(extract.dataset.event.get(id)!.id);
		for (const { id, title } of view.leftOut) {
			expect(own).not.toContain(id);
			expect(title).toBe(extract.dataset.event.get(id)!.title);
		}
	});
});

test('a filtered record can be turned into a case that passes the check', () => {
	const path = folder();
	const text = JSON_FORMAT.write(EXTRACTS['a filtered record']!);
	writeExported(path, text);
	expect(checked(path).events).toEqual(read(text).records.events);
});

test('a filtered record lists what is omitted, and the whole record omits nothing', () => {
	const leftOut = (name: string) => read(JSON_FORMAT.write(EXTRACTS[name]!)).view.leftOut;
	expect(leftOut('a filtered record').length).toBeGreaterThan(0);
	expect(leftOut('the whole record')).toEqual([]);
});

test.for(['the whole record', 'a filtered record', 'another case, without a site'] as const)(
	'%s conforms to the schemas',
	(name) => {
		const { case: told, ...lists } = read(JSON_FORMAT.write(EXTRACTS[name]!)).records;
		for (const file of ['agencies', 'people', 'events', 'sources', 'disputes', 'changes'] as const)
			expect(v.safeParse(SCHEMAS[file], { [file]: lists[file] }).issues, file).toBeUndefined();
		expect(v.safeParse(SCHEMAS.case, told).issues).toBeUndefined();
		const { discrepancies, omissions } = lists;
		expect(v.safeParse(SCHEMAS.discrepancies, { discrepancies, omissions }).issues).toBeUndefined();
	},
);

test('a part of the record has all sources that its sources derive from, with their notes', () => {
	const whole = recordsWith(['A', 'B', 'C', 'D']);
	const origins: Readonly<Record<string, string>> = { 'source-0': 'source-1', 'source-1': 'source-2' };
	const sources = whole.sources.map((s) => (origins[s.id] ? { ...s, origin: origins[s.id]! } : s));
	const omissions = [{ source: 'held', record: 'A', note: 'A', references: ['source-3'] }];
	const extract = extractOf({ ...whole, sources, omissions });
	const { records: held } = read(JSON_FORMAT.write({ ...extract, events: extract.events.slice(0, 1) }));
	expect(held.sources.map((s) => s.id)).toEqual(['held', 'source-0', 'source-1', 'source-2', 'source-3']);
	expect(held.omissions).toEqual(omissions);
});
