/** What is printed of the page of the case: the events that filters and a date let through, and nothing else. */
import { later } from '../../state/later.ts';
import type { Timeline } from '../../state/timeline.svelte.ts';
import type { Verifier } from '../../state/verifier.svelte.ts';

/** Milliseconds after which all that a reader waits for has come. */
const QUIET = 2000;

/**
 * A page is printed as it is at that moment, so what is put on paper comes before anybody asks for it: after a while,
 * or with the first key that may be part of Ctrl+P. Until then, and where it does not come, the page itself is printed.
 */
export function readyToPrint(timeline: Timeline, verifier: Verifier, target: HTMLElement) {
	let paper: Promise<typeof import('./put-on-paper.ts')> | null = null;
	let put: (typeof import('./put-on-paper.ts'))['putOnPaper'] | null = null;
	let remove: (() => void) | null = null;
	function load() {
		paper ??= later(() => import('./put-on-paper.ts'));
		paper.then(
			({ putOnPaper }) => (put = putOnPaper),
			() => (paper = null),
		);
	}
	setTimeout(load, QUIET);
	addEventListener('keydown', ({ key }) => {
		if (key === 'Control' || key === 'Meta') load();
	});
	addEventListener('beforeprint', () => {
		load();
		remove ??= put?.(timeline, verifier, target) ?? null;
	});
	addEventListener('afterprint', () => {
		remove?.();
		remove = null;
	});
}
