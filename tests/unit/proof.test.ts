/** Verification in the reader's browser, with a fake server. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { Proof } from '../../src/state/proof.svelte.ts';
import { document, records, root } from './record.ts';

const bytes = readFileSync(join(root, document.source.file!));
const buffer = (b: Buffer) => Uint8Array.from(b).buffer;
const serving = (b: Buffer) => vi.fn<(file: string) => Promise<ArrayBuffer>>(() => Promise.resolve(buffer(b)));
const ids = document.claimed.map((q) => q.id);
const outcome = async (load: (file: string) => Promise<ArrayBuffer>) => {
	const proof = new Proof(document, load);
	await proof.check();
	return proof.outcome;
};
afterEach(() => {
	vi.unstubAllGlobals();
});

test('before the first check nothing is fetched, and the result of the build is shown', () => {
	const load = serving(bytes);
	expect(new Proof(document, load).outcome).toEqual({ is: 'built' });
	expect(load).not.toHaveBeenCalled();
});

test('the unchanged text proves every quote', async () => {
	const load = serving(bytes);
	expect(await outcome(load)).toEqual({ is: 'proven', found: ids });
	expect(document.quotes.length).toBeGreaterThan(0);
	expect(load).toHaveBeenCalledExactlyOnceWith(document.source.file);
});

test('with one letter changed inside a quote, the text differs and that quote is missing', async () => {
	const { of } = document.quotes[0]!;
	const at = bytes.indexOf(of.exact);
	const changed = Buffer.from(bytes);
	changed[at] = changed[at]! ^ 1;
	expect(await outcome(serving(changed))).toMatchObject({
		is: 'differs',
		missing: expect.arrayContaining([of.id]) as unknown,
	});
});

test('with one byte changed outside every quote, the text differs though all quotes are found', async () => {
	const longer = Buffer.concat([bytes, Buffer.from('\n')]);
	expect(await outcome(serving(longer))).toEqual({ is: 'differs', found: ids, missing: [] });
});

test('with a completely different text, every quote is missing', async () => {
	expect(await outcome(serving(Buffer.from('Not found')))).toEqual({ is: 'differs', found: [], missing: ids });
});

test('a quote of an event that is not in the text still counts, as missing', async () => {
	const [lost] = document.claimed;
	const edited = toDataset({
		...records,
		events: records.events.map((e) => ({
			...e,
			quotes: e.quotes.map((q) => (q.id === lost!.id ? { ...q, exact: 'Nobody wrote this.' } : q)),
		})),
	});
	const { claimed, quotes } = edited.documents.get(document.source.id)!;
	expect([claimed.length, quotes.length]).toEqual([ids.length, ids.length - 1]);
	const proof = new Proof(edited.documents.get(document.source.id)!, serving(bytes));
	await proof.check();
	expect(proof.outcome).toMatchObject({ is: 'differs', missing: [lost!.id] });
	expect([proof.found, proof.claimed]).toEqual([ids.length - 1, ids.length]);
});

test('a text that cannot be fetched is unreachable, and a second try may prove it', async () => {
	const load = serving(bytes).mockRejectedValueOnce(new TypeError('Failed to fetch'));
	const proof = new Proof(document, load);
	await proof.check();
	expect(proof.outcome).toEqual({ is: 'unreachable' });
	await proof.check();
	expect(proof.outcome.is).toBe('proven');
});

test('a check in progress says so and does not fetch twice; a proven text is not fetched again', async () => {
	const load = serving(bytes);
	const proof = new Proof(document, load);
	const first = proof.check();
	expect(proof.outcome).toEqual({ is: 'checking' });
	await Promise.all([first, proof.check()]);
	await proof.check();
	expect(load).toHaveBeenCalledOnce();
});

test('when the browser cannot hash, it says that the text was not checked here', async () => {
	vi.stubGlobal('crypto', {});
	const load = serving(bytes);
	expect(await outcome(load)).toEqual({ is: 'not here' });
	expect(load).not.toHaveBeenCalled();
});
