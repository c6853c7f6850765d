/** Writes the curator's review, but never over another file. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { TITLE } from './review.ts';

/** Why the file must not be written, or null. */
function reason(path: string, file: string): string | null {
	if (!existsSync(dirname(path))) return `there is no folder ${dirname(file)}`;
	if (!existsSync(path)) return null;
	if (statSync(path).isDirectory()) return 'it is a folder';
	return readFileSync(path, 'utf8').startsWith(TITLE) ? null : 'that file is there, and it is no review';
}

/** @returns a sentence that says why the file is refused, or null where it may be written */
export function refusal(root: string, file: string, act: (path: string) => void = () => undefined): string | null {
	let why: string | null;
	try {
		const path = resolve(root, file);
		why = reason(path, file);
		if (!why) act(path);
	} catch (error) {
		why = `it cannot be written (${(error as NodeJS.ErrnoException).code})`;
	}
	return why && `--report=${file} is refused: ${why}. Nothing was written.`;
}

export const writeReview = (root: string, file: string, text: string) =>
	refusal(root, file, (path) => writeFileSync(path, text));
