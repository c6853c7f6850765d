/** Verification of everything in the reader's browser, with a fake server: all differences are named. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { Verifier } from '../../src/state/verifier.svelte.ts';
import { sha256 } from '../../tools/validate/evidence.ts';
import { dataset, document, records, root } from './record.ts';

const DATA = 'assets/data-0.json';
const TEXT = document.source.file!;
const QUOTES = document.quotes.length;
const good: Readonly<Record<string, Buffer>> = {
	[DATA]: Buffer.from(JSON.stringify(records)),
	[TEXT]: readFileSync(join(root, TEXT)),
};
const list = (files: Readonly<Record<string, Buffer>> = good, version = dataset.version) =>
	Buffer.from(
		JSON.stringify({ version, files: Object.fromEntries(Object.entries(files).map(([f, b]) => [f, sha256(b)])) }),
	);

/** A verifier of a page whose server has these files and, for other paths, the built ones. */
function over(changed: Readonly<Record<string, Buffer | null>>) {
	const held: Record<string, Buffer | null> = { 'evidence.json': list(), ...good, ...changed };
	const load = vi.fn((file: string) => {
		const bytes = held[file];
		return bytes ? Promise.resolve(Uint8Array.from(bytes).buffer) : Promise.reject(new Error('404'));
	});
	return { verifier: new Verifier(dataset.documents.values(), dataset.version, load), load, held };
}
const ALL = { is: 'done', version: dataset.version, files: 2, claimed: QUOTES } as const;
afterEach(() => {
	vi.unstubAllGlobals();
});

test('before the first check nothing is fetched and nothing is wrong', () => {
	const { verifier, load } = over({});
	expect([verifier.progress, verifier.wrong, load.mock.calls]).toEqual([{ is: 'built' }, [], []]);
});

test('built files are as recorded, with every quote found, and each file is fetched once', async () => {
	const { verifier, load } = over({});
	await verifier.check();
	expect(verifier.progress).toEqual({ ...ALL, found: QUOTES, differing: [], unreachable: [] });
	expect(verifier.wrong).toEqual([]);
	expect(load.mock.calls.map(([file]) => file).toSorted()).toEqual([DATA, TEXT, 'evidence.json'].toSorted());
});

test('for one bit changed anywhere in any file, only that file is named', async () => {
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(DATA, TEXT), fc.nat(), fc.nat({ max: 7 }), async (file, at, bit) => {
			const bytes = Buffer.from(good[file]!);
			bytes[at % bytes.length]! ^= 1 << bit;
			const { verifier } = over({ [file]: bytes });
			await verifier.check();
			expect(verifier.progress).toMatchObject({ ...ALL, differing: [file], unreachable: [] });
			expect(verifier.wrong).toEqual([file === TEXT ? `“${document.source.title}”` : file]);
		}),
		{ numRuns: 40 },
	);
});

test('a changed quote counts as not found, and the proof of its source agrees', async () => {
	const changed = Buffer.from(good[TEXT]!);
	const at = changed.indexOf(document.quotes[0]!.of.exact);
	changed[at]! ^= 1;
	const { verifier } = over({ [TEXT]: changed });
	await verifier.check();
	const { outcome } = verifier.proofs.get(document.source.id)!;
	const missing = outcome.is === 'differs' ? outcome.missing.length : 0;
	expect(missing).toBeGreaterThan(0);
	expect(verifier.progress).toMatchObject({ found: QUOTES - missing });
});

test('a source found changed when it was opened is wrong before the whole check', async () => {
	const { verifier } = over({ [TEXT]: Buffer.from('another text') });
	await verifier.proofs.get(document.source.id)!.check();
	expect(verifier.wrong).toEqual([`“${document.source.title}”`]);
});

test('an already proven source is fetched and proven again', async () => {
	const { verifier, held } = over({});
	await verifier.proofs.get(document.source.id)!.check();
	held[TEXT] = Buffer.from('another text');
	await verifier.check();
	expect(verifier.progress).toMatchObject({ differing: [TEXT], found: 0 });
});

test('with a wrong or missing hash in the list, a text does not count as recorded', async () => {
	for (const files of [{ ...good, [TEXT]: Buffer.from('another') }, { [DATA]: good[DATA]! }]) {
		const { verifier } = over({ 'evidence.json': list(files) });
		await verifier.check();
		expect(verifier.progress).toMatchObject({ files: 2, differing: [TEXT] });
	}
});

test('a file that cannot be fetched is named as such, and not as changed', async () => {
	for (const file of [DATA, TEXT]) {
		const { verifier } = over({ [file]: null });
		await verifier.check();
		expect(verifier.progress).toMatchObject({ differing: [], unreachable: [file], found: file === TEXT ? 0 : QUOTES });
		expect(verifier.wrong).toEqual([]);
	}
});

test.for([
	['is missing', null],
	['is a page', Buffer.from('<!doctype html>')],
	['is nothing', Buffer.from('null')],
	['names no file', Buffer.from('{"version":"1"}')],
] as const)('when the list %s, that is reported, and a second try may succeed', async ([, bytes]) => {
	const { verifier, held } = over({ 'evidence.json': bytes });
	await verifier.check();
	expect(verifier.progress).toEqual({ is: 'no list' });
	held['evidence.json'] = list();
	await verifier.check();
	expect(verifier.progress).toMatchObject({ is: 'done', differing: [] });
});

test('another edition on the server is reported as such, and nothing is called changed', async () => {
	const { verifier } = over({ 'evidence.json': list(good, 'newer'), [TEXT]: Buffer.from('newer') });
	await verifier.check();
	expect([verifier.progress, verifier.wrong]).toEqual([{ is: 'other edition', version: 'newer' }, []]);
});

test('a check in progress reports its progress, and does not start twice', async () => {
	const { verifier, load } = over({});
	const first = verifier.check();
	expect(verifier.progress).toEqual({ is: 'checking', done: 0, of: 0 });
	await Promise.all([first, verifier.check()]);
	expect(load).toHaveBeenCalledTimes(3);
});

test('when the browser cannot hash, it says that nothing was checked here', async () => {
	vi.stubGlobal('crypto', {});
	const { verifier, load } = over({});
	await verifier.check();
	expect(verifier.progress).toEqual({ is: 'not here' });
	expect(load).not.toHaveBeenCalled();
});
