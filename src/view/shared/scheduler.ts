/**
 * Defers work until the next frame is painted, so that a press has a visible effect within one frame even on a slow
 * machine. Until then, controls show the state to which they were pressed.
 */
let due: (() => void) | null = null;
let coming: ReturnType<typeof setTimeout>;

/** Does pending work now, so that the next action meets an up-to-date page. */
export function flush() {
	const work = due;
	due = null;
	clearTimeout(coming);
	work?.();
}

/** Drops pending work. */
export function cancel() {
	due = null;
	clearTimeout(coming);
}

/** Makes `work` the pending work. Other pending work is done first; the same function is done only once. */
function next(work: () => void) {
	if (due !== work) flush();
	due = work;
	clearTimeout(coming);
}

/** Does the work after the next frame is painted. */
export function afterPaint(work: () => void) {
	next(work);
	requestAnimationFrame(() => (coming = setTimeout(flush)));
}

/** Does the work after a pause (ms) without another call, for what is requested on every key stroke. */
export function debounce(work: () => void, pause: number) {
	next(work);
	coming = setTimeout(flush, pause);
}
