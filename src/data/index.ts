/** The door through which data reach the browser: one hashed JSON file, named by the page, and the quoted texts beside it. */
import type { Records } from '../domain/model/records.ts';

async function fetched(url: string, options?: RequestInit): Promise<Response> {
	const response = await fetch(url, options);
	if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
	return response;
}

/** The whole dataset. The build checked it; the page ships no validation. */
export async function loadRecords(): Promise<Records> {
	const link = document.querySelector<HTMLLinkElement>('link#data');
	if (!link) throw new Error('The page does not name its data.');
	return (await (await fetched(link.href)).json()) as Records;
}

/** The bytes of a quoted text as the server gives them now, past any cache. @param file as in sources.json: "seeds/<id>.txt" */
export const loadBytes = async (file: string): Promise<ArrayBuffer> =>
	(await fetched(new URL(file, document.baseURI).href, { cache: 'no-cache' })).arrayBuffer();
