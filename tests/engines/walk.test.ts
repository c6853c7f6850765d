/** The main path of a reader, in every engine alike, by the roles and names that the page promises. */
import { expect } from 'vitest';
import { test } from './engine.ts';
import './sight.ts';
import './documents.ts';
import './hands.ts';
import './signs.ts';

test('in all of this nothing was said to the console, no error was thrown and no policy broken', async ({ reader }) => {
	await reader.read('dossier.html');
	expect(await reader.complaints()).toEqual([]);
});
