/** Describes how a quote differs from the nearest text, with code points, since letters may look alike. */
import { codePoints } from './characters.ts';
import { plain } from './nearest.ts';

const letters = (text: string) => Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
/** Removes format characters: zero-width spaces, soft hyphens, bidi marks. */
const seen = (text: string) => text.replace(/\p{Cf}/gu, '');

/** If two texts are equal after a normalisation, they differ only in what it removes. Finest normalisation first. */
const ALIKE: readonly (readonly [alike: (text: string) => string, only: string])[] = [
	[(text) => text.normalize('NFC'), 'how accents are written'],
	[seen, 'characters that cannot be seen'],
	[plain, 'capitals, quotation marks, apostrophes or spaces'],
	[(text) => plain(seen(text.normalize('NFKC'))), 'characters that look alike'],
];

export function difference(exact: string, near: string): string {
	const [here, there] = [letters(exact), letters(near)];
	const at = here.findIndex((letter, i) => letter !== there[i]);
	if (at < 0) return 'It goes on differently after the last word.';
	const only = ALIKE.find(([alike]) => alike(exact) === alike(near))?.[1];
	const around = (list: readonly string[]) => `“${list.slice(Math.max(0, at - 8), at + 8).join('')}”`;
	const code = (letter: string | undefined) => (letter === undefined ? 'the end' : codePoints(letter));
	return [
		...(only ? [`It differs only in ${only}: copy it from the file.`] : []),
		`The first difference is at letter ${at + 1}: ${around(here)} here, ${around(there)} there`,
		`(${code(here[at])} here, ${code(there[at])} there).`,
	].join(' ');
}
