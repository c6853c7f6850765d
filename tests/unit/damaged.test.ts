/** Addresses damaged by chat and mail programs still work. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parametersOf, undamaged } from '../../src/domain/query/damaged.ts';
import { formatPermalink, LONGEST_QUERY, parsePermalink } from '../../src/domain/query/permalink.ts';
import { dataset } from './record.ts';

const { events, agencies } = dataset;
const event = events.find((e) => e.id.includes('-'))!;
const { id } = event;
const agency = agencies.find((a) => events.some((e) => e.named.includes(a.id)))!.id;
const parse = (search: string) => parsePermalink(search, dataset);
const led = (search: string) => {
	const { link, unread } = parse(search);
	return [formatPermalink(link), unread] as const;
};
const WHOLE = `e=${id}&agency=${agency}&asof=${new Date(dataset.extent.end - 86_400_000).toISOString().slice(0, 10)}`;

describe('a damaged address leads to the same place (F17)', () => {
	test.for([
		'.',
		')',
		',',
		'%20',
		'+',
		'!',
		'?',
		';',
		':',
		'…',
		'”',
		'’',
		'».',
		'.)',
		'%29.',
		'%E2%80%8B',
		'*',
		']',
		'&gt;',
		'%3E',
	])('with “%s” at its end', (tail) => {
		expect(led(`?e=${id}${tail}`)).toEqual([`e=${id}`, []]);
		expect(led(`?agency=${agency}${tail}`)).toEqual([`agency=${agency}`, []]);
		expect(led(`?${WHOLE}${tail}`)).toEqual([WHOLE, []]);
	});
	test.for([
		['capitals', `?e=${id.toUpperCase()}&agency=${agency.toUpperCase()}`],
		['capitals in a name', `?E=${id}&Agency=${agency}`],
		['hyphens that do not break', `?e=${id.replaceAll('-', '\u2011')}&agency=${agency}`],
		['the same, escaped', `?e=${id.replaceAll('-', '%E2%80%91')}&agency=${agency}`],
		['dashes', `?e=${id.replaceAll('-', '–')}&agency=${agency}`],
		['soft hyphens', `?e=${id.replaceAll('-', '-\u00ad')}&agency=${agency}`],
		['an ampersand escaped for HTML', `?e=${id}&amp;agency=${agency}`],
		['the same twice', `?e=${id}&amp;amp;agency=${agency}`],
		['the same with its semicolon escaped', `?e=${id}&amp%3Bagency=${agency}`],
		['its sign of equality escaped', `?e%3D${id}%26agency%3D${agency}`],
		['a quotation mark before the id', `?e=%22${id}%22&agency=“${agency}”`],
		['blanks between', `?e= ${id}&agency=%20${agency}%20`],
	] as const)('with %s', ([, search]) => {
		expect(led(search)).toEqual([`e=${id}&agency=${agency}`, []]);
	});
	test('and a quote of another event is ignored without a notice', () => {
		const other = [...dataset.quote.values()].find((q) => q.event !== id);
		expect(parse(`?e=${id.toUpperCase()}&p=${other!.id}`).link).toMatchObject({ chosen: id, passage: null });
	});
	test('with any combination of damage', () => {
		const HURT: ((s: string) => string)[] = [
			(s) => `${s}.`,
			(s) => `${s})`,
			(s) => `${s}%20`,
			(s) => s.toUpperCase(),
			(s) => s.replaceAll('-', '%E2%80%91'),
		];
		fc.assert(
			fc.property(fc.constantFrom(...events), fc.array(fc.constantFrom(...HURT), { maxLength: 5 }), (e, hurts) => {
				expect(led(hurts.reduce((s, hurt) => hurt(s), `?e=${e.id}`))).toEqual([`e=${e.id}`, []]);
			}),
		);
	});
});

test('an undamaged address is not changed', () => {
	for (const e of events) expect(undamaged(e.id)).toBe(e.id);
	expect([...parametersOf('?q=Who?&e=A').entries()]).toEqual([
		['q', 'Who?'],
		['e', 'A'],
	]);
	expect(parse('?q=“Who said so?”').link.filter.query).toBe('“Who said so?”');
});

describe('a parameter given twice (A19)', () => {
	const [one, two] = events.map((e) => e.id) as [string, string];
	test('for events takes the first valid one, and reports the other', () => {
		expect(led(`?e=${one}&e=${two}`)).toEqual([`e=${one}`, [['e', two]]]);
		expect(led(`?e=never&e=${two}`)).toEqual([`e=${two}`, [['e', 'never']]]);
		expect(led(`?e=${one}&e=${one}`)).toEqual([`e=${one}`, []]);
	});
	test('for a list takes all values', () => {
		const [a, b] = agencies.map((x) => x.id) as [string, string];
		expect(led(`?agency=${b}&agency=${a}`)).toEqual([`agency=${a},${b}`, []]);
	});
});

test('a search longer than any quote is ignored, and reported (A9)', () => {
	const long = 'x'.repeat(LONGEST_QUERY + 1);
	expect(led(`?q=${long}`)).toEqual(['', [['q', long]]]);
	expect(parse(`?q=${long.slice(1)}`).link.filter.query).toBe(long.slice(1));
});
