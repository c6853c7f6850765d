/** Ascending numbers with consecutive ones as ranges: "2–5", "1, 3–4". */
export function ranges(numbers: readonly number[]): string {
	const out: [number, number][] = [];
	for (const n of numbers) {
		const last = out.at(-1);
		if (last?.[1] === n - 1) last[1] = n;
		else out.push([n, n]);
	}
	return out.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
