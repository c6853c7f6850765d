/** Parts of the script that are loaded when a reader turns to them. No wait for one is without an end. */

/** Milliseconds after which a reader is told, and may go on or try again. */
export const PATIENCE = 4000;

/** How often each address has failed. */
const failures = new Map<string, number>();
/** The address that a function imports: the build writes it there. */
const addressIn = (part: () => unknown) => /\bimport\(\s*["'`]([^"'`]+)/.exec(String(part))?.[1] ?? '';

/**
 * Loads a part; rejects when it does not come in time. Some browsers keep that a module failed as long as the page
 * lives: it is asked for again under another address.
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
		timer = setTimeout(() => fail(new Error(`${address} has not come in time.`)), PATIENCE);
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
