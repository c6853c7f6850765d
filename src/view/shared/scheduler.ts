/**
 * A press shows at once, and what follows from it comes once that is painted: on a slow machine the page answers in one
 * frame, however much there is to do. Controls show meanwhile what they were pressed to.
 */
let due: (() => void) | null = null;
let coming: ReturnType<typeof setTimeout>;

/** Does what is due now. A second act meets a page that has answered. */
export function flush() {
	const work = due;
	due = null;
	clearTimeout(coming);
	work?.();
}

/** Forgets what is due. */
export function cancel() {
	due = null;
	clearTimeout(coming);
}

/** What was due before is done before, unless it is the same: then it is done once, with the last. */
function next(work: () => void) {
	if (due !== work) flush();
	due = work;
	clearTimeout(coming);
}

/** Does it after the next frame is painted. */
export function afterPaint(work: () => void) {
	next(work);
	requestAnimationFrame(() => (coming = setTimeout(flush)));
}

/** Does it when nothing more has come for so long, in ms: for what is asked again with every letter. */
export function debounce(work: () => void, pause: number) {
	next(work);
	coming = setTimeout(flush, pause);
}
