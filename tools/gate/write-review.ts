/** Writes the curator's review where nothing is lost by it. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { TITLE } from './review.ts';

/** @returns a sentence that says why nothing was written, or nothing */
export function writeReview(root: string, file: string, text: string): string | null {
	const refused = (why: string) => `--report=${file} is refused: ${why}. Nothing was written.`;
	const path = resolve(root, file);
	if (!existsSync(dirname(path))) return refused(`there is no folder ${dirname(file)}`);
	try {
		if (existsSync(path)) {
			if (statSync(path).isDirectory()) return refused('it is a folder');
			if (!readFileSync(path, 'utf8').startsWith(TITLE)) return refused('that file is there, and it is no review');
		}
		writeFileSync(path, text);
		return null;
	} catch (error) {
		return refused(`it cannot be written (${(error as NodeJS.ErrnoException).code})`);
	}
}
