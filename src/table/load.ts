/** Fetching an archive: bytes as they come, with progress, and at the end an archive that can be relied on, or what is wrong. */
import { unsound, type Archive } from './event-table.ts';
import { AGAIN, decode, HEADER, readHeader, type Header } from './column-file.ts';
import { isFault, type Fault } from './fault.ts';

export interface Progress {
	/** Bytes. */
	readonly done: number;
	readonly of: number;
}
export type Get = (url: string) => Promise<Response>;

/** How often progress is told: so many times in a file. */
const TOLD = 100;
const ONLINE = 'See whether you are online, then try again.';
const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** What a server said instead of giving a file. */
export const refused = (url: string, { status, statusText }: Response): Fault => ({
	where: url,
	found: `the server answered ${[status, statusText].filter(Boolean).join(' ')}`,
	mend: status >= 500 ? 'Try again in a while.' : 'Look at the address, then try again.',
});
export const unreachable = (url: string, error: unknown): Fault => ({
	where: url,
	found: `no answer came (${reason(error)})`,
	mend: ONLINE,
});

/** The file itself says how long it is, so progress is right also where the bytes travel compressed. */
async function received(
	body: ReadableStream<Uint8Array>,
	progress: (p: Progress) => void,
): Promise<ArrayBuffer | Fault> {
	const reader = body.getReader();
	let header: Header | null = null;
	let bytes = new Uint8Array(HEADER);
	let done = 0;
	let told = 0;
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
				return { where: `byte ${header.length}`, found: 'the file should end there, and goes on', mend: AGAIN };
			if (header) bytes.set(value, done);
			done += value.length;
			if (header && (done - told) * TOLD >= header.length) {
				told = done;
				progress({ done, of: header.length });
			}
		}
	} catch (error) {
		return { where: `byte ${done}`, found: `the connection ended there (${reason(error)})`, mend: ONLINE };
	} finally {
		// What was refused half-way need not come to its end.
		void reader.cancel().catch(() => undefined);
	}
	return done === bytes.length ? bytes.buffer : bytes.buffer.slice(0, done);
}

/** An archive that is whole and sound, or the fault. A million events are 66 MB: this is for a worker. */
export async function loadColumns(url: string, get: Get, progress: (p: Progress) => void): Promise<Archive | Fault> {
	let response: Response;
	try {
		response = await get(url);
	} catch (error) {
		return unreachable(url, error);
	}
	if (!response.ok || !response.body) return refused(url, response);
	const buffer = await received(response.body, progress);
	if (isFault(buffer)) return buffer;
	const archive = decode(buffer);
	return isFault(archive) ? archive : (unsound(archive) ?? archive);
}
