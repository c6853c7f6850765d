/** Seeded synthetic events as columns in time order: the chart's input, at any size. */
import { BAR, WITHIN, type Columns } from '../../src/layout/columns.ts';
import { DAY } from '../../src/domain/model/when.ts';
import { random } from '../seeded.ts';

export const EXTENT = { start: Date.UTC(2000, 0, 1), end: Date.UTC(2026, 0, 1) };

/** Mostly single days, with some bars of up to two weeks, in bursts; every fifth event has a tie in another lane. */
export function synthetic(n: number, lanes: number): Columns {
	const next = random(n);
	const days = (EXTENT.end - EXTENT.start) / DAY - 20;
	const at = Float64Array.from({ length: n }, () => {
		const burst = Math.floor(next() * 40) / 40;
		return Math.floor((next() < 0.5 ? next() : burst + (next() * next()) / 40) * days);
	}).sort();
	const columns: Columns = {
		length: n,
		start: new Float64Array(n),
		end: new Float64Array(n),
		lane: new Uint8Array(n),
		ties: new Uint32Array(n),
		tier: new Uint8Array(n),
		shape: new Uint8Array(n),
	};
	for (let i = 0; i < n; i++) {
		const length = next() < 0.85 ? 1 : 2 + Math.floor(next() * 12);
		columns.start[i] = EXTENT.start + at[i]! * DAY;
		columns.end[i] = columns.start[i]! + length * DAY;
		columns.lane[i] = Math.floor(next() * lanes);
		const tie = 1 + Math.floor(next() * (lanes - 1));
		columns.ties[i] = columns.lane[i] !== 0 && tie !== columns.lane[i] && next() < 0.2 ? 1 << tie : 0;
		columns.tier[i] = Math.floor(next() * 3);
		columns.shape[i] = length > 1 ? BAR | (next() < 0.3 ? WITHIN : 0) : 0;
	}
	return columns;
}
