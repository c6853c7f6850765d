/** The client: a worker gives the same results as the page, the last query wins, and a failure changes nothing. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { encode } from '../../src/table/column-file.ts';
import { EVERYTHING, queryEngine, type Result, type Query } from '../../src/table/query.ts';
import { elasticKnots } from '../../src/layout/time-scale.ts';
import { TableClient, type WorkerHandle } from '../../src/table/client.svelte.ts';
import { loadTable, type Get, type Progress } from '../../src/table/load.ts';
import { IN_PAGE_LIMIT, type Loaded, type Request } from '../../src/table/service.ts';
import { synthetic } from '../large/generate.ts';
import { asked } from './tables.ts';
import { fakeWorker, having, until } from './fake-workers.ts';

// A slow or busy machine must not fail a test.
vi.setConfig({ testTimeout: 120_000 });

const sample = synthetic(400);
const file = encode(sample);
const searches = (...words: readonly string[]): Query[] => words.map((text) => ({ ...EVERYTHING, text }));
const settled = (client: TableClient) => until(() => client.progress === null);

test('any query of any table has the same result from a worker and from the page itself', async () => {
	await fc.assert(
		fc.asyncProperty(asked, fc.constantFrom(0, Infinity), async ([table, query], limit) => {
			const client = new TableClient(() => fakeWorker(having(encode(table), 500), limit));
			client.load('events.columns');
			await settled(client);
			const { run } = queryEngine(table);
			const everything = run(EVERYTHING);
			expect(client.result).toEqual(everything);
			expect(client.loaded).toEqual({
				table,
				knots: elasticKnots(table.columns, table.about.extent),
				everything,
				isKept: table.columns.length > limit,
			} satisfies Loaded);
			client.ask(query);
			await until(() => client.result !== client.loaded!.everything);
			expect(client.result).toEqual(run(query));
		}),
		{ numRuns: 200 },
	);
});

test('up to 50,000 events the page runs queries itself and ends the worker; beyond that the worker stays', async () => {
	for (const n of [IN_PAGE_LIMIT, IN_PAGE_LIMIT + 1]) {
		const worker = fakeWorker(having(encode(synthetic(n))));
		const client = new TableClient(() => worker);
		client.load('events.columns');
		await settled(client);
		expect(worker.isTerminated(), `${n}`).toBe(n <= IN_PAGE_LIMIT);
		const [query] = searches('kazemi');
		client.ask(query!);
		await until(() => client.result !== client.loaded!.everything);
		expect(client.result).toEqual(queryEngine(synthetic(n)).run(query!));
	}
});

/** A worker whose results the test delivers. */
class Slow implements WorkerHandle {
	readonly asked: Query[] = [];
	readonly port: WorkerHandle['port'] = {
		onmessage: null,
		postMessage: (message) => {
			const request = message as Request;
			if (typeof request === 'object' && 'query' in request) this.asked.push(request.query);
		},
	};
	terminate = () => undefined;
	say = (data: unknown) => this.port.onmessage!({ data } as MessageEvent);
	deliver = () => this.say({ loaded: { table: sample, knots: {}, everything: EMPTY, isKept: true } });
}
const EMPTY = { rows: new Uint32Array() } as unknown as Result;
const resultOf = ({ text }: Query) => ({ text }) as unknown as Result;
const turn = () => new Promise((done) => setTimeout(done));

test('the result of the last query is shown in the end, and no result is replaced by an older one', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 30 }), async (steps) => {
			const slow = new Slow();
			const client = new TableClient(() => slow);
			client.load('');
			slow.deliver();
			const all = searches(...steps.map((_, i) => String(i)));
			let answered = 0;
			let shown = -1;
			const tell = async () => {
				if (answered === slow.asked.length) return;
				slow.say({ result: resultOf(slow.asked[answered++]!) });
				await turn();
				const now = Number((client.result as unknown as Partial<Query>).text ?? -1);
				expect(now).toBeGreaterThanOrEqual(shown);
				shown = now;
			};
			for (const [i, isAsked] of steps.entries()) {
				if (isAsked) client.ask(all[i]!);
				else await tell();
				expect(slow.asked.length - answered).toBeLessThanOrEqual(1);
			}
			while (answered < slow.asked.length) await tell();
			const last = steps.lastIndexOf(true);
			expect(shown).toBe(last);
		}),
	);
});

test('a result from an event table that is no longer shown is ignored', async () => {
	const [first, second] = [new Slow(), new Slow()];
	const workers = [first, second];
	const client = new TableClient(() => workers.shift()!);
	const [old] = searches('old');
	client.load('');
	first.deliver();
	// Both tables get the same query, so only the sender distinguishes the results.
	client.ask(EVERYTHING);
	client.load('');
	second.deliver();
	first.say({ result: resultOf(old!) });
	await turn();
	expect(client.result).toBe(EMPTY);
	const [next] = searches('new');
	client.ask(next!);
	second.say({ result: resultOf(next!) });
	await turn();
	expect(client.result).toEqual(resultOf(next!));
});

const failing: Record<string, readonly [get: Get, words: RegExp]> = {
	'a file that is cut': [having(file.slice(0, 5_000)), /^byte 5000: the file ends there/],
	'a file cut within its first bytes': [having(file.slice(0, 9)), /^byte 9: the file ends there/],
	'no byte at all': [having(new ArrayBuffer(0)), /^byte 0: the file ends there/],
	'a file with one byte changed': [
		having(new Uint8Array(file.slice(0)).with(1_000, 77).buffer),
		/^start: bytes 104 to \d+ are not what was written/,
	],
	'a file that goes on': [having(new Uint8Array([...new Uint8Array(file), 0]).buffer), /but continues/],
	'another file': [having(new TextEncoder().encode('<!doctype html>').buffer), /^byte 0: not a column file/],
	'an event out of order': [
		having(encode({ ...sample, columns: { ...sample.columns, start: sample.columns.start.toReversed() } })),
		/^row 0: ends before it begins|^row 1: begins before the row above/,
	],
	'a server that refuses': [
		() => Promise.resolve(new Response('', { status: 404, statusText: 'Not Found' })),
		/the server answered 404 Not Found. Check the address/,
	],
	'a server that is ill': [
		() => Promise.resolve(new Response('', { status: 503 })),
		/answered 503. Try again in a while/,
	],
	'no connection': [() => Promise.reject(new TypeError('Failed to fetch')), /no answer came \(Failed to fetch\)/],
	'a connection that breaks': [
		() => {
			let pulls = 0;
			const body = new ReadableStream({
				pull(controller) {
					if (pulls++ > 3) controller.error(new TypeError('reset'));
					else controller.enqueue(new Uint8Array(file.slice((pulls - 1) * 1_000, pulls * 1_000)));
				},
			});
			return Promise.resolve(new Response(body));
		},
		/^byte 4000: the connection ended there \(reset\). Check that you are online/,
	],
};

describe('the shown table stays, and can be queried, after', () => {
	test.for(Object.entries(failing))('%s', async ([, [get, words]]) => {
		let now = having(file);
		const client = new TableClient(() => fakeWorker((url) => now(url), 0));
		client.load('events.columns');
		await settled(client);
		const { loaded, result } = client;
		now = get;
		client.load('events.columns');
		await until(() => client.fault !== null);
		const { where, found, fix } = client.fault!;
		expect(`${where}: ${found}. ${fix}`).toMatch(words);
		expect(client.loaded).toBe(loaded);
		expect(client.result).toBe(result);
		expect(client.progress).toBeNull();
		const [query] = searches('kazemi');
		client.ask(query!);
		await until(() => client.result !== result);
		expect(client.result).toEqual(queryEngine(sample).run(query!));
		now = having(file);
		client.load('events.columns');
		await settled(client);
		expect(client.fault).toBeNull();
		expect(client.loaded).not.toBe(loaded);
		expect(client.loaded!.table).toEqual(sample);
	});
	test('a worker whose script does not load', async () => {
		const [good, bad] = [fakeWorker(having(file), 0), new Slow()];
		const workers: WorkerHandle[] = [good, bad];
		const client = new TableClient(() => workers.shift()!);
		client.load('events.columns');
		await settled(client);
		const { loaded } = client;
		client.load('events.columns');
		bad.port.onerror!({ message: '', preventDefault: () => undefined } as ErrorEvent);
		expect(client.fault).toMatchObject({ where: 'the worker', found: 'its script could not be loaded' });
		expect(client.loaded).toBe(loaded);
	});
});

test('progress grows to the whole file, for any pieces, with at most a hundred reports', async () => {
	for (const piece of [50, 104, 1_000, file.byteLength]) {
		const told: Progress[] = [];
		const table = await loadTable('', having(file, piece), (progress) => told.push(progress));
		expect(table).toEqual(sample);
		const done = told.map((p) => p.done);
		expect(done).toEqual(done.toSorted((a, b) => a - b));
		expect(new Set(told.map((p) => p.of))).toEqual(new Set([file.byteLength]));
		expect(told.length).toBeLessThanOrEqual(100);
		expect(told.length).toBeGreaterThanOrEqual(Math.min(50, Math.floor(file.byteLength / piece)));
		// Less than a hundredth has arrived since the last report.
		expect(file.byteLength - done.at(-1)!).toBeLessThanOrEqual(Math.max(piece, file.byteLength / 100));
	}
});
