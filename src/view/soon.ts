/**
 * A press shows at once, and what follows from it comes once that is painted: on a slow machine the page answers in one
 * frame, however much there is to do. Controls show meanwhile what they were pressed to.
 */
let due: (() => void) | null = null;

/** Does what is due now. Whoever acts again acts on a page that has answered. */
export function settle() {
	const work = due;
	due = null;
	work?.();
}

/** Does it after the next frame is painted; what was due before is done before, unless it is the same. */
export function soon(work: () => void) {
	if (due === work) return;
	settle();
	due = work;
	requestAnimationFrame(() => setTimeout(settle));
}
