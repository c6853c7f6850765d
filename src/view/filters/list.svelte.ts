/** The list under the search box: whether it is open, and at which option the keys are. */
import { later } from '../../state/later.ts';
import type ResultsType from './Results.svelte';

/** Where a key leads to among so many options; -1 is the box itself. Null where it is none of the list's. */
function target(key: string, at: number, size: number): number | null {
	if (!size) return null;
	const around = (to: number) => ((to + 1 + size + 1) % (size + 1)) - 1;
	if (key === 'ArrowDown') return around(at + 1);
	if (key === 'ArrowUp') return around(at - 1);
	// In the box itself they move among its letters.
	if (at < 0) return null;
	return key === 'Home' ? 0 : key === 'End' ? size - 1 : null;
}

export class List {
	isOpen = $state.raw(false);
	/** Place of the option the keys are at; -1 is the box itself. */
	at = $state.raw(-1);
	/** Null until it is loaded. */
	Results = $state.raw<typeof ResultsType | null>(null);

	open() {
		this.isOpen = true;
		this.at = -1;
	}
	close() {
		this.isOpen = false;
		this.at = -1;
	}
	/** @returns whether the key was the list's */
	move(key: string, size: number): boolean {
		const to = target(key, this.at, size);
		if (to !== null) this.at = to;
		return to !== null;
	}
	/** Without it the record shows what was found; the next letter tries again. */
	async load() {
		this.Results ??= await later(() => import('./Results.svelte')).then(
			(part) => part.default,
			() => null,
		);
	}
}
