/** Of this case alone: others may be told on the same host. */
const own = (key: string) => `${key}@${new URL('.', location.href).pathname}`;

/** What a reader's device remembers; a browser that refuses storage forgets, and nothing else. */
export function recall(key: string): string | null {
	try {
		return localStorage.getItem(own(key));
	} catch {
		return null;
	}
}

/** @param value null forgets it */
export function remember(key: string, value: string | null) {
	try {
		if (value === null) localStorage.removeItem(own(key));
		else localStorage.setItem(own(key), value);
	} catch {
		// Refused: the choice holds until the page is left.
	}
}
