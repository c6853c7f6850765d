/** The result of a check as JSON, for scripts. */
import type { Diagnostic } from '../diagnostic.ts';

export const toJson = (problems: readonly Diagnostic[], proven: string) =>
	`${JSON.stringify({ ok: !problems.length, ...(!problems.length && { proven }), problems }, null, '\t')}\n`;
