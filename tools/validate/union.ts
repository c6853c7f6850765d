/** Of a value that may have several shapes: what is wrong with it in the shape it was meant to have. */
import type { BaseIssue } from 'valibot';

export function innermost(issue: BaseIssue<unknown>): BaseIssue<unknown>[] {
	// Only in the shape it was meant to have is there something inside to complain of.
	const inside = issue.type === 'union' ? (issue.issues ?? []).filter((i) => i.path?.length) : [];
	if (!inside.length) return [issue];
	return inside.flatMap((i) => innermost({ ...i, path: [...(issue.path ?? []), ...i.path!] }));
}
