/** What leaves the page as a file, or to another program of the reader's machine. */

export function download(name: string, blob: Blob) {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = name;
	link.click();
	// The browser has begun to read it by then.
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const canShare = () => typeof navigator.share === 'function';
/** Rejected where the reader thinks better of it: that is no fault. */
export async function share(title: string, url: string) {
	try {
		await navigator.share({ title, url });
	} catch (error) {
		if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
	}
}

export const canCopyPictures = () => typeof ClipboardItem === 'function';
/** @throws where the browser does not take it */
export const copyPicture = (png: Promise<Blob>) => navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
