/** For a value with several allowed shapes: the issues with the shape that it was probably meant to have. */
import type { BaseIssue } from 'valibot';

export function innermost(issue: BaseIssue<unknown>): BaseIssue<unknown>[] {
	// Only the intended shape has issues inside the value; others are rejected as a whole.
	const inside = issue.type === 'union' ? (issue.issues ?? []).filter((i) => i.path?.length) : [];
	if (!inside.length) return [issue];
	return inside.flatMap((i) => innermost({ ...i, path: [...(issue.path ?? []), ...i.path!] }));
}
