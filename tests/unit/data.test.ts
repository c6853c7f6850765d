/** The data in the page are exactly those that the build wrote. */
import { expect, test } from 'vitest';
import { recordsOf } from '../../src/data/index.ts';
import { canHash, sha256 } from '../../src/state/proof.svelte.ts';

const bytes = new TextEncoder().encode('{"version":"one"}');
const answer = (body: Uint8Array<ArrayBuffer>, url: string) =>
	Object.defineProperty(new Response(body), 'url', { value: `https://example.org/${url}` });
const named = async () => `assets/data-${(await sha256(bytes.buffer)).slice(0, 10)}.json`;

test('data as the build wrote them are accepted, and a single changed byte is refused', async () => {
	expect(canHash()).toBe(true);
	expect(await recordsOf(answer(bytes, await named()), sha256)).toEqual({ version: 'one' });
	const altered = bytes.slice();
	altered[bytes.length - 3]! ^= 1;
	expect(JSON.parse(new TextDecoder().decode(altered))).toEqual({ version: 'ond' });
	await expect(recordsOf(answer(altered, await named()), sha256)).rejects.toThrow('is not what the build wrote');
});

test('without a hash in the file name, or without SHA-256 in the browser, any data are accepted', async () => {
	expect(await recordsOf(answer(bytes, 'data.json'), sha256)).toEqual({ version: 'one' });
	expect(await recordsOf(answer(bytes, 'assets/data-0123456789.json'), null)).toEqual({ version: 'one' });
});
