/** Finds which of many bars reach a moment: a segment tree of the latest ends, built once in O(n). */

/** Node 1 is the root; node i holds the later of nodes 2i and 2i + 1; the second half of the array holds the ends. */
export type MaxTree = Float64Array;

export function maxTreeOf(ends: ArrayLike<number>): MaxTree {
	const leaves = 2 ** Math.ceil(Math.log2(Math.max(ends.length, 1)));
	const tree = new Float64Array(2 * leaves).fill(-Infinity);
	tree.set(ends, leaves);
	for (let i = leaves - 1; i > 0; i--) tree[i] = Math.max(tree[2 * i]!, tree[2 * i + 1]!);
	return tree;
}

/** The ends that the tree was built from. */
export const endsOf = (tree: MaxTree, n: number) => tree.slice(tree.length / 2, tree.length / 2 + n);

/** The latest end in the index range [from, to). O(log n). */
export function latest(tree: MaxTree, from: number, to: number): number {
	let most = -Infinity;
	const leaves = tree.length / 2;
	for (let [a, b] = [from + leaves, to + leaves]; a < b; a >>= 1, b >>= 1) {
		if (a & 1) most = Math.max(most, tree[a++]!);
		if (b & 1) most = Math.max(most, tree[--b]!);
	}
	return most;
}

/** Indices below `before` whose end is later than a moment, ascending. O(log n) for each. */
export function reachingPast(tree: MaxTree, before: number, moment: number): number[] {
	const found: number[] = [];
	const leaves = tree.length / 2;
	const look = (node: number, first: number, length: number) => {
		if (first >= before || tree[node]! <= moment) return;
		if (node >= leaves) return void found.push(first);
		look(2 * node, first, length / 2);
		look(2 * node + 1, first + length / 2, length / 2);
	};
	look(1, 0, leaves);
	return found;
}
