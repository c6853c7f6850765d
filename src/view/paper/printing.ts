/** What is printed of the page of the case: what a reader has open, or else what filters and a date let through. */
import type { TimelineEvent } from '../../domain/model/dataset.ts';
import { later } from '../../state/later.ts';
import type { Timeline } from '../../state/timeline.svelte.ts';
import type { Verifier } from '../../state/verifier.svelte.ts';
import { use } from '../use/use.svelte.ts';
import type { putOnPaper } from './put-on-paper.ts';

/** Milliseconds after which all that a reader waits for has come. */
const QUIET = 2000;

let loading: Promise<void> | null = null;
let put: typeof putOnPaper | null = null;
async function load() {
	loading ??= later(() => import('./put-on-paper.ts')).then((paper) => void (put = paper.putOnPaper));
	try {
		await loading;
	} catch (error) {
		loading = null;
		throw error;
	}
}
/** Until it has come, and where it does not, the page itself is printed. */
const prepare = () => void load().catch(() => {});

/** The event that is open to be read; where "Use this" is open, what is used there. */
function onlyEvent(timeline: Timeline): TimelineEvent | undefined {
	if (timeline.over === 'use') return timeline.dataset.event.get(use.subject.event ?? '');
	return timeline.isReading ? timeline.chosen! : undefined;
}

/**
 * A page is printed as it is at that moment, so what is put on paper comes before anybody asks for it: after a while,
 * or with the first key that may be part of Ctrl+P.
 */
export function readyToPrint(timeline: Timeline, verifier: Verifier, target: HTMLElement) {
	let remove: (() => void) | null = null;
	setTimeout(prepare, QUIET);
	addEventListener('keydown', ({ key }) => {
		if (key === 'Control' || key === 'Meta') prepare();
	});
	addEventListener('beforeprint', () => {
		prepare();
		remove ??= put?.(timeline, verifier, target, onlyEvent(timeline)) ?? null;
	});
	addEventListener('afterprint', () => {
		remove?.();
		remove = null;
	});
}

/** Opens the browser's own dialog. @throws where what is put on paper could not be loaded */
export async function openPrintDialog() {
	await load();
	print();
}
