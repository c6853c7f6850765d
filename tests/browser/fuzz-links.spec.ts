/** With any address the page opens completely, and the address that it then has opens the same page. */
import { PARAMETERS } from '../../src/domain/query/permalink.ts';
import { random } from '../seeded.ts';
import { agencies, events, ids, quotes, sources, theCase } from './facts.ts';
import { runs, wrongs } from './fuzz.ts';
import { expect, ready, test } from './page.ts';
import { countLine, query, shown } from './reader.ts';

const NAMES = [...PARAMETERS.keys(), 'E', 'utm_source', 'amp;e', '__proto__', ''];
const VALUES = [
	...[...ids(events), ...quotes.map((q) => q.id), ...sources.map((s) => s.id), ...agencies.map((a) => a.id)],
	...[...theCase.kinds!, ...theCase.statuses!].map((k) => k.id),
	...[
		'0',
		'1',
		'true',
		'elastic',
		'known',
		'2020-10-21',
		'2020-10-01..2020-11-30',
		'..',
		'2020-02-30',
		'-0043-03-15',
		'9999-12-31',
	],
	...[
		`${agencies[0]!.id},,${agencies[0]!.id}`,
		'%',
		'%E0%A4',
		'%00',
		'%F0%9F%92%A9',
		'+',
		'%2B',
		'<b>',
		'%22',
		'a'.repeat(3000),
		'%0A',
		'constructor',
		'U.S.',
		'ß',
	],
];
/** A random parameter with a random value, damaged as by a mail program or by hand. */
function link(next: () => number): string {
	const of = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
	const spoil = (text: string) =>
		of([
			() => text,
			() => text,
			() => text,
			() => text.toUpperCase(),
			() => `${text}.`,
			() => `${text})`,
			() => text.slice(0, Math.floor(next() * text.length)),
			() => `${text},${of(VALUES)}`,
			() => `${text}%20`,
		])();
	const pairs = Array.from({ length: 1 + Math.floor(next() * 4) }, () => `${of(NAMES)}=${spoil(of(VALUES))}`);
	return `?${pairs.join(of(['&', '&', '&', '&amp;', ';']))}${of(['', '', '', '#about', '#nowhere', '#%'])}`;
}

for (const { seed, n, details } of runs(1, 120)) {
	test(
		`${n} addresses open the complete page, and their rewritten forms open the same (seed ${seed})`,
		details,
		async ({ page, open, complaints }) => {
			test.setTimeout(120_000 + n * 10_000);
			const next = random(seed);
			for (let i = 0; i < n; i++) {
				const address = link(next);
				await open(address);
				// The count line is updated at most once a second.
				await expect.poll(() => wrongs(page), { message: address, timeout: 5000 }).toEqual([]);
				expect(complaints, address).toEqual([]);
				const [search, line, list] = [query(page), await countLine(page).textContent(), await shown(page)];
				await page.reload();
				await ready(page);
				expect(query(page), address).toBe(search);
				await expect(countLine(page), address).toHaveText(line!);
				expect(await shown(page), address).toEqual(list);
			}
		},
	);
}
