/** Every problem is one record: where it is, what was found, and a sentence a curator can follow. */
export interface Problem {
	readonly file: string;
	/** Id of the entry, or its place ("events[3]") where it has none. */
	readonly id: string;
	readonly field: string;
	readonly found: string;
	readonly mend: string;
}

export type Report = (problem: Problem) => void;

export const quoted = (value: unknown): string => {
	const text = typeof value === 'string' ? `“${value}”` : value === undefined ? 'nothing' : JSON.stringify(value);
	return text.length > 160 ? `${text.slice(0, 160)}…` : text;
};

export const formatProblem = ({ file, id, field, found, mend }: Problem) =>
	`${file}${id ? ` · ${id}` : ''}${field ? ` · ${field}` : ''}\n    found: ${found}\n    mend:  ${mend}`;

export const formatProblems = (problems: readonly Problem[]) =>
	`${problems.map(formatProblem).join('\n')}\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the data. Nothing was written.`;

/** The build stops with this, and its text is the whole report. */
export class DataError extends Error {
	constructor(problems: readonly Problem[]) {
		super(`\n${formatProblems(problems)}`);
		this.name = 'DataError';
	}
}
