/** The desk: a worker answers as the page would, the newest question wins, and what fails leaves what was there. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { encode } from '../../src/table/column-file.ts';
import { answers, EVERYTHING, type Answer, type Question } from '../../src/table/query.ts';
import { elasticKnots } from '../../src/layout/warp.ts';
import { Desk, type Clerk } from '../../src/table/client.svelte.ts';
import { loadColumns, type Get, type Progress } from '../../src/table/load.ts';
import { NEAR, type Held, type Request } from '../../src/table/service.ts';
import { synthetic } from '../large/generate.ts';
import { asked } from './tables.ts';
import { clerk, having, until } from './fake-workers.ts';

// A slow or busy machine is no fault.
vi.setConfig({ testTimeout: 120_000 });

const sample = synthetic(400);
const file = encode(sample);
const searches = (...words: readonly string[]): Question[] => words.map((query) => ({ ...EVERYTHING, query }));
const settled = (desk: Desk) => until(() => desk.progress === null);

test('whatever is asked of whatever archive, the answer is the same from a worker and from the page itself', async () => {
	await fc.assert(
		fc.asyncProperty(asked, fc.constantFrom(0, Infinity), async ([archive, question], near) => {
			const desk = new Desk(() => clerk(having(encode(archive), 500), near));
			desk.load('events.columns');
			await settled(desk);
			const { answer } = answers(archive);
			const everything = answer(EVERYTHING);
			expect(desk.answer).toEqual(everything);
			expect(desk.held).toEqual({
				archive,
				knots: elasticKnots(archive.columns, archive.about.extent),
				everything,
				isKept: archive.columns.length > near,
			} satisfies Held);
			desk.ask(question);
			await until(() => desk.answer !== desk.held!.everything);
			expect(desk.answer).toEqual(answer(question));
		}),
		{ numRuns: 200 },
	);
});

test('up to 50,000 events the page asks itself and the worker is dismissed; beyond it stays', async () => {
	for (const n of [NEAR, NEAR + 1]) {
		const worker = clerk(having(encode(synthetic(n))));
		const desk = new Desk(() => worker);
		desk.load('events.columns');
		await settled(desk);
		expect(worker.isDismissed(), `${n}`).toBe(n <= NEAR);
		const [question] = searches('kazemi');
		desk.ask(question!);
		await until(() => desk.answer !== desk.held!.everything);
		expect(desk.answer).toEqual(answers(synthetic(n)).answer(question!));
	}
});

/** A clerk whose answers are given when and as the test says. */
class Slow implements Clerk {
	readonly asked: Question[] = [];
	readonly port: Clerk['port'] = {
		onmessage: null,
		postMessage: (message) => {
			const request = message as Request;
			if (typeof request === 'object' && 'question' in request) this.asked.push(request.question);
		},
	};
	dismiss = () => undefined;
	say = (data: unknown) => this.port.onmessage!({ data } as MessageEvent);
	hold = () => this.say({ held: { archive: sample, knots: {}, everything: EMPTY, isKept: true } });
}
const EMPTY = { rows: new Uint32Array() } as unknown as Answer;
const answerTo = ({ query }: Question) => ({ query }) as unknown as Answer;
const turn = () => new Promise((done) => setTimeout(done));

test('of any questions asked at any times, the last one’s answer is shown in the end, and never one older than what is shown', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 30 }), async (steps) => {
			const slow = new Slow();
			const desk = new Desk(() => slow);
			desk.load('');
			slow.hold();
			const all = searches(...steps.map((_, i) => String(i)));
			let answered = 0;
			let shown = -1;
			const tell = async () => {
				if (answered === slow.asked.length) return;
				slow.say({ answer: answerTo(slow.asked[answered++]!) });
				await turn();
				const now = Number((desk.answer as unknown as Partial<Question>).query ?? -1);
				expect(now).toBeGreaterThanOrEqual(shown);
				shown = now;
			};
			for (const [i, isAsked] of steps.entries()) {
				if (isAsked) desk.ask(all[i]!);
				else await tell();
				expect(slow.asked.length - answered).toBeLessThanOrEqual(1);
			}
			while (answered < slow.asked.length) await tell();
			const last = steps.lastIndexOf(true);
			expect(shown).toBe(last);
		}),
	);
});

test('an answer from an archive that is no longer shown is not taken', async () => {
	const [first, second] = [new Slow(), new Slow()];
	const clerks = [first, second];
	const desk = new Desk(() => clerks.shift()!);
	const [old] = searches('old');
	desk.load('');
	first.hold();
	// The same question is put to both: only who answers tells the answers apart.
	desk.ask(EVERYTHING);
	desk.load('');
	second.hold();
	first.say({ answer: answerTo(old!) });
	await turn();
	expect(desk.answer).toBe(EMPTY);
	const [next] = searches('new');
	desk.ask(next!);
	second.say({ answer: answerTo(next!) });
	await turn();
	expect(desk.answer).toEqual(answerTo(next!));
});

const failing: Record<string, readonly [get: Get, words: RegExp]> = {
	'a file that is cut': [having(file.slice(0, 5_000)), /^byte 5000: the file ends there/],
	'a file cut within its first bytes': [having(file.slice(0, 9)), /^byte 9: the file ends there/],
	'no byte at all': [having(new ArrayBuffer(0)), /^byte 0: the file ends there/],
	'a file with one byte changed': [
		having(new Uint8Array(file.slice(0)).with(1_000, 77).buffer),
		/^start: bytes 104 to \d+ are not what was written/,
	],
	'a file that goes on': [having(new Uint8Array([...new Uint8Array(file), 0]).buffer), /goes on/],
	'another file': [having(new TextEncoder().encode('<!doctype html>').buffer), /^byte 0: no column file/],
	'an event out of order': [
		having(encode({ ...sample, columns: { ...sample.columns, start: sample.columns.start.toReversed() } })),
		/^row 0: ends before it begins|^row 1: begins before the row above/,
	],
	'a server that refuses': [
		() => Promise.resolve(new Response('', { status: 404, statusText: 'Not Found' })),
		/the server answered 404 Not Found. Look at the address/,
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
		/^byte 4000: the connection ended there \(reset\). See whether you are online/,
	],
};

describe('what is shown stays, and can be asked, after', () => {
	test.for(Object.entries(failing))('%s', async ([, [get, words]]) => {
		let now = having(file);
		const desk = new Desk(() => clerk((url) => now(url), 0));
		desk.load('events.columns');
		await settled(desk);
		const { held, answer } = desk;
		now = get;
		desk.load('events.columns');
		await until(() => desk.fault !== null);
		const { where, found, mend } = desk.fault!;
		expect(`${where}: ${found}. ${mend}`).toMatch(words);
		expect(desk.held).toBe(held);
		expect(desk.answer).toBe(answer);
		expect(desk.progress).toBeNull();
		const [question] = searches('kazemi');
		desk.ask(question!);
		await until(() => desk.answer !== answer);
		expect(desk.answer).toEqual(answers(sample).answer(question!));
		now = having(file);
		desk.load('events.columns');
		await settled(desk);
		expect(desk.fault).toBeNull();
		expect(desk.held).not.toBe(held);
		expect(desk.held!.archive).toEqual(sample);
	});
	test('a worker whose script does not come', async () => {
		const [good, bad] = [clerk(having(file), 0), new Slow()];
		const clerks: Clerk[] = [good, bad];
		const desk = new Desk(() => clerks.shift()!);
		desk.load('events.columns');
		await settled(desk);
		const { held } = desk;
		desk.load('events.columns');
		bad.port.onerror!({ message: '', preventDefault: () => undefined } as ErrorEvent);
		expect(desk.fault).toMatchObject({ where: 'the worker', found: 'its script did not come' });
		expect(desk.held).toBe(held);
	});
});

test('progress grows to the whole file, whatever the pieces, and is told a hundred times at most', async () => {
	for (const piece of [50, 104, 1_000, file.byteLength]) {
		const told: Progress[] = [];
		const archive = await loadColumns('', having(file, piece), (progress) => told.push(progress));
		expect(archive).toEqual(sample);
		const done = told.map((p) => p.done);
		expect(done).toEqual(done.toSorted((a, b) => a - b));
		expect(new Set(told.map((p) => p.of))).toEqual(new Set([file.byteLength]));
		expect(told.length).toBeLessThanOrEqual(100);
		expect(told.length).toBeGreaterThanOrEqual(Math.min(50, Math.floor(file.byteLength / piece)));
		// What has come since it was told last is less than a hundredth.
		expect(file.byteLength - done.at(-1)!).toBeLessThanOrEqual(Math.max(piece, file.byteLength / 100));
	}
});
