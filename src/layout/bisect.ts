/** Binary search in ascending numbers, O(log n). Hundreds run per frame, and d3's calls a comparator each time. */

/** The first index in [from, to) whose number is not below a value; `to` where there is none. */
export function bisectLeft(list: ArrayLike<number>, value: number, from = 0, to = list.length): number {
	while (from < to) {
		const middle = (from + to) >>> 1;
		if (list[middle]! < value) from = middle + 1;
		else to = middle;
	}
	return from;
}

/** The first index in [from, to) whose number is above a value; `to` where there is none. */
export function bisectRight(list: ArrayLike<number>, value: number, from = 0, to = list.length): number {
	while (from < to) {
		const middle = (from + to) >>> 1;
		if (list[middle]! <= value) from = middle + 1;
		else to = middle;
	}
	return from;
}
