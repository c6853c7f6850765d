/** Elements of the page as of a date, by their accessible names: the bar below the header, and the line in the chart. */
import type { Page } from '@playwright/test';
import { events, publicDay, readableDay, sources } from './facts.ts';
import { FIRST, LAST } from './picks.ts';

export const banner = (page: Page) => page.getByRole('region', { name: 'As of a date' });
/** The line of the day in the chart. */
export const slider = (page: Page) =>
	page.getByRole('region', { name: 'Timeline' }).getByRole('slider', { name: 'As of' });
export const box = (page: Page) => banner(page).getByLabel('As of', { exact: true });
/** Types a day, in any form. */
export async function type(page: Page, day: string) {
	await box(page).fill(day);
	await box(page).press('Enter');
}
export const asOf = (page: Page) => new URL(page.url()).searchParams.get('asof');
export const inWords = (day: string) =>
	new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

/** Days on which something became public, in order. */
export const PUBLIC = [
	...new Set([...events.map(publicDay), ...sources.map(readableDay)].filter((d) => d >= FIRST && d <= LAST)),
].sort();
/** Events that became public on a day. */
export const newOn = (day: string) => events.filter((e) => publicDay(e) === day);
