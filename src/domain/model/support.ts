/** How many independent sources an event has: sources that derive from one another count as one. */
import type { Source } from './records.ts';
import { STANDINGS } from './vocabulary.ts';

export interface Support {
	/** Number of sources that the event quotes or refers to, each counted once. */
	readonly sources: number;
	/** Number of families among them, such as a wire text and its copies, or a release and what only repeats it. */
	readonly independent: number;
}

/**
 * Source id → the id that stands for its family. A family is all sources linked by `origin`, over any number of steps,
 * whether or not an event cites the sources in between; `copyOf` links too where it is the id or title of a source.
 */
export function families(sources: readonly Source[]): ReadonlyMap<string, string> {
	const family = new Map(sources.map((s) => [s.id, s.id]));
	const named = new Map(sources.flatMap((s) => [[s.title, s.id] as const, [s.id, s.id] as const]));
	const join = (a: string, b: string) => {
		const [from, to] = [family.get(a)!, family.get(b)!];
		if (from !== to) for (const [id, of] of family) if (of === from) family.set(id, to);
	};
	for (const { id, origin, copyOf } of sources) {
		for (const name of [origin, copyOf]) {
			const other = named.get(name ?? '');
			if (other) join(id, other);
		}
	}
	return family;
}

interface Carried {
	readonly quotes: readonly { readonly source: string }[];
	readonly references: readonly { readonly source: string }[];
}

/** Ids of the sources that an event quotes or refers to, each once. */
export const carriers = ({ quotes, references }: Carried): readonly string[] => [
	...new Set([...quotes, ...references].map((r) => r.source)),
];

/** @param family from `families`; a source missing there counts as a family of its own */
export function support(event: Carried, family: ReadonlyMap<string, string>): Support {
	const sources = carriers(event);
	return { sources: sources.length, independent: new Set(sources.map((id) => family.get(id) ?? id)).size };
}

/** "4 sources, 2 independent"; "1 source". */
export const supportWords = ({ sources, independent }: Support) =>
	sources === 1 ? '1 source' : `${sources} sources, ${independent} independent`;

const MANY = { own: 'issuers’ own pages', copy: 'copies', press: 'press' } as const;
/** Counts sources by standing: "5 sources, all of them press"; "3 sources (1 copy, 2 press)"; "1 source, press". */
export function compositionWords(sources: readonly Pick<Source, 'standing'>[]): string {
	const { length } = sources;
	const parts = (['own', 'copy', 'press'] as const)
		.map((standing) => ({ standing, n: sources.filter((s) => s.standing === standing).length }))
		.filter(({ n }) => n);
	const nameOf = ({ standing, n }: (typeof parts)[number]) => (n === 1 ? STANDINGS : MANY)[standing];
	const [first] = parts;
	if (length === 1) return `1 source, ${nameOf(first!)}`;
	if (first && parts.length === 1) return `${length} sources, all of them ${nameOf(first)}`;
	return `${length} sources (${parts.map((part) => `${part.n}\u00a0${nameOf(part)}`).join(', ')})`;
}
