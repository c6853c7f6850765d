/** Fetches an event table, with progress. */
import { unsound, type EventTable } from './event-table.ts';
import { AGAIN, decode, HEADER, readHeader, type Header } from './column-file.ts';
import { isFault, type Fault } from './fault.ts';

export interface Progress {
	/** In bytes. */
	readonly done: number;
	readonly of: number;
}
export type Get = (url: string) => Promise<Response>;

/** How often progress is reported per file. */
const REPORTS = 100;
const ONLINE = 'Check that you are online, then try again.';
const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));

export const refused = (url: string, { status, statusText }: Response): Fault => ({
	where: url,
	found: `the server answered ${[status, statusText].filter(Boolean).join(' ')}`,
	fix: status >= 500 ? 'Try again in a while.' : 'Check the address, then try again.',
});
export const unreachable = (url: string, error: unknown): Fault => ({
	where: url,
	found: `no answer came (${reason(error)})`,
	fix: ONLINE,
});

/** Reads the body. The file's header has its length, so progress is right even if the transfer is compressed. */
async function received(
	body: ReadableStream<Uint8Array>,
	progress: (p: Progress) => void,
): Promise<ArrayBuffer | Fault> {
	const reader = body.getReader();
	let header: Header | null = null;
	let bytes = new Uint8Array(HEADER);
	let done = 0;
	let reported = 0;
	try {
		for (;;) {
			const { value } = await reader.read();
			if (!value) break;
			if (!header) {
				bytes.set(value.subarray(0, HEADER - done), done);
				if (done + value.length >= HEADER) {
					const read = readHeader(bytes);
					if (isFault(read)) return read;
					header = read;
					const whole = new Uint8Array(header.length);
					whole.set(bytes);
					bytes = whole;
				}
			}
			if (header && done + value.length > header.length)
				return { where: `byte ${header.length}`, found: 'the file should end there, but continues', fix: AGAIN };
			if (header) bytes.set(value, done);
			done += value.length;
			if (header && (done - reported) * REPORTS >= header.length) {
				reported = done;
				progress({ done, of: header.length });
			}
		}
	} catch (error) {
		return { where: `byte ${done}`, found: `the connection ended there (${reason(error)})`, fix: ONLINE };
	} finally {
		// Stop the download of a refused file.
		void reader.cancel().catch(() => undefined);
	}
	return done === bytes.length ? bytes.buffer : bytes.buffer.slice(0, done);
}

/** Loads a complete and valid event table, or returns the fault. Runs in a worker: a million events are 66 MB. */
export async function loadTable(url: string, get: Get, progress: (p: Progress) => void): Promise<EventTable | Fault> {
	let response: Response;
	try {
		response = await get(url);
	} catch (error) {
		return unreachable(url, error);
	}
	if (!response.ok || !response.body) return refused(url, response);
	const buffer = await received(response.body, progress);
	if (isFault(buffer)) return buffer;
	const table = decode(buffer);
	return isFault(table) ? table : (unsound(table) ?? table);
}
