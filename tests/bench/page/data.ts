/** Seeded synthetic events, the same for every library, and the windows of the two scripted gestures. */

import { random } from '../../seeded.ts';

/** Times are epoch ms, UTC. */
export interface BenchEvent {
	readonly id: string;
	readonly label: string;
	readonly start: number;
	readonly end: number | undefined;
	/** Index of GROUPS. */
	readonly group: number;
}

export const SPAN_START = Date.UTC(2004, 0, 1);
export const SPAN_END = Date.UTC(2024, 0, 1);
export const GROUPS = ['Politics', 'Science', 'Arts', 'Economy', 'Sport', 'Technology', 'Environment', 'Society'];

const SPAN = SPAN_END - SPAN_START;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WORDS =
	'treaty signed after long talks between northern ports new bridge opened record harvest reported satellite reaches orbit market closes higher museum shows rare prints team wins final storm damages coast law passed by council engine tested virus mapped film premieres strike ends census published reactor restarts river restored'.split(
		' ',
	);

/**
 * Unsorted. Labels have 36 to 42 characters; 70 % of the starts are uniform over twenty years, others in twelve bursts;
 * 30 % have an end, log-uniform between one hour and 180 days later.
 */
export function makeEvents(n: number): BenchEvent[] {
	const next = random(42 + n);
	const bursts = Array.from({ length: 12 }, () => next() * SPAN);
	return Array.from({ length: n }, (_, i) => {
		const at =
			next() < 0.7 ? next() * SPAN : bursts[Math.floor(next() * 12)]! + ((next() + next() + next() - 1.5) * SPAN) / 40;
		const start = SPAN_START + Math.floor(Math.min(Math.max(0, at), SPAN - HOUR) / MINUTE) * MINUTE;
		const words: string[] = [];
		for (let length = 0; length < 36; length += words.at(-1)!.length + 1)
			words.push(WORDS[Math.floor(next() * WORDS.length)]!);
		const group = Math.floor(next() * GROUPS.length);
		const end = next() < 0.3 ? Math.min(SPAN_END, start + HOUR * Math.exp(next() * Math.log(180 * 24))) : undefined;
		return { id: `e${i}`, label: words.join(' ').slice(0, 42), start, end, group };
	});
}

/** Moves over the whole span and back. */
const swing = (share: number) => 0.5 - 0.5 * Math.cos(2 * Math.PI * share);
/** A window of a tenth of the span. @param share how much of the gesture is done, 0 to 1 */
export function panWindow(share: number): [number, number] {
	const from = SPAN_START + swing(share) * SPAN * 0.9;
	return [from, from + SPAN * 0.1];
}
/** A window from the whole span to a thousandth of it around the middle, and back. */
export function zoomWindow(share: number): [number, number] {
	const half = SPAN / 2 / 1000 ** swing(share);
	return [SPAN_START + SPAN / 2 - half, SPAN_START + SPAN / 2 + half];
}
