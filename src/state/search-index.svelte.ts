/** The search, loaded when the reader first uses it. */
import type { Dataset } from '../domain/model/dataset.ts';
import type { Hits, Search } from '../domain/query/search.ts';
import { later } from './later.ts';

export class SearchIndex {
	/** It could not be loaded; `load` may be called again. */
	failed = $state.raw(false);
	#search = $state.raw<Search | null>(null);
	readonly #whole: Dataset;
	#loading: Promise<void> | null = null;

	constructor(whole: Dataset) {
		this.#whole = whole;
	}

	/** Null until the search is loaded, and for an empty query. */
	hits(query: string, dataset: Dataset): Hits | null {
		return query && this.#search ? this.#search(query, dataset) : null;
	}

	/** Loads the search, once. Never rejects: on failure `failed` is set. */
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
