/** First gate: each file parses and has the shape of its schema. */
import * as v from 'valibot';
import { quoted, type Problem } from './problem.ts';
import { SCHEMAS, type DataFiles, type FileName } from './schema.ts';
import { innermost } from './union.ts';

const pathOf = (file: FileName) => `src/data/${file}.json`;

const errorOf = (text: string): string => {
	try {
		JSON.parse(text);
		return '';
	} catch (error) {
		return (error as Error).message;
	}
};

/** Offset of a JSON syntax error: Node tells it, except for an unexpected character, which is the first that spoils the text before it. */
function offset(text: string, message: string): number {
	const position = /position (\d+)/.exec(message)?.[1];
	if (position !== undefined) return Number(position);
	if (!message.startsWith('Unexpected token')) return text.length;
	let [sound, spoilt] = [0, text.length];
	while (spoilt - sound > 1) {
		const middle = (sound + spoilt) >> 1;
		if (errorOf(text.slice(0, middle)).startsWith('Unexpected token')) spoilt = middle;
		else sound = middle;
	}
	return sound;
}

function place(text: string, message: string): string {
	const before = text.slice(0, offset(text, message)).split('\n');
	return `line ${before.length}, column ${before.at(-1)!.length + 1}`;
}

type Path = readonly { key: unknown; value: unknown }[];

/** The innermost entry with an id on the way to a value, and the fields from there on. */
function address(path: Path): { id: string; field: string } {
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

interface Schema {
	readonly type: string;
	readonly entries?: Readonly<Record<string, Schema>>;
	readonly item?: Schema;
	readonly wrapped?: Schema;
	readonly options?: readonly string[];
	readonly pipe?: readonly { readonly type: string }[];
}
/** The schema of what is, or is missing, at the end of a way through a file. */
const schemaAt = (file: FileName, path: Path): Schema | undefined =>
	path.reduce<Schema | undefined>(
		(at, { key }) => {
			const of = at?.wrapped ?? at;
			return typeof key === 'number' ? of?.item : of?.entries?.[String(key)];
		},
		SCHEMAS[file] as unknown as Schema,
	);
/** What may be written in a field: "one of core, related, context", "a list in [ ], empty if there is none. …" */
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

function mend(file: FileName, issue: v.BaseIssue<unknown>): string {
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

export function readFile<F extends FileName>(
	file: F,
	text: string | null,
): { data?: DataFiles[F]; problems: Problem[] } {
	const at = (id: string, field: string, found: string, sentence: string): Problem => ({
		file: pathOf(file),
		id,
		field,
		found,
		mend: sentence,
	});
	if (text === null)
		return {
			problems: [
				at('', '', 'no such file', `Put the file back: all ${Object.keys(SCHEMAS).length} data files are needed.`),
			],
		};
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch (error) {
		const message = (error as Error).message;
		return {
			problems: [
				at(
					'',
					'',
					message,
					`The file is not valid JSON; look at ${place(text, message)}: often a comma or a quotation mark is missing or too many.`,
				),
			],
		};
	}
	const result = v.safeParse(SCHEMAS[file] as unknown as v.GenericSchema<unknown, DataFiles[F]>, json);
	if (result.success) return { data: result.output, problems: [] };
	return {
		problems: result.issues.flatMap(innermost).map((issue) => {
			const { id, field } = address((issue.path ?? []) as Path);
			return at(id, field, issue.input === undefined ? 'nothing' : quoted(issue.input), mend(file, issue));
		}),
	};
}
