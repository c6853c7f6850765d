/** What a test looks for in the case: a case that lacks it is told so, and no test passes for want of it. */
export function needed<T>(what: string, found: T | undefined): T {
	if (found === undefined) throw new Error(`The tests need ${what}; the case has none.`);
	return found;
}
