/** Parses JSON with positions, so that syntax errors, repeated fields and other problems have a line and a column. */
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Unreadable } from './bytes.ts';
import type { Path } from './where.ts';

export interface Place {
	readonly line: number;
	readonly column: number;
}
export interface Json {
	readonly value: unknown;
	readonly tree: Node;
	readonly placeOf: (offset: number) => Place;
}

/** Offset → line and column, both from 1, by binary search. */
export function placer(text: string): Json['placeOf'] {
	const starts = [0];
	for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
	return (offset) => {
		let [low, high] = [0, starts.length];
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if (starts[middle]! <= offset) low = middle;
			else high = middle;
		}
		return { line: low + 1, column: offset - starts[low]! + 1 };
	};
}

const SLIPS: Readonly<Record<string, string>> = {
	PropertyNameExpected: 'the name of a field in quotation marks is missing; often the comma before it is too many',
	ValueExpected: 'a value is missing; often a comma is too many',
	ColonExpected: 'a colon is missing',
	CommaExpected: 'a comma is missing',
	CloseBraceExpected: 'a } is missing',
	CloseBracketExpected: 'a ] is missing',
	EndOfFileExpected: 'the file should have ended before this',
	InvalidCommentToken: 'JSON has no comments',
	UnexpectedEndOfString: 'a quotation mark is missing, or a line breaks inside of a text',
	InvalidSymbol: 'this is no text in straight quotation marks, no number, true, false or null',
	InvalidCharacter: 'a text has a tab or another control character; write it as \\t or \\u0009',
	InvalidEscapeCharacter: 'after a backslash only " \\ / b f n r t u may follow; write \\\\ for a backslash',
	InvalidUnicode: 'four hexadecimal digits are needed after \\u',
};

export function parseJson(text: string): Json | ({ readonly at: Place } & Unreadable) {
	const placeOf = placer(text);
	const errors: ParseError[] = [];
	try {
		const tree = parseTree(text, errors, { disallowComments: true });
		return { value: JSON.parse(text) as unknown, tree: tree!, placeOf };
	} catch (error) {
		if (error instanceof RangeError)
			return { at: placeOf(0), found: 'lists nested too deeply', fix: 'Nest them less deeply.' };
		const [slip] = errors;
		const offset = slip?.offset ?? text.length;
		const at = placeOf(offset);
		const here = text.slice(offset, offset + 20).split('\n')[0]!;
		return {
			at,
			found: here ? `“${here}” on line ${at.line}` : `the end of line ${at.line}`,
			fix: `The file is not valid JSON; look at line ${at.line}, column ${at.column}: ${
				(slip && SLIPS[printParseErrorCode(slip.error)]) ?? 'often a comma or a quotation mark is missing or too many'
			}.`,
		};
	}
}

/** The path from the root to a node. */
function pathTo(node: Node): Path {
	const up = node.parent;
	if (!up) return [];
	if (up.type === 'property') return [...pathTo(up.parent!), { key: up.children![0]!.value as string, value: node }];
	return [...pathTo(up), { key: up.children!.indexOf(node), value: node }];
}

const idIn = (value: unknown): unknown =>
	(value as Node).children?.find((p) => p.type === 'property' && p.children![0]!.value === 'id')?.children![1]?.value;

/** Fields that an object has more than once: JSON.parse silently drops all but the last. */
export function doubled({ tree, placeOf }: Json): { path: Path; name: string; first: Place; again: Place }[] {
	const found: ReturnType<typeof doubled> = [];
	const visit = (node: Node) => {
		const seen = new Map<string, Node>();
		for (const child of node.children ?? []) {
			if (child.type === 'property') {
				const [key, value] = child.children as [Node, Node?];
				const name = key.value as string;
				const first = seen.get(name);
				if (first && value) {
					const path = pathTo(value).map(({ key: at, value: of }) => ({ key: at, value: { id: idIn(of) } }));
					found.push({ path, name, first: placeOf(first.offset), again: placeOf(key.offset) });
				}
				seen.set(name, key);
				if (value) visit(value);
			} else visit(child);
		}
	};
	visit(tree);
	return found;
}
