/** Every problem is one record: where it is, what was found, and a sentence a curator can follow. */
import { visible } from './characters.ts';

export interface Diagnostic {
	readonly file: string;
	/** Id of the entry, or its place ("events[3]") where it has none. */
	readonly id: string;
	readonly field: string;
	readonly found: string;
	readonly fix: string;
	/** Where it is in the file, from 1; left out where the file as a whole is meant. */
	readonly line?: number;
	readonly column?: number;
}

export type Report = (problem: Diagnostic) => void;

const cut = (text: string) => (text.length > 160 ? `${text.slice(0, 160)}…` : text);
export const quoted = (value: unknown): string =>
	cut(typeof value === 'string' ? `“${value}”` : value === undefined ? 'nothing' : JSON.stringify(value));

/** "src/data/events.json:12:5": editors and terminals open it there. */
export const placeOf = ({ file, line, column }: Diagnostic) => [file, line, column].filter(Boolean).join(':');

/** Nothing of the data reaches a terminal but letters: what is invisible, or would steer it, is named. */
export function formatProblem(problem: Diagnostic): string {
	const { id, field, found, fix } = problem;
	const where = [placeOf(problem), id, field].filter(Boolean).join(' · ');
	return [where, `    found: ${found}`, `    fix:  ${fix}`].map(visible).join('\n');
}

/** What a problem is about, the same for all of its kind: "events/quotes", "sources/sha256". */
export const ruleOf = ({ file, field }: Diagnostic) =>
	[/([^/]*?)(\.json)?$/.exec(file)![1]!, /^[\w.]+/.exec(field.replace(/\[\d+\]/g, ''))?.[0]].filter(Boolean).join('/');

export const formatDiagnostics = (problems: readonly Diagnostic[]) =>
	`${problems.map(formatProblem).join('\n')}\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the data. Nothing was written.`;

/** Where a document cannot be made, in the words of what failed: how the code came there says nothing about the data. */
export const failure = (error: unknown): Diagnostic => ({
	file: 'src/data',
	id: '',
	field: '',
	found: error instanceof Error ? error.message : String(error),
	fix: 'No page can be made of these data, though no rule is broken: undo the last change, and report this as a fault.',
});

/** The build stops with this, and its text is the whole report. */
export class DataError extends Error {
	constructor(problems: readonly Diagnostic[]) {
		super(`\n${formatDiagnostics(problems)}`);
		this.name = 'DataError';
		// How the build came here says nothing about the data.
		this.stack = this.message;
	}
}
