/** Navigation between documents, and failed requests. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { events, textOf } from '../browser/facts.ts';
import { quotedEvent } from '../browser/picks.ts';
import { closely, test } from './engine.ts';
import * as on from './places.ts';
import { exactly, the } from './reader.ts';

describe('between documents', () => {
	test('Back from a document returns to the same place in the page (E7)', async ({ reader }) => {
		await reader.open(`?e=${quotedEvent.id}&p=${on.quote.id}`);
		await reader.untilSeen(on.titleOf(quotedEvent.title));
		await reader.click(on.whole);
		const before = await reader.scrolled();
		expect(before).toBeGreaterThan(500);
		// No reader is faster than this.
		await pause(300);
		await reader.click(the('link', '^A page of its own, at this passage$', on.source));
		await reader.untilAt(/\/documents\//);
		await reader.until('complete', () => document.readyState);
		await reader.back();
		await reader.untilAt(new RegExp(`e=${quotedEvent.id}&p=${on.quote.id}$`));
		await reader.alive();
		await expect.poll(async () => Math.abs((await reader.scrolled()) - before)).toBeLessThanOrEqual(2);
	});
	test('“A page of its own, at this passage” leads to the passage in the whole text', async ({ reader }) => {
		await reader.open(`?e=${quotedEvent.id}&p=${on.quote.id}`);
		await reader.click(on.whole);
		await reader.click(the('link', '^A page of its own, at this passage$', on.source));
		await reader.untilAt(new RegExp(`#${on.quote.id}$`));
		const isInWindow = (id: string) => {
			const { top, bottom } = document.getElementById(id)!.getClientRects()[0]!;
			return top >= 0 && bottom <= innerHeight;
		};
		await reader.until(true, isInWindow, on.quote.id);
	});
	test('the held text is exact, letter by letter (E11)', async ({ reader }) => {
		const read = await reader.text(on.main);
		const strange = [...new Set(textOf(on.held))].filter((letter) => letter > '~');
		expect(strange.length).toBeGreaterThan(0);
		expect(strange.filter((letter) => !read.includes(letter))).toEqual([]);
	});
	test('the page of an event has it', async ({ reader }) => {
		await reader.read(`events/${on.lastEvent.id}/index.html`);
		await reader.untilSeen(the('heading', exactly(on.lastEvent.title)));
	});
});

describe('what does not load', () => {
	const list = the('dialog', '^Keys$');
	test('a list of keys that did not load can be requested again (E3)', async ({ reader, site }) => {
		await reader.open();
		const keys = the('button', '^Keys$');
		await site.without(/\/KeyHelp-/, async () => {
			await reader.click(on.more);
			await reader.click(keys);
			await reader.untilText(/could not be loaded/, the('alert'));
		});
		// The test provoked these messages, so they do not count.
		await reader.complaints();
		await reader.click(on.more);
		await reader.click(keys);
		await reader.untilCount(1, list);
	});
	closely(
		'where the script does not come everything can be read, and “Try again” brings it',
		async ({ reader, site }) => {
			const again = the('button', '^Try again$', the('alert'));
			await site.without(/\/main-/, async () => {
				await reader.read('');
				await reader.untilSeen(again);
				expect(await reader.count(on.articles)).toBe(events.length);
			});
			await reader.complaints();
			await reader.click(again);
			await reader.alive();
		},
	);
});
