/** Details are fetched when an event is opened, with its neighbours', never those of another event or edition. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Details, type Shown } from '../../src/table/details.svelte.ts';
import type { Get } from '../../src/table/load.ts';
import { detailFiles, detailOf, synthetic } from '../large/generate.ts';
import { until } from './fake-workers.ts';

const table = synthetic(1_000);
const about = { ...table.about, pageSize: 64 };
const files = new Map(
	[...detailFiles({ ...table, about })].map(({ number, text }) => [`/details/${number}.json`, text]),
);
const json = (text: string) => Promise.resolve(new Response(text));

function details(get: Get) {
	const urls: string[] = [];
	const all = new Details(about, '/details/', (url) => {
		urls.push(url);
		return get(url);
	});
	return { all, urls };
}
const served: Get = (url) => json(files.get(url)!);
const here = (row: number): Shown => ({ is: 'here', detail: detailOf(row) });

test('every event has its own details, and neighbours come with one request', async () => {
	const { all, urls } = details(served);
	for (const row of [0, 63, 64, 999, 5, 640]) {
		await all.open(row);
		expect(all.shown).toEqual(here(row));
	}
	expect(urls).toEqual(['/details/0.json', '/details/1.json', '/details/15.json', '/details/10.json']);
});

test('it shows that details are loading, then the details', async () => {
	let answer: (r: Response) => void = () => undefined;
	const { all } = details(() => new Promise((done) => (answer = done)));
	const opened = all.open(70);
	expect(all.shown).toEqual({ is: 'loading' });
	answer(new Response(files.get('/details/1.json')));
	await opened;
	expect(all.shown).toEqual(here(70));
});

test('in any order of responses, the event opened last is shown', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc
				.array(fc.nat(999), { minLength: 1, maxLength: 6 })
				.chain((rows) =>
					fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows.keys()], { minLength: rows.length })),
				),
			async ([rows, order]) => {
				const waiting: (() => void)[] = [];
				const { all } = details((url) => new Promise((done) => waiting.push(() => done(new Response(files.get(url))))));
				const opening = rows.map((row) => all.open(row));
				for (const i of order) {
					waiting[i]!();
					await opening[i];
				}
				expect(all.shown).toEqual(here(rows.at(-1)!));
			},
		),
	);
});

describe('a failure is reported, and opening the event again retries', () => {
	const failing: Record<string, readonly [get: Get, words: RegExp]> = {
		'a file that is not there': [
			() => Promise.resolve(new Response('', { status: 404, statusText: 'Not Found' })),
			/the server answered 404 Not Found/,
		],
		'no connection': [() => Promise.reject(new TypeError('Failed to fetch')), /no answer came \(Failed to fetch\)/],
		'a page in its place': [() => json('<!doctype html>'), /of this edition/],
		'details of another edition': [
			(url) => json(files.get(url)!.replace(about.edition, 'older')),
			/of this edition.*Load the events again/,
		],
		'too few events': [() => json(JSON.stringify({ edition: about.edition, events: [] })), /of this edition/],
		nothing: [() => json('null'), /of this edition/],
	};
	test.for(Object.entries(failing))('%s', async ([, [get, words]]) => {
		let now = get;
		const { all } = details((url) => now(url));
		await all.open(130);
		const { shown } = all;
		if (shown?.is !== 'failed') throw new Error('It did not fail.');
		const { where, found, fix } = shown.fault;
		expect(where).toBe('/details/2.json');
		expect(`${found}. ${fix}`).toMatch(words);
		now = served;
		void all.open(130);
		await until(() => all.shown?.is === 'here');
		expect(all.shown).toEqual(here(130));
	});
});
