/** How it looks and what it says of itself. */
import { describe, expect } from 'vitest';
import { quotes, disputes } from '../browser/facts.ts';
import { quotedEvent } from '../browser/picks.ts';
import { can, test } from './engine.ts';
import { held } from './places.ts';
import { exactly, literally, the } from './reader.ts';

describe('looks', () => {
	test('the chosen theme holds here and in the documents', async ({ reader }) => {
		await reader.open();
		const ground = () => reader.driver.run(() => getComputedStyle(document.body).backgroundColor);
		const light = await ground();
		const theme = the('button', 'Theme|^(System|Light|Dark)$');
		await reader.click(theme);
		await reader.click(theme);
		await expect.poll(ground).not.toBe(light);
		const dark = await ground();
		await reader.read('dossier.html');
		expect(await ground()).toBe(dark);
		await reader.open();
		await reader.click(theme);
		await expect.poll(ground).toBe(light);
	});
	test('in a narrow window nothing reaches beyond it, and the source opens as a sheet and closes', async ({
		reader,
	}) => {
		await reader.driver.resize(can('a window narrower than 450 px') ? 390 : 450, 844);
		await reader.open(`?e=${quotedEvent.id}`);
		const beyond = () => reader.driver.run(() => document.documentElement.scrollWidth - innerWidth);
		expect(await beyond()).toBeLessThanOrEqual(0);
		await reader.click(the('link', exactly(held.title), the('article', exactly(quotedEvent.title))));
		const sheet = the('dialog', '^Source$');
		await reader.untilCount(1, sheet);
		await reader.click(the('button', '^Back to the record$', sheet));
		await reader.untilCount(0, sheet);
		await reader.driver.resize(1440, 900);
	});
	test('disputes show their accounts', async ({ reader }) => {
		await reader.open('#disputes');
		const [dispute] = disputes;
		const show = the('button', `^Show ${dispute!.accounts.length} accounts on “${literally(dispute!.question)}`);
		await reader.click(show);
		await reader.untilSeen(the('button', `^Hide ${dispute!.accounts.length} accounts`));
	});
	test('“Check everything” finds every file and every quote', async ({ reader }) => {
		await reader.open('#about');
		await reader.click(the('button', '^Check everything$'));
		const all = `${quotes.length} of ${quotes.length} quotes found verbatim, in your browser`;
		await expect.poll(() => reader.driver.run(() => document.body.innerText)).toContain(all);
	});
});
