// The events of the hand-written canvas: typed arrays in time order, packed into rows once; counts for dense rows.
export const GROUP_ROWS = 5;
export const BINS = 1 << 16;

/** First index from `a` to `b` whose value is not below `v`. */
export const lower = (array, v, a, b) => {
	while (a < b) {
		const m = (a + b) >> 1;
		if (array[m] < v) a = m + 1;
		else b = m;
	}
	return a;
};

/** Indices sorted by their keys: radix sort in two passes of sixteen bits. */
function inOrder(key) {
	const n = key.length;
	let from = Uint32Array.from(key.keys());
	if (n < 2048) return from.sort((u, v) => key[u] - key[v] || u - v);
	let to = new Uint32Array(n);
	for (let shift = 0; shift < 32; shift += 16) {
		const next = new Uint32Array(65537);
		for (let i = 0; i < n; i++) next[((key[i] >>> shift) & 65535) + 1]++;
		for (let i = 0; i < 65536; i++) next[i + 1] += next[i];
		for (let i = 0; i < n; i++) {
			const j = from[i];
			to[next[(key[j] >>> shift) & 65535]++] = j;
		}
		[from, to] = [to, from];
	}
	return from;
}

/** @param width of the plot in pixels; a row with more events than half of it is dense */
export function indexed(events, { SPAN_START, SPAN_END, GROUPS }, width) {
	const n = events.length;
	const rows = GROUPS.length * GROUP_ROWS;
	const span = SPAN_END - SPAN_START;
	// One pass over the objects; everything after it touches typed arrays only.
	const start = new Float64Array(n);
	const end = new Float64Array(n);
	const group = new Uint8Array(n);
	const key = new Uint32Array(n);
	const unit = 4294967295 / span;
	for (let i = 0; i < n; i++) {
		const e = events[i];
		start[i] = e.start;
		end[i] = e.end === undefined ? 0 : e.end;
		group[i] = e.group;
		key[i] = (e.start - SPAN_START) * unit;
	}
	const order = inOrder(key);

	// Each event takes the row of its group that is free first; label widths are those of the full view.
	const free = new Float64Array(rows).fill(-Infinity);
	const row = new Uint8Array(n);
	const off = new Uint32Array(rows + 1);
	const labelRoom = (230 * span) / width;
	for (let i = 0; i < n; i++) {
		const j = order[i];
		const base = group[j] * GROUP_ROWS;
		let best = base;
		for (let k = base + 1; k < base + GROUP_ROWS; k++) if (free[k] < free[best]) best = k;
		free[best] = n > 2000 ? Math.max(end[j], start[j] + 1) : Math.max(end[j], start[j] + labelRoom, free[best]);
		row[i] = best;
		off[best + 1]++;
	}
	let most = 0;
	for (let r = 0; r < rows; r++) {
		most = Math.max(most, off[r + 1]);
		off[r + 1] += off[r];
	}

	const index = {
		...{ rows, off, binMs: span / BINS },
		...{ S: new Float64Array(n), E: new Float64Array(n), ids: new Uint32Array(n) },
		/** Latest end so far in the row: finds events that began before the view and last into it. */
		latest: new Float64Array(n),
		/** Per row and bin: how many events have begun, and how many are going on, as running sums. */
		begun: null,
		lasting: null,
	};
	const isDense = most > width / 2;
	if (isDense) {
		index.begun = new Uint32Array(rows * (BINS + 1));
		index.lasting = new Int32Array(rows * (BINS + 1));
	}
	const { S, E, ids, latest, begun, lasting, binMs } = index;
	const at = off.slice();
	for (let i = 0; i < n; i++) {
		const j = order[i];
		const r = row[i];
		const o = at[r]++;
		const until = end[j] || start[j];
		S[o] = start[j];
		E[o] = until;
		ids[o] = j;
		latest[o] = o > off[r] && latest[o - 1] > until ? latest[o - 1] : until;
		if (!isDense) continue;
		const base = r * (BINS + 1);
		const bin = ((start[j] - SPAN_START) / binMs) | 0;
		begun[base + bin + 1]++;
		if (end[j]) {
			lasting[base + bin]++;
			lasting[base + Math.min(BINS, (((until - SPAN_START) / binMs) | 0) + 1)]--;
		}
	}
	if (isDense)
		for (let r = 0; r < rows; r++) {
			const base = r * (BINS + 1);
			for (let i = base; i < base + BINS; i++) {
				begun[i + 1] += begun[i];
				lasting[i + 1] += lasting[i];
			}
		}
	return index;
}
