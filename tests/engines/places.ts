/** Elements of the page by role and name, and the entries of the case that the tests use. */
import { expect } from 'vitest';
import { events, quoted } from '../browser/facts.ts';
import { around, quotedEvent } from '../browser/picks.ts';
import { exactly, the, type Reader } from './reader.ts';

export const chart = the('region', '^Timeline$');
export const source = the('region', '^Source$');
/** The button that shows the full text beside an event. */
export const whole = the('button', '^Full text$', source);
export const filters = the('search');
export const main = the('main');
export const articles = the('article', '', main);
export const titleOf = (title: string) => the('link', exactly(title), the('heading', exactly(title), main));
export const evidenceOf = (title: string) => the('button', exactly(`Evidence: ${title}`), main);
/** Marks of single events with quotes. */
export const marks = the('button', ', \\d+ quotes?$', chart);
/** The button of the menu “More”. */
export const more = the('button', '^More$');
export const count = the('status', '', filters);
export const day = (name: 'From' | 'to') => the('textbox', `^${name}$`, the('group', '^Days in view$', chart));

export const WEEKS = around(20, 30);
export const held = quoted[0]!;
export const quote = quotedEvent.quotes[0]!;
export const lastEvent = events.at(-1)!;

/** The view of the chart in the address. */
export const view = async (reader: Reader) => new URLSearchParams(await reader.search()).get('t');
/** "22 Oct 2020" in the form of an address. */
const inAddress = (words: string) => new Date(`${words} UTC`).toISOString().slice(0, 10);
/** Waits until the address has a new time span, and the inputs agree with it. */
export async function untilMoved(reader: Reader, from: string | null) {
	await expect.poll(() => view(reader), { timeout: 10_000 }).not.toBe(from);
	const says = async (name: 'From' | 'to') => inAddress(await reader.value(day(name)));
	const boxes = async () => `${await says('From')}..${await says('to')}`;
	await expect.poll(boxes).toBe(await view(reader));
}
/** Waits until the start of the current passage is readable in the window. */
export const untilPassageIsSeen = (reader: Reader) =>
	reader.until(true, () => {
		const mark = document.querySelector('.beside mark[aria-current=true]');
		const box = mark?.getClientRects()[0];
		const at = box && document.elementFromPoint(box.left + 3, box.top + box.height / 2);
		return Boolean(at && mark.contains(at));
	});
