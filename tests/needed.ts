/** Gets what a test needs from the case, and fails clearly if it is missing, so that no test passes for lack of data. */
export function needed<T>(what: string, found: T | undefined): T {
	if (found === undefined) throw new Error(`The tests need ${what}; the case has none.`);
	return found;
}
