/** Between documents, and when something does not come. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { events, textOf } from '../browser/facts.ts';
import { quotedEvent } from '../browser/picks.ts';
import { test } from './engine.ts';
import { held, lastEvent, quote, source } from './places.ts';
import { exactly, the } from './reader.ts';

describe('between documents', () => {
	test('Back from a document leads to where the page was (E7)', async ({ reader }) => {
		await reader.open();
		await reader.driver.run((id: string) => document.getElementById(id)!.scrollIntoView(), lastEvent.id);
		const before = await reader.scrolled();
		expect(before).toBeGreaterThan(1000);
		await pause(300);
		await reader.click(the('link', '^Open the text alone$', source));
		await expect.poll(() => reader.at()).toMatch(/\/documents\//);
		await reader.until('complete', () => document.readyState);
		await reader.back();
		await expect.poll(() => reader.at()).not.toMatch(/\/documents\//);
		await reader.alive();
		await expect.poll(async () => Math.abs((await reader.scrolled()) - before)).toBeLessThanOrEqual(2);
	});
	test('“Open at this passage” leads to the passage in the whole text', async ({ reader }) => {
		await reader.open(`?e=${quotedEvent.id}&p=${quote.id}`);
		await reader.driver.resize(1440, 480);
		await reader.click(the('link', '^Open at this passage$', source));
		await expect.poll(() => reader.at()).toMatch(new RegExp(`#${quote.id}$`));
		await reader.until(true, isInWindow, quote.id);
		await reader.driver.resize(1440, 900);
	});
	test('the held text has every letter as it was written (E11)', async ({ reader }) => {
		await reader.read(`documents/${held.id}/index.html`);
		const letters = textOf(held).replace(/\s+/g, '');
		const read = await reader.driver.run(() => document.body.textContent.replace(/\s+/g, ''));
		const strange = [...new Set(letters)].filter((letter) => letter > '~');
		expect(strange.filter((letter) => !read.includes(letter))).toEqual([]);
	});
	test('dossier and event pages are read whole', async ({ reader }) => {
		await reader.read('dossier.html');
		expect(await reader.count(the('article'))).toBe(events.length);
		await reader.read(`events/${lastEvent.id}/index.html`);
		await reader.untilSeen(the('heading', exactly(lastEvent.title)));
	});
});
const isInWindow = (id: string) => {
	const { top, bottom } = document.getElementById(id)!.getClientRects()[0]!;
	return top >= 0 && bottom <= innerHeight;
};

describe('what does not come', () => {
	const list = the('dialog', '^Keys$');
	test('a list of keys that did not come comes when asked for again (E3)', async ({ reader, site }) => {
		await reader.open();
		const keys = the('button', '^Keys$');
		await site.without(/\/KeyHelp-/, async () => {
			await reader.click(keys);
			await reader.untilText(/could not be loaded/, the('alert'));
		});
		// What was provoked is no complaint.
		await reader.complaints();
		await reader.click(keys);
		await reader.untilCount(1, list);
		await reader.driver.press('Escape');
		await reader.untilCount(0, list);
	});
	test('where the script does not come everything can be read, and “Try again” brings it', async ({ reader, site }) => {
		const again = the('button', '^Try again$', the('alert'));
		await site.without(/\/main-/, async () => {
			await reader.read('');
			await reader.untilSeen(again);
			expect(await reader.count(the('article', '', the('main')))).toBe(events.length);
		});
		await reader.complaints();
		await reader.click(again);
		await reader.alive();
	});
});
