/** WebKitGTK over plain WebDriver, in a window on a virtual display. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Launch, Place } from './driver.ts';

/** Height of the browser's toolbar, which counts as part of the window. */
const BAR = 38;
const KEYS: Readonly<Record<string, string>> = {
	ArrowLeft: '\uE012',
	ArrowRight: '\uE014',
	Control: '\uE009',
	Enter: '\uE007',
	Escape: '\uE00C',
	Shift: '\uE008',
	Tab: '\uE004',
};
const key = (name: string) => KEYS[name] ?? name;

/** Xvfb takes a free display and reports its number. */
async function display(): Promise<readonly [ChildProcess, string]> {
	const screen = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
	const server = spawn('Xvfb', screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
	const [number] = (await once(server.stdio[3]!, 'data')) as [Buffer];
	return [server, `:${number.toString().trim()}`];
}
async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	return port;
}

export const webkit: Launch = async (binary) => {
	const [screen, DISPLAY] = await display();
	const port = await freePort();
	const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
		stdio: 'ignore',
		env: {
			...process.env,
			DISPLAY,
			LIBGL_ALWAYS_SOFTWARE: '1',
			WEBKIT_DISABLE_DMABUF_RENDERER: '1',
			GTK_THEME: 'Adwaita:dark',
		},
	});
	async function call(method: string, path: string, body?: object): Promise<unknown> {
		const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
			method,
			...(body && { body: JSON.stringify(body) }),
		});
		const { value } = (await answer.json()) as { value: unknown };
		if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
		return value;
	}
	const isUp = () => call('GET', '/status').then(Boolean, () => false);
	for (let i = 0; i < 200 && !(await isUp()); i++) await sleep(50);
	const options = { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } };
	const made = await call('POST', '/session', { capabilities: { alwaysMatch: options } });
	const session = `/session/${(made as { sessionId: string }).sessionId}`;
	const post = (path: string, body: object) => call('POST', session + path, body);

	type Action = Readonly<Record<string, unknown>>;
	const keys = (...actions: readonly Action[]) => post('/actions', { actions: [{ type: 'key', id: 'keys', actions }] });
	const down = (name: string) => ({ type: 'keyDown', value: key(name) });
	const up = (name: string) => ({ type: 'keyUp', value: key(name) });
	const move = ({ x, y }: Place) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 40 });
	return {
		said: [],
		async go(url) {
			// Goes through a blank page: if only the fragment changed, the document would stay the same.
			await post('/url', { url: 'about:blank' });
			await post('/url', { url });
		},
		async run(act, ...given) {
			const script = `const [given, done] = arguments;
				Promise.resolve().then(() => (${act.toString()})(...given)).then((value) => done({ text: JSON.stringify(value) }), (e) => done({ failed: String(e) }));`;
			const answer = await post('/execute/async', { script, args: [given] });
			// As one string: the driver takes minutes for a list of thousands.
			const { text, failed } = answer as { text?: string; failed?: string };
			if (failed) throw new Error(failed);
			return (text === undefined ? undefined : JSON.parse(text)) as Awaited<ReturnType<typeof act>>;
		},
		press: (name, held) => keys(...(held ? [down(held)] : []), down(name), up(name), ...(held ? [up(held)] : [])),
		type: (text) => keys(...Array.from(text, (letter) => [down(letter), up(letter)]).flat()),
		drag: (from, ...to) =>
			post('/actions', {
				actions: [
					{
						type: 'pointer',
						id: 'mouse',
						parameters: { pointerType: 'mouse' },
						actions: [
							move(from),
							{ type: 'pointerDown', button: 0 },
							...to.map(move),
							{ type: 'pointerUp', button: 0 },
						],
					},
				],
			}),
		wheel: ({ x, y }, deltaX, deltaY) =>
			post('/actions', {
				actions: [
					{
						type: 'wheel',
						id: 'wheel',
						actions: [{ type: 'scroll', x: Math.round(x), y: Math.round(y), deltaX, deltaY, duration: 0 }],
					},
				],
			}),
		resize: (width, height) => post('/window/rect', { width, height: height + BAR }),
		shot: () => call('GET', `${session}/screenshot`) as Promise<string>,
		async close() {
			await call('DELETE', session).catch(() => undefined);
			driver.kill();
			screen.kill();
		},
	};
};
