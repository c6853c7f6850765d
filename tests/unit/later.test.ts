/** Parts loaded on demand: loading succeeds, or the reader is told and can try again. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadBytes } from '../../src/data/index.ts';
import { later, PATIENCE } from '../../src/state/later.ts';
import { SearchIndex } from '../../src/state/search-index.svelte.ts';
import { dataset } from './record.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	vi.doUnmock('../../src/domain/query/search.ts');
	vi.resetModules();
});
const never = () => new Promise<never>(() => undefined);

test('a request without a response is given up after four seconds (A4)', async () => {
	let said = 'waiting';
	later(never).catch((error: unknown) => (said = String(error)));
	await vi.advanceTimersByTimeAsync(PATIENCE - 1);
	expect(said).toBe('waiting');
	await vi.advanceTimersByTimeAsync(1);
	expect(said).toMatch('in time');
});

test('a failed file is requested again under a new address each time (E3)', async () => {
	const address = 'data:text/javascript,export const url = import.meta.url//';
	const part = Object.assign(() => Promise.reject<{ url: string }>(new TypeError('failed')), {
		toString: () => `()=>wrapped(()=>import(\`${address}\`),[])`,
	});
	await expect(later(part)).rejects.toThrow('failed');
	expect((await later(part)).url).toBe(`${address}?again=1`);
});

test('a search that hangs is reported as failed after four seconds (A4)', async () => {
	vi.doMock('../../src/domain/query/search.ts', never);
	const index = new SearchIndex(dataset);
	const loading = index.load();
	expect(index.failed).toBe(false);
	await vi.advanceTimersByTimeAsync(PATIENCE);
	await loading;
	expect([index.failed, index.hits('a', dataset)]).toEqual([true, null]);
});

/** A host that sends a number of pieces with a delay before each. */
const host = (pieces: number, ms: number) =>
	vi.stubGlobal('fetch', (_: URL, { signal }: { signal: AbortSignal }) => {
		let sent = 0;
		const pull = (on: ReadableStreamDefaultController) =>
			new Promise<void>((done, fail) => {
				signal.addEventListener('abort', () => fail(new Error('aborted')));
				if (sent++ === pieces) return done(on.close());
				setTimeout(() => done(on.enqueue(Uint8Array.of(sent))), ms);
			});
		return Promise.resolve(new Response(new ReadableStream({ pull }, { highWaterMark: 0 })));
	});

test('a slow text is waited for only as long as data keep coming (A4)', async () => {
	vi.stubGlobal('document', { baseURI: 'http://localhost/' });
	host(4, 3000);
	const slow = loadBytes('a.txt');
	await vi.advanceTimersByTimeAsync(13_000);
	expect((await slow).byteLength).toBe(4);
	host(4, 5000);
	const silent = expect(loadBytes('a.txt')).rejects.toThrow('aborted');
	await vi.advanceTimersByTimeAsync(4000);
	await silent;
});
