/** Copying to the clipboard, and the addresses that are copied. */

/** The absolute address of this page. @param search replaces its query string */
export function pageAddress(search?: string): string {
	const url = new URL(location.href);
	url.hash = '';
	if (search !== undefined) url.search = search;
	return url.href;
}

/** Address of the top of the site: from the canonical link if there is one, else as served. */
export function siteAddress(): string {
	const own = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
	return new URL('.', own ?? location.href).href;
}

/** Copies text and HTML where the browser allows both, else only text. Rejects where it allows neither. */
export async function toClipboard({ text, html }: { text: string; html?: string }): Promise<void> {
	if (html !== undefined && typeof ClipboardItem === 'function') {
		const part = (type: string, content: string) => ({ [type]: new Blob([content], { type }) });
		try {
			await navigator.clipboard.write([new ClipboardItem({ ...part('text/plain', text), ...part('text/html', html) })]);
			return;
		} catch {
			// HTML was refused; plain text may still be accepted.
		}
	}
	await navigator.clipboard.writeText(text);
}
