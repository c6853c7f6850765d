/** Storage keys are per site, as other cases may be on the same host. */
const own = (key: string) => `${key}@${new URL('.', location.href).pathname}`;

/** Reads a stored choice; null if there is none or the browser refuses storage. */
export function recall(key: string): string | null {
	try {
		return localStorage.getItem(own(key));
	} catch {
		return null;
	}
}

/** @param value null removes it */
export function remember(key: string, value: string | null) {
	try {
		if (value === null) localStorage.removeItem(own(key));
		else localStorage.setItem(own(key), value);
	} catch {
		// Storage is refused: the choice lasts until the page is closed.
	}
}
