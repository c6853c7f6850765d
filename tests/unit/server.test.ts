/** The server of the tests and of the page of a million events survives any request. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serve } from '../server.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'served-'));
	writeFileSync(join(folder, 'index.html'), 'here');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a missing file is a 404, even without a 404 page, and the next request is answered (A15)', async () => {
	const { url, close } = await serve(folder);
	for (const path of ['favicon.ico', 'assets', '%E0%A4%A', '..%2f..%2fetc/passwd']) {
		const answer = await fetch(url + path);
		expect([path, answer.status, await answer.text()]).toEqual([path, 404, '']);
	}
	expect(await (await fetch(url)).text()).toBe('here');
	writeFileSync(join(folder, '404.html'), 'not here');
	expect(await (await fetch(`${url}nothing`)).text()).toBe('not here');
	await close();
});
