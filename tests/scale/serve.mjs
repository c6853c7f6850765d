/** A static server for a folder, with byte ranges as in object stores and CDNs, on a free local port. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, normalize, sep } from 'node:path';
import { asked } from '../../tools/cut/ranges.mjs';

/** Files of an edition never change, but the manifest does. */
const KEEP = 'public, max-age=31536000, immutable';
const ASK = 'no-cache';

/** The file in a folder for an address; null if there is none or if it would be outside. */
async function found(folder, url) {
	let path;
	try {
		path = normalize(decodeURIComponent(new URL(url, 'http://x').pathname));
	} catch {
		return null;
	}
	if (path.split(sep).includes('..') || path.includes('\0')) return null;
	const file = join(folder, path);
	const facts = await stat(file).catch(() => null);
	return facts?.isFile() ? { file, size: facts.size, name: path } : null;
}

/** @param {string} folder @returns {Promise<{ url: string, close: () => Promise<void> }>} */
export async function serve(folder) {
	const server = createServer(async (request, response) => {
		if (request.method !== 'GET' && request.method !== 'HEAD')
			return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
		const there = await found(folder, request.url);
		if (!there) return void response.writeHead(404).end();
		const { file, size, name } = there;
		const headers = {
			'Accept-Ranges': 'bytes',
			'Cache-Control': name.endsWith('manifest.json') ? ASK : KEEP,
			'Content-Type': name.endsWith('.json') ? 'application/json' : 'application/vnd.apache.parquet',
		};
		// A conditional range gets the whole file, because the server sends no validator to compare with.
		const range = request.method === 'GET' && !request.headers['if-range'] ? asked(request.headers.range, size) : null;
		if (range === 'none') return void response.writeHead(416, { ...headers, 'Content-Range': `bytes */${size}` }).end();
		const { start, end } = range ?? { start: 0, end: size };
		response.writeHead(range ? 206 : 200, {
			...headers,
			'Content-Length': end - start,
			...(range && { 'Content-Range': `bytes ${start}-${end - 1}/${size}` }),
		});
		if (request.method === 'HEAD' || start === end) return void response.end();
		createReadStream(file, { start, end: end - 1 })
			.on('error', () => response.destroy())
			.pipe(response);
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${server.address().port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
