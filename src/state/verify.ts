/**
 * Fetches all files of the site again and compares them with their recorded checksums. Loaded when a reader asks for
 * it.
 */
import type { Evidence } from '../domain/model/evidence.ts';
import type { Load, Proof } from './proof.svelte.ts';

export interface Verified {
	/** Data version on the server now. */
	readonly version: string;
	readonly files: number;
	/** Paths of the files that differ from what was recorded. */
	readonly differing: readonly string[];
	/** Paths of the files that could not be fetched. */
	readonly unreachable: readonly string[];
}

/** @returns the build's list of files with checksums; rejects where there is none */
export async function readEvidence(load: Load): Promise<Evidence> {
	const list = JSON.parse(new TextDecoder().decode(await load('evidence.json'))) as Partial<Evidence> | null;
	if (!list?.files || !list.version) throw new Error('evidence.json is not a list of files.');
	return list as Evidence;
}

/** The usual limit of a browser's parallel requests to one host. */
const AT_ONCE = 6;

/**
 * Verifies all files. Texts are checked through their `Proof`, so that wherever a source is shown, so is its result.
 * A text that is not listed counts as differing.
 */
export async function verify(
	{ version, files }: Evidence,
	proofs: ReadonlyMap<string, Proof>,
	load: Load,
	sha256: (bytes: ArrayBuffer) => Promise<string>,
	progress: (done: number, of: number) => void,
): Promise<Verified> {
	const texts = new Map([...proofs.values()].map((p) => [p.source.file!, p]));
	const all = [...new Set([...Object.keys(files), ...texts.keys()])];
	const differing = new Set<string>();
	const unreachable = new Set<string>();
	let done = 0;
	const look = async (file: string) => {
		const proof = texts.get(file);
		try {
			const is = proof ? (await proof.check(true)).is : 'proven';
			const hash = proof ? proof.source.sha256 : await sha256(await load(file));
			if (is === 'unreachable') unreachable.add(file);
			else if (is !== 'proven' || files[file] !== hash) differing.add(file);
		} catch {
			unreachable.add(file);
		}
	};
	progress(done, all.length);
	const next = all.values();
	const some = async () => {
		for (const file of next) {
			await look(file);
			progress(++done, all.length);
		}
	};
	// Limit parallel requests, so that a host that does not answer is asked for only a few files at a time.
	await Promise.all(Array.from({ length: AT_ONCE }, some));
	const inOrder = (found: ReadonlySet<string>) => all.filter((file) => found.has(file));
	return { version, files: all.length, differing: inOrder(differing), unreachable: inOrder(unreachable) };
}
