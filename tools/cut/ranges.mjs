/** Ranges of bytes, as a server understands them and as a reader of Parquet needs them. */

/** @typedef {{ start: number, end: number }} Bytes half-open */

/**
 * What a `Range` header asks for of so many bytes: a range, "none" when nothing of it is there, or null when it is to
 * be ignored (RFC 9110: another unit, a form that makes no sense, or several ranges, which a server need not serve).
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
 * Row groups that hold rows `from` to `to`.
 *
 * @param {readonly number[]} sizes rows of each group
 * @param {number} from @param {number} to
 * @returns {{ group: number, row: number }[]} with the first row of each
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
 * Neighbours together: what can be fetched at once.
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
