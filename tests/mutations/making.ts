/** Builders of mutations: which fields or entries they change, and how. */
import type { Records } from '../../src/domain/model/records.ts';
import type { Field, Path } from './model.ts';

export type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;
export type Data = Mutable<Omit<Records, 'version' | 'texts'>>;
export interface Mutation {
	readonly kind: string;
	readonly isLegal: boolean;
	/** The place of the change, which a problem must name. */
	readonly path: Path;
	readonly change: (data: Data) => void;
}

export const last = (path: Path) => path.at(-1)!;
/** Name of the field; for an entry of a list, the name of the list. */
export const nameOf = (path: Path) => String(path.findLast((key) => typeof key === 'string'));
export const at = (data: Data, path: Path) =>
	path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], data) as never;
export const put = (data: Data, path: Path, value: unknown) => {
	(at(data, path.slice(0, -1)) as Record<string, unknown>)[last(path)] = value;
};
export const remove = (data: Data, path: Path) => {
	Reflect.deleteProperty(at(data, path.slice(0, -1)), last(path));
};

export type Kind = (fields: readonly Field[], data: Data) => readonly Omit<Mutation, 'kind' | 'isLegal'>[];
/** A field gets another value. */
export const becomes =
	(isMeant: (field: Field) => boolean, value: (old: never, path: Path) => unknown): Kind =>
	(fields) =>
		fields
			.filter(isMeant)
			.map(({ path }) => ({ path, change: (data) => put(data, path, value(at(data, path), path)) }));
export const text = ({ holds, path }: Field) => holds === 'text' && !['prefix', 'suffix'].includes(nameOf(path));
/** Free texts: neither ids, dates, addresses nor words of a source. */
export const prose = (field: Field) => text(field) && PROSE.has(nameOf(field.path));
export const PROSE = new Set(
	'title deck label footer name short lane holds day meaning method limits licence says establishes speaker note publisher author copyOf caution record question what why reason'.split(
		' ',
	),
);
export const named =
	(...names: readonly string[]) =>
	({ path, holds }: Field) =>
		holds !== 'list' && names.includes(nameOf(path));
export const under =
	(top: string, ...names: readonly string[]) =>
	({ path }: Field) =>
		path[0] === top && names.includes(String(last(path)));
export const date = (field: Field) =>
	named('when', 'since', 'from', 'to', 'date', 'published', 'dated', 'heldSince')(field) ||
	(field.path[0] === 'case' && nameOf(field.path) === 'extent');
export const list = ({ holds }: Field) => holds === 'list';
/** Lists of ids of other entries. */
export const idsOf =
	(...names: readonly string[]) =>
	(field: Field) =>
		list(field) && names.includes(nameOf(field.path));
export const IDS = ['agencies', 'attributedBy', 'follows', 'references', 'events', 'retired'];
export const isIds = (field: Field) => idsOf(...IDS)(field) && field.path.length > 2 && !isTop(field);
export const isTop = ({ path }: Field) => path.length === 1;
export const nested = (field: Field) => !isTop(field) && nameOf(field.path) !== 'version';
export const inserted = (more: string) => (old: string) => `${old.slice(0, 3)}${more}${old.slice(3)}`;

export const entryDoubled: Kind = (fields, data) =>
	fields
		.filter(list)
		.filter(({ path }) => (at(data, path) as unknown[]).length > 0)
		.map(({ path }) => ({
			path,
			change: (d) => void (at(d, path) as unknown[]).push(structuredClone((at(d, path) as unknown[])[0])),
		}));
export const unknownAdded: Kind = (fields, data) =>
	fields
		.filter(isIds)
		// Skips lists of entries, such as the references of an event.
		.filter(({ path }) => (at(data, path) as unknown[]).every((id) => typeof id === 'string'))
		.map(({ path }) => ({ path, change: (d) => void (at(d, path) as string[]).push('nobody-knows') }));
export const withField: Kind = (fields, data) =>
	fields
		.filter(({ path }) => Object.prototype.toString.call(at(data, path)) === '[object Object]')
		.map(({ path }) => ({ path, change: (d) => put(d, [...path, 'colour'], 'red') }));
export const removed =
	(isMeant: (field: Field) => boolean): Kind =>
	(fields) =>
		fields.filter(isMeant).map(({ path }) => ({ path, change: (d) => remove(d, path) }));
/** Mutations of the entries of a top-level list that match a condition. */
export const entries =
	<K extends keyof Data>(
		top: K,
		isMeant: (entry: Data[K] extends (infer E)[] ? E : never, data: Data) => unknown,
		field: string,
		change: (entry: Data[K] extends (infer E)[] ? E : never, data: Data) => void,
	): Kind =>
	(_, data) =>
		(data[top] as never[]).flatMap((entry, i) =>
			isMeant(entry, data) ? [{ path: [top, i, field], change: (d) => change((d[top] as never[])[i]!, d) }] : [],
		);
export const whole =
	(path: Path, change: (data: Data) => void): Kind =>
	() => [{ path, change }];

export const sideOf = (data: Data, kind: string) => data.case.kinds!.find((k) => k.id === kind)?.side;
