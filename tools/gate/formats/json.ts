/** The outcome of a check as JSON, for scripts. */
import type { Problem } from '../problem.ts';

export const toJson = (problems: readonly Problem[], proven: string) =>
	`${JSON.stringify({ ok: !problems.length, ...(!problems.length && { proven }), problems }, null, '\t')}\n`;
