/** The main path of a reader, the same in every engine, by the roles and names of the page. */
import { expect } from 'vitest';
import { test } from './engine.ts';
import './sight.ts';
import './documents.ts';
import './hands.ts';
import './signs.ts';

test('none of the tests logged to the console, threw an error or broke the policy', async ({ reader }) => {
	await reader.read('dossier.html');
	expect(await reader.complaints()).toEqual([]);
});
