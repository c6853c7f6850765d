/** Downloads a file. */
export function download(name: string, blob: Blob) {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = name;
	link.click();
	// By then the browser has begun to read the blob.
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const canShare = () => typeof navigator.share === 'function';
/** Opens the system's share dialog. That the reader cancels it is not an error. */
export async function share(title: string, url: string) {
	try {
		await navigator.share({ title, url });
	} catch (error) {
		if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
	}
}

export const canCopyPictures = () => typeof ClipboardItem === 'function';
/** Copies a picture. @throws where the browser refuses it */
export const copyPicture = (png: Promise<Blob>) => navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
