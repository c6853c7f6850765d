/** Elements of the chart by their accessible names, and their positions. */
import type { Page } from '@playwright/test';
import { needed } from '../needed.ts';
import { agencies, event, events, names, statusOf } from './facts.ts';
import { expect, ready } from './page.ts';

export const region = (page: Page) => page.getByRole('region', { name: 'Timeline' });
export const plot = (page: Page) => region(page).locator('.plot');
export const buttons = (page: Page) => plot(page).getByRole('button');
/** The start of the accessible name of an event's mark: its visible label comes first. */
export const nameBegins = ({ label, title }: { label: string; title: string }) => `${label}: ${title}, `;
/** The mark of an event. */
export const mark = (page: Page, id: string) => buttons(page).and(page.getByLabel(nameBegins(event(id))));
/** "2 events, 29 October 2020 to 30 October 2020, Police" */
export const CLUSTER = /^(\d+) events, \d/;
export const clusters = (page: Page) => plot(page).getByRole('button', { name: CLUSTER });
/** The toggle buttons beside the chart. */
export const toggle = (page: Page, name: 'True scale' | 'Delays') => region(page).getByRole('switch', { name });
export const threads = (page: Page) => plot(page).locator('path.thread');

/** Ids of the events that an event answers, and of those that answer it. */
export const kinOf = (id: string) => [
	...event(id).follows,
	...events.filter((e) => e.follows.includes(id)).map((e) => e.id),
];
/** The end of a mark's name: agencies, status, and the number of quotes, or of sources if it has no quotes. */
export function nameEnds(id: string): string {
	const e = event(id);
	const short = (agency: string) => agencies.find((a) => a.id === agency)!.short;
	const named = [...new Set([...e.agencies, ...(e.attributedBy ?? [])])].filter((a) => names(e, a)).map(short);
	const sources = new Set(e.references.map((r) => r.source));
	const [count, noun] = e.quotes.length ? [e.quotes.length, 'quote'] : [sources.size, 'source'];
	const isCited = !e.quotes.length && e.references.some((r) => r.words);
	const cited = isCited ? ['words cited'] : [];
	return [...named, statusOf(e), `${count} ${noun}${count === 1 ? '' : 's'}`, ...cited].join(', ');
}

/** Names of all marks and clusters that are drawn. */
export const drawn = (page: Page) =>
	buttons(page).evaluateAll((all) => all.map((b) => b.getAttribute('aria-label') ?? ''));
/** The number of events that a mark stands for, from its name. */
export const countOf = (name: string) => Number(CLUSTER.exec(name)?.[1] ?? 1);
export const total = (all: readonly string[]) => all.reduce((sum, name) => sum + countOf(name), 0);

/** The middle of an event's mark, in pixels of the window. */
export async function middleOf(page: Page, id: string): Promise<{ x: number; y: number }> {
	const box = (await mark(page, id).boundingBox())!;
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
/** Id of the event whose mark has a name, or null for that of a cluster. */
export const eventNamed = (name: string) => events.find((e) => name.startsWith(nameBegins(e)))?.id ?? null;
/** Names of the marks in view, each with its middle in pixels from the left edge of the plot. */
export const places = (page: Page): Promise<Record<string, number>> =>
	plot(page).evaluate((parent) => {
		const { left, width } = parent.getBoundingClientRect();
		const found: Record<string, number> = {};
		for (const b of parent.querySelectorAll('button')) {
			const box = b.getBoundingClientRect();
			const x = (box.left + box.right) / 2 - left;
			if (x >= 0 && x <= width) found[b.getAttribute('aria-label')!] = x;
		}
		return found;
	});

/** Events in view that have their own mark, those nearest the middle first. */
export async function standingAlone(page: Page): Promise<string[]> {
	await expect(buttons(page).first()).toBeVisible();
	const middle = (await plot(page).boundingBox())!.width / 2;
	const alone = Object.entries(await places(page))
		.sort(([, a], [, b]) => Math.abs(a - middle) - Math.abs(b - middle))
		.flatMap(([name]) => eventNamed(name) ?? []);
	if (!alone.length) throw new Error(`No event has a mark of its own in view at ${page.url()}.`);
	return alone;
}
/**
 * Opens a link. @returns the event of a single day nearest the middle that has a mark of its own, in the window: with
 * typefaces that came late the page is longer, and a press below the window reaches nothing
 */
export async function openAtMark(page: Page, open: (link: string) => Promise<void>, link: string): Promise<string> {
	await open(link);
	const alone = (await standingAlone(page)).filter((id) => !event(id).coverage);
	// Near the middle, because the view cannot move beyond its ends.
	const id = needed('an event of a single day with a mark of its own', alone[Math.floor(alone.length / 2)]);
	await mark(page, id).scrollIntoViewIfNeeded();
	return id;
}

/** The time span in the address, or null. */
export const kept = (page: Page) => new URL(page.url()).searchParams.get('t');
/** The event in the address, or null. */
export const chosen = (page: Page) => new URL(page.url()).searchParams.get('e');
/** The input for the first or the last day in view. */
export const dayBox = (page: Page, end: 'From' | 'to') =>
	region(page).getByRole('group', { name: 'Days in view' }).getByLabel(end);
/** Types a day, in any form. */
export async function typeDay(page: Page, end: 'From' | 'to', text: string) {
	await dayBox(page, end).fill(text);
	await dayBox(page, end).press('Enter');
}
/** "22 Oct 2020" in the form of an address; other words stay as they are. */
export const inAddress = (words: string) =>
	Number.isNaN(Date.parse(words)) ? words : new Date(`${words} UTC`).toISOString().slice(0, 10);
/** First and last day in view, from the two inputs. */
export const days = async (page: Page): Promise<readonly [from: string, to: string]> => [
	inAddress(await dayBox(page, 'From').inputValue()),
	inAddress(await dayBox(page, 'to').inputValue()),
];
const DAYS = /^\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/;

/** Waits until the address has a new time span in whole days, and the inputs agree with it. */
export async function rested(page: Page, before: string | null) {
	await expect.poll(() => kept(page)).not.toBe(before);
	// After several keys, the address may already be a step ahead of the inputs.
	// While an event is open, the chart is a strip without the inputs.
	if (await dayBox(page, 'From').isVisible())
		await expect(async () => expect((await days(page)).join('..')).toBe(kept(page))).toPass({ timeout: 5_000 });
	expect(kept(page)).toMatch(DAYS);
}
/** Opens the address in another page and checks that the same marks are at the same places. */
export async function opensAlike(page: Page) {
	const here = await places(page);
	const twin = await page.context().newPage();
	await twin.goto(page.url());
	await ready(twin);
	await expect.poll(async () => Object.keys(await places(twin)).sort()).toEqual(Object.keys(here).sort());
	const there = await places(twin);
	const far = Object.keys(here).filter((name) => Math.abs(here[name]! - there[name]!) > 2);
	expect(far).toEqual([]);
	await twin.close();
}
/** The number of days from one day to another. */
export const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
/** The selected text. */
export const selected = (page: Page) => page.evaluate(() => getSelection()?.toString() ?? '');

/** The name of the mark that has focus, or null. */
export const focusedMark = (page: Page) =>
	page.evaluate(() => {
		const { activeElement } = document;
		return activeElement?.matches('.plot button') ? activeElement.getAttribute('aria-label') : null;
	});
/** Tab from the top of the page until a mark has focus. */
export async function tabToMarks(page: Page) {
	for (let i = 0; i < 60 && !(await focusedMark(page)); i++) await page.keyboard.press('Tab');
	expect(await focusedMark(page)).not.toBeNull();
}
/** Presses a key and waits until focus is on another mark. */
export async function step(page: Page, key: string) {
	const before = await focusedMark(page);
	await page.keyboard.press(key);
	await expect.poll(() => focusedMark(page), `${key} from ${before}`).not.toBe(before);
	return (await focusedMark(page))!;
}
