/** Byte ranges: what a header requests, and a server that sends exactly that. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { asked, groupsOf, union } from '../../tools/cut/ranges.mjs';
import { serve } from '../scale/serve.mjs';
import { folder } from './faults.ts';

const BYTES = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
async function served() {
	const root = folder();
	mkdirSync(join(root, 'e'));
	writeFileSync(join(root, 'e/0.parquet'), BYTES);
	writeFileSync(join(root, 'manifest.json'), '{}');
	const { url, close } = await serve(root);
	onTestFinished(close);
	return (path: string, range?: string, init: { method?: string; headers?: Record<string, string> } = {}) =>
		fetch(`${url}/${path}`, { ...init, headers: { ...init.headers, ...(range !== undefined && { Range: range }) } });
}

test.for([
	['bytes=0-0', { start: 0, end: 1 }],
	['bytes=10-19', { start: 10, end: 20 }],
	['bytes=990-', { start: 990, end: 1000 }],
	['bytes=990-5000', { start: 990, end: 1000 }],
	['bytes=-10', { start: 990, end: 1000 }],
	['bytes=-5000', { start: 0, end: 1000 }],
	['bytes=1000-', 'none'],
	['bytes=-0', 'none'],
	['bytes=20-10', null],
	['bytes=0-1,5-6', null],
	['bytes=-', null],
	['rows=0-1', null],
	['nonsense', null],
	[undefined, null],
] as const)('with 1000 bytes, %s is %o', ([header, range]) => {
	expect(asked(header, 1000)).toEqual(range);
});

test('a range is served as exactly its bytes, with their position and the total size', async () => {
	const get = await served();
	for (const [range, start, end] of [
		['bytes=10-19', 10, 20],
		['bytes=-10', 990, 1000],
		['bytes=990-', 990, 1000],
	] as const) {
		const response = await get('e/0.parquet', range);
		expect(response.status).toBe(206);
		expect(response.headers.get('Content-Range')).toBe(`bytes ${start}-${end - 1}/1000`);
		expect(new Uint8Array(await response.arrayBuffer())).toEqual(BYTES.slice(start, end));
	}
});

test('a range beyond the end is refused with the size; an invalid or conditional one gets the whole file', async () => {
	const get = await served();
	const beyond = await get('e/0.parquet', 'bytes=1000-');
	expect([beyond.status, beyond.headers.get('Content-Range')]).toEqual([416, 'bytes */1000']);
	for (const response of [
		await get('e/0.parquet'),
		await get('e/0.parquet', 'bytes=5-1'),
		await get('e/0.parquet', 'bytes=0-1', { headers: { 'If-Range': '"x"' } }),
	]) {
		expect(response.status).toBe(200);
		expect((await response.arrayBuffer()).byteLength).toBe(1000);
	}
});

test('files of an edition may be cached forever, the manifest must be revalidated', async () => {
	const get = await served();
	expect((await get('e/0.parquet')).headers.get('Cache-Control')).toContain('immutable');
	expect((await get('manifest.json')).headers.get('Cache-Control')).toBe('no-cache');
	expect((await get('e/0.parquet', undefined, { method: 'HEAD' })).headers.get('Content-Length')).toBe('1000');
});

test('files outside the folder are not found, and nothing is written', async () => {
	const get = await served();
	for (const path of ['e', 'none', '..%2f..%2fetc/hostname', '%00', '%']) expect((await get(path)).status).toBe(404);
	expect((await get('manifest.json', undefined, { method: 'PUT' })).status).toBe(405);
});

test('exactly the row groups that hold the rows are fetched, adjacent ones together', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), fc.nat(), fc.nat(), (sizes, a, b) => {
			const all = sizes.flatMap((size, group) => new Array<number>(size).fill(group));
			const from = a % all.length;
			const to = from + 1 + (b % (all.length - from));
			const groups = groupsOf(sizes, from, to);
			expect(groups.map((g) => g.group)).toEqual([...new Set(all.slice(from, to))]);
			for (const { group, row } of groups) expect(row).toBe(all.indexOf(group));
			expect(union(groups)).toEqual([groups]);
		}),
	);
	const of = (...groups: number[]) => groups.map((group) => ({ group }));
	expect(union(of(1, 2, 5, 6, 9))).toEqual([of(1, 2), of(5, 6), of(9)]);
});
