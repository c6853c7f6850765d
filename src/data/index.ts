/** The door through which data reach the browser: one hashed JSON file, and the held texts beside it. */
import type { Records } from '../domain/model/records.ts';

const given = (response: Response): Response => {
	if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
	return response;
};

/** The whole dataset. The build checked it; the page ships no validation. */
export const recordsOf = async (response: Response) => (await given(response).json()) as Records;

/** The bytes of a held text as the server gives them now, past any cache. @param file as in sources.json */
export const loadBytes = async (file: string): Promise<ArrayBuffer> =>
	given(await fetch(new URL(file, document.baseURI), { cache: 'no-cache' })).arrayBuffer();
