/** The Vite plugin that makes `vite preview` respond like a host: 404 with the site's own page for missing files. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The path of a URL, or null where its percent-encoding is invalid. */
function pathOf(url = '/'): string | null {
	try {
		return decodeURIComponent(new URL(url, 'http://localhost').pathname);
	} catch {
		return null;
	}
}

export const notFoundPage = (): Plugin => ({
	name: 'evidence-timeline:not-found',
	config: () => ({ appType: 'mpa' }),
	// Returned as a function, so that it runs after files are served.
	configurePreviewServer: (server) => () => {
		const dist = server.config.build.outDir;
		server.middlewares.use(({ url }, response, next) => {
			const path = pathOf(url);
			if (path?.endsWith('.html') && existsSync(join(dist, path))) return next();
			response.statusCode = 404;
			response.setHeader('Content-Type', 'text/html; charset=utf-8');
			response.end(readFileSync(join(dist, '404.html')));
		});
	},
});
