/** The list under the search box: whether it is open, and its active option. */
import { later } from '../../state/later.ts';
import type ResultsType from './Results.svelte';

/** The option that a key makes active; -1 is the box itself. Null for keys that the list does not handle. */
function target(key: string, at: number, size: number): number | null {
	if (!size) return null;
	const around = (to: number) => ((to + 1 + size + 1) % (size + 1)) - 1;
	if (key === 'ArrowDown') return around(at + 1);
	if (key === 'ArrowUp') return around(at - 1);
	// In the box Home and End move the caret.
	if (at < 0) return null;
	return key === 'Home' ? 0 : key === 'End' ? size - 1 : null;
}

export class List {
	isOpen = $state.raw(false);
	/** Index of the active option; -1 is the box itself. */
	at = $state.raw(-1);
	/** Index of the option under the pointer, which Enter does not choose; -1 for none. */
	hovered = $state.raw(-1);
	/** The component of the list; null until loaded. */
	Results = $state.raw<typeof ResultsType | null>(null);

	open() {
		this.isOpen = true;
		this.at = this.hovered = -1;
	}
	close() {
		this.isOpen = false;
		this.at = this.hovered = -1;
	}
	/** @returns whether the list has handled the key */
	move(key: string, size: number): boolean {
		const to = target(key, this.at, size);
		if (to === null) return false;
		this.at = to;
		this.hovered = -1;
		return true;
	}
	/** Loads the list. If that fails, the record still shows what was found, and the next letter tries again. */
	async load() {
		this.Results ??= await later(() => import('./Results.svelte')).then(
			(part) => part.default,
			() => null,
		);
	}
}
