/** Widths of words in the typefaces of the page. */
import { expect, test } from 'vitest';
import { measure } from '../../tools/build/measure.ts';
import { typeset } from '../../tools/build/typefaces.ts';

test('every text has a width, also one with a mark that its letter has no anchor for', () => {
	for (const text of ['\u1ef6', 'Y\u0309', '\u0309', 'e\u0301', '\u1ef6 name="x" <b> &amp;', '👩‍🚀', 'العربية', '']) {
		const isEmpty = text === '';
		for (const family of ['serif', 'sans'] as const)
			for (const weight of [400, 600] as const) {
				const width = typeset(text, { family, weight, size: 12 });
				expect(Number.isFinite(width) && (width > 0 || isEmpty || text === '\u0309'), `${text} ${family}`).toBe(true);
			}
		expect(Number.isFinite(measure(text, 'core')), text).toBe(true);
	}
});
