/** The Vite plugin: data through the gate, colours into the CSS, and the page prerendered, in dev and in build. */
import { readFileSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import type { Evidence, Records } from '../src/domain/model/records.ts';
import { agencyCss } from './agency-css.ts';
import { sha256 } from './gate/evidence.ts';
import { gate } from './gate/gate.ts';
import { DataError, formatProblems } from './gate/problem.ts';
import { LIST } from '../src/domain/model/cite.ts';
import { assemble, notFound, sourceList } from './html.ts';

const COLOURS = 'virtual:agencies.css';
const PRERENDER = 'node_modules/.prerender';

/** @param data path → text of the data files as they are served */
function evidence(root: string, { version, sources }: Records, data: Readonly<Record<string, string>>): Evidence {
	const texts = sources.flatMap(({ file }) => (file ? [[file, readFileSync(join(root, file))] as const] : []));
	return {
		version,
		files: Object.fromEntries([...Object.entries(data), ...texts].map(([path, content]) => [path, sha256(content)])),
	};
}

function recordsOf(root: string): Records {
	const verdict = gate(root);
	if (!verdict.ok) throw new DataError(verdict.problems);
	return verdict.records;
}

/** The agencies' colours as a stylesheet that can be imported. */
export const colours = (root = process.cwd()): Plugin => ({
	name: 'evidence-timeline:colours',
	resolveId: (id) => (id === COLOURS ? `\0${COLOURS}` : undefined),
	load: (id) => (id === `\0${COLOURS}` ? agencyCss(recordsOf(root).agencies) : undefined),
});

/** Data, prerendering and everything that is written beside the bundle. @param theCase folder of src/data and seeds, from the root */
export function site(theCase = '.'): Plugin {
	let root = process.cwd();
	const held = () => resolve(root, theCase);
	return {
		name: 'evidence-timeline:site',
		config: (_, { command }) => ({
			environments: {
				ssr: {
					build: {
						outDir: PRERENDER,
						emptyOutDir: true,
						copyPublicDir: false,
						rolldownOptions: { input: 'src/prerender.ts' },
					},
				},
			},
			...(command === 'build' && {
				builder: {
					async buildApp(builder) {
						// All that can be refused is refused before the first byte is written to dist/.
						const records = recordsOf(held());
						const { client, ssr } = builder.environments;
						await builder.build(ssr!);
						const entry = pathToFileURL(join(root, PRERENDER, 'prerender.js')).href;
						const { prerender } = (await import(`${entry}?${records.version}`)) as typeof import('../src/prerender.ts');
						const page = prerender(records);
						await builder.build(client!);

						const dist = resolve(root, client!.config.build.outDir);
						const json = JSON.stringify(records);
						const data = `assets/data-${sha256(json).slice(0, 10)}.json`;
						await writeFile(join(dist, data), json);
						for (const { file } of records.sources) {
							if (!file) continue;
							await mkdir(join(dist, dirname(file)), { recursive: true });
							await copyFile(join(held(), file), join(dist, file));
						}
						await writeFile(join(dist, 'evidence.json'), JSON.stringify(evidence(held(), records, { [data]: json })));
						const index = join(dist, 'index.html');
						const { html, inlined, later } = await assemble(
							await readFile(index, 'utf8'),
							page,
							data,
							builder.config.base,
							(href) => readFile(join(dist, href), 'utf8'),
						);
						await writeFile(index, html);
						await writeFile(join(dist, later.path), later.css);
						const listCss = await readFile(join(root, 'src/view/sources/sources.css'), 'utf8');
						await writeFile(join(dist, LIST), sourceList(page, listCss));
						await writeFile(join(dist, '404.html'), notFound(records.case.title, builder.config.base));
						for (const href of inlined) await rm(join(dist, href));
					},
				},
			}),
		}),
		configResolved(config) {
			root = config.root;
		},
		configureServer(server) {
			const serve = (path: string, text: (records: Records) => string) =>
				server.middlewares.use(path, (_, response) => {
					const verdict = gate(held());
					if (!verdict.ok) {
						server.config.logger.error(formatProblems(verdict.problems));
						response.statusCode = 500;
						response.end(formatProblems(verdict.problems));
						return;
					}
					response.setHeader('Content-Type', 'application/json');
					response.end(text(verdict.records));
				});
			serve('/data.json', (records) => JSON.stringify(records));
			serve('/evidence.json', (records) =>
				JSON.stringify(evidence(held(), records, { 'data.json': JSON.stringify(records) })),
			);
		},
		transformIndexHtml: {
			order: 'pre',
			handler: (html, { server }) =>
				server
					? html
							.replace('<!--head-->', '<link id="data" rel="preload" as="fetch" href="/data.json" crossorigin />')
							.replace('<!--app-->', '')
					: html,
		},
	};
}
