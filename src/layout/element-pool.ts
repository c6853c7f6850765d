/** Reuses DOM elements, as creating them is slow: while the view moves, new marks get the elements of those gone. */
import type { Mark } from './marks.ts';

/** An element, identified by its key, and the mark it shows now. */
export interface Pooled {
	readonly key: number;
	readonly mark: Mark;
}

export class ElementPool {
	#list: readonly Pooled[] = [];
	#next = 0;

	/**
	 * A mark that stays, identified by its first event, keeps its element. At rest the elements are in time order, for
	 * screen readers; in motion they are not reordered.
	 *
	 * @param kept the event whose element has focus, or -1; that element is never reused for another
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
