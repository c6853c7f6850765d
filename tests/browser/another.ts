/** Another case, told by the same page from data alone: built once for the worker that looks at it. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DiscrepancyRecord, EventRecord } from '../../src/domain/model/records.ts';
import { serve } from '../server.ts';
import { test as base } from './page.ts';

const root = join(import.meta.dirname, '../..');
const CASE = 'tests/case';

const read = (name: string): unknown => JSON.parse(readFileSync(join(root, CASE, `src/data/${name}.json`), 'utf8'));
const { events } = read('events') as { events: readonly EventRecord[] };
export const { discrepancies } = read('discrepancies') as { discrepancies: readonly DiscrepancyRecord[] };
export const titleOf = (id: string) => events.find((e) => e.id === id)!.title;
export const textOf = (source: string) => readFileSync(join(root, CASE, `seeds/${source}.txt`), 'utf8');
/** Quotes of a source as they begin in its text; of two that begin together the longer first. */
export const quotesOf = (source: string) =>
	events
		.flatMap((e) => e.quotes.map((q) => ({ ...q, event: e.id, start: textOf(source).indexOf(q.exact) })))
		.filter((q) => q.source === source)
		.sort((a, b) => a.start - b.start || b.exact.length - a.exact.length);

export const test = base.extend<object, { home: string }>({
	home: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the dependencies off the pattern
		async ({}, use, { parallelIndex }) => {
			const out = `node_modules/.case-${parallelIndex}`;
			await promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
				cwd: root,
				env: { ...process.env, CASE, OUT: out, BASE: './' },
			});
			const served = await serve(join(root, out));
			await use(served.url);
			await served.close();
		},
		{ scope: 'worker' },
	],
});
