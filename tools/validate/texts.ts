/** Part of the second stage: every text in the data is visible and free of characters that break its display. */
import { isBlank, oddity } from './characters.ts';
import { quoted, type Report } from './diagnostic.ts';
import type { DataFiles, FileName } from './schema.ts';
import { values, where } from './where.ts';

/** Prefix and suffix of a quote may be a single space, which can be enough to tell two places apart. */
const MAY_BE_BLANK = ['prefix', 'suffix'];

export function checkTexts(data: DataFiles, report: Report): void {
	for (const file of Object.keys(data) as FileName[]) {
		for (const { value, path } of values(data[file])) {
			if (typeof value !== 'string') continue;
			const problem = (found: string, fix: string) =>
				report({ file: `src/data/${file}.json`, ...where(path), found, fix });
			const odd = oddity(value);
			if (odd) problem(`${odd.what} in ${quoted(value)}`, odd.fix);
			else if (value && isBlank(value) && !MAY_BE_BLANK.includes(String(path.at(-1)!.key)))
				problem(quoted(value), 'It has no visible character: write something, or take the field out.');
		}
	}
}
