/** Numbers on clusters: short enough for their mark, and close to the true count. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatWhen } from '../../src/domain/model/when.ts';
import { aboutWords, short } from '../../src/view/chart/aria-labels.ts';
import { dataset } from './record.ts';

const size = (text: string) => parseFloat(text) * { k: 1e3, M: 1e6 }[text.at(-1) as 'k' | 'M'];

test('up to 999 a number is exact', () => {
	fc.assert(
		fc.property(fc.nat(999), (n) => {
			expect(short(n)).toBe(String(n));
		}),
	);
});
test('above that it has at most four characters, and is within half of its last digit', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1000, max: 999_000_000 }), (n) => {
			const text = short(n);
			expect(text).toMatch(/^[1-9]\d{0,2}[kM]$/);
			expect(Math.abs(size(text) - n)).toBeLessThanOrEqual(text.endsWith('k') ? 500 : 500_000);
		}),
	);
});

test('below a short name are the date in words and the actors: the first, with the others', () => {
	for (const e of dataset.events) {
		const [date, who, ...rest] = aboutWords(dataset, e).split(' · ');
		expect(rest).toEqual([]);
		expect(date).toBe(formatWhen(e.when, e.coverage));
		const shorts = e.agencies.map((id) => dataset.agency.get(id)!.short);
		expect(who?.replace(', with ', ', ')).toBe(shorts.length ? shorts.join(', ') : undefined);
		expect(who?.includes(', with ') ?? false).toBe(shorts.length > 1);
	}
});
