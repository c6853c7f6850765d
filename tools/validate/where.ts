/** Describes the position of a value in terms that curators know: its entry and field. */

/** The path to a value: keys, with the values at them. */
export type Path = readonly { readonly key: unknown; readonly value: unknown }[];

/** The innermost entry with an id on a path, and the fields from there on. */
export function where(path: Path): { id: string; field: string } {
	let id = '';
	let from = 0;
	path.forEach(({ key, value }, i) => {
		if (typeof key !== 'number' || typeof value !== 'object' || value === null) return;
		const own = 'id' in value && typeof value.id === 'string' ? value.id : '';
		if (own) id = own;
		else if (!id) id = `${String(path[i - 1]?.key)}[${key}]`;
		else return;
		from = i + 1;
	});
	const field = path
		.slice(from)
		.map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
		.join('')
		.replace(/^\./, '');
	return { id, field };
}

/** All values inside a value, itself included, with their paths. */
export function* values(value: unknown, path: Path = []): Generator<{ readonly value: unknown; readonly path: Path }> {
	yield { value, path };
	if (typeof value !== 'object' || value === null) return;
	const isList = Array.isArray(value);
	for (const [name, part] of Object.entries(value))
		yield* values(part, [...path, { key: isList ? Number(name) : name, value: part as unknown }]);
}
