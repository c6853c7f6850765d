/** The fields of an event that are not in the event table: fetched when it is opened, with those of its neighbours. */
import type { About } from './event-table.ts';
import type { Fault } from './fault.ts';
import { refused, unreachable, type Get } from './load.ts';

export interface Detail {
	readonly summary: string;
	readonly source: string;
	readonly quote: string;
}
/** `details/<n>.json`: the events of rows n · pageSize to (n + 1) · pageSize − 1. */
export interface DetailFile {
	readonly edition: string;
	readonly events: readonly Detail[];
}

export type Shown =
	| { readonly is: 'loading' }
	| { readonly is: 'here'; readonly detail: Detail }
	| { readonly is: 'failed'; readonly fault: Fault };

/** Number of files cached, for readers who go back. */
const KEPT = 8;

const otherEdition = (url: string): Fault => ({
	where: url,
	found: 'the response is not the details of this edition of the events',
	fix: 'Load the events again.',
});

function eventsOf(file: unknown, edition: string): readonly Detail[] | null {
	const { edition: theirs, events } = (file ?? {}) as Partial<DetailFile>;
	return theirs === edition && Array.isArray(events) ? events : null;
}

export class Details {
	shown = $state.raw<Shown | null>(null);
	readonly #files = new Map<number, readonly Detail[]>();
	#opened = 0;

	/** @param folder address of the files, ending with "/" */
	constructor(
		private readonly about: About,
		private readonly folder: string,
		private readonly get: Get,
	) {}

	/** Opens an event. A response that arrives after another event was opened is ignored. */
	open = async (row: number) => {
		const opened = ++this.#opened;
		const { edition, pageSize } = this.about;
		const number = Math.floor(row / pageSize);
		const url = `${this.folder}${number}.json`;
		const show = (shown: Shown) => {
			if (opened === this.#opened) this.shown = shown;
		};
		const kept = this.#files.get(number);
		this.shown = kept ? { is: 'here', detail: kept[row % pageSize]! } : { is: 'loading' };
		if (kept) return;
		try {
			const response = await this.get(url);
			if (!response.ok) return show({ is: 'failed', fault: refused(url, response) });
			const events = eventsOf(await response.json(), edition);
			const detail = events?.[row % pageSize];
			if (!detail) return show({ is: 'failed', fault: otherEdition(url) });
			this.#files.set(number, events);
			if (this.#files.size > KEPT) this.#files.delete(this.#files.keys().next().value!);
			show({ is: 'here', detail });
		} catch (error) {
			// Not JSON: some servers send a page instead of a missing file.
			const fault = error instanceof SyntaxError ? otherEdition(url) : unreachable(url, error);
			show({ is: 'failed', fault });
		}
	};
}
