/** `npm run dev` shows every document of the site, as it is now. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { records } from './record.ts';

const root = join(import.meta.dirname, '../..');
let server: ChildProcess;
let home: string;

beforeAll(async () => {
	server = spawn(process.execPath, ['node_modules/vite/bin/vite.js', '--host', '127.0.0.1', '--port', '0'], {
		cwd: root,
		env: { ...process.env, NO_COLOR: '1' },
	});
	home = await new Promise((found) => {
		let said = '';
		server.stdout!.on('data', (text: Buffer) => {
			said += text.toString();
			const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
			if (address) found(address);
		});
	});
});
afterAll(() => server.kill());

const get = async (path: string) => {
	const answer = await fetch(home + path);
	return { status: answer.status, text: await answer.text() };
};

test('the case’s page asks for the data, which come from the files as they are', async () => {
	expect((await get('')).text).toContain('data-records="/data.json"');
	expect(JSON.parse((await get('data.json')).text)).toEqual(records);
});

test('the pages of events and texts and the dossier are rendered', async () => {
	const [event] = records.events;
	const [source] = Object.keys(records.texts);
	for (const path of [`events/${event!.id}/`, `documents/${source!}/index.html`, 'dossier.html']) {
		const { status, text } = await get(path);
		expect(status, path).toBe(200);
		expect(text, path).toContain('<h1');
		expect(text, path).toContain('/src/main.ts');
	}
	expect((await get('events/nothing/')).status).toBe(404);
});
