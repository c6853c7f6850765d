/** The Vite plugin: checks the data, adds the agencies' colours to the CSS, and prerenders the page, in dev and build. */
import { readFile, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { minify, transformWithOxc, type Plugin, type ViteBuilder } from 'vite';
import type { Records } from '../../src/domain/model/records.ts';
import { siteAddress } from './address.ts';
import { agencyCss } from './agency-css.ts';
import { assemble, evidence, put } from './assemble.ts';
import { validate } from '../validate/validate.ts';
import { DataError, failure } from '../validate/diagnostic.ts';
import { answerWhileDeveloping } from './dev.ts';
import { headers } from './headers.ts';
import { licencesOf, LISTED } from './licences.ts';
import { besideOf, cleanUp, siteFolder, takePlace } from './folders.ts';
import { measure } from './measure.ts';
import { drawPictures } from './pictures.ts';
import { typeset } from './typefaces.ts';
import type { Bundle } from './pages.ts';
import { robots, SITEMAP, sitemap } from './sitemap.ts';
import { fill } from './template.ts';

const COLOURS = 'virtual:agencies.css';
/** Folder of the prerenderer's bundle, one for each site, so that parallel builds do not overwrite each other's. */
const prerendered = (out = 'dist') => `node_modules/.prerender/${basename(out)}`;
/** Cache of pictures, shared by all sites. */
const DRAWN = 'node_modules/.pictures';
const MANIFEST = '.vite/manifest.json';
/** Placeholders of index.html that stay empty in development. */
const PLACES = ['masthead', 'column', 'chart-bar', 'picture', 'legend', 'record', 'chapters', 'appendix', 'footer'];

function recordsOf(root: string): Records {
	const verdict = validate(root);
	if (!verdict.ok) throw new DataError(verdict.problems);
	return verdict.records;
}

/** Reports errors during rendering as errors in the data, since that is all a curator can change. */
function rendered<T>(make: () => T): T {
	try {
		return make();
	} catch (error) {
		throw new DataError([failure(error)]);
	}
}

/** The agencies' colours as a virtual stylesheet module. */
export const colours = (root = process.cwd()): Plugin => ({
	name: 'evidence-timeline:colours',
	resolveId: (id) => (id === COLOURS ? `\0${COLOURS}` : undefined),
	load: (id) => (id === `\0${COLOURS}` ? agencyCss(recordsOf(root).agencies) : undefined),
});

/** The start script, bundled and minified to be inlined. */
async function startScript(root: string): Promise<string> {
	const file = join(root, 'src/start.ts');
	const { code } = await transformWithOxc(await readFile(file, 'utf8'), file);
	return (await minify(file, code)).code.trim();
}

type Manifest = Readonly<Record<string, { readonly file: string }>>;
const readJson = async <T>(file: string) => JSON.parse(await readFile(file, 'utf8')) as T;

/** The bundler's files for the entry. @throws where they are missing */
async function bundleOf(manifest: Manifest, root: string): Promise<Omit<Bundle, 'records'>> {
	const files = Object.values(manifest).map(({ file }) => file);
	const css = files.find((file) => file.endsWith('.css'));
	const main = manifest['src/main.ts']?.file;
	if (!main || !css) throw new Error('The bundle has no script or no styles.');
	return { main, css, fonts: files.filter((f) => f.endsWith('.woff2')), start: await startScript(root) };
}

/**
 * Data, prerendering and everything else written beside the bundle.
 * @param theCase folder that contains src/data and seeds, from the root @param given address of the site, from SITE
 */
export function site(theCase = '.', given?: string): Plugin {
	let root = process.cwd();
	let address = '';
	/** Folder of the finished site. */
	let folder = '';
	const held = () => resolve(root, theCase);
	function beside(out = 'dist') {
		address = siteAddress(given);
		folder = siteFolder(out, root, theCase);
		return besideOf(folder);
	}
	async function write(builder: ViteBuilder) {
		const { config, environments } = builder;
		// Check everything that may be refused before anything is written.
		const records = recordsOf(held());
		await builder.build(environments['ssr']!);
		const entry = pathToFileURL(join(root, prerendered(folder), 'prerender.js')).href;
		const { prerender } = (await import(`${entry}?${records.version}`)) as typeof import('../../src/prerender.ts');
		const site = rendered(() => prerender(records, measure, typeset, config.base, address));
		await builder.build(environments['client']!);

		const dist = besideOf(folder);
		const manifest = await readJson<Manifest>(join(dist, MANIFEST));
		const licences = licencesOf(await readJson(join(dist, LISTED)), Object.keys(manifest), root);
		// The bundler’s metadata is not part of the site.
		await rm(join(dist, dirname(MANIFEST)), { recursive: true });
		const bundle = await bundleOf(manifest, root);
		const template = await readFile(join(root, 'index.html'), 'utf8');
		const pages = [...site.pages, site.licences(licences)];
		await assemble(dist, held(), { records, site: { ...site, pages }, bundle, template, base: config.base });
		await drawPictures(site.pictures, dist, join(root, DRAWN));
		await put(dist, '_headers', headers());
		await put(dist, 'robots.txt', robots(address));
		if (address) await put(dist, SITEMAP, sitemap(site.listed, address));
	}
	return {
		name: 'evidence-timeline:site',
		config: ({ build }, { command }) => ({
			environments: {
				ssr: {
					build: {
						outDir: prerendered(build?.outDir),
						emptyOutDir: true,
						copyPublicDir: false,
						rolldownOptions: { input: 'src/prerender.ts' },
					},
				},
			},
			...(command === 'build' && {
				build: { outDir: beside(build?.outDir), emptyOutDir: true, license: { fileName: LISTED } },
				builder: {
					async buildApp(builder) {
						try {
							await write(builder);
							await takePlace(folder);
						} finally {
							await cleanUp(folder);
						}
					},
				},
			}),
		}),
		configResolved(config) {
			root = config.root;
		},
		configureServer(server) {
			answerWhileDeveloping(server, () => validate(held()), {
				'/data.json': (records) => records,
				'/evidence.json': (records) => evidence(held(), records, { 'data.json': JSON.stringify(records) }),
			});
		},
		transformIndexHtml: {
			order: 'pre',
			handler: (html, { server, path }) =>
				server && path === '/index.html'
					? fill(html, {
							...Object.fromEntries(PLACES.map((place) => [place, ''])),
							head: `<script id="start" type="module" src="/src/start.ts" data-main="/src/main.ts" data-records="/data.json" data-parameters=""></script>`,
						})
					: html,
		},
	};
}
