/** Writes all files of a site that the bundler does not: data, held texts and documents. */
import { readFileSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Evidence } from '../../src/domain/model/evidence.ts';
import type { Records } from '../../src/domain/model/records.ts';
import type { Prerendered } from '../../src/prerender.ts';
import { sha256 } from '../validate/evidence.ts';
import { casePage, notFound, staticPage, type Bundle } from './pages.ts';
import { dataFiles } from './record-data.ts';

/** The content of evidence.json. @param data path → content of the data files as served */
export function evidence(
	root: string,
	{ version, sources }: Records,
	data: Readonly<Record<string, string>>,
): Evidence {
	const texts = sources.flatMap(({ file }) => (file ? [[file, readFileSync(join(root, file))] as const] : []));
	return {
		version,
		files: Object.fromEntries([...Object.entries(data), ...texts].map(([path, content]) => [path, sha256(content)])),
	};
}

/** Writes a file under a folder, creating its parent folders. */
export async function put(folder: string, path: string, content: string | Uint8Array) {
	const file = join(folder, path);
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, content);
}

interface Site {
	readonly records: Records;
	readonly site: Prerendered;
	readonly bundle: Omit<Bundle, 'records'>;
	/** Content of index.html. */
	readonly template: string;
	readonly base: string;
}

/** @param dist output folder of the bundler @param held folder of the case */
export async function assemble(dist: string, held: string, { records, site, bundle, template, base }: Site) {
	const json = JSON.stringify(records);
	const data = `assets/data-${sha256(json).slice(0, 10)}.json`;
	await put(dist, data, json);
	for (const { file } of records.sources) {
		if (!file) continue;
		await mkdir(join(dist, dirname(file)), { recursive: true });
		await copyFile(join(held, file), join(dist, file));
	}
	await put(dist, 'evidence.json', JSON.stringify(evidence(held, records, { [data]: json })));
	const whole = { ...bundle, records: data };
	await put(dist, 'index.html', casePage(template, site, whole, base));
	const { contents, list } = dataFiles(site.data);
	for (const [path, content] of contents) await put(dist, path, content);
	for (const page of [...site.pages, site.data.page(list)]) await put(dist, page.path, staticPage(page, whole));
	await put(dist, '404.html', notFound(site.notFound, base));
}
