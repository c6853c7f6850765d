/** Any string in any field appears unchanged in every document. */
import fc from 'fast-check';
import type { Records } from '../../src/domain/model/records.ts';
import { expect, test } from './page.ts';
import { documentsOf, lacking, readAll } from './static.ts';

/** Strings that break code which treats HTML, JSON, templates or replacement patterns as plain text. */
const HOSTILE = [
	`name="x" <b> &amp; $& {"a":1} </script>`,
	'<!--x-->',
	'<!--head-->',
	'<!--body--> <!--record-->',
	`“‘'"’” \`$1 $\` $' \${x}`,
	'👩‍🚀 🇺🇳 e\u0301',
	'العربية עברית \u200f',
	']]> --> <![CDATA[ <!doctype html>',
	'</title></style></textarea><script>alert(1)</script>',
	'&lt; &#60; &notit; %20 \\u003c \\n',
];

/** A case with a text in every field that can hold one. @param say the text for a field */
function recordsOf(say: (field: string) => string): Records {
	const remark = (field: string) => ({ says: say(field), references: ['s'] });
	const [exact, departing, footnote] = [say('held.quote event.quote'), say('held.words'), say('held.text')];
	return {
		version: 'v',
		case: {
			title: say('title'),
			deck: say('deck'),
			extent: '2020/2021',
			markers: [{ when: '2020-06-01', label: say('marker') }],
			chapters: [{ id: 'c', title: say('chapter'), from: '2020', to: '2020' }],
			footer: say('event.footer held.footer'),
		},
		agencies: [{ id: 'a', name: say('event.agency'), short: say('event.short'), lane: say('lane'), hue: 20 }],
		people: [
			{
				id: 'somebody',
				name: say('event.actor'),
				kind: 'person',
				role: say('event.role'),
				references: ['s'],
				aliases: [{ name: say('event.alias'), references: ['s'] }],
				charged: { references: ['s'] },
			},
		],
		events: [
			{
				id: 'e',
				title: say('event.title index.title'),
				label: say('held.label'),
				when: '2020-05-04',
				kind: 'statement',
				tier: 'core',
				agencies: ['a'],
				actors: ['somebody'],
				status: [{ kind: 'official', by: 'a', since: '2020-05-04' }],
				summary: [
					{ says: say('event.summary index.summary'), references: ['s'] },
					{ says: say('event.concluded index.concluded'), basis: 'inference' },
				],
				quotes: [{ id: 'q', source: 'h', exact, speaker: say('event.speaker'), note: say('event.quote-note') }],
				references: [
					{
						source: 's',
						establishes: say('event.establishes'),
						words: [{ text: say('event.cited index.cited'), by: say('event.by') }],
					},
				],
				later: [remark('event.later')],
				notes: [remark('event.note')],
				follows: [],
				publicOn: { date: '2020-05-05', reason: say('event.reason'), source: 's' },
			},
		],
		sources: [
			{
				id: 's',
				title: say('event.source'),
				publisher: say('event.publisher held.publisher'),
				author: say('author'),
				type: 'news',
				standing: 'press',
				copyOf: say('event.copy-of'),
				published: '2020-05-06',
				url: 'https://example.org/?a=1&b="2"',
				caution: say('event.caution'),
			},
			{
				id: 'h',
				title: say('held.title event.held'),
				publisher: say('held.by'),
				type: 'news',
				standing: 'copy',
				published: '2020-05-07',
				caution: say('held.caution event.held-caution'),
				file: 'seeds/h.txt',
				sha256: '0'.repeat(64),
			},
		],
		discrepancies: [
			{
				source: 'h',
				exact: departing,
				kind: 'meaning',
				record: say('held.record'),
				note: say('held.note'),
				references: ['s'],
			},
		],
		omissions: [{ source: 'h', record: say('held.omitted'), note: say('held.why-omitted'), references: ['s'] }],
		disputes: [
			{
				id: 'd',
				question: say('event.question'),
				events: ['e'],
				accounts: [{ by: say('event.account'), says: say('event.says'), references: ['s'] }],
			},
		],
		changes: [
			{ date: '2020-07', events: ['e'], what: say('event.corrected'), why: say('event.because') },
			{ date: '2020-08', events: [], what: say('edition'), why: say('why-edition') },
		],
		texts: { h: [say('held.headline'), exact, departing, footnote].join('\n') },
	};
}

/** Document → the fields that it holds; the dossier holds all but the names that only the picture has. */
const HOLDS: readonly (readonly [path: string, fields: RegExp])[] = [
	['dossier.html', /^(?!lane$|held\.label$)/],
	['events/e/index.html', /(^| )(event\.|title)/],
	['documents/h/index.html', /(^| )(held\.|title)/],
	['index.html', /(^| )(index\.|title|deck|chapter|lane|event\.(footer|quote)$)/],
	['404.html', /^title/],
	['data/index.html', /(^| )(title|event\.footer)/],
	['sources.html', /^(title|event\.source|held\.title)/],
];

let numbered = 0;
/** Gives the fields the strings of the list in turn, each made unique by a number. */
async function lost(page: Parameters<typeof readAll>[0], words: readonly string[]) {
	const said: (readonly [field: string, text: string])[] = [];
	const records = recordsOf((field) => {
		const text = `${words[said.length % words.length]!} №${++numbered}`;
		said.push([field, text]);
		return text;
	});
	const read = await readAll(page, documentsOf(records));
	return HOLDS.flatMap(([path, fields]) => {
		const wanted = said.filter(([field]) => fields.test(field)).map(([, text]) => text);
		expect(wanted.length, path).toBeGreaterThan(0);
		return lacking(read.get(path), wanted).map((text) => `${path}: ${text}`);
	});
}

for (const words of HOSTILE)
	test(`${JSON.stringify(words)} appears unchanged from every field`, async ({ page }) => {
		expect(await lost(page, [words])).toEqual([]);
	});

/** No control characters: documents cannot hold them, and the check refuses them. */
const text = fc
	.array(
		fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme-ascii' })),
		{
			minLength: 1,
			maxLength: 3,
		},
	)
	.map((parts) => parts.join(' '));
test('random strings appear unchanged from every field', async ({ page }) => {
	await fc.assert(
		fc.asyncProperty(fc.array(text, { minLength: 8, maxLength: 60 }), async (words) => {
			expect(await lost(page, words)).toEqual([]);
		}),
		{ seed: 2020, numRuns: 30 },
	);
});
