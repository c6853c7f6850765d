// Serves the built page like a typical host: compressed, and cached by its hashed names.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.woff2': 'font/woff2',
};

/** @returns the address of the folder, and how to close it */
export async function serveCompressed(folder) {
	const server = createServer(({ url }, answer) => {
		const { pathname } = new URL(url, 'http://localhost');
		const inside = normalize(pathname === '/' ? '/index.html' : pathname);
		const file = join(folder, inside);
		if (inside.startsWith('..') || !existsSync(file) || !statSync(file).isFile()) return answer.writeHead(404).end();
		const hashed = inside.startsWith('/assets/');
		const plain = file.endsWith('.woff2');
		answer.writeHead(200, {
			'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
			'cache-control': hashed ? 'max-age=31536000, immutable' : 'no-cache',
			...(!plain && { 'content-encoding': 'gzip' }),
		});
		const body = readFileSync(file);
		answer.end(plain ? body : gzipSync(body, { level: 9 }));
	});
	await new Promise((done) => server.listen(0, '127.0.0.1', done));
	return {
		address: `http://127.0.0.1:${server.address().port}/`,
		close: () => {
			server.close();
			server.closeAllConnections();
		},
	};
}
