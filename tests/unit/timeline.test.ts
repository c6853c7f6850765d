/** The reader's state, and everything derived from it. */
import { beforeEach, describe, expect, test } from 'vitest';
import { publicDays } from '../../src/domain/model/asof.ts';
import { EVERYTHING } from '../../src/domain/query/filter.ts';
import { formatPermalink, LONGEST_QUERY } from '../../src/domain/query/permalink.ts';
import { Timeline } from '../../src/state/timeline.svelte.ts';
import { dataset, document } from './record.ts';

const { events } = dataset;
let timeline: Timeline;
const opened = () => events.filter((e) => timeline.isOpen(e));
beforeEach(() => {
	timeline = new Timeline(dataset);
});

const agency = events.find((e) => e.agencies.length)!.agencies[0]!;
const namesIt = events.filter((e) => e.named.includes(agency));
/** An event that pressing the agency hides, and one with several quotes. */
const stranger = events.find((e) => !e.named.includes(agency))!;
const quoted = events.find((e) => e.quotes.length > 1)!;
const ids = (list: readonly { id: string }[]) => list.map((e) => e.id);

describe('as the page opens', () => {
	test('everything is shown, nothing is chosen or open, and there is a source to read', () => {
		expect(timeline.shown).toEqual(events);
		expect(timeline.chosen).toBeNull();
		expect(opened()).toEqual([]);
		expect(timeline.document).toBe(document);
		expect(formatPermalink(timeline.permalink)).toBe('');
	});
	test('every event is in exactly one chapter', () => {
		expect(ids(timeline.chapters.flatMap((c) => c.events))).toEqual(ids(events));
	});
});

describe('pressing', () => {
	test('an agency shows only the events in which it acted or that rest on its word', () => {
		timeline.press('agency', agency);
		expect(timeline.shown).toEqual(namesIt);
		expect(timeline.passing).toEqual(
			events.filter((e) => e.agencies.includes(agency) || e.attributedBy?.includes(agency)),
		);
		expect(timeline.tally).toMatchObject({ total: events.length, filteredOut: events.length - namesIt.length });
	});
	test('an agency twice shows everything again', () => {
		timeline.press('agency', agency);
		timeline.press('agency', agency);
		expect(timeline.shown).toEqual(events);
		expect(formatPermalink(timeline.permalink)).toBe('');
	});
	test('keeps the counts of its own facet and reduces those of the others', () => {
		const before = timeline.counts;
		timeline.press('agency', agency);
		expect(timeline.counts.agency).toEqual(before.agency);
		const kinds = [...timeline.counts.kind.values()].reduce((a, b) => a + b, 0);
		expect(kinds).toBe(namesIt.length);
	});
	test('leaves out chapters without events', () => {
		timeline.press('kind', 'reward');
		expect(timeline.chapters.flatMap((c) => c.events)).toEqual(events.filter((e) => e.kind === 'reward'));
		expect(timeline.chapters.every((c) => c.events.length > 0)).toBe(true);
	});
	test('adds a history entry that Back undoes', () => {
		timeline.press('agency', agency);
		timeline.showContext(false);
		expect(timeline.navigations).toBe(2);
	});
});

test('hiding context hides the context events', () => {
	timeline.showContext(false);
	expect(timeline.shown).toEqual(events.filter((e) => e.tier !== 'context'));
	timeline.showContext(true);
	expect(timeline.shown).toEqual(events);
});

describe('choosing', () => {
	test('opens the event and shows its first quote in the source', () => {
		timeline.choose(quoted.id);
		expect(timeline.chosen).toBe(quoted);
		expect(opened()).toEqual([quoted]);
		expect(timeline.quote).toBe(quoted.quotes[0]);
		expect(timeline.document?.source.id).toBe(quoted.quotes[0]!.source);
	});
	test('one of its quotes shows that quote in the source', () => {
		timeline.choose(quoted.id, quoted.quotes[1]!.id);
		expect(timeline.quote).toBe(quoted.quotes[1]);
		expect(formatPermalink(timeline.permalink)).toBe(`e=${quoted.id}&p=${quoted.quotes[1]!.id}`);
	});
	test('the same again adds no history entry; the same after closing does', () => {
		timeline.choose(quoted.id);
		timeline.choose(quoted.id);
		expect(timeline.navigations).toBe(1);
		timeline.close(quoted.id);
		timeline.choose(quoted.id);
		expect(timeline.navigations).toBe(3);
	});
	test('keeps an event that filters hide in the record, and says so', () => {
		timeline.press('agency', agency);
		timeline.choose(stranger.id);
		expect(ids(timeline.shown)).toEqual(ids(events.filter((e) => namesIt.includes(e) || e === stranger)));
		expect(timeline.isFilteredOut(stranger)).toBe(true);
		expect(timeline.isFilteredOut(namesIt[0]!)).toBe(false);
		// It is shown, but still counts as hidden by filters.
		expect(timeline.tally.filteredOut).toBe(events.length - namesIt.length);
	});
	test('another event keeps the first one open', () => {
		timeline.choose(quoted.id);
		timeline.choose(stranger.id);
		expect(opened()).toEqual(events.filter((e) => e === quoted || e === stranger));
	});
});

describe('closing', () => {
	test('the chosen event clears the choice', () => {
		timeline.choose(quoted.id, quoted.quotes[1]!.id);
		timeline.close(quoted.id);
		expect([timeline.chosen, timeline.permalink.passage, timeline.isOpen(quoted)]).toEqual([null, null, false]);
	});
	test('another event keeps the chosen one', () => {
		timeline.choose(stranger.id);
		timeline.choose(quoted.id);
		timeline.close(stranger.id);
		expect(timeline.chosen).toBe(quoted);
		expect(timeline.navigations).toBe(2);
	});
	test('all closes all, opening all opens all', () => {
		timeline.openAll();
		expect(opened()).toEqual(events);
		timeline.closeAll();
		expect(opened()).toEqual([]);
	});
});

describe('clearing', () => {
	test('resets facets, context and search at once', async () => {
		await timeline.follow(`?agency=${agency}&context=0&q=emails&e=${quoted.id}`);
		timeline.clear();
		expect(timeline.filter).toEqual(EVERYTHING);
		expect(timeline.shown).toEqual(events);
		expect(timeline.words.size).toBe(0);
		// The choice is not a filter.
		expect(timeline.chosen).toBe(quoted);
	});
	test('nothing adds no history entry', () => {
		timeline.clear();
		expect(timeline.navigations).toBe(0);
	});
});

describe('following an address', () => {
	test('applies it without a history entry', async () => {
		await timeline.follow(`?agency=${agency}&e=${stranger.id}`);
		expect(timeline.passing).toEqual(namesIt);
		expect(timeline.chosen).toBe(stranger);
		expect(timeline.isOpen(stranger)).toBe(true);
		expect([timeline.navigations, timeline.notice, timeline.unread]).toEqual([0, '', []]);
	});
	test('with a search, ends with the results', async () => {
		const person = dataset.person.get(quoted.actors[0]!)!.name;
		await timeline.follow(`?q=${encodeURIComponent(person)}`);
		expect(timeline.passing.length).toBeLessThan(events.length);
		expect(timeline.passing).toContain(quoted);
		expect(timeline.words.size).toBeGreaterThan(0);
	});
	test('reports its invalid parts, until the next address', async () => {
		await timeline.follow('?e=never&kind=order');
		expect(timeline.unread).toEqual([['e', 'never']]);
		expect(timeline.shown).toEqual(events.filter((e) => e.kind === 'order'));
		await timeline.follow('');
		expect(timeline.unread).toEqual([]);
		expect(timeline.shown).toEqual(events);
	});
	test('with a time span, counts events in view and outside', async () => {
		await timeline.follow('?t=2020-10-20..2020-10-21');
		const { inView, outside, filteredOut } = timeline.tally;
		expect([inView > 0, outside > 0, filteredOut]).toEqual([true, true, 0]);
		expect(inView + outside).toBe(events.length);
		// The record keeps every event that passes.
		expect(timeline.shown).toEqual(events);
	});
	test('restores the page that has this address', async () => {
		timeline.choose(quoted.id, quoted.quotes[1]!.id);
		timeline.press('agency', agency);
		timeline.showContext(false);
		const other = new Timeline(dataset);
		await other.follow(`?${formatPermalink(timeline.permalink)}`);
		expect(other.permalink).toEqual(timeline.permalink);
		expect(other.shown).toEqual(timeline.shown);
	});
});

test('during a drag of the date line the chart has its day and the page the old one; navigation ends the drag', () => {
	const [first, second] = publicDays(dataset).flatMap(({ day, events }) => (events ? [day] : []));
	const timeline = new Timeline(dataset);
	timeline.readAsOf(second!);
	timeline.dragged = first!;
	expect([timeline.asOf, timeline.lineDay]).toEqual([second, first]);
	expect(timeline.lineDataset.events.every(({ known }) => known <= first!)).toBe(true);
	expect(timeline.dataset.events.some(({ known }) => known > first!)).toBe(true);
	// Like Back during the drag.
	void timeline.follow('');
	expect([timeline.asOf, timeline.lineDay, timeline.lineDataset]).toEqual([null, null, dataset]);
	timeline.readAsOf(second!);
	timeline.dragged = first!;
	timeline.readAsOf(first!);
	expect([timeline.asOf, timeline.dragged]).toEqual([first, null]);
});
test('typing searches at once and adds a history entry only when kept', async () => {
	await timeline.follow('?q=x');
	timeline.search('emails');
	expect(timeline.passing.length).toBeGreaterThan(0);
	expect(timeline.passing.length).toBeLessThan(events.length);
	expect(timeline.navigations).toBe(0);
	timeline.navigate();
	expect(timeline.navigations).toBe(1);
});

test('a search is never longer than an address allows (A9)', () => {
	timeline.search('x'.repeat(100_000));
	expect(timeline.filter.query).toHaveLength(LONGEST_QUERY);
});

test('an address is applied at once, before its search has loaded, and later changes are not undone (A8)', async () => {
	const found = timeline.follow('?q=zzzzzz');
	expect(timeline.filter.query).toBe('zzzzzz');
	void timeline.follow(`?e=${quoted.id}`);
	await found;
	expect([timeline.filter.query, timeline.chosen?.id]).toEqual(['', quoted.id]);
	const again = timeline.follow('?q=zzzzzz');
	timeline.choose(stranger.id);
	await again;
	expect([timeline.filter.query, timeline.chosen?.id]).toEqual(['zzzzzz', stranger.id]);
});

test('events that were open are open again after a reload', () => {
	timeline.openAll();
	const other = new Timeline(dataset);
	void other.follow('', timeline.opened);
	expect(ids(events.filter((e) => other.isOpen(e)))).toEqual(ids(events));
});
