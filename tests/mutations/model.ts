/** The model, read from its types: its fields, which of them are optional, and what each holds. */
import { join } from 'node:path';
import ts from 'typescript';

const file = join(import.meta.dirname, '../../src/domain/model/records.ts');
const program = ts.createProgram([file], {
	strict: true,
	target: ts.ScriptTarget.ESNext,
	allowImportingTsExtensions: true,
	noEmit: true,
});
const checker = program.getTypeChecker();
const module = checker.getSymbolAtLocation(program.getSourceFile(file)!)!;
const records = checker.getExportsOfModule(module).find((s) => s.name === 'Records')!;

/** The path of a value: field names and list indices, from the top of the records. */
export type Path = readonly (string | number)[];
export interface Field {
	readonly path: Path;
	readonly isOptional: boolean;
	readonly holds: 'text' | 'choice' | 'number' | 'truth' | 'list' | 'object';
}

function holds(type: ts.Type): Field['holds'] {
	if (checker.isArrayType(type)) return 'list';
	const parts = (type.isUnion() ? type.types : [type]).filter(
		(t) => !(t.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)),
	);
	const all = (flags: ts.TypeFlags) => parts.every((t) => t.flags & flags);
	if (all(ts.TypeFlags.BooleanLike)) return 'truth';
	if (all(ts.TypeFlags.StringLiteral)) return 'choice';
	if (all(ts.TypeFlags.StringLike)) return 'text';
	return all(ts.TypeFlags.NumberLike) ? 'number' : 'object';
}

/** Every field that the data have, at every place where they have it. */
export function fieldsOf(data: object): Field[] {
	const found: Field[] = [];
	const walk = (value: unknown, of: ts.Type, path: Path) => {
		const type = checker.getNonNullableType(of);
		if (Array.isArray(value)) {
			const list = type.isUnion() ? type.types.find((t) => checker.isArrayType(t))! : type;
			const [entry] = checker.getTypeArguments(list as ts.TypeReference);
			value.forEach((v, i) => walk(v, entry!, [...path, i]));
		} else if (typeof value === 'object' && value !== null) {
			for (const field of checker.getPropertiesOfType(type)) {
				const own = (value as Record<string, unknown>)[field.name];
				if (own === undefined) continue;
				const its = checker.getNonNullableType(checker.getTypeOfSymbol(field));
				const to = [...path, field.name];
				found.push({ path: to, isOptional: (field.flags & ts.SymbolFlags.Optional) !== 0, holds: holds(its) });
				walk(own, its, to);
			}
		}
	};
	walk(data, checker.getDeclaredTypeOfSymbol(records), []);
	return found;
}
