/** Places the names of the chosen event and of those its threads lead to, in the strip, which has no other labels. */
import { WORDS, type MarkBox, type Obstacle, type Rect } from './obstacles.ts';

export interface Named {
	readonly mark: MarkBox;
	/** Width of its name, in pixels. */
	readonly width: number;
}
export interface Candidate extends Rect {
	/** Cost of this position compared with directly beside the mark. */
	readonly cost: number;
}

/** Least distance from mark to name, and from a name to other things. */
const [GAP, AIR] = [5, 1];
/** Costs: on the side towards the chosen event; in a thread's way; a line across; a line along; beside another mark. */
const [TOWARDS, WAY, LINE, STRUCK, NOT_ITS] = [3, 5, 3, 40, 8];
/** Cost of covering a mark or words, higher than that of any name that covers none; and cost of a name not placed. */
const [COVERS, NOWHERE] = [1e3, 1e5];
/** Most distance of a candidate from its mark; events closer than BESIDE horizontally count as above or below. */
const [FAR, BESIDE] = [64, 60];
/** How many names are tried as the first to be placed. */
const ORDERS = 16;

/** Possible positions of a name: at either end of its mark, also a little higher or lower; or above or below it. */
export function candidatesOf({ mark, width }: Named): Candidate[] {
	const { left, right, top, bottom } = mark;
	const y = (top + bottom) / 2;
	const candidate = (x: number, y: number, cost: number): Candidate => ({
		...{ left: x, right: x + width, top: y - WORDS, bottom: y + WORDS },
		cost,
	});
	const xs = [right + GAP, left - GAP - width];
	const beyond = bottom - y + WORDS + 1;
	return [
		...xs.map((x) => candidate(x, y, 0)),
		...[0.5, 1].flatMap((k) => [-1, 1].flatMap((to) => xs.map((x) => candidate(x, y + k * to * beyond, 0.5 + 2 * k)))),
		...[16, 32].flatMap((by) => [
			candidate(right + GAP + by, y, by / 8),
			candidate(left - GAP - by - width, y, by / 8),
		]),
		...[-1, 1].flatMap((to) =>
			[left, right - width, (left + right - width) / 2].map((x) => candidate(x, y + to * beyond, 3)),
		),
	];
}

/** Area that two boxes share. */
const shared = (a: Rect, b: Rect) =>
	Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
	Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
const meets = (a: Rect, b: Rect, air: number) =>
	a.left < b.right + air && b.left < a.right + air && a.top < b.bottom + air && b.top < a.bottom + air;
const isWithin = (a: Rect, b: Rect) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
const middle = ({ left, right, top, bottom }: Rect) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });

/** What an obstacle adds to the cost of a candidate. */
function costBeside(candidate: Rect, o: Obstacle): number {
	if (meets(candidate, o, AIR)) {
		if (o.kind !== 'line') return COVERS + shared(candidate, o) / 10;
		return o.right - o.left > o.bottom - o.top ? STRUCK : LINE;
	}
	const isLevel = Math.abs(middle(candidate).y - middle(o).y) < WORDS / 2;
	return o.kind === 'mark' && isLevel && meets(candidate, o, 2 * GAP) ? NOT_ITS : 0;
}

/** Whether the straight line between the middles of two boxes crosses a third. */
function isOnWay(rect: Rect, from: Rect, to: Rect): boolean {
	const [a, b] = [middle(from), middle(to)];
	let [begin, end] = [0, 1];
	const edges = [
		[a.x, b.x - a.x, rect.left, rect.right],
		[a.y, b.y - a.y, rect.top, rect.bottom],
	] as const;
	for (const [at, by, low, high] of edges) {
		if (by === 0 && (at < low || at > high)) return false;
		const ends = by === 0 ? [0, 1] : [(low - at) / by, (high - at) / by];
		begin = Math.max(begin, Math.min(...ends));
		end = Math.min(end, Math.max(...ends));
	}
	return begin <= end;
}

/** For each name the index of its candidate, and the total cost. */
interface Plan {
	readonly choices: readonly (number | null)[];
	readonly cost: number;
}

/** Places the names greedily. @param order the order in which they are placed */
function planned(
	names: readonly Named[],
	order: readonly number[],
	obstacles: readonly Obstacle[],
	bounds: Rect,
): Plan {
	const taken: Rect[] = [];
	const chosen = names[0]!.mark;
	const choices = new Array<number | null>(names.length).fill(null);
	let sum = 0;
	for (const i of order) {
		const { mark, width } = names[i]!;
		const all = candidatesOf(names[i]!);
		const near = obstacles.filter((o) => o.id !== mark.id && meets(o, mark, width + FAR));
		const [from, to] = [middle(chosen), middle(mark)];
		const towards = Math.abs(from.x - to.x) > BESIDE ? Math.sign(from.x - to.x) : 0;
		let [best, least] = [-1, NOWHERE];
		all.forEach((candidate, k) => {
			if (!isWithin(candidate, bounds) || taken.some((other) => meets(candidate, other, AIR))) return;
			let { cost } = candidate;
			if (towards && towards === Math.sign(middle(candidate).x - to.x)) cost += TOWARDS;
			for (const o of near) cost += costBeside(candidate, o);
			for (const other of names.slice(1)) if (isOnWay(candidate, chosen, other.mark)) cost += WAY;
			if (cost < least) [best, least] = [k, cost];
		});
		sum += least;
		if (best < 0) continue;
		choices[i] = best;
		taken.push(all[best]!);
	}
	return { choices, cost: sum };
}

/**
 * Chooses a candidate for each name: names never overlap, are wholly within the bounds, and cover a mark only where no
 * candidate is free. The chosen event's name is placed first, then each of the others is tried second, and the order
 * with the lowest total cost is kept.
 *
 * @param names the chosen event first, then the others, nearest first
 * @returns the index of each name's candidate, or null where it has no room
 */
export function threadLabels(names: readonly Named[], obstacles: readonly Obstacle[], bounds: Rect): Plan['choices'] {
	if (names.length === 0) return [];
	const order = names.map((_, i) => i);
	const plans = order.slice(0, ORDERS).map((first) => {
		const rest = order.filter((i) => i > 0 && i !== first);
		return planned(names, [0, ...(first ? [first] : []), ...rest], obstacles, bounds);
	});
	return plans.reduce((a, b) => (b.cost < a.cost ? b : a)).choices;
}
