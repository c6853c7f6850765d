/**
 * Threads: curves from an event to those it responds to and to those that respond to it. Each takes the cheapest of all
 * possible shapes: short, slightly bent, and crossing nothing that it does not lead to.
 */
import { at, ROUTES, lengthOf, part, pathOf, stepsOf, turnOf, type Curve, type Point } from './curves.ts';
import { AIR, AROUND, Field, isAt, Trace } from './field.ts';
import type { MarkBox, Obstacle, Rect } from './obstacles.ts';

export interface Thread {
	/** Row of the event it leads to, or of the first event of a cluster. */
	readonly id: number;
	readonly d: string;
	/** Position of its dot, beside the other mark. */
	readonly end: Point;
	/** Index of its shape in `waysOf`; it keeps this while the view moves. */
	readonly way: number;
}

/** Longest step between samples of a curve, short enough that nothing within AIR of the line is missed. */
const STEP = 8;
const PER = 4;
/** Added if a curve crosses a mark or a label, so that any curve that crosses none is cheaper. */
const CROSSES = 1e6;
/** Distance from the edge of the other mark to the middle of the dot. */
const BESIDE = 3;
/** A visible curve shorter than SHORT looks like no line, and costs TOO_SHORT. */
const [SHORT, TOO_SHORT] = [8, 40];
const BEYOND = 20;
/** Threads may touch up to this distance from the event that they share; beyond it touching has a cost. */
const [APART, MEETS] = [30, 3];
/** A slight bend (in radians) distinguishes a thread from lines of the chart; a straighter one has a cost. */
const [SLIGHT, STRAIGHT] = [0.6, 4];

/** Distance of a point from a mark's rounded edge; negative inside. */
function outside({ left, right, top, bottom, radius }: MarkBox, p: Point): number {
	const dx = Math.max(left + radius - p.x, p.x - right + radius);
	const dy = Math.max(top + radius - p.y, p.y - bottom + radius);
	const [x, y] = [Math.max(dx, 0), Math.max(dy, 0)];
	return Math.sqrt(x * x + y * y) + Math.min(Math.max(dx, dy), 0) - radius;
}

/** Called a hundred thousand times, and Math.hypot takes several times as long. */
const distance = (a: Point, b: Point) => Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
const within = (x: number, from: number, to: number) => Math.max(from, Math.min(x, to));
const centre = ({ left, right }: Rect) => (left + right) / 2;

/** Points of a mark at which a thread may end: the middle of a dot; on a bar the nearest point, or either end. */
function anchors({ left, right, top, bottom }: MarkBox, near: number): readonly Point[] {
	const half = (bottom - top) / 2;
	const inset = Math.min(half, (right - left) / 2);
	const [first, last] = [left + inset, right - inset];
	const isBar = right - left > bottom - top;
	return (isBar ? [within(near, first, last), first, last] : [first]).map((x) => ({ x, y: top + half }));
}

/** The number between two from which a condition holds, by bisection; it must hold at the second. */
function boundary(from: number, to: number, holds: (t: number) => boolean): number {
	for (let i = 0; i < 8; i++) {
		const middle = (from + to) / 2;
		if (holds(middle)) to = middle;
		else from = middle;
	}
	return to;
}

/** The part of a curve between the edges of two marks. */
export function seen(curve: Curve, from: MarkBox, to: MarkBox): Curve {
	const steps = stepsOf(curve, STEP / 2);
	const isOut = (t: number) => outside(from, at(curve, t)) >= 0;
	const isThere = (t: number) => outside(to, at(curve, t)) <= BESIDE;
	let begin = 0;
	while (begin < steps && !isOut(begin / steps)) begin++;
	let end = steps;
	while (end > begin && isThere((end - 1) / steps)) end--;
	const t0 = boundary(Math.max(begin - 1, 0) / steps, begin / steps, isOut);
	return part(curve, t0, Math.max(t0, boundary(Math.max(end - 1, 0) / steps, end / steps, isThere)));
}

/** All curves that a thread may take, from inside one mark to inside the other. */
export const waysOf = (from: MarkBox, to: MarkBox): readonly Curve[] =>
	anchors(to, anchors(from, centre(to))[0]!.x).flatMap((end) => {
		const begin = anchors(from, end.x)[0]!;
		return ROUTES.map((route) => route(begin, end));
	});

export function threadOf(way: number, from: MarkBox, to: MarkBox): Thread {
	const ways = waysOf(from, to);
	const curve = seen(ways[way % ways.length]!, from, to);
	return { id: to.id, d: pathOf(curve), end: curve[3], way };
}

/**
 * @param from the event that the threads start from
 * @param related the other events, best given nearest first, as each thread avoids those before it
 * @param bounds threads leave them only where they must
 */
export function threads(
	from: MarkBox,
	related: readonly MarkBox[],
	obstacles: readonly Obstacle[],
	bounds: Rect,
): Thread[] {
	const field = new Field(obstacles);
	const others = new Trace();
	const middle = { x: centre(from), y: (from.top + from.bottom) / 2 };

	/** The cost of a curve; stops early once it reaches `most`. */
	function cost(curve: Curve, base: number, to: MarkBox, most: number): number {
		const steps = stepsOf(curve, STEP);
		let [sum, last, isFree] = [base + (lengthOf(curve) < SHORT ? TOO_SHORT : 0), curve[0], true];
		for (const o of field.near(curve[3])) if (o.id !== to.id && isAt(curve[3], o, AROUND)) sum += o.cost;
		for (let i = 0; i <= steps && sum < most; i++) {
			const p = at(curve, i / steps);
			// The cost of a sample is proportional to the step that it stands for.
			const share = Math.max(distance(p, last), 1) / PER;
			for (const o of field.near(p)) {
				if (!isAt(p, o, AIR) || (o.kind === 'mark' && (o.id === from.id || o.id === to.id))) continue;
				const isCrossing = o.kind === 'mark' || o.kind === 'words';
				sum += o.cost * share + (isFree && isCrossing ? CROSSES : 0);
				isFree &&= !isCrossing;
			}
			if (p.x < bounds.left || p.x > bounds.right || p.y < bounds.top || p.y > bounds.bottom) sum += BEYOND * share;
			if (others.has(p) && distance(p, middle) > APART) sum += MEETS * share;
			last = p;
		}
		return sum;
	}
	const found = related.map((to): Thread => {
		const ways = waysOf(from, to)
			.map((whole, way) => {
				const bend = turnOf(whole) - SLIGHT;
				return { way, whole, base: lengthOf(whole) / 60 + (bend > 0 ? bend : -STRAIGHT * bend) };
			})
			.sort((a, b) => a.base - b.base || a.way - b.way);
		let [curve, way, least] = [ways[0]!.whole, ways[0]!.way, Infinity];
		for (const one of ways) {
			if (one.base >= least) break;
			const visible = seen(one.whole, from, to);
			const c = cost(visible, one.base, to, least);
			if (c < least) [curve, way, least] = [visible, one.way, c];
		}
		const steps = stepsOf(curve, STEP);
		for (let i = 0; i <= steps; i++) others.add(at(curve, i / steps));
		return { id: to.id, d: pathOf(curve), end: curve[3], way };
	});
	return found;
}
