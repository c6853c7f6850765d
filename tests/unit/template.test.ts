/** Placeholders of a template: each must occur exactly once, and texts are inserted literally. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fill } from '../../tools/build/template.ts';

describe('fill', () => {
	test('throws if a placeholder is missing', () => {
		expect(() => fill('<p><!--a--></p>', { a: 'x', b: 'y' })).toThrow('no one place <!--b-->');
	});
	test('throws if a placeholder occurs twice', () => {
		expect(() => fill('<!--a--><!--a-->', { a: 'x' })).toThrow('no one place <!--a-->');
	});
	test('throws if a placeholder is left over', () => {
		expect(() => fill('<!--a--><!--b-->', { a: 'x' })).toThrow('Nothing was given for the place <!--b-->');
	});
	test('keeps comments that are no placeholders', () => {
		expect(fill('<!-- a comment --><!--a-->', { a: 'x' })).toBe('<!-- a comment -->x');
	});
	test('inserts any text literally, also one that looks like a placeholder or a replacement pattern', () => {
		const text = fc.oneof(
			fc.constantFrom('<!--a-->', '<!--b-->', '$&', '$`', "$'", '$1', '</script>'),
			fc.string({ unit: 'binary' }),
		);
		fc.assert(
			fc.property(text, text, (a, b) => {
				expect(fill('[<!--a-->|<!--b-->]', { a, b })).toBe(`[${a}|${b}]`);
			}),
			{ seed: 2020 },
		);
	});
});
