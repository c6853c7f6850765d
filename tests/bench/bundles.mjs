// Bundles every library in the same way, with Vite: one minified script with its styles, for the same browsers.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { OUT } from './paths.mjs';

const here = import.meta.dirname;
const OURS = ['ours', 'ours-true'];

/** Names of everything that can be measured. */
export const peers = () => [
	...OURS,
	...readdirSync(join(here, 'field/adapters')).map((file) => file.replace(/\.mjs$/, '')),
];

/** TimelineJS exports nothing: it only sets a global variable. */
const timelinejs = {
	name: 'bench:timelinejs',
	transform: (code, id) =>
		/timelinejs\/dist\/js\/timeline\.js$/.test(id) ? { code: `${code}\nexport { TL };`, map: null } : null,
};

async function bundled(name, input, { configFile = false, plugins = [] } = {}) {
	await build({
		configFile,
		root: here,
		base: `/${name}/`,
		publicDir: false,
		logLevel: 'error',
		plugins,
		define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
		build: {
			target: 'es2023',
			outDir: join(OUT, name),
			emptyOutDir: true,
			assetsInlineLimit: 0,
			modulePreload: false,
			reportCompressedSize: false,
			rolldownOptions: {
				input,
				preserveEntrySignatures: 'strict',
				output: {
					format: 'iife',
					name: 'adapter',
					entryFileNames: `${name}.js`,
					assetFileNames: '[name][extname]',
				},
			},
		},
	});
}

/** The part of the benchmark that runs in the page. */
export const bundlePage = () => bundled('page', join(here, 'page/page.ts'));

/** @returns minified and compressed bytes of script and styles, without fonts and pictures */
export async function bundle(peer) {
	if (OURS.includes(peer))
		await bundled(peer, join(here, `ours/${peer}.ts`), { configFile: join(here, 'ours/vite.config.ts') });
	else await bundled(peer, join(here, `field/adapters/${peer}.mjs`), { plugins: [timelinejs] });
	const script = readFileSync(join(OUT, peer, `${peer}.js`));
	return { min: script.length, gzip: gzipSync(script, { level: 9 }).length };
}
