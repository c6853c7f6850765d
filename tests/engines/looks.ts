/** Light, dark and narrow. */
import { describe, expect } from 'vitest';
import { quotedEvent } from '../browser/picks.ts';
import { can, launch, test } from './engine.ts';
import * as on from './places.ts';
import { exactly, Reader, the } from './reader.ts';

const ground = (reader: Reader) => reader.driver.run(() => getComputedStyle(document.body).backgroundColor);

describe('looks', () => {
	test('the theme that is chosen holds here and in the documents, and is what a dark system gets', async ({
		reader,
		site,
	}) => {
		await reader.open();
		const theme = the('button', 'Theme|^(System|Light|Dark)$');
		const light = await ground(reader);
		await reader.click(theme);
		await reader.click(theme);
		await expect.poll(() => ground(reader)).not.toBe(light);
		const dark = await ground(reader);
		await reader.read('dossier.html');
		expect(await ground(reader)).toBe(dark);
		await reader.driver.run(() => localStorage.removeItem('theme'));

		const system = new Reader(await launch(true), site.url);
		await system.read('dossier.html');
		const ofSystem = await ground(system);
		await system.driver.close();
		expect(ofSystem).toBe(dark);
	});
	test('in a narrow window nothing reaches beyond it, and the source opens as a sheet and closes', async ({
		reader,
	}) => {
		await reader.driver.resize(can('a window narrower than 450 px') ? 390 : 450, 844);
		await reader.open(`?e=${quotedEvent.id}`);
		expect(await reader.driver.run(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
		await reader.click(the('link', exactly(on.held.title), the('article', exactly(quotedEvent.title))));
		const sheet = the('dialog', '^Source$');
		await reader.untilCount(1, sheet);
		await reader.click(the('button', '^Back to the record$', sheet));
		await reader.untilCount(0, sheet);
		await reader.driver.resize(1440, 900);
	});
});
