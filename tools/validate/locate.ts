/** Where in its file a problem is: found by the id of the entry, the name of the field and what was found there. */
import { getNodeValue, type Node } from 'jsonc-parser';
import type { Json, Place } from './json.ts';
import { quoted, type Diagnostic } from './diagnostic.ts';

const valueAt = (node: Node, name: string): Node | undefined =>
	node.type === 'object' ? node.children!.find((p) => p.children![0]!.value === name)?.children![1] : undefined;

/** Of a tree, outer before inner. */
function* nodes(node: Node): Generator<Node> {
	yield node;
	for (const child of node.children ?? []) yield* nodes(child);
}

const indexes = new WeakMap<Node, ReadonlyMap<string, Node[]>>();
/** Entries by id, read once: there may be as many problems as entries. */
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
/** The entries that an id or a place names; those without an id are named by what they begin with. */
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

/** One step on the way that a field names: a name, an index or an id. A step that leads nowhere is left out. */
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
	// Of two that are alike the later one is too many.
	const match = candidates.findLast((node) => node.type !== 'property' && found.startsWith(quoted(getNodeValue(node))));
	return placeOf((match ?? ends[0] ?? tree).offset);
}
