/** Reads files of a case as UTF-8 without a byte-order mark, or says what is wrong with them. */
import { readFileSync } from 'node:fs';

export interface Unreadable {
	readonly found: string;
	readonly fix: string;
}
export type Text = { readonly text: string } | Unreadable;

const SAVE = 'Save it as UTF-8 without a byte-order mark';
const MARKS: readonly (readonly [name: string, bytes: readonly number[]])[] = [
	['UTF-32', [0xff, 0xfe, 0, 0]],
	['UTF-32', [0, 0, 0xfe, 0xff]],
	['UTF-16', [0xff, 0xfe]],
	['UTF-16', [0xfe, 0xff]],
	['UTF-8 with a byte-order mark', [0xef, 0xbb, 0xbf]],
];
/** Bytes from which the encoding is guessed. */
const SAMPLE = 4096;

/** Offset of the first byte that is not valid UTF-8. */
function soundUntil(bytes: Uint8Array): number {
	// `stream` allows an incomplete character at the end.
	const isSound = (end: number) => {
		try {
			new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
			return true;
		} catch {
			return false;
		}
	};
	let [sound, spoilt] = [0, bytes.length];
	while (spoilt - sound > 1) {
		const middle = (sound + spoilt) >> 1;
		if (isSound(middle)) sound = middle;
		else spoilt = middle;
	}
	// An incomplete character at the end is the invalid one, so do not count it.
	return Buffer.byteLength(new TextDecoder('utf-8').decode(bytes.subarray(0, sound), { stream: true }));
}

export function textOf(bytes: Uint8Array): Text {
	const mark = MARKS.find(([, begins]) => begins.every((byte, i) => bytes[i] === byte));
	if (mark) return { found: mark[0], fix: `${SAVE}.` };
	const sample = bytes.subarray(0, SAMPLE);
	const zeros = sample.reduce((n, byte) => n + Number(byte === 0), 0);
	if (zeros > sample.length / 8) return { found: 'UTF-16 or UTF-32 without a mark', fix: `${SAVE}.` };
	try {
		return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
	} catch {
		const at = soundUntil(bytes);
		const line = bytes.subarray(0, at).reduce((n, byte) => n + Number(byte === 10), 1);
		const end = bytes.indexOf(10, at);
		const rest = bytes.subarray(at, end < 0 ? at + 20 : Math.min(end, at + 20));
		const guess = new TextDecoder('windows-1252').decode(rest);
		return {
			found: `the byte 0x${bytes[at]!.toString(16).toUpperCase()} on line ${line}, which is not UTF-8`,
			fix: `Read as Windows-1252 it goes on “${guess}”: if that is right, convert the file from Windows-1252. ${SAVE}.`,
		};
	}
}

/** @returns null where there is no such file */
export function readBytes(path: string): Uint8Array | Unreadable | null {
	try {
		return readFileSync(path);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT' || code === 'ENOTDIR') return null;
		if (code === 'EISDIR') return { found: 'a folder', fix: 'A file is needed here: move the folder away.' };
		return { found: `a file that cannot be read (${code})`, fix: 'Make it readable for you.' };
	}
}
export function readText(path: string): Text | null {
	const bytes = readBytes(path);
	return bytes instanceof Uint8Array ? textOf(bytes) : bytes;
}
