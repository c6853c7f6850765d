/** Cubic Bézier curves, and the shapes that a thread may take. In pixels. */

export interface Point {
	readonly x: number;
	readonly y: number;
}
/** Start, two control points, end. */
export type Curve = readonly [Point, Point, Point, Point];

/** The curve's point at a parameter t of [0, 1]. */
export function at([a, b, c, d]: Curve, t: number): Point {
	const u = 1 - t;
	const [ka, kb, kc, kd] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
	return { x: ka * a.x + kb * b.x + kc * c.x + kd * d.x, y: ka * a.y + kb * b.y + kc * c.y + kd * d.y };
}

/** Its derivative at t. */
function slope([a, b, c, d]: Curve, t: number): Point {
	const u = 1 - t;
	const [k0, k1, k2] = [3 * u * u, 6 * u * t, 3 * t * t];
	return {
		x: k0 * (b.x - a.x) + k1 * (c.x - b.x) + k2 * (d.x - c.x),
		y: k0 * (b.y - a.y) + k1 * (c.y - b.y) + k2 * (d.y - c.y),
	};
}

/** The part of a curve between two values of t. */
export function part(curve: Curve, from: number, to: number): Curve {
	const [a, d] = [at(curve, from), at(curve, to)];
	const [sa, sd] = [slope(curve, from), slope(curve, to)];
	const k = (to - from) / 3;
	return [a, { x: a.x + sa.x * k, y: a.y + sa.y * k }, { x: d.x - sd.x * k, y: d.y - sd.y * k }, d];
}

const away = (p: Point, q: Point): Point => ({ x: q.x - p.x, y: q.y - p.y });
const legs = ([a, b, c, d]: Curve) => [away(a, b), away(b, c), away(c, d)] as const;
const size = ({ x, y }: Point) => Math.sqrt(x * x + y * y);

/** Samples needed for segments no longer than `longest`: a cubic's speed is at most three times its longest leg. */
export const stepsOf = (curve: Curve, longest: number) =>
	Math.max(4, Math.ceil((3 * Math.max(...legs(curve).map(size))) / longest));

/** The total turning of a curve, in radians, regardless of direction. */
export function turnOf(curve: Curve): number {
	const [p, q, r] = legs(curve);
	const between = (a: Point, b: Point) => Math.abs(Math.atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y));
	return between(p, q) + between(q, r);
}

export function pathOf(curve: Curve): string {
	const [a, b, c, d] = curve.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`);
	return `M${a!}C${b!} ${c!} ${d!}`;
}

/** The approximate length: between that of the control polygon and that of the chord. */
export function lengthOf(curve: Curve): number {
	const [p, q, r] = legs(curve);
	return (size(p) + size(q) + size(r) + size(away(curve[0], curve[3]))) / 2;
}

/** Makes a curve of one shape between any two points. */
type Route = (from: Point, to: Point) => Curve;
/** Position of a control point: shares of the distance across and down, plus pixels across. */
type Pull = readonly [across: number, down: number, beside?: number];

const bend =
	(a: Pull, b: Pull): Route =>
	(from, to) => {
		const pull = ([across, down, beside = 0]: Pull): Point => ({
			x: from.x + (to.x - from.x) * across + beside,
			y: from.y + (to.y - from.y) * down,
		});
		return [from, pull(a), pull(b), to];
	};

/** @param a first control point: share of the distance along the chord, and pixels beside it @param b the second one */
const bow =
	(a: readonly [number, number], b: readonly [number, number]): Route =>
	(from, to) => {
		const [dx, dy] = [to.x - from.x, to.y - from.y];
		const length = Math.hypot(dx, dy) || 1;
		const pull = ([along, by]: readonly [number, number]): Point => ({
			x: from.x + dx * along - (dy / length) * by,
			y: from.y + dy * along + (dx / length) * by,
		});
		return [from, pull(a), pull(b), to];
	};

const both = (list: readonly number[]) => list.flatMap((by) => [by, -by]);
const WIDE = both([16, 24, 32]);
const ASIDE = [0, ...both([20, 40])];
const SHARES = [0.35, 0.55, 0.8];
const pairs = <A, B>(as: readonly A[], bs: readonly B[]) => as.flatMap((a) => bs.map((b) => [a, b] as const));

export const ROUTES: readonly Route[] = [
	...both([6, 10, 16, 24, 32]).map((by) => bow([1 / 3, by], [2 / 3, by])),
	// Bows that are steep at both ends, or at one.
	...WIDE.map((by) => bow([0.05, by], [0.95, by])),
	...WIDE.map((by) => bow([0.1, by], [0.6, 0])),
	...WIDE.map((by) => bow([0.4, 0], [0.9, by])),
	// S-shapes: vertical at both ends, or horizontal at both.
	...SHARES.map((k) => bend([0, k], [1, 1 - k])),
	...SHARES.map((k) => bend([k, 0], [1 - k, 1])),
	// Quarter turns: vertical at one end, horizontal at the other.
	...pairs(ASIDE, pairs([0.6, 0.9], [0.45, 0.1])).flatMap(([by, [down, across]]) => [
		bend([0, down, by], [across, 1]),
		bend([1 - across, 0], [1, 1 - down, by]),
	]),
	// Horizontal at one end, approached from some pixels beside it, and vertical at the other.
	...pairs(both([24, 48]), [0, ...both([24])]).flatMap(([end, by]) => [
		bend([0, 0.5, by], [1, 1, end]),
		bend([0, 0, end], [1, 0.5, by]),
	]),
];
