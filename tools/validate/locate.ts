/** Locates a problem in its file, by the id of the entry, the field and the value found there. */
import { getNodeValue, type Node } from 'jsonc-parser';
import type { Json, Place } from './json.ts';
import { quoted, type Diagnostic } from './diagnostic.ts';

const valueAt = (node: Node, name: string): Node | undefined =>
	node.type === 'object' ? node.children!.find((p) => p.children![0]!.value === name)?.children![1] : undefined;

/** All nodes of a tree, outer before inner. */
function* nodes(node: Node): Generator<Node> {
	yield node;
	for (const child of node.children ?? []) yield* nodes(child);
}

const indexes = new WeakMap<Node, ReadonlyMap<string, Node[]>>();
/** Entries by id, cached, as there may be as many problems as entries. */
function byId(tree: Node): ReadonlyMap<string, Node[]> {
	const known = indexes.get(tree);
	if (known) return known;
	const index = new Map<string, Node[]>();
	for (const node of nodes(tree)) {
		const id = valueAt(node, 'id');
		if (id?.type === 'string') index.set(id.value as string, [...(index.get(id.value as string) ?? []), node]);
	}
	indexes.set(tree, index);
	return index;
}

const isText = (node: Node | undefined, id: string) => node?.type === 'string' && node.value === id;
/** The entries with an id or at a place; those without an id are identified by the beginning of their text. */
function entries(tree: Node, id: string): Node[] {
	if (!id) return [tree];
	const [, list, index] = /^(\w+)\[(\d+)\]$/.exec(id) ?? [];
	const listed = list && valueAt(tree, list)?.children?.[Number(index)];
	if (listed) return [listed];
	const own = byId(tree).get(id);
	if (own) return own;
	const begins = (value: Node | undefined) => value?.type === 'string' && String(value.value).startsWith(id);
	return [...nodes(tree)].filter((n) => n.type === 'object' && n.children!.some((p) => begins(p.children![1])));
}

/** One step of a field's path: a name, an index or an id. Steps that lead nowhere are skipped. */
function step(nodes: readonly Node[], name: string): readonly Node[] {
	const next = nodes.flatMap((node): (Node | undefined)[] => {
		if (node.type !== 'array') return [valueAt(node, name)];
		if (/^\d+$/.test(name)) return [node.children![Number(name)]];
		const own = node.children!.filter((child) => isText(valueAt(child, 'id'), name));
		return own.length ? own : node.children!.map((child) => valueAt(child, name));
	});
	const there = next.filter((node) => node !== undefined);
	return there.length ? there : nodes;
}

export function locate({ tree, placeOf }: Json, { id, field, found }: Diagnostic): Place {
	const names = field.split(/[^\w-]+/).filter(Boolean);
	const starts = entries(tree, id);
	const ends = names.reduce<readonly Node[]>(step, starts.length ? starts : [tree]);
	const candidates = [...ends.flatMap((node) => [...nodes(node)]), ...ends];
	// Of two equal values the later one is the problem.
	const match = candidates.findLast((node) => node.type !== 'property' && found.startsWith(quoted(getNodeValue(node))));
	return placeOf((match ?? ends[0] ?? tree).offset);
}
