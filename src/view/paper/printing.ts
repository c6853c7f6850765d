/** Printing of the case's page: the open event, or else the view that filters and a date leave. */
import type { TimelineEvent } from '../../domain/model/dataset.ts';
import { later } from '../../state/later.ts';
import type { Timeline } from '../../state/timeline.svelte.ts';
import type { Verifier } from '../../state/verifier.svelte.ts';
import { use } from '../use/use.svelte.ts';
import type { putOnPaper } from './put-on-paper.ts';

/** Milliseconds after which everything more urgent has been loaded. */
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
/** Loads the printed form. Until it is there, or if it fails, the page itself is printed. */
const prepare = () => void load().catch(() => {});

/** The event to print: the open one, or, where the panel "Use" is open, its subject. */
function onlyEvent(timeline: Timeline): TimelineEvent | undefined {
	if (timeline.over === 'use') return timeline.dataset.event.get(use.subject.event ?? '');
	return timeline.isReading ? timeline.chosen! : undefined;
}

/**
 * A page is printed as it is at that moment, so the printed form is loaded beforehand: after a while, or at the first
 * key that may be part of Ctrl+P.
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

/** Opens the browser's print dialog. @throws where the printed form could not be loaded */
export async function openPrintDialog() {
	await load();
	print();
}
