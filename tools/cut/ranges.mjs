/** Byte ranges, for servers and for reading Parquet. */

/** @typedef {{ start: number, end: number }} Bytes half-open */

/**
 * Parses a `Range` header for a file of some size: a range; "none" if it cannot be satisfied; null if the header is to be
 * ignored (RFC 9110: another unit, invalid syntax, or several ranges, which a server need not support).
 *
 * @param {string | undefined} header @param {number} size @returns {Bytes | 'none' | null}
 */
export function asked(header, size) {
	const [, first, last] = /^bytes=(\d*)-(\d*)$/i.exec(header?.replaceAll(' ', '') ?? '') ?? [];
	if (first === undefined || (first === '' && last === '')) return null;
	if (first === '')
		return last === '0'.repeat(last.length) || size === 0
			? 'none'
			: { start: Math.max(size - Number(last), 0), end: size };
	if (last !== '' && Number(last) < Number(first)) return null;
	if (Number(first) >= size) return 'none';
	return { start: Number(first), end: last === '' ? size : Math.min(Number(last) + 1, size) };
}

/**
 * Row groups that contain rows `from` to `to`.
 *
 * @param {readonly number[]} sizes rows of each group
 * @param {number} from @param {number} to
 * @returns {{ group: number, row: number }[]} index and first row of each group
 */
export function groupsOf(sizes, from, to) {
	let row = 0;
	return sizes
		.map((size, group) => {
			const here = { group, row, end: row + size };
			row = here.end;
			return here;
		})
		.filter((g) => g.row < to && g.end > from)
		.map(({ group, row }) => ({ group, row }));
}

/**
 * Divides groups into runs of adjacent ones, which can be fetched with one request.
 *
 * @template {{ group: number }} G @param {readonly G[]} groups ascending @returns {G[][]}
 */
export function union(groups) {
	/** @type {G[][]} */
	const runs = [];
	for (const g of groups) {
		const run = runs.at(-1);
		if (run?.at(-1)?.group === g.group - 1) run.push(g);
		else runs.push([g]);
	}
	return runs;
}
