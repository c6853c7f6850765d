/** What a reader's device remembers; a browser that refuses storage forgets, and nothing else. */
export function recall(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

/** @param value null forgets it */
export function remember(key: string, value: string | null) {
	try {
		if (value === null) localStorage.removeItem(key);
		else localStorage.setItem(key, value);
	} catch {
		// Refused: the choice holds until the page is left.
	}
}
