/** Data that nobody would write: random texts, lists and dates, on top of legal mutations. */
import fc from 'fast-check';
import { mutationsOf } from './kinds.ts';
import type { Data } from './making.ts';

const TEXTS = fc.oneof(
	fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
	fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
	fc.constantFrom(
		...[
			'<b onclick="x">&amp;</b>',
			'</script><!--',
			'<!--head-->',
			'{title}',
			'${title}',
			'“quoted” ‘words’',
			'it\'s "so"',
		],
		...[
			'a=b&c=d#e?f',
			'C:\\path\\n',
			'$& $1 $`',
			'__proto__',
			'constructor',
			'toString',
			'\u0301\u0301',
			'🏳️‍🌈 👩‍👩‍👧',
			'İstanbul ß ﬁ',
		],
		...['النافورة (2021) ABC', 'ＦＵＬＬ', 'x'.repeat(300), '1. '.repeat(50), 'null'],
	),
);
const DATES = fc.constantFrom(
	...[
		'2020',
		'2020-10',
		'2020-23',
		'2020-10-20~',
		'2021-02-28?',
		'2020-10-20/2021-02',
		'2021/..',
		'../2021',
		'-0043-03-15',
	],
	...['2021-03-04', '2021-03-05', '2021-12-31', '2021-24', '9999', '0001-01-01'],
);
const isDate = (text: string) => /^-?\d{4}(-\d\d){0,2}[~?%]?(\/|$)/.test(text);

/** Changes some texts, dates and lists anywhere. @param chance from 0 to 1, for every value */
function unsettle(value: unknown, next: () => number, chance: number, sample: <T>(of: fc.Arbitrary<T>) => T): unknown {
	const is = () => next() < chance;
	if (typeof value === 'string') return is() ? sample(isDate(value) ? DATES : TEXTS) : value;
	if (typeof value === 'boolean') return is() ? !value : value;
	if (Array.isArray(value)) {
		const list = value.map((v) => unsettle(v, next, chance, sample));
		if (list.length && is()) list.push(structuredClone(list[Math.floor(next() * list.length)]));
		if (list.length && is()) list.splice(Math.floor(next() * list.length), 1);
		return is() ? list.reverse() : list;
	}
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, unsettle(v, next, chance, sample)]));
}

/** @param next random numbers from 0 to 1 */
export function wild(data: Data, next: () => number): Data {
	const sample = <T>(of: fc.Arbitrary<T>) => fc.sample(of, { seed: Math.floor(next() * 2 ** 31), numRuns: 1 })[0]!;
	const chosen = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
	let made = data;
	// Mostly legal mutations: a single illegal one is refused, and then nothing is built.
	const all = mutationsOf(made).filter((m) => m.isLegal || next() < 0.05);
	for (let n = Math.floor(next() * 4); n > 0; n--) {
		try {
			chosen(all).change(made);
		} catch {
			// An earlier mutation has removed this place.
		}
	}
	const chance = chosen([0, 0.002, 0.01]);
	if (chance) made = unsettle(made, next, chance, sample) as Data;
	return made;
}
