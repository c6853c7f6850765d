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
/** An event that pressing the agency holds back, and one with several quotes. */
const stranger = events.find((e) => !e.named.includes(agency))!;
const quoted = events.find((e) => e.quotes.length > 1)!;
const ids = (list: readonly { id: string }[]) => list.map((e) => e.id);

describe('as the page opens', () => {
	test('everything is shown, nothing is chosen, all is closed, and there is a source to read', () => {
		expect(timeline.shown).toEqual(events);
		expect(timeline.chosen).toBeNull();
		expect(opened()).toEqual([]);
		expect(timeline.document).toBe(document);
		expect(formatPermalink(timeline.permalink)).toBe('');
	});
	test('every event is under exactly one chapter', () => {
		expect(ids(timeline.chapters.flatMap((c) => c.events))).toEqual(ids(events));
	});
});

describe('pressing', () => {
	test('an agency shows just the events that it acted in or that rest on its word', () => {
		timeline.press('agency', agency);
		expect(timeline.shown).toEqual(namesIt);
		expect(timeline.passing).toEqual(
			events.filter((e) => e.agencies.includes(agency) || e.attributedBy?.includes(agency)),
		);
		expect(timeline.tally).toMatchObject({ total: events.length, filteredOut: events.length - namesIt.length });
	});
	test('it twice shows everything again', () => {
		timeline.press('agency', agency);
		timeline.press('agency', agency);
		expect(timeline.shown).toEqual(events);
		expect(formatPermalink(timeline.permalink)).toBe('');
	});
	test('leaves the counts of its own facet and narrows those of the others', () => {
		const before = timeline.counts;
		timeline.press('agency', agency);
		expect(timeline.counts.agency).toEqual(before.agency);
		const kinds = [...timeline.counts.kind.values()].reduce((a, b) => a + b, 0);
		expect(kinds).toBe(namesIt.length);
	});
	test('leaves out chapters that have nothing to show', () => {
		timeline.press('kind', 'reward');
		expect(timeline.chapters.flatMap((c) => c.events)).toEqual(events.filter((e) => e.kind === 'reward'));
		expect(timeline.chapters.every((c) => c.events.length > 0)).toBe(true);
	});
	test('is an act that Back undoes', () => {
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
	test('opens the event and turns the source to its first quote', () => {
		timeline.choose(quoted.id);
		expect(timeline.chosen).toBe(quoted);
		expect(opened()).toEqual([quoted]);
		expect(timeline.quote).toBe(quoted.quotes[0]);
		expect(timeline.document?.source.id).toBe(quoted.quotes[0]!.source);
	});
	test('one of its quotes turns the source to that one', () => {
		timeline.choose(quoted.id, quoted.quotes[1]!.id);
		expect(timeline.quote).toBe(quoted.quotes[1]);
		expect(formatPermalink(timeline.permalink)).toBe(`e=${quoted.id}&p=${quoted.quotes[1]!.id}`);
	});
	test('the same again is no new act; the same after closing is', () => {
		timeline.choose(quoted.id);
		timeline.choose(quoted.id);
		expect(timeline.navigations).toBe(1);
		timeline.close(quoted.id);
		timeline.choose(quoted.id);
		expect(timeline.navigations).toBe(3);
	});
	test('keeps an event in the record that filters hold back, and says that they do', () => {
		timeline.press('agency', agency);
		timeline.choose(stranger.id);
		expect(ids(timeline.shown)).toEqual(ids(events.filter((e) => namesIt.includes(e) || e === stranger)));
		expect(timeline.isFilteredOut(stranger)).toBe(true);
		expect(timeline.isFilteredOut(namesIt[0]!)).toBe(false);
		// It is shown, and still counted as held back.
		expect(timeline.tally.filteredOut).toBe(events.length - namesIt.length);
	});
	test('another leaves the first one open', () => {
		timeline.choose(quoted.id);
		timeline.choose(stranger.id);
		expect(opened()).toEqual(events.filter((e) => e === quoted || e === stranger));
	});
});

describe('closing', () => {
	test('the chosen event chooses nothing', () => {
		timeline.choose(quoted.id, quoted.quotes[1]!.id);
		timeline.close(quoted.id);
		expect([timeline.chosen, timeline.permalink.passage, timeline.isOpen(quoted)]).toEqual([null, null, false]);
	});
	test('another event leaves the chosen one', () => {
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
	test('takes facets, context and search back at once', async () => {
		await timeline.follow(`?agency=${agency}&context=0&q=emails&e=${quoted.id}`);
		timeline.clear();
		expect(timeline.filter).toEqual(EVERYTHING);
		expect(timeline.shown).toEqual(events);
		expect(timeline.words.size).toBe(0);
		// What is chosen is no filter.
		expect(timeline.chosen).toBe(quoted);
	});
	test('nothing is no act', () => {
		timeline.clear();
		expect(timeline.navigations).toBe(0);
	});
});

describe('following an address', () => {
	test('turns the page to it, without being an act', async () => {
		await timeline.follow(`?agency=${agency}&e=${stranger.id}`);
		expect(timeline.passing).toEqual(namesIt);
		expect(timeline.chosen).toBe(stranger);
		expect(timeline.isOpen(stranger)).toBe(true);
		expect([timeline.navigations, timeline.notice, timeline.unread]).toEqual([0, '', []]);
	});
	test('with a search, has found when it is done', async () => {
		const person = dataset.person.get(quoted.actors[0]!)!.name;
		await timeline.follow(`?q=${encodeURIComponent(person)}`);
		expect(timeline.passing.length).toBeLessThan(events.length);
		expect(timeline.passing).toContain(quoted);
		expect(timeline.words.size).toBeGreaterThan(0);
	});
	test('says what of it was not understood, and forgets that at the next', async () => {
		await timeline.follow('?e=never&kind=order');
		expect(timeline.unread).toEqual([['e', 'never']]);
		expect(timeline.shown).toEqual(events.filter((e) => e.kind === 'order'));
		await timeline.follow('');
		expect(timeline.unread).toEqual([]);
		expect(timeline.shown).toEqual(events);
	});
	test('with a stretch of time, counts what is in view and outside', async () => {
		await timeline.follow('?t=2020-10-20..2020-10-21');
		const { inView, outside, filteredOut } = timeline.tally;
		expect([inView > 0, outside > 0, filteredOut]).toEqual([true, true, 0]);
		expect(inView + outside).toBe(events.length);
		// The record keeps every event that passes.
		expect(timeline.shown).toEqual(events);
	});
	test('leads to the page whose address it is', async () => {
		timeline.choose(quoted.id, quoted.quotes[1]!.id);
		timeline.press('agency', agency);
		timeline.showContext(false);
		const other = new Timeline(dataset);
		await other.follow(`?${formatPermalink(timeline.permalink)}`);
		expect(other.permalink).toEqual(timeline.permalink);
		expect(other.shown).toEqual(timeline.shown);
	});
});

test('while the line of the date is dragged the chart has its day and the page the one before; to go elsewhere ends that', () => {
	const [first, second] = publicDays(dataset).flatMap(({ day, events }) => (events ? [day] : []));
	const timeline = new Timeline(dataset);
	timeline.readAsOf(second!);
	timeline.dragged = first!;
	expect([timeline.asOf, timeline.lineDay]).toEqual([second, first]);
	expect(timeline.lineDataset.events.every(({ known }) => known <= first!)).toBe(true);
	expect(timeline.dataset.events.some(({ known }) => known > first!)).toBe(true);
	// As Back does, with the pointer still down.
	void timeline.follow('');
	expect([timeline.asOf, timeline.lineDay, timeline.lineDataset]).toEqual([null, null, dataset]);
	timeline.readAsOf(second!);
	timeline.dragged = first!;
	timeline.readAsOf(first!);
	expect([timeline.asOf, timeline.dragged]).toEqual([first, null]);
});
test('typing searches at once and is an act only when it is kept', async () => {
	await timeline.follow('?q=x');
	timeline.search('emails');
	expect(timeline.passing.length).toBeGreaterThan(0);
	expect(timeline.passing.length).toBeLessThan(events.length);
	expect(timeline.navigations).toBe(0);
	timeline.navigate();
	expect(timeline.navigations).toBe(1);
});

test('a search is never longer than an address may have it (A9)', () => {
	timeline.search('x'.repeat(100_000));
	expect(timeline.filter.query).toHaveLength(LONGEST_QUERY);
});

test('an address is followed at once, though its search is still to come: what comes later is not undone (A8)', async () => {
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

test('what was open is open again on a page that is loaded again', () => {
	timeline.openAll();
	const other = new Timeline(dataset);
	void other.follow('', timeline.opened);
	expect(ids(events.filter((e) => other.isOpen(e)))).toEqual(ids(events));
});
