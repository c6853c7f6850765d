/**
 * Everything the page rests on, fetched once more and compared with what was recorded. Loaded when a reader asks
 * for it.
 */
import type { Evidence } from '../domain/model/records.ts';
import type { Load, Proof } from './proof.svelte.ts';

export interface Verified {
	/** Of the data the server holds now. */
	readonly version: string;
	readonly files: number;
	/** Paths of the files that are not as recorded. */
	readonly differing: readonly string[];
	/** Paths of the files that could not be fetched. */
	readonly unreachable: readonly string[];
}

/** @returns the build's record of what it wrote; rejects where there is none */
export async function readEvidence(load: Load): Promise<Evidence> {
	const list = JSON.parse(new TextDecoder().decode(await load('evidence.json'))) as Partial<Evidence> | null;
	if (!list?.files || !list.version) throw new Error('evidence.json is no list of files.');
	return list as Evidence;
}

/** As many as a browser asks of one host at a time. */
const AT_ONCE = 6;

/**
 * Texts go through their proofs, so that every place which shows one says what came of it. A text that is not
 * listed differs.
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
	// A host that does not answer is waited for a few files at a time.
	await Promise.all(Array.from({ length: AT_ONCE }, some));
	const inOrder = (found: ReadonlySet<string>) => all.filter((file) => found.has(file));
	return { version, files: all.length, differing: inOrder(differing), unreachable: inOrder(unreachable) };
}
