/** The Vite plugin that lets `vite preview` answer as a host does: 404 and the site's own page where nothing is. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The path an address asks for, or none where its percent signs make no sense. */
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
	// Asked after what is there was served.
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
