/** Lead, story and annotations follow the data. */
import { describe, expect, test } from 'vitest';
import { fullestDay, openingDay, publicDays, recordsAsOf } from '../../src/domain/model/asof.ts';
import { toDataset } from '../../src/domain/model/dataset.ts';
import {
	pieces,
	plain,
	speaksOf,
	valueOf,
	type Asked,
	type NarrativeRecord,
	type DatedEvent,
} from '../../src/domain/model/narrative.ts';
import type { Records } from '../../src/domain/model/records.ts';
import { DAY, isoDay, readWhen } from '../../src/domain/model/when.ts';
import { formatPermalink, HOME, parsePermalink, stepLink } from '../../src/domain/query/permalink.ts';
import { Timeline } from '../../src/state/timeline.svelte.ts';
import { dataset, records } from './record.ts';

const event = (when: string, known: string, coverage?: 'throughout' | 'within'): DatedEvent => ({
	when: readWhen(when),
	known: readWhen(known).start,
	...(coverage && { coverage }),
});
const EVENTS: Readonly<Record<string, DatedEvent>> = {
	deed: event('2020-10-20', '2020-10-20'),
	answer: event('2020-10-21', '2020-10-21'),
	secret: event('2020-11-04', '2021-11-18'),
	vague: event('2020-10', '2021-11-18', 'within'),
	short: event('2020-10-01', '2020-11-02'),
	old: event('2018-02-01', '2021-11-18'),
	while: event('2020-08/2020-11', '2021-11-18', 'throughout'),
};
const asked = (text: string) => pieces(text)[0] as Asked;
const value = (text: string) => valueOf(asked(text), (id) => EVENTS[id]);

test.for([
	['{day:deed}', '20 October 2020'],
	['{day:while}', 'August–November 2020'],
	['{day:deed,answer}', null],
	['{known:secret}', '18 November 2021'],
	['{known:secret,vague,while}', '18 November 2021'],
	['{known:secret,deed}', null],
	['{gap:secret}', '379 days'],
	['{gap:vague}', '383 to 413 days'],
	['{gap:deed}', null],
	['{gap:deed,answer}', 'a day'],
	['{gap:answer,deed}', null],
	['{gap:deed,vague}', null],
	['{gap:deed,answer,short}', null],
	['{about:secret,vague,while}', 'about a year'],
	['{about:short}', 'about a month'],
	['{about:old}', 'about four years'],
	['{about:secret,short}', null],
	['{about:deed}', null],
	['{count:deed,answer,secret}', 'three'],
	['{count:deed,nobody}', null],
	['{days:deed}', null],
	['{toString:deed}', null],
	['{}', null],
] as const)('%s is %s', ([text, words]) => {
	expect(value(text)).toBe(words);
});

test('a text is split at its placeholders and nowhere else', () => {
	expect(pieces('On {day:a, b} and {known:c}.')).toEqual([
		'On ',
		{ text: '{day:a, b}', name: 'day', ids: ['a', 'b'] },
		' and ',
		{ text: '{known:c}', name: 'known', ids: ['c'] },
		'.',
	]);
	expect(pieces('A { brace and a } brace')).toEqual([
		'A ',
		{ text: '{ brace and a }', name: ' brace and a ', ids: [''] },
		' brace',
	]);
});

const { lead, story = [], annotations = [] } = records.case;
const texts: readonly NarrativeRecord[] = [...(lead ? [lead] : []), ...story, ...annotations];
const say = (of: Records) => {
	const made = toDataset(of);
	const phrases = [...(made.lead ? [made.lead] : []), ...made.story.map((s) => s.phrases)];
	return [...phrases.map(plain), ...annotations.map(({ at }) => made.annotation.get(at) ?? '')];
};

test('what the case tells has no placeholder left', () => {
	expect(texts.length).toBeGreaterThan(0);
	for (const text of say(records)) expect(text).not.toMatch(/[{}]/);
});

describe('a changed date changes the text, or its placeholder has no value and is refused', () => {
	const dated = texts.flatMap((text, i) =>
		pieces(text.text).flatMap((piece) =>
			typeof piece === 'string' || piece.name === 'count' ? [] : piece.ids.map((id) => ({ i, id, piece: piece.text })),
		),
	);
	const isDay = (id: string) => dataset.event.get(id)!.when.end - dataset.event.get(id)!.when.start === DAY;
	test.for(dated.filter(({ id, piece }) => isDay(id) && /^\{(day|gap)/.test(piece)))('$piece, $id', ({ i, id }) => {
		const before = say(records);
		const events = records.events.map((e) =>
			e.id === id ? { ...e, when: isoDay(dataset.event.get(id)!.when.start + 40 * DAY) } : e,
		);
		const after = () => say({ ...records, events })[i];
		let now: string | undefined;
		try {
			now = after();
		} catch (error) {
			expect((error as Error).message).toContain('has no value');
			return;
		}
		expect(now).not.toBe(before[i]);
	});

	test.for(dated.filter(({ piece }) => piece.startsWith('{known')))(
		'$piece, $id, public on another day',
		({ i, id }) => {
			const before = say(records);
			const publicOn = { date: isoDay(dataset.event.get(id)!.known + 40 * DAY), reason: 'Made up.' };
			const events = records.events.map((e) => (e.id === id ? { ...e, publicOn } : e));
			try {
				expect(say({ ...records, events })[i]).not.toBe(before[i]);
			} catch (error) {
				expect((error as Error).message).toContain('has no value');
			}
		},
	);
});

test('as of any day, no text mentions an event that became public later', () => {
	for (const { day } of publicDays(dataset)) {
		const then = recordsAsOf(records, day).case;
		const shown = [...(then.lead ? [then.lead] : []), ...(then.story ?? []), ...(then.annotations ?? [])];
		const isPublic = (text: NarrativeRecord) => speaksOf(text).every((id) => dataset.event.get(id)!.known <= day);
		expect(shown, isoDay(day)).toEqual(texts.filter(isPublic));
	}
});

describe('steps', () => {
	test.skipIf(!dataset.story.length)('each has its own address, which contains its whole state', () => {
		for (const step of dataset.story) {
			const link = stepLink(step, dataset);
			expect(formatPermalink(link)).toBe(`step=${step.id}`);
			expect(parsePermalink(`step=${step.id}`, dataset)).toEqual({ link, unread: [] });
			expect(link).toMatchObject({ chosen: step.event ?? null, step: step.id });
		}
	});

	test('a step has no effect beside other parameters in an address', () => {
		const [step] = dataset.story;
		for (const beside of ['scale=true', 'q=word', 'asof=2020-10-22'])
			expect(parsePermalink(`step=${step!.id}&${beside}`, dataset)).toEqual(parsePermalink(beside, dataset));
		expect(parsePermalink('step=nowhere', dataset).unread).toEqual([['step', 'nowhere']]);
	});

	test('any other change of state ends the story in its place', () => {
		const timeline = new Timeline(dataset);
		const [first, second] = dataset.story;
		timeline.tell(first!);
		expect(timeline.step).toBe(first);
		timeline.tell(second!);
		expect([timeline.step, timeline.chosen?.id ?? null]).toEqual([second, second!.event ?? null]);
		const { permalink } = timeline;
		timeline.rest();
		expect(timeline.step).toBe(second);
		timeline.showContext(!timeline.filter.context);
		expect(timeline.step).toBeNull();
		expect(timeline.permalink).toEqual({
			...permalink,
			step: null,
			filter: { ...permalink.filter, context: !permalink.filter.context },
		});
		timeline.tell(first!);
		timeline.tell(null);
		expect(timeline.permalink).toEqual(HOME);
	});

	test('the page opens without a step', () => {
		expect(HOME.step).toBeNull();
	});
});

test('the as-of view opens on the day that the case sets, else on the fullest day', () => {
	if (records.case.asofStart) expect(isoDay(openingDay(dataset))).toBe(records.case.asofStart);
	const none = { ...records.case };
	delete (none as { asofStart?: string }).asofStart;
	const day = openingDay(toDataset({ ...records, case: none }));
	const worth = (at: number) =>
		dataset.events.filter((e) => e.known <= at).length *
		dataset.events.filter((e) => e.when.start <= at && e.known > at).length;
	const all: number[] = [];
	for (let at = dataset.extent.start; at < dataset.extent.end; at += DAY) all.push(worth(at));
	// The first of equally full days.
	expect(day).toBe(dataset.extent.start + all.indexOf(Math.max(...all)) * DAY);
});

test('the fullest day is the first with the largest product, and there is none if nothing was secret', () => {
	const on = (when: string, known: string) => ({ when: readWhen(when), known: readWhen(known).start });
	const year = readWhen('2020');
	const fullest = (...events: ReturnType<typeof on>[]) => {
		const day = fullestDay(events, year);
		return day === null ? null : isoDay(day);
	};
	const open = [on('2020-01-02', '2020-01-02'), on('2020-03-01', '2020-03-01')];
	expect(fullest(...open)).toBeNull();
	expect(fullest()).toBeNull();
	// It may be a day on which something began but nothing became public.
	expect(fullest(...open, on('2020-05-05', '2020-08-01'))).toBe('2020-05-05');
	expect(fullest(...open, on('2020-02-01', '2020-02-03'), on('2020-05-05', '2020-08-01'))).toBe('2020-05-05');
	expect(fullest(on('2020-01-02', '2020-01-02'), on('2020-02-01', '2020-02-03'), on('2020-02-03', '2020-06-01'))).toBe(
		'2020-02-03',
	);
	// Of two equally full days, the first is shown.
	expect(fullest(open[0]!, on('2020-02-01', '2020-02-03'), on('2020-02-03', '2020-03-03'))).toBe('2020-02-03');
	expect(fullest(open[0]!, on('2020-02-01', '2020-02-03'), on('2020-07-01', '2022-01-01'))).toBe('2020-07-01');
	expect(fullest(on('2019-01-01', '2019-01-01'), on('2019-02-01', '2022-01-01'))).toBeNull();
});
