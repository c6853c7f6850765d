/** Proof in front of the reader: the text as served now is hashed and every quote is found in it again. */
import { createContext } from 'svelte';
import type { Document } from '../domain/dataset.ts';
import { anchor, isFound } from '../domain/quote.ts';

export type Outcome =
	| { readonly is: 'built' }
	| { readonly is: 'checking' }
	| { readonly is: 'proven'; readonly found: number }
	| { readonly is: 'differs'; readonly missing: readonly string[] }
	| { readonly is: 'not here' }
	| { readonly is: 'unreachable' };

const hex = (buffer: ArrayBuffer) => [...new Uint8Array(buffer)].map((b) => b.toString(16).padStart(2, '0')).join('');

export class Proof {
	/** Until the reader opens the source, the build's word stands. */
	outcome = $state.raw<Outcome>({ is: 'built' });
	#document: Document;
	#load: (file: string) => Promise<ArrayBuffer>;

	constructor(document: Document, load: (file: string) => Promise<ArrayBuffer>) {
		this.#document = document;
		this.#load = load;
	}

	check = async () => {
		if (this.outcome.is === 'checking' || this.outcome.is === 'proven') return;
		// Browsers hash only in secure contexts.
		if (!(crypto as Partial<Crypto>).subtle) {
			this.outcome = { is: 'not here' };
			return;
		}
		this.outcome = { is: 'checking' };
		try {
			const bytes = await this.#load(this.#document.source.file!);
			const text = new TextDecoder('utf-8').decode(bytes);
			const quotes = this.#document.quotes.map((q) => q.of);
			const missing = quotes.filter((q) => !isFound(anchor(text, q))).map((q) => q.id);
			const same = hex(await crypto.subtle.digest('SHA-256', bytes)) === this.#document.source.sha256;
			this.outcome = same && !missing.length ? { is: 'proven', found: quotes.length } : { is: 'differs', missing };
		} catch {
			this.outcome = { is: 'unreachable' };
		}
	};
}

/** Source id → its proof. */
export const [getProofs, setProofs] = createContext<ReadonlyMap<string, Proof>>();
