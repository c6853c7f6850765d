/** Writes the files for a host: a seeded table, the details of its events, and the page that shows them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { EventTable } from '../../src/table/event-table.ts';
import { encode } from '../../src/table/column-file.ts';
import { detailFiles, synthetic } from './generate.ts';

export function writeEvents(n: number, folder: string): EventTable {
	mkdirSync(join(folder, 'details'), { recursive: true });
	const table = synthetic(n);
	writeFileSync(join(folder, 'events.columns'), new Uint8Array(encode(table)));
	for (const { number, text } of detailFiles(table)) writeFileSync(join(folder, `details/${number}.json`), text);
	return table;
}

export const buildPage = (folder: string) =>
	build({ configFile: join(import.meta.dirname, 'vite.config.ts'), logLevel: 'warn', build: { outDir: folder } });
