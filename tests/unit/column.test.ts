/** The vertical timeline: every event has one place, strips keep their lanes, and nothing later is named. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordsAsOf } from '../../src/domain/model/asof.ts';
import { toDataset, type TimelineEvent } from '../../src/domain/model/dataset.ts';
import { delayBrief } from '../../src/domain/model/known.ts';
import { beginWords, DAY, formatDay, readWhen, type Span } from '../../src/domain/model/when.ts';
import { LINES_TOGETHER, LANES, toColumn, type Given, type ChapterPart, type Placed } from '../../src/layout/column.ts';
import { columnGiven } from '../../src/view/column/given.ts';
import { random } from '../seeded.ts';
import { dataset, records } from './record.ts';

const FIRST = Date.UTC(2015, 0, 1);
const iso = (day: number) => new Date(FIRST + day * DAY).toISOString().slice(0, 10);
const EXTENT: Span = { start: FIRST, end: FIRST + 4000 * DAY };

/** 1 to 300 events, in bursts: some are acts that last and became public late, some are open or dated by month. */
function made(seed: number): Given {
	const next = random(seed);
	const day = (most: number) => Math.floor(next() * next() * most);
	const length = 1 + Math.floor(next() * (seed % 3 ? 60 : 300));
	const events = Array.from({ length }, (_, i): Placed => {
		const at = Math.floor(next() * 12) * 300 + day(40);
		const form = next();
		const when = readWhen(
			form < 0.6
				? iso(at)
				: form < 0.7
					? iso(at).slice(0, 7)
					: form < 0.95
						? `${iso(at)}/${iso(at + 1 + day(500))}`
						: form < 0.98
							? `${iso(at)}/..`
							: `../${iso(at)}`,
		);
		const known = next() < 0.05 ? Infinity : Math.max(when.start, FIRST) + (next() < 0.5 ? 0 : day(900)) * DAY;
		return { id: `e${i}`, when, known, side: next() < 0.3 ? 'above' : 'below' };
	}).sort((a, b) => a.when.start - b.when.start);
	const chapters = [0, 900, 2000].map((from, i, all) => ({
		...{ id: `c${i}`, title: `Chapter ${i}` },
		start: i ? FIRST + from * DAY : -Infinity,
		end: i < 2 ? FIRST + all[i + 1]! * DAY : Infinity,
	}));
	const markers = [{ at: FIRST + 1200.5 * DAY, label: 'A day' }];
	return { events, extent: EXTENT, chapters, markers, until: null, hidden: [] };
}
const SEEDS = Array.from({ length: 60 }, (_, i) => i + 1);
const groupsOf = (parts: readonly ChapterPart[]) => parts.flatMap((part) => part.groups);
const linesOf = (parts: readonly ChapterPart[]) => groupsOf(parts).flatMap(({ lines }) => lines);

describe.each([1, 2, 3])('of seeded cases (%i of 3)', (third) => {
	const cases = SEEDS.filter((seed) => seed % 3 === third % 3).map((seed) => ({ seed, given: made(seed) }));

	test('every event is one line right of the axis, or starts once left of it and becomes public at most once', () => {
		for (const { seed, given } of cases) {
			const lines = linesOf(toColumn(given));
			const right = lines.flatMap(({ event }) => event ?? []);
			const begun = lines.flatMap(({ act }) => (act?.is === 'begin' ? act.event : []));
			const known = lines.flatMap(({ act }) => (act?.is === 'public' ? act.event : []));
			const on = (side: Placed['side']) => given.events.flatMap((e, i) => (e.side === side ? i : []));
			expect(
				right.toSorted((a, b) => a - b),
				`seed ${seed}`,
			).toEqual(on('below'));
			expect(
				begun.toSorted((a, b) => a - b),
				`seed ${seed}`,
			).toEqual(on('above'));
			expect(new Set(known).size).toBe(known.length);
			for (const i of on('above')) {
				const { when, known: day } = given.events[i]!;
				const isLate = Number.isFinite(day) && day > Math.max(when.start, EXTENT.start);
				expect(known.includes(i), `seed ${seed}, event ${i}`).toBe(isLate);
			}
		}
	});
	test('lines are in time order, each under its day', () => {
		for (const { seed, given } of cases) {
			let words: string | null = null;
			let before = -Infinity;
			for (const { day, event, act } of linesOf(toColumn(given))) {
				words = day ?? words;
				for (const [i, isPublic] of [
					[event, false],
					[act && act.event, act?.is === 'public'],
				] as const) {
					if (i === null) continue;
					const { when, known } = given.events[i]!;
					expect(words, `seed ${seed}`).toBe(isPublic ? formatDay(known) : beginWords(when));
					const at = isPublic ? known : Math.max(when.start, EXTENT.start);
					expect(at).toBeGreaterThanOrEqual(before);
					before = at;
				}
			}
		}
	});
	test('a line has at most one strip per lane, and each strip runs without a gap from its act to its end', () => {
		for (const { seed, given } of cases) {
			const seen = new Map<number, { lane: number; last: number; looks: string[] }>();
			groupsOf(toColumn(given)).forEach(({ strips, lines, taken }, at) => {
				const lanes = strips.map(({ lane }) => lane);
				expect(new Set(lanes).size, `seed ${seed}`).toBe(lanes.length);
				expect(Math.max(-1, ...lanes)).toBeLessThan(Math.min(taken, LANES));
				expect(lines.length).toBeLessThanOrEqual(LINES_TOGETHER);
				for (const { event, lane, look, part } of strips) {
					const known = seen.get(event);
					if (known) expect([known.lane, known.last], `seed ${seed}`).toEqual([lane, at - 1]);
					else expect(lines[0]!.act).toMatchObject({ event, is: 'begin', lane });
					if (part !== 'all') expect(lines).toHaveLength(1);
					seen.set(event, { lane, last: at, looks: [...(known?.looks ?? []), look] });
				}
			});
			// After its delay, an act has no second bar.
			for (const { looks } of seen.values()) expect(looks.join(' ')).toMatch(/^(bar ?)*(delay ?)*$/);
		}
	});
	test('a pause is shown exactly where nothing begins for 60 days or more', () => {
		for (const { given } of cases) {
			const lines = linesOf(toColumn({ ...given, markers: [] }));
			const days = given.events.flatMap((e) => {
				const at = Math.max(e.when.start, EXTENT.start);
				return e.side === 'above' && Number.isFinite(e.known) && e.known > at ? [at, e.known] : [at];
			});
			const inOrder = [...new Set(days)].sort((a, b) => a - b);
			const long = inOrder.filter((day, i) => i > 0 && day - inOrder[i - 1]! >= 60 * DAY);
			expect(lines.filter((line) => line.pause)).toHaveLength(long.length);
			for (const { pause, day } of lines) {
				if (!pause) continue;
				expect(pause).toMatch(/^(1 (month|year) passes|(\d+|\d+\.5) (months|years) pass)$/);
				expect(day).toBeNull();
			}
		}
	});
});

test('a chapter has exactly its own lines', () => {
	const given = made(7);
	const parts = toColumn(given);
	expect(new Set(parts.map(({ chapter }) => chapter!.id)).size).toBe(parts.length);
	for (const { chapter, groups } of parts)
		for (const { act, event } of groups.flatMap(({ lines }) => lines)) {
			const i = event ?? (act?.is === 'begin' ? act.event : null);
			if (i === null) continue;
			const at = Math.max(given.events[i]!.when.start, EXTENT.start);
			expect(at >= chapter!.start && at < chapter!.end).toBe(true);
		}
});

describe('as of a day', () => {
	const days = [...new Set(dataset.events.flatMap((e) => [e.when.start, e.known]))].filter(Number.isFinite);
	test('nothing after it is named, and events not yet public are a band and a number', () => {
		fc.assert(
			fc.property(fc.constantFrom(...days), fc.integer({ min: -1, max: 1 }), (at, by) => {
				const day = Math.min(Math.max(at + by * DAY, dataset.extent.start), dataset.extent.end - DAY);
				const then = toDataset(recordsAsOf(records, day));
				const given = columnGiven(dataset, then, day, true);
				const isHidden = (e: TimelineEvent) => e.side === 'above' && e.when.start <= day && !then.event.has(e.id);
				expect(given.hidden).toHaveLength(dataset.events.filter(isHidden).length);
				const groups = groupsOf(toColumn(given));
				for (const { act, event, marker } of groups.flatMap(({ lines }) => lines)) {
					for (const i of [act?.event, event])
						if (typeof i === 'number') expect(given.events[i]!.known).toBeLessThanOrEqual(day);
					if (marker) expect(given.markers.find((m) => m.label === marker)!.at).toBeLessThan(day + DAY);
				}
				const bands = groups.flatMap(({ strips }) => strips.filter((strip) => strip.event < 0));
				for (const { lane, look } of bands) expect([lane, look]).toEqual([0, 'band']);
				for (const { strips } of groups)
					expect(strips.filter((strip) => strip.lane === 0 && strip.event >= 0 && given.hidden.length)).toEqual([]);
			}),
		);
	});
});

test.each([
	['2020-10-20', '2020-10-20', 'the same day'],
	['2020-10-20', '2020-10-21', '1 day'],
	['2020-09', '2020-10-31', '31–60 days'],
	['2020-10', '2020-10-31', 'at most 30 days'],
])('a delay in few words: %s, public on %s: %s', (when, known, words) => {
	expect(delayBrief({}, readWhen(when), readWhen(known).start)).toBe(words);
});
