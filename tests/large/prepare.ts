/** Writes what a host would serve: a seeded archive, the details of its events, and the page that shows them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { Archive } from '../../src/table/event-table.ts';
import { encode } from '../../src/table/column-file.ts';
import { detailFiles, synthetic } from './generate.ts';

export function writeEvents(n: number, folder: string): Archive {
	mkdirSync(join(folder, 'details'), { recursive: true });
	const archive = synthetic(n);
	writeFileSync(join(folder, 'events.columns'), new Uint8Array(encode(archive)));
	for (const { number, text } of detailFiles(archive)) writeFileSync(join(folder, `details/${number}.json`), text);
	return archive;
}

export const buildPage = (folder: string) =>
	build({ configFile: join(import.meta.dirname, 'vite.config.ts'), logLevel: 'warn', build: { outDir: folder } });
