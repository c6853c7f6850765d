/** Loads parts of the script on demand. Every load ends, in success, failure or a timeout. */

/** Milliseconds after which loading counts as failed, so that the reader can go on or try again. */
export const PATIENCE = 4000;

/** How often each address has failed. */
const failures = new Map<string, number>();
/** The address that a function imports, read from its source, where the build has written it. */
const addressIn = (part: () => unknown) => /\bimport\(\s*["'`]([^"'`]+)/.exec(String(part))?.[1] ?? '';

/**
 * Loads a part; rejects when it fails or takes longer than PATIENCE. Some browsers cache a module's failure for the
 * life of the page, so another attempt uses a different address.
 * @param part `() => import('./part.ts')`
 */
export async function later<T>(part: () => Promise<T>): Promise<T> {
	const address = addressIn(part);
	const failed = failures.get(address) ?? 0;
	const again = `${address}?again=${failed}`;
	const coming =
		address && failed ? (import(/* @vite-ignore */ new URL(again, import.meta.url).href) as Promise<T>) : part();
	let timer: ReturnType<typeof setTimeout>;
	const late = new Promise<never>((_, fail) => {
		timer = setTimeout(() => fail(new Error(`${address} did not load in time.`)), PATIENCE);
	});
	try {
		return await Promise.race([coming, late]);
	} catch (error) {
		failures.set(address, failed + 1);
		throw error;
	} finally {
		clearTimeout(timer!);
	}
}
