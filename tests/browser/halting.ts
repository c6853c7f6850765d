/** The site on a host that stops within the page until told to continue, like a slow network. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** @param at the byte at which the page stops */
export async function halting(home: string, at: (page: Buffer) => number) {
	let goOn = () => {};
	const told = new Promise<void>((done) => (goOn = done));
	const server = createServer((request, answer) => {
		void (async () => {
			const { headers, ...from } = await fetch(home.slice(0, -1) + request.url!).then(async (r) => ({
				headers: r.headers,
				bytes: Buffer.from(await r.arrayBuffer()),
			}));
			answer.writeHead(200, { 'content-type': headers.get('content-type') ?? '' });
			const isPage = new URL(request.url!, home).pathname === '/';
			const cut = isPage ? at(from.bytes) : 0;
			answer.write(from.bytes.subarray(0, cut));
			if (isPage) await told;
			answer.end(from.bytes.subarray(cut));
		})();
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}/`, goOn, close: () => server.close() };
}
