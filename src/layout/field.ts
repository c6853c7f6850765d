/** A spatial index of obstacles, so that a point is tested only against what is near it. */
import type { Point } from './curves.ts';
import type { Obstacle } from './obstacles.ts';

const COLUMN = 32;
/** Least distance in pixels that lines, and the dots at their ends, keep from what they do not lead to. */
export const [AIR, AROUND] = [3, 6];
const NOTHING: readonly Obstacle[] = [];

/** Obstacles by column of the view. */
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
	/** The obstacles of a point's column: candidates for `isAt`. */
	near = ({ x }: Point): readonly Obstacle[] => this.#columns.get(Math.floor(x / COLUMN)) ?? NOTHING;
}

/** Whether a point is in a box, or nearer to it than `air`. */
export const isAt = ({ x, y }: Point, { left, right, top, bottom }: Obstacle, air: number) =>
	x > left - air && x < right + air && y > top - air && y < bottom + air;

const CELL = 6;
/** More cells than a column can have, so that every cell has its own number. */
const FAR = 2 ** 10;
const cell = (x: number, y: number) => Math.floor(x / CELL) * FAR + Math.floor(y / CELL);

/** Where lines have been drawn, to the nearest few pixels. */
export class Trace {
	readonly #cells = new Set<number>();

	add({ x, y }: Point) {
		for (const dx of [-CELL, 0, CELL]) for (const dy of [-CELL, 0, CELL]) this.#cells.add(cell(x + dx, y + dy));
	}
	has = ({ x, y }: Point) => this.#cells.has(cell(x, y));
}
