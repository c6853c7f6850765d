/** What leaves the page by the clipboard. */

/** The address of this page, in full. @param search another query string than its own */
export function pageAddress(search?: string): string {
	const url = new URL(location.href);
	url.hash = '';
	if (search !== undefined) url.search = search;
	return url.href;
}

/** Where the site begins: as it says itself, if it knows, or as it is served. */
export function siteAddress(): string {
	const own = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
	return new URL('.', own ?? location.href).href;
}

/** Both forms where the browser takes both, else the plain one. Rejects where it takes none. */
export async function toClipboard({ text, html }: { text: string; html?: string }): Promise<void> {
	if (html !== undefined && typeof ClipboardItem === 'function') {
		const part = (type: string, content: string) => ({ [type]: new Blob([content], { type }) });
		try {
			await navigator.clipboard.write([new ClipboardItem({ ...part('text/plain', text), ...part('text/html', html) })]);
			return;
		} catch {
			// Refused in this form; the plain text may still pass.
		}
	}
	await navigator.clipboard.writeText(text);
}
