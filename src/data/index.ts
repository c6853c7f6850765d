/** The door through which data reach the browser: one hashed JSON file, and the held texts beside it. */
import type { Records } from '../domain/model/records.ts';

const given = (response: Response): Response => {
	if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
	return response;
};

/** The build writes the beginning of the file's SHA-256 into its name. */
const NAMED = /-([0-9a-f]+)\.json$/;

/**
 * The whole dataset. The build checked it, and the page ships no validation; but bytes that are not those of the
 * file's name are refused.
 * @param sha256 null where the browser has none
 */
export async function recordsOf(
	response: Response,
	sha256: ((bytes: ArrayBuffer) => Promise<string>) | null,
): Promise<Records> {
	const bytes = await given(response).arrayBuffer();
	const sum = NAMED.exec(response.url)?.[1] ?? '';
	if (sha256 && !(await sha256(bytes)).startsWith(sum)) throw new Error(`${response.url} is not what the build wrote.`);
	return JSON.parse(new TextDecoder().decode(bytes)) as Records;
}

/** Milliseconds without a byte after which a file is taken not to come: a long one may take longer. */
const SILENCE = 4000;

/** The bytes of a held text as the server gives them now, past any cache. @param file as in sources.json */
export async function loadBytes(file: string): Promise<ArrayBuffer> {
	const silent = new AbortController();
	let waiting: ReturnType<typeof setTimeout>;
	const heard = () => {
		clearTimeout(waiting);
		waiting = setTimeout(() => silent.abort(), SILENCE);
	};
	heard();
	try {
		const options = { cache: 'no-cache', signal: silent.signal } as const;
		const { body } = given(await fetch(new URL(file, document.baseURI), options));
		const heeded = new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>({
			transform(bytes, on) {
				heard();
				on.enqueue(new Uint8Array(bytes));
			},
		});
		return await new Response(body?.pipeThrough(heeded)).arrayBuffer();
	} finally {
		clearTimeout(waiting!);
	}
}
