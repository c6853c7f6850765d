/** Serves the built site with our probe in the head of each document; records requests, and can refuse them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../server.ts';

const dist = join(import.meta.dirname, '../../dist');
const PROBE = '/probe.js';

export interface Host {
	readonly url: string;
	/** The requested paths, in order. */
	readonly asked: string[];
	/** Runs an action while some files are missing. */
	readonly without: (files: RegExp, act: () => Promise<void>) => Promise<void>;
	readonly close: () => Promise<void>;
}

export async function host(): Promise<Host> {
	const asked: string[] = [];
	let refused: RegExp | null = null;
	const { url, close } = await serve(dist, '/', (path, file, response) => {
		asked.push(path);
		if (refused?.test(path)) response.writeHead(404).end();
		else if (path === PROBE) response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(process.env['PROBE']);
		else if (!file.endsWith('.html')) return false;
		else {
			const html = readFileSync(file, 'utf8').replace('<head>', `<head><script src="${PROBE}"></script>`);
			response.writeHead(200, { 'Content-Type': 'text/html' }).end(html);
		}
		return true;
	});
	const without: Host['without'] = async (files, act) => {
		refused = files;
		try {
			await act();
		} finally {
			refused = null;
		}
	};
	return { url, asked, without, close };
}
