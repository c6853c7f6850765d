/** What a reader may export: the whole record, filtered or past views, another case, and difficult texts. */
import { join } from 'node:path';
import fc from 'fast-check';
import { editionDay, type Extract } from '../../src/domain/exchange/extract.ts';
import { openingDay, recordsAsOf } from '../../src/domain/model/asof.ts';
import { toDataset } from '../../src/domain/model/dataset.ts';
import type { EventRecord, Records, Source } from '../../src/domain/model/records.ts';
import { filterWords } from '../../src/domain/query/filter-words.ts';
import { EVERYTHING, passes, type Filter } from '../../src/domain/query/filter.ts';
import { formatPermalink, HOME } from '../../src/domain/query/permalink.ts';
import { isBlank, oddity } from '../../tools/validate/characters.ts';
import { validate } from '../../tools/validate/validate.ts';
import { dataset, records, root } from './record.ts';

export const SITE = 'https://example.org/a-case/';

export function extractOf(of: Records, asOf: number | null = null, filter: Filter = EVERYTHING, site = SITE): Extract {
	const whole = asOf === null ? of : recordsAsOf(of, asOf);
	const then = toDataset(whole);
	return {
		dataset: then,
		events: then.events.filter(passes(filter, null)),
		total: of.events.length,
		edition: editionDay(toDataset(of)),
		asOf,
		filters: filterWords(filter, then),
		site,
		search: formatPermalink({ ...HOME, filter, asOf }),
	};
}

const verdict = validate(join(root, 'tests/case'));
if (!verdict.ok) throw new Error('the case of the tests does not pass the check');
export const otherRecords = verdict.records;

/** Characters with a special meaning in some format, right-to-left text, emoji, and combining marks. */
export const HARD: readonly string[] = [
	...['a, "b"; c', "it's; “so”, ‘so’", '=1+2', '+1', '-1', '@SUM(A1)', "'=1", ' =1', '＝1', '\t=1'],
	...['{a} }b{ \\ \\n \\\\', '100 % & #1 $5 ~x ^y a_b', "--- -- ''a'' ``b``", 'a | b \\| c', 'C:\\path\\new;'],
	...['<b onclick="x">&amp;</b> ]]>', '</script><!--', '"><img src=x>', '&#39;&lt;', '${title} {title}'],
	...['END:VEVENT', 'TY  - x  - y', '@article{x,', '% remark', 'BEGIN:VCALENDAR\nEND:VCALENDAR', 'a\r\nb'],
	...['النافورة (2021) لم تكن آمنة', 'המזרקה, הישנה; "לא" בטוחה', 'a \u2067אב\u2069 c'],
	...['👩‍👩‍👧 🏳️‍🌈 👍🏽', 'e\u0301\u0323 n\u0303 ﬁ İ ß', '𝒜𝒷𝒸 𠜎', 'é'.repeat(60), '漢字'.repeat(40), 'x'.repeat(300)],
	...['null', '__proto__', 'and', 'Miller, Ann and Bo'],
];

/** A case with an event, a source and a quote for each text, also in the titles of agency and case. */
export function recordsWith(texts: readonly string[], changed: Partial<EventRecord> = {}): Records {
	const exact = (text: string, i: number) => `${text} ${i}!`;
	const held: Source = {
		...{ id: 'held', title: texts.join(' '), publisher: texts[0]!, type: 'report', standing: 'own' },
		...{ published: '2021-03-05', url: 'https://example.org/?a={b}&c=%20_d', file: 'seeds/held.txt', sha256: '' },
	};
	const sources = texts.map((text, i): Source => ({
		...{ id: `source-${i}`, title: text, publisher: text, author: text, type: 'news', standing: 'press' },
		...{ published: '2021-03-05', url: `https://example.org/${i}`, caution: text },
	}));
	const events = texts.map((text, i): EventRecord => ({
		...{ id: `event-${i}`, title: text, label: text, when: '2021-03-04', kind: 'event', tier: 'core' },
		...{ agencies: [], attributedBy: ['agency'], actors: ['person'], later: [], follows: [] },
		status: [{ kind: 'alleged', by: 'agency', since: '2021-03-05' }],
		summary: text,
		quotes: [{ id: `quote-${i}`, source: 'held', exact: exact(text, i), speaker: text }],
		references: [{ source: `source-${i}`, establishes: text, words: [{ text, by: text }] }],
		...changed,
	}));
	const [first = ''] = texts;
	return {
		...{ version: '1a2b3c', discrepancies: [], omissions: [], disputes: [] },
		case: {
			...{ title: first, deck: first, extent: '2021', markers: [], footer: first },
			chapters: [{ id: 'all', title: first, from: '..', to: '..' }],
		},
		agencies: [{ id: 'agency', name: first, short: first, lane: first, hue: null }],
		people: [{ id: 'person', name: first, kind: 'person', references: ['held'] }],
		events,
		sources: [held, ...sources],
		changes: [
			{ date: '2021-04-01', events: [], what: first, why: first },
			{ date: '2021-04-02', events: ['event-0'], what: first, why: first },
		],
		texts: { held: `Head\n\n${texts.map(exact).join('\n\n')}\n` },
	};
}

/** Any text that the check accepts. */
export const anyText = fc
	.oneof(
		fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
		fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
		fc.stringMatching(/^[\\{}%$&#_~^"',;:=+@<>|`\-. a-zA-Z0-9]{1,40}$/),
	)
	.filter((text) => !oddity(text) && !isBlank(text));

/** For formats that collapse spaces and line breaks into one space. */
export const squeezed = (text: string) => text.replace(/[ \t\n\v\f\r\u0085\u2028\u2029]+/g, ' ').trim();

const agency = dataset.agencies.find((a) => {
	const of = dataset.events.filter((e) => e.named.includes(a.id));
	return of.length > 1 && of.some((e) => e.follows.length) && of.some((e) => e.quotes.length || e.words.length);
})!;

export const EXTRACTS: Readonly<Record<string, Extract>> = {
	'the whole record': extractOf(records),
	'a filtered record': extractOf(records, null, { ...EVERYTHING, agency: [agency.id], context: false }),
	'a record as of a day': extractOf(records, openingDay(dataset)),
	'another case, without a site': extractOf(otherRecords, null, EVERYTHING, ''),
	'hard texts': extractOf(recordsWith(HARD)),
};
