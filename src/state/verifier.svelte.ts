/**
 * Results of verification in the reader's browser: for each source, and for every file of the site if the reader asked
 * for that.
 */
import { createContext } from 'svelte';
import type { Document } from '../domain/model/dataset.ts';
import type { Verified } from './verify.ts';
import { later } from './later.ts';
import { canHash, Proof, sha256, type Load } from './proof.svelte.ts';

export type Progress =
	| { readonly is: 'built' }
	| { readonly is: 'checking'; readonly done: number; readonly of: number }
	| ({ readonly is: 'done'; readonly found: number; readonly claimed: number } & Verified)
	/** The server has another edition of the data than the page shows. */
	| { readonly is: 'other edition'; readonly version: string }
	| { readonly is: 'not here' }
	| { readonly is: 'no list' };

export class Verifier {
	/** Source id → its proof. */
	readonly proofs!: ReadonlyMap<string, Proof>;
	/** Until the reader asks, the result of the build's own check. */
	progress = $state.raw<Progress>({ is: 'built' });
	/** Names of everything that differs from what was recorded: titles of sources, paths of other files. */
	wrong = $derived.by(() => {
		const failed = [...this.proofs.values()].filter((p) => p.outcome.is === 'differs').map((p) => p.source);
		const files = this.progress.is === 'done' ? this.progress.differing : [];
		return [...failed.map((s) => `“${s.title}”`), ...files.filter((file) => !failed.some((s) => s.file === file))];
	});
	readonly #version: string;
	readonly #load: Load;

	/** @param version data version of the page */
	constructor(documents: Iterable<Document>, version: string, load: Load) {
		this.proofs = new Map([...documents].map((d) => [d.source.id, new Proof(d, load)]));
		this.#version = version;
		this.#load = load;
	}

	async check() {
		if (this.progress.is === 'checking') return;
		if (!canHash()) {
			this.progress = { is: 'not here' };
			return;
		}
		this.progress = { is: 'checking', done: 0, of: 0 };
		try {
			const { verify, readEvidence } = await later(() => import('./verify.ts'));
			const evidence = await readEvidence(this.#load);
			if (evidence.version !== this.#version) {
				this.progress = { is: 'other edition', version: evidence.version };
				return;
			}
			const result = await verify(evidence, this.proofs, this.#load, sha256, (done, of) => {
				this.progress = { is: 'checking', done, of };
			});
			const proofs = [...this.proofs.values()];
			const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
			this.progress = {
				is: 'done',
				...result,
				found: sum(proofs.map((p) => p.found)),
				claimed: sum(proofs.map((p) => p.claimed)),
			};
		} catch {
			this.progress = { is: 'no list' };
		}
	}
}

export const [getVerifier, setVerifier] = createContext<Verifier>();
