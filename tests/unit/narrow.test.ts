/** Records reduced to some events. */
import { describe, expect, test } from 'vitest';
import { recordsAsOf } from '../../src/domain/model/asof.ts';
import { backlinks } from '../../src/domain/model/backlinks.ts';
import { toDataset, type Dataset } from '../../src/domain/model/dataset.ts';
import { speaksOf } from '../../src/domain/model/narrative.ts';
import { recordsOfEvents } from '../../src/domain/model/narrow.ts';
import { dataset, records } from './record.ts';

const idsOf = ({ events }: Pick<Dataset, 'events'>) => events.map(({ id }) => id);
const narrowed = (of: Dataset, ids: readonly string[]) => toDataset(recordsOfEvents(of, new Set(ids)));

test('reduced to all events, the records are complete', () => {
	const all = recordsOfEvents(dataset, new Set(idsOf(dataset)));
	const { events, disputes, people, discrepancies, omissions, changes, texts } = records;
	expect(all).toMatchObject({ disputes, people, discrepancies, omissions, changes, texts });
	expect(all.case).toEqual(records.case);
	expect(all.events.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
});

const then = toDataset(recordsAsOf(records, dataset.events[Math.floor(dataset.events.length / 2)]!.known));
const PARTS: readonly (readonly [name: string, of: Dataset, ids: readonly string[]])[] = [
	['none', dataset, []],
	...dataset.agencies.map(({ id, name }) => {
		return [name, dataset, idsOf({ events: dataset.events.filter((e) => e.named.includes(id)) })] as const;
	}),
	['every second of a day in the past', then, idsOf(then).filter((_, i) => i % 2)],
];

describe.each(PARTS)('reduced to the events of %s', (_, of, ids) => {
	const part = narrowed(of, ids);
	const kept = new Set(ids);

	test('the events are there, and refer to no others', () => {
		expect(idsOf(part)).toEqual(idsOf(of).filter((id) => kept.has(id)));
		const named = [
			...part.events.flatMap((e) => [...e.follows, ...e.followedBy]),
			...part.disputes.flatMap((d) => d.events),
			...part.changes.flatMap((c) => c.events),
			...[...part.quote.values()].map((q) => q.event),
		];
		expect(named.filter((id) => !kept.has(id))).toEqual([]);
	});

	test('their content is unchanged', () => {
		for (const e of part.events) {
			const { title, summary, currentStatus, known, words, sources } = of.event.get(e.id)!;
			expect(e).toMatchObject({ title, summary, currentStatus, known, words });
			expect(e.sources.map((s) => s.id)).toEqual(sources.map((s) => s.id));
			expect(e.quotes.map((q) => q.exact)).toEqual(of.event.get(e.id)!.quotes.map((q) => q.exact));
		}
	});

	test('each source is one of theirs, or one from which theirs derive', () => {
		const at = backlinks(part);
		const origins = new Set([...part.source.values()].map((s) => s.origin));
		const cited = new Set(part.people.flatMap((p) => JSON.stringify(p).match(/[\w-]+/g) ?? []));
		const idle = [...part.source.values()].filter((source) => {
			const { events, disputes, isNoted } = at(source);
			return !events.length && !disputes.length && !isNoted && !origins.has(source.id) && !cited.has(source.id);
		});
		expect(idle.map((s) => s.id)).toEqual([]);
	});

	test('people whom none of them names are left out', () => {
		const named = new Set(part.events.flatMap((e) => e.actors));
		expect(part.people.filter((p) => !named.has(p.id))).toEqual([]);
	});

	test('no sentence of the case mentions other events', () => {
		const { lead, story = [], annotations = [] } = part.records.case;
		const spoken = [...(lead ? [lead] : []), ...story, ...annotations].flatMap(speaksOf);
		expect(spoken.filter((id) => of.event.has(id) && !kept.has(of.event.get(id)!.id))).toEqual([]);
	});
});
