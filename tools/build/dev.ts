/** Responses of the server of `npm run dev` besides the files of src/: the data, and the documents as the build renders them. */
import type { ViteDevServer } from 'vite';
import type { Records } from '../../src/domain/model/records.ts';
import { formatDiagnostics } from '../validate/diagnostic.ts';
import type { Verdict } from '../validate/validate.ts';
import { measure } from './measure.ts';
import { typeset } from './typefaces.ts';
import { plainPage } from './pages.ts';
import { dataFiles } from './record-data.ts';

/** In development the styles are part of the main script, which does nothing unless `run` is called. */
const STYLES = '<script type="module" src="/src/main.ts"></script>';

const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json';
type Answer = readonly [type: string, content: string | Uint8Array];

/** @param json path → JSON response @param check reads and checks the data again for every response */
export function answerWhileDeveloping(
	server: ViteDevServer,
	check: () => Verdict,
	json: Readonly<Record<string, (records: Records) => unknown>>,
) {
	/** What the build would write at a path: a page, or a file of the record. */
	async function builtAt(path: string, records: Records): Promise<Answer | null> {
		const { prerender } = (await server.ssrLoadModule('/src/prerender.ts')) as typeof import('../../src/prerender.ts');
		const { pages, licences, data } = prerender(records, measure, typeset, '/');
		const { contents, list } = dataFiles(data);
		const all = [...pages, licences([]), data.page(list)];
		const page = all.find((p) => `/${p.path}` === path || `/${p.path}` === `${path}index.html`);
		if (page) return [HTML, await server.transformIndexHtml(path, plainPage(page, STYLES))];
		const content = contents.get(path.slice(1));
		return content ? [list.find((file) => `/${file.path}` === path)?.type ?? JSON_TYPE, content] : null;
	}
	/** Null for requests of files in src/. */
	async function answerTo(path: string): Promise<Answer | null> {
		if (!(path in json) && !/^\/(events|documents|data)\/|^\/(dossier|licences|sources)\.html$/.test(path)) return null;
		const verdict = check();
		if (!verdict.ok) throw new Error(formatDiagnostics(verdict.problems));
		if (path in json) return [JSON_TYPE, JSON.stringify(json[path]!(verdict.records))];
		return builtAt(path, verdict.records);
	}
	server.middlewares.use((request, response, next) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		answerTo(pathname).then(
			(answer) => {
				if (!answer) return next();
				response.setHeader('Content-Type', answer[0]);
				response.end(answer[1]);
			},
			(error: unknown) => {
				const said = error instanceof Error ? error.message : String(error);
				server.config.logger.error(said);
				response.statusCode = 500;
				response.end(said);
			},
		);
	});
}
