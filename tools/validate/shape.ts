/** First stage: each file is valid JSON and matches its schema. */
import * as v from 'valibot';
import type { Text } from './bytes.ts';
import { doubled, parseJson, type Json } from './json.ts';
import { quoted, type Diagnostic } from './diagnostic.ts';
import { SCHEMAS, type DataFiles, type FileName } from './schema.ts';
import { where, type Path } from './where.ts';
import { innermost } from './union.ts';

const pathOf = (file: FileName) => `src/data/${file}.json`;

interface Schema {
	readonly type: string;
	readonly entries?: Readonly<Record<string, Schema>>;
	readonly item?: Schema;
	readonly wrapped?: Schema;
	readonly options?: readonly string[];
	readonly pipe?: readonly { readonly type: string }[];
}
/** The schema for the value at a path, even if the value is missing. */
const schemaAt = (file: FileName, path: Path): Schema | undefined =>
	path.reduce<Schema | undefined>(
		(at, { key }) => {
			const of = at?.wrapped ?? at;
			return typeof key === 'number' ? of?.item : of?.entries?.[String(key)];
		},
		SCHEMAS[file] as unknown as Schema,
	);
/** Describes the values of a field: "one of core, related, context", "a list in [ ], empty if there is none. …" */
function mayHold(schema: Schema): string {
	const description = v.getDescription(schema as unknown as v.GenericSchema) ?? '';
	const form =
		schema.type === 'picklist'
			? `one of ${schema.options!.join(', ')}`
			: schema.type === 'array'
				? `a list in [ ]${schema.pipe?.some(({ type }) => type === 'min_length') ? '' : ', empty if there is none'}`
				: 'a text in quotation marks';
	return [form, description].filter(Boolean).join('. ').replace(/\.?$/, '.');
}

function fix(file: FileName, issue: v.BaseIssue<unknown>): string {
	const path = (issue.path ?? []) as Path;
	const last = String(path.at(-1)?.key);
	if (issue.type === 'strict_object' && issue.expected === 'never')
		return `There is no field “${last}” here: take it out, or correct its spelling.`;
	if (issue.input === undefined) {
		const schema = schemaAt(file, path);
		return schema ? `Add the field “${last}”: ${mayHold(schema)}` : `Add the field “${last}”.`;
	}
	if (issue.type === 'picklist')
		return `Use one of ${issue.expected?.replace(/[()]/g, '').replaceAll(' | ', ', ').replaceAll('"', '')}.`;
	if (issue.kind === 'schema')
		return `It must be ${
			issue.expected
				?.replace('Object', 'an object in { }')
				.replace('Array', 'a list in [ ]')
				.replace('string', 'a text in quotation marks')
				.replace(/^\((.*)\)$/, '$1')
				.replaceAll(' | ', ' or ') ?? 'different'
		}.`;
	return issue.message;
}

export interface FileRead<F extends FileName> {
	readonly data?: DataFiles[F];
	/** The parsed file, from which positions of problems are computed; only if it could be parsed. */
	readonly json?: Json;
	readonly problems: readonly Diagnostic[];
}

/** @param read content of the file, null where there is no such file */
export function readFile<F extends FileName>(file: F, read: Text | null): FileRead<F> {
	const at = (id: string, field: string, found: string, sentence: string): Diagnostic => ({
		file: pathOf(file),
		id,
		field,
		found,
		fix: sentence,
	});
	if (read === null)
		return {
			problems: [
				at('', '', 'no such file', `Put the file back: all ${Object.keys(SCHEMAS).length} data files are needed.`),
			],
		};
	if (!('text' in read)) return { problems: [at('', '', read.found, read.fix)] };
	const json = parseJson(read.text);
	if (!('tree' in json)) return { problems: [{ ...at('', '', json.found, json.fix), ...json.at }] };
	const twice = doubled(json).map(({ path, name, first, again }): Diagnostic => {
		const { id, field } = where(path);
		const sentence = `The field is here, and on line ${first.line} already: only one of them can count. Take the other out.`;
		return { ...at(id, field, `“${name}” twice`, sentence), ...again };
	});
	// The schema would accept a list as an object.
	if (Array.isArray(json.value))
		return { json, problems: [...twice, at('', '', 'a list', 'It must be an object in { }.')] };
	const result = v.safeParse(SCHEMAS[file] as unknown as v.GenericSchema<unknown, DataFiles[F]>, json.value);
	if (result.success) return { data: result.output, json, problems: twice };
	const wrong = result.issues.flatMap(innermost).map((issue) => {
		const { id, field } = where((issue.path ?? []) as Path);
		return at(id, field, issue.input === undefined ? 'nothing' : quoted(issue.input), fix(file, issue));
	});
	return { json, problems: [...twice, ...wrong] };
}
