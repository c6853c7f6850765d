/**
 * Everything the page rests on, fetched once more and compared with what was recorded. Loaded when a reader asks
 * for it.
 */
import type { Evidence } from '../domain/model/records.ts';
import type { Load, Proof } from './proof.svelte.ts';

export interface Examined {
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

/**
 * Texts go through their proofs, so that every place which shows one says what came of it. A text that is not
 * listed differs.
 */
export async function examine(
	{ version, files }: Evidence,
	proofs: ReadonlyMap<string, Proof>,
	load: Load,
	sha256: (bytes: ArrayBuffer) => Promise<string>,
	progress: (done: number, of: number) => void,
): Promise<Examined> {
	const texts = new Map([...proofs.values()].map((p) => [p.source.file!, p]));
	const all = [...new Set([...Object.keys(files), ...texts.keys()])];
	const differing: string[] = [];
	const unreachable: string[] = [];
	for (const [i, file] of all.entries()) {
		progress(i, all.length);
		const proof = texts.get(file);
		if (proof) {
			const { is } = await proof.check(true);
			if (is === 'unreachable') unreachable.push(file);
			else if (is !== 'proven' || files[file] !== proof.source.sha256) differing.push(file);
			continue;
		}
		try {
			if ((await sha256(await load(file))) !== files[file]) differing.push(file);
		} catch {
			unreachable.push(file);
		}
	}
	return { version, files: all.length, differing, unreachable };
}
