/** What an archive does not carry of an event: fetched when it is opened, with its neighbours, from a file of their own. */
import type { About } from './event-table.ts';
import type { Fault } from './fault.ts';
import { refused, unreachable, type Get } from './load.ts';

export interface Detail {
	readonly summary: string;
	readonly source: string;
	readonly quote: string;
}
/** `details/<n>.json`: the events n · together to (n + 1) · together − 1. */
export interface DetailFile {
	readonly edition: string;
	readonly events: readonly Detail[];
}

export type Shown =
	| { readonly is: 'loading'; readonly row: number }
	| { readonly is: 'here'; readonly row: number; readonly detail: Detail }
	| { readonly is: 'failed'; readonly row: number; readonly fault: Fault };

/** So many files are kept: whoever walks from event to event goes back. */
const KEPT = 8;

const otherEdition = (url: string): Fault => ({
	where: url,
	found: 'what came are not the details of this edition of the events',
	mend: 'Load the events anew.',
});

function eventsOf(file: unknown, edition: string): readonly Detail[] | null {
	const { edition: theirs, events } = (file ?? {}) as Partial<DetailFile>;
	return theirs === edition && Array.isArray(events) ? events : null;
}

export class Details {
	shown = $state.raw<Shown | null>(null);
	readonly #about: Pick<About, 'edition' | 'together'>;
	readonly #folder: string;
	readonly #get: Get;
	readonly #files = new Map<number, readonly Detail[]>();
	#opened = 0;

	/** @param folder address of the files, ending with "/" */
	constructor(about: Pick<About, 'edition' | 'together'>, folder: string, get: Get) {
		this.#about = about;
		this.#folder = folder;
		this.#get = get;
	}

	/** What comes after something was opened anew is shown to nobody. */
	open = async (row: number) => {
		const opened = ++this.#opened;
		const { edition, together } = this.#about;
		const number = Math.floor(row / together);
		const url = `${this.#folder}${number}.json`;
		const show = (shown: Shown) => {
			if (opened === this.#opened) this.shown = shown;
		};
		const kept = this.#files.get(number);
		this.shown = kept ? { is: 'here', row, detail: kept[row % together]! } : { is: 'loading', row };
		if (kept) return;
		try {
			const response = await this.#get(url);
			if (!response.ok) return show({ is: 'failed', row, fault: refused(url, response) });
			const events = eventsOf(await response.json(), edition);
			const detail = events?.[row % together];
			if (!detail) return show({ is: 'failed', row, fault: otherEdition(url) });
			this.#files.set(number, events);
			if (this.#files.size > KEPT) this.#files.delete(this.#files.keys().next().value!);
			show({ is: 'here', row, detail });
		} catch (error) {
			// A page that was sent in its place is no JSON.
			const fault = error instanceof SyntaxError ? otherEdition(url) : unreachable(url, error);
			show({ is: 'failed', row, fault });
		}
	};
	close = () => {
		this.#opened++;
		this.shown = null;
	};
}
