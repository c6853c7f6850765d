/** The texts of an SVG picture, as an XML parser reads them. */
import { XMLParser } from 'fast-xml-parser';

type Node = Record<string, unknown> & { ':@'?: Readonly<Record<string, string>> };
export interface SvgText {
	readonly words: string;
	readonly attributes: Readonly<Record<string, string>>;
	/** The sum of the horizontal translations of its groups. */
	readonly dx: number;
}

const parser = new XMLParser({
	preserveOrder: true,
	ignoreAttributes: false,
	attributeNamePrefix: '',
	trimValues: false,
});
const wordsOf = (node: Node): string => {
	const text = node['#text'];
	return typeof text === 'string' || typeof text === 'number' ? String(text) : '';
};

/** Every text of a picture, in order. */
export function textsIn(svg: string): readonly SvgText[] {
	const visit = (nodes: readonly Node[], dx: number): readonly SvgText[] =>
		nodes.flatMap((node) => {
			const attributes = node[':@'] ?? {};
			const by = Number(/translate\(([\d.-]+)/.exec(attributes['transform'] ?? '')?.[1] ?? 0);
			return Object.entries(node).flatMap(([name, inside]) => {
				if (!Array.isArray(inside)) return [];
				if (name !== 'text') return visit(inside as Node[], dx + by);
				return [{ words: (inside as Node[]).map(wordsOf).join(''), attributes, dx }];
			});
		});
	return visit(parser.parse(svg) as Node[], 0);
}
