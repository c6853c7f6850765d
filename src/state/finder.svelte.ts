/** The search, which the page fetches and makes ready when a reader turns to it. */
import type { Dataset } from '../domain/model/dataset.ts';
import type { Searcher } from '../domain/query/search.ts';

export class Finder {
	#make = $state.raw<((dataset: Dataset) => Searcher) | null>(null);
	#ready = $state.raw<{ readonly dataset: Dataset; readonly ask: Searcher } | null>(null);
	#learning: Promise<void> | null = null;

	/** Undefined until it is learned. Of a day in the past it is made at once, as that is another dataset. */
	of = (dataset: Dataset): Searcher | undefined =>
		this.#ready?.dataset === dataset ? this.#ready.ask : this.#make?.(dataset);

	/** Fetches the search and makes it ready for a dataset, once. @throws what the fetch throws; it may then be tried again */
	learn(dataset: Dataset): Promise<void> {
		return (this.#learning ??= this.#learn(dataset).catch((e: unknown) => {
			this.#learning = null;
			throw e;
		}));
	}
	async #learn(dataset: Dataset) {
		const { searcher, searcherInTime } = await import('../domain/query/search.ts');
		this.#ready = { dataset, ask: await searcherInTime(dataset) };
		this.#make = searcher;
	}
}
