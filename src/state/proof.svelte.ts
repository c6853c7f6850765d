/**
 * Verifies a source in the reader's browser: hashes the text as the server sends it now, and searches it for every
 * quote that events claim.
 */
import type { Document } from '../domain/model/dataset.ts';
import { anchors, isFound } from '../domain/evidence/quote.ts';
import type { Source } from '../domain/model/records.ts';

export type Outcome =
	| { readonly is: 'built' }
	| { readonly is: 'checking' }
	| { readonly is: 'proven'; readonly found: readonly string[] }
	| { readonly is: 'differs'; readonly found: readonly string[]; readonly missing: readonly string[] }
	| { readonly is: 'not here' }
	| { readonly is: 'unreachable' };

/** Fetches a file of the site as the server sends it now. @param file path relative to the page's folder */
export type Load = (file: string) => Promise<ArrayBuffer>;

const hex = (buffer: ArrayBuffer) => [...new Uint8Array(buffer)].map((b) => b.toString(16).padStart(2, '0')).join('');
export const sha256 = async (bytes: ArrayBuffer) => hex(await crypto.subtle.digest('SHA-256', bytes));
/** Browsers provide hashing only in secure contexts (https or localhost). */
export const canHash = () => Boolean((crypto as Partial<Crypto>).subtle);

export class Proof {
	/** Until the reader opens the source, the result of the build's own check. */
	outcome = $state.raw<Outcome>({ is: 'built' });
	#document: Document;
	#load: Load;
	#running: Promise<Outcome> | null = null;

	constructor(document: Document, load: Load) {
		this.#document = document;
		this.#load = load;
	}

	get source(): Source {
		return this.#document.source;
	}
	/** How many quotes events claim from it. */
	get claimed(): number {
		return this.#document.claimed.length;
	}
	/** How many of them were found in the text as served now; 0 where that is not known. */
	get found(): number {
		return 'found' in this.outcome ? this.outcome.found.length : 0;
	}

	/** @param again repeat a check that has already succeeded */
	async check(again = false): Promise<Outcome> {
		if (this.#running) return this.#running;
		if (this.outcome.is === 'proven' && !again) return this.outcome;
		if (!canHash()) return (this.outcome = { is: 'not here' });
		this.outcome = { is: 'checking' };
		this.#running = this.#prove();
		this.outcome = await this.#running;
		this.#running = null;
		return this.outcome;
	}

	async #prove(): Promise<Outcome> {
		try {
			const bytes = await this.#load(this.source.file!);
			const text = new TextDecoder('utf-8').decode(bytes);
			const { claimed } = this.#document;
			const anchored = anchors(text, claimed);
			const ids = (isHere: boolean) => claimed.filter((_, i) => isFound(anchored[i]!) === isHere).map((q) => q.id);
			const [found, missing] = [ids(true), ids(false)];
			const same = (await sha256(bytes)) === this.source.sha256;
			return same && !missing.length ? { is: 'proven', found } : { is: 'differs', found, missing };
		} catch {
			return { is: 'unreachable' };
		}
	}
}
