/** A pool of elements: while the view moves, one whose mark has gone shows the next to come, as making one is slow. */
import type { Mark } from './marks.ts';

/** One element, known by its key, and the mark it shows now. */
export interface Pooled {
	readonly key: number;
	readonly mark: Mark;
}

export class ElementPool {
	#list: readonly Pooled[] = [];
	#next = 0;

	/**
	 * A mark that stays, known by its first event, keeps its element. At rest the elements are in the order of time, for
	 * those who read them one by one; in motion each stays in its place.
	 *
	 * @param kept the event whose element has focus, or -1: it is never given to another
	 */
	of(marks: readonly Mark[], isMoving: boolean, kept: number): readonly Pooled[] {
		const coming = new Map(marks.map((mark) => [mark.event, mark]));
		const list: (Pooled | number)[] = [];
		for (const element of this.#list) {
			const mark = coming.get(element.mark.event);
			coming.delete(element.mark.event);
			if (mark) list.push(mark === element.mark ? element : { key: element.key, mark });
			else if (isMoving && element.mark.event !== kept) list.push(element.key);
		}
		const next = coming.values();
		const filled = list.flatMap((element): Pooled[] => {
			if (typeof element !== 'number') return [element];
			const { value: mark } = next.next();
			return mark ? [{ key: element, mark }] : [];
		});
		for (const mark of next) filled.push({ key: this.#next++, mark });
		if (!isMoving) filled.sort((a, b) => a.mark.event - b.mark.event);
		return (this.#list = filled);
	}
}
