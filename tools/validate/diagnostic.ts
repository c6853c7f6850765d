/** A problem in the data: where it is, what was found there, and a sentence that tells the curator how to fix it. */
import { visible } from './characters.ts';

export interface Diagnostic {
	readonly file: string;
	/** Id of the entry, or its place ("events[3]") where it has none. */
	readonly id: string;
	readonly field: string;
	readonly found: string;
	readonly fix: string;
	/** Position in the file, from 1; left out where the whole file is meant. */
	readonly line?: number;
	readonly column?: number;
}

export type Report = (problem: Diagnostic) => void;

const cut = (text: string) => (text.length > 160 ? `${text.slice(0, 160)}…` : text);
export const quoted = (value: unknown): string =>
	cut(typeof value === 'string' ? `“${value}”` : value === undefined ? 'nothing' : JSON.stringify(value));

/** "src/data/events.json:12:5", which editors and terminals turn into a link. */
export const placeOf = ({ file, line, column }: Diagnostic) => [file, line, column].filter(Boolean).join(':');

/** A problem as text for a terminal. Invisible and control characters of the data are replaced by their names. */
export function formatProblem(problem: Diagnostic): string {
	const { id, field, found, fix } = problem;
	const where = [placeOf(problem), id, field].filter(Boolean).join(' · ');
	return [where, `    found: ${found}`, `    fix:  ${fix}`].map(visible).join('\n');
}

/** Id of the rule that a problem violates: "events/quotes", "sources/sha256". */
export const ruleOf = ({ file, field }: Diagnostic) =>
	[/([^/]*?)(\.json)?$/.exec(file)![1]!, /^[\w.]+/.exec(field.replace(/\[\d+\]/g, ''))?.[0]].filter(Boolean).join('/');

export const formatDiagnostics = (problems: readonly Diagnostic[]) =>
	`${problems.map(formatProblem).join('\n')}\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the data. Nothing was written.`;

/** A document that cannot be rendered, as a problem with the error's message but without its stack trace. */
export const failure = (error: unknown): Diagnostic => ({
	file: 'src/data',
	id: '',
	field: '',
	found: error instanceof Error ? error.message : String(error),
	fix: 'No page can be made of these data, though no rule is broken: undo the last change, and report this as a fault.',
});

/** Stops the build; the message is the whole report. */
export class DataError extends Error {
	constructor(problems: readonly Diagnostic[]) {
		super(`\n${formatDiagnostics(problems)}`);
		this.name = 'DataError';
		// The stack trace says nothing about the data.
		this.stack = this.message;
	}
}
