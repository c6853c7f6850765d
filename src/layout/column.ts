/**
 * The vertical timeline for narrow windows, such as phones: lines in time order, with no space for empty time. Right of
 * the axis is what agencies did. Left of it acts begin and become public, and from one to the other each has a strip in
 * a lane of its own. Strips are given by lines, not pixels, so that lines may have any height.
 */
import type { Chapter, TimelineEvent } from '../domain/model/dataset.ts';
import { beginWords, DAY, formatDay, type Span } from '../domain/model/when.ts';
import { bisectLeft } from './bisect.ts';

/** Lanes for strips. An act that finds no free lane has marks where it begins and becomes public, but no strip. */
export const LANES = 8;
/** Longer empty time is stated in words. */
const BREAK = 60 * DAY;
/** Most lines of a group. The browser skips layout of groups far out of view, so they should not be long. */
export const LINES_TOGETHER = 40;

export type Placed = Pick<TimelineEvent, 'id' | 'when' | 'side' | 'known'>;

export interface Given {
	/** The events shown, in time order. */
	readonly events: readonly Placed[];
	readonly extent: Span;
	readonly chapters: readonly Pick<Chapter, 'id' | 'title' | 'start' | 'end'>[];
	readonly markers: readonly { readonly at: number; readonly label: string }[];
	/** The day of knowledge: nothing later is shown. Null is today. */
	readonly until: number | null;
	/** When the acts that are not yet public began; all of them are drawn as one band. */
	readonly hidden: readonly number[];
}

/** A piece of a strip beside some lines. */
export interface Strip {
	/** Index in `events`; -1 for the band of acts that are not yet public. */
	readonly event: number;
	readonly lane: number;
	readonly look: 'bar' | 'delay' | 'band';
	/** Full height of its lines; from or to the middle of a line; ending at the bottom; within one line only. */
	readonly part: 'all' | 'from' | 'to' | 'end' | 'only';
}
/** A mark left of the axis: an act begins or becomes public. */
export interface Act {
	readonly event: number;
	readonly is: 'begin' | 'public';
	readonly lane: number;
}
export interface Line {
	readonly day: string | null;
	readonly marker: string | null;
	/** "8 months pass" */
	readonly pause: string | null;
	readonly act: Act | null;
	/** The event right of the axis: index in `events`. */
	readonly event: number | null;
}
/** Adjacent lines with the same strips beside them. */
export interface LineGroup {
	readonly lines: readonly Line[];
	readonly strips: readonly Strip[];
	/** How many lanes are in use, counted from the axis; text starts left of them. */
	readonly taken: number;
}
export interface ChapterPart {
	readonly chapter: Given['chapters'][number] | null;
	readonly groups: readonly LineGroup[];
}

interface Day {
	readonly at: number;
	readonly words: string;
	readonly acts: { readonly event: number; readonly is: Act['is'] }[];
	readonly events: number[];
	readonly markers: string[];
}
/** The lines at which an act begins, ends and becomes public. */
interface LaneEntry {
	readonly event: number;
	readonly from: number;
	readonly to: number;
	readonly known: number;
	readonly isBar: boolean;
	/** It continues beyond what is shown. */
	readonly isCut: boolean;
	readonly lane: number;
}

/** "8 months pass", "1.5 years pass" */
function pauseWords(time: number): string {
	const months = Math.round(time / DAY / 30.44);
	const years = Math.round((time / DAY / 365.25) * 2) / 2;
	const [n, unit] = months < 12 ? [months, 'month'] : [years, 'year'];
	return n === 1 ? `1 ${unit} passes` : `${n} ${unit}s pass`;
}

const beginOf = ({ when }: Placed, extent: Span) => Math.max(when.start, extent.start);

/** The days on which something begins or becomes public. Dates known only to the month get a heading of their own. */
function daysOf({ events, extent, markers, until }: Given): Day[] {
	const days = new Map<string, Day>();
	const on = (at: number, words: string): Day => {
		const key = `${at} ${words}`;
		const day = days.get(key) ?? { at, words, acts: [], events: [], markers: [] };
		days.set(key, day);
		return day;
	};
	events.forEach((e, event) => {
		const at = beginOf(e, extent);
		const day = on(at, beginWords(e.when));
		if (e.side === 'below') day.events.push(event);
		else day.acts.push({ event, is: 'begin' });
	});
	events.forEach((e, event) => {
		if (e.side === 'above' && Number.isFinite(e.known) && e.known > beginOf(e, extent))
			on(e.known, formatDay(e.known)).acts.push({ event, is: 'public' });
	});
	for (const { at, label } of markers) {
		const day = Math.floor(at / DAY) * DAY;
		if (until === null || day <= until) on(day, formatDay(day)).markers.push(label);
	}
	return [...days.values()].sort((a, b) => a.at - b.at);
}

type Bare = Omit<Line, 'act'> & { readonly at: number; readonly act: Omit<Act, 'lane'> | null };
const EMPTY: Omit<Bare, 'at'> = { day: null, marker: null, pause: null, act: null, event: null };

/** Each line holds at most one act and one event, so that the two sides fill up independently. */
function linesOf(days: readonly Day[], until: number | null): Bare[] {
	const lines: Bare[] = [];
	const pause = (from: number, to: number) => {
		if (to - from >= BREAK) lines.push({ ...EMPTY, at: from, pause: pauseWords(to - from) });
	};
	days.forEach(({ at, words, acts, events, markers }, i) => {
		if (i) pause(days[i - 1]!.at, at);
		for (const marker of markers) lines.push({ ...EMPTY, at, marker });
		if (acts.length || events.length) lines.push({ ...EMPTY, at, day: words, act: acts[0] ?? null });
		for (let n = 0; n < Math.max(acts.length - 1, events.length); n++)
			lines.push({ ...EMPTY, at, act: acts[n + 1] ?? null, event: events[n] ?? null });
	});
	const last = days.at(-1);
	if (last && until !== null) pause(last.at, until);
	return lines;
}

/** @param first the first lane that acts may use @returns the acts with their lanes, in order of beginning */
function entriesOf({ events, until }: Given, lines: readonly Bare[], first: number): LaneEntry[] {
	const linesOfActs = new Map<number, { begin: number; known: number }>();
	lines.forEach(({ act }, line) => {
		if (act?.is === 'begin') linesOfActs.set(act.event, { begin: line, known: -1 });
		else if (act) linesOfActs.get(act.event)!.known = line;
	});
	const starts = lines.map(({ at }) => at);
	const entries: LaneEntry[] = [];
	let going: LaneEntry[] = [];
	for (const [event, { begin, known }] of linesOfActs) {
		const { when } = events[event]!;
		const isBar = when.end - when.start > DAY;
		let to = isBar ? Math.max(bisectLeft(starts, when.end) - 1, begin) : begin;
		// Where it ends within empty time, it ends above the line that states that time.
		while (to > begin && lines[to]!.pause) to--;
		const isCut = isBar && (when.to === null || (until !== null && when.end > until + DAY));
		const reach = isCut ? lines.length - 1 : to;
		going = going.filter((entry) => Math.max(entry.to, entry.known) >= begin);
		const lane = freeLane(going, first);
		const entry = { event, from: begin, to: reach, known, isBar, isCut, lane };
		entries.push(entry);
		if (lane < LANES) going.push(entry);
	}
	return entries;
}
/** The lane outside all strips in use, so that text is next to it; else the first free one; LANES if none is free. */
function freeLane(going: readonly LaneEntry[], first: number): number {
	const beside = Math.max(first - 1, ...going.map((entry) => entry.lane)) + 1;
	if (beside < LANES) return beside;
	for (let lane = first; lane < LANES; lane++) if (going.every((entry) => entry.lane !== lane)) return lane;
	return LANES;
}

/** The part of an act's strip beside a line. */
function stripAt({ event, lane, from, to, known, isBar, isCut }: LaneEntry, line: number): Strip | null {
	const strip = (look: Strip['look'], part: Strip['part']): Strip => ({ event, lane, look, part });
	if (isBar && line <= to) {
		const ends = line === to && !isCut;
		if (line === from) return strip('bar', ends ? 'only' : 'from');
		return strip('bar', ends ? 'end' : 'all');
	}
	if (line > known) return null;
	return strip('delay', line === from ? 'from' : line === known ? 'to' : 'all');
}
const keyOf = (strips: readonly Strip[]) =>
	strips.every(({ part }) => part === 'all') ? strips.map(({ event, look }) => `${event}${look}`).join() : null;

/** The whole column, by chapter: O(n log n), as a line has at most LANES strips beside it. */
export function toColumn(given: Given): readonly ChapterPart[] {
	const { chapters, hidden } = given;
	const lines = linesOf(daysOf(given), given.until);
	const bandFrom = hidden.length ? Math.min(...hidden) : Infinity;
	const entries = entriesOf(given, lines, hidden.length ? 1 : 0);
	const laneOf = new Map(entries.map((entry) => [entry.event, entry.lane]));
	const parts: { chapter: ChapterPart['chapter']; groups: LineGroup[]; lines: Line[]; key: string | null }[] = [];
	let going: LaneEntry[] = [];
	let next = 0;
	lines.forEach(({ at, act, ...line }, i) => {
		for (; next < entries.length && entries[next]!.from === i; next++)
			if (entries[next]!.lane < LANES) going.push(entries[next]!);
		going = going.filter((entry) => Math.max(entry.to, entry.known) >= i);
		const strips = going.flatMap((entry) => stripAt(entry, i) ?? []);
		if (at >= bandFrom) strips.unshift({ event: -1, lane: 0, look: 'band', part: 'all' });
		const placed: Line = { ...line, act: act && { ...act, lane: laneOf.get(act.event)! } };

		const chapter = chapters.length > 1 ? (chapters.find((c) => at >= c.start && at < c.end) ?? null) : null;
		let part = parts.at(-1);
		if (!part || part.chapter !== chapter) parts.push((part = { chapter, groups: [], lines: [], key: null }));
		const key = act ? null : keyOf(strips);
		if (key !== null && key === part.key && part.lines.length < LINES_TOGETHER) part.lines.push(placed);
		else {
			part.lines = [placed];
			part.key = key;
			const signs = placed.act ? [placed.act] : [];
			const taken = Math.max(-1, ...[...strips, ...signs].map(({ lane }) => lane)) + 1;
			part.groups.push({ lines: part.lines, strips, taken });
		}
	});
	return parts.map(({ chapter, groups }) => ({ chapter, groups }));
}
