/** The search, which the page loads when a reader turns to it. */
import type { Dataset } from '../domain/model/dataset.ts';
import type { Hits, Search } from '../domain/query/search.ts';
import { later } from './later.ts';

export class SearchIndex {
	/** It could not be loaded, and may be tried again. */
	failed = $state.raw(false);
	#search = $state.raw<Search | null>(null);
	readonly #whole: Dataset;
	#loading: Promise<void> | null = null;

	constructor(whole: Dataset) {
		this.#whole = whole;
	}

	/** Null until it is loaded, and where nothing is searched for. */
	hits(query: string, dataset: Dataset): Hits | null {
		return query && this.#search ? this.#search(query, dataset) : null;
	}

	/** Loads it, once. It ends in any case: what comes of it says `failed`. */
	load(): Promise<void> {
		return (this.#loading ??= this.#build());
	}
	async #build() {
		try {
			const { buildIndex } = await later(() => import('../domain/query/search.ts'));
			this.#search = await buildIndex(this.#whole);
			this.failed = false;
		} catch {
			this.#loading = null;
			this.failed = true;
		}
	}
}
