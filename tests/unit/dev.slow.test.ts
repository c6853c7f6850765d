/** `npm run dev` shows the current state of every document; if a port is taken, both servers find another one. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closely } from './closely.ts';
import { records } from './record.ts';

const root = join(import.meta.dirname, '../..');
/** Starts a Vite server. @returns the process, its address, and its output so far */
async function started(...args: readonly string[]) {
	const vite = ['node_modules/vite/bin/vite.js', ...args, '--host', '127.0.0.1'];
	const child = spawn(process.execPath, vite, { cwd: root, env: { ...process.env, NO_COLOR: '1' } });
	return new Promise<{ child: ChildProcess; address: string; said: string }>((found) => {
		let said = '';
		child.stdout.on('data', (text: Buffer) => {
			said += text.toString();
			const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
			if (address) found({ child, address, said });
		});
	});
}
let server: ChildProcess;
let home: string;
beforeAll(async () => {
	({ child: server, address: home } = await started('--port', '0'));
});
afterAll(() => server.kill());

const get = async (path: string) => {
	const answer = await fetch(home + path);
	return { status: answer.status, text: await answer.text() };
};

test('the case’s page requests the data, which are read from the current files', async () => {
	expect((await get('')).text).toContain('data-records="/data.json"');
	expect(JSON.parse((await get('data.json')).text)).toEqual(records);
});

closely('the pages of events and texts and the dossier are rendered', async () => {
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

closely('where its port is taken a server says so, takes another, and prints that (A19)', async () => {
	const taken = createServer().listen(0, '127.0.0.1');
	await new Promise((done) => taken.once('listening', done));
	const { port } = taken.address() as AddressInfo;
	const { child, address, said } = await started('preview', '--port', `${port}`);
	child.kill();
	taken.close();
	expect(said).toContain(`Port ${port} is in use`);
	expect(address).not.toContain(`:${port}/`);
});
