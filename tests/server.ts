/** A minimal static host for dist/: it sends no charset and no headers but a file's type. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
	'.css': 'text/css',
	'.html': 'text/html',
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain',
	'.woff2': 'font/woff2',
};

export interface Served {
	readonly url: string;
	readonly close: () => Promise<void>;
}

/** The path of an address, or a path that does not exist if its percent signs are invalid. */
function pathOf(url: string): string {
	try {
		return decodeURIComponent(new URL(url, 'http://x').pathname);
	} catch {
		return '';
	}
}

/** May respond instead of the host. @param file that would be sent @returns whether it responded */
type Instead = (path: string, file: string, response: ServerResponse) => boolean;

/** @param base path of the site, starting and ending with "/" */
export async function serve(dist: string, base = '/', instead: Instead = () => false): Promise<Served> {
	const server: Server = createServer((request, response) => {
		const path = pathOf(request.url!);
		const inside = path.startsWith(base) ? normalize(path.slice(base.length)) : null;
		const file = inside === null || inside.startsWith('..') ? '' : join(dist, inside === '.' ? 'index.html' : inside);
		const found = file !== '' && existsSync(file) && statSync(file).isFile();
		const sent = found ? file : join(dist, '404.html');
		if (instead(path, sent, response)) return;
		response.writeHead(found ? 200 : 404, { 'Content-Type': TYPES[extname(sent)] ?? 'application/octet-stream' });
		// A site may have no 404 page, and a file may disappear while it is read.
		createReadStream(sent)
			.on('error', () => response.end())
			.pipe(response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
