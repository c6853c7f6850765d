/** What the server of `npm run dev` answers beside the files of src/: the data, and the documents as the build renders them. */
import type { ViteDevServer } from 'vite';
import type { Records } from '../../src/domain/model/records.ts';
import { formatDiagnostics } from '../validate/diagnostic.ts';
import type { Verdict } from '../validate/validate.ts';
import { measure } from './measure.ts';
import { typeset } from './typefaces.ts';
import { plainPage } from './pages.ts';

/** The styles come with the script of the case's page, which does nothing until it is started. */
const STYLES = '<script type="module" src="/src/main.ts"></script>';

/** @param json path → what is answered there @param check reads the data again for every answer */
export function answerWhileDeveloping(
	server: ViteDevServer,
	check: () => Verdict,
	json: Readonly<Record<string, (records: Records) => unknown>>,
) {
	async function pageAt(path: string, records: Records): Promise<string | null> {
		const { prerender } = (await server.ssrLoadModule('/src/prerender.ts')) as typeof import('../../src/prerender.ts');
		const { pages, licences } = prerender(records, measure, typeset, '/');
		const page = [...pages, licences([])].find((p) => `/${p.path}` === path || `/${p.path}` === `${path}index.html`);
		return page ? server.transformIndexHtml(path, plainPage(page, STYLES)) : null;
	}
	/** The type and the text of an answer, or nothing where a file of src/ is asked for. */
	async function answerTo(path: string): Promise<readonly [type: string, text: string] | null> {
		if (
			!(path in json) &&
			!/^\/(events|documents)\/|^\/data\/(index\.html)?$|^\/(dossier|licences|sources)\.html$/.test(path)
		)
			return null;
		const verdict = check();
		if (!verdict.ok) throw new Error(formatDiagnostics(verdict.problems));
		if (path in json) return ['application/json', JSON.stringify(json[path]!(verdict.records))];
		const html = await pageAt(path, verdict.records);
		return html === null ? null : ['text/html; charset=utf-8', html];
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
