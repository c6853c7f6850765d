/** What is where, so that a point asks only about what is near it. */
import type { Point } from './curves.ts';
import type { Obstacle } from './obstacles.ts';

const COLUMN = 32;
/** Lines keep so far from what they do not lead to, and dots at their ends. */
export const [AIR, AROUND] = [3, 6];
const NOTHING: readonly Obstacle[] = [];

/** Boxes, by where they are across the view. */
export class Field {
	readonly #columns = new Map<number, Obstacle[]>();

	constructor(obstacles: readonly Obstacle[]) {
		for (const obstacle of obstacles) {
			const last = Math.floor((obstacle.right + AROUND) / COLUMN);
			for (let i = Math.floor((obstacle.left - AROUND) / COLUMN); i <= last; i++) {
				const column = this.#columns.get(i);
				if (column) column.push(obstacle);
				else this.#columns.set(i, [obstacle]);
			}
		}
	}
	/** All that may be at a point; most of it is not. */
	near = ({ x }: Point): readonly Obstacle[] => this.#columns.get(Math.floor(x / COLUMN)) ?? NOTHING;
}

/** Whether a point is in a box or so near to it. */
export const isAt = ({ x, y }: Point, { left, right, top, bottom }: Obstacle, air: number) =>
	x > left - air && x < right + air && y > top - air && y < bottom + air;

const CELL = 6;
/** More than there are in a column. */
const FAR = 2 ** 10;
const cell = (x: number, y: number) => Math.floor(x / CELL) * FAR + Math.floor(y / CELL);

/** Where lines have been drawn, to a few pixels. */
export class Trace {
	readonly #cells = new Set<number>();

	add({ x, y }: Point) {
		for (const dx of [-CELL, 0, CELL]) for (const dy of [-CELL, 0, CELL]) this.#cells.add(cell(x + dx, y + dy));
	}
	has = ({ x, y }: Point) => this.#cells.has(cell(x, y));
}
