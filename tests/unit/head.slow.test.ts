/** The heads of documents: metadata for machines, with and without the address of the site, with any text. */
import { describe, expect, test } from 'vitest';
import { CORRECTIONS_FEED } from '../../src/domain/exchange/record-paths.ts';
import { highwireTags } from '../../src/domain/exchange/highwire.ts';
import type { Records } from '../../src/domain/model/records.ts';
import { readWhen } from '../../src/domain/model/when.ts';
import { sharePicturePath } from '../../src/view/picture/share-picture.ts';
import { dataFiles } from '../../tools/build/record-data.ts';
import { loadTrial } from '../../tools/trial.mjs';
import { dataset, records } from './record.ts';

const SITE = 'https://example.org/a/';
const { documentsOf } = await loadTrial();

const decoded = (text: string) => {
	const letters: Readonly<Record<string, string>> = { quot: '"', lt: '<', gt: '>', amp: '&' };
	return text.replace(/&(quot|lt|gt|amp);/g, (_, name: string) => letters[name]!);
};
/** The tags of a head and its JSON-LD, which ends where an HTML parser ends the script. */
function readHead(html: string) {
	const [script = '', data] = /<script type="application\/ld\+json">([^]*?)<\/script/.exec(html) ?? [];
	const head = html.replace(script, () => '');
	const tags = [...head.matchAll(/<(?:meta|link)((?: [\w-]+="[^"]*")+) ?\/?>/g)].map(([, attributes]) =>
		Object.fromEntries(
			[...attributes!.matchAll(/([\w-]+)="(.*?)"/g)].map(([, name, value]) => [name!, decoded(value!)]),
		),
	);
	return {
		title: decoded(/<title>([^]*?)<\/title>/.exec(head)![1]!),
		meta: new Map(tags.map(({ name, property, content }) => [name ?? property, content])),
		links: new Map(tags.map(({ rel, href }) => [rel, href])),
		data: data === undefined ? null : (JSON.parse(data) as Readonly<Record<string, unknown>>),
	};
}
function headsOf(of: Records, address?: string) {
	const { index, pages, notFound, data } = documentsOf(of, address);
	return new Map([
		['', readHead(index['head']!)],
		...[...pages, data.page(dataFiles(data).list), notFound].map(({ path, head }) => [path, readHead(head)] as const),
	]);
}
const pathOf = ({ id }: { id: string }) => `events/${id}/index.html`;

describe('if the address of the site is known', () => {
	const heads = headsOf(records, SITE);
	test('every document names its own address, the old list of sources the dossier’s, and a missing page none', () => {
		for (const [path, { links, meta }] of heads) {
			const own = path === 'sources.html' ? 'dossier.html' : path.replace(/index\.html$/, '');
			const canonical = path === '404.html' ? undefined : SITE + own;
			expect(links.get('canonical'), path).toBe(canonical);
			expect(meta.get('og:url'), path).toBe(canonical);
		}
	});
	test('every document names the feed of corrections', () => {
		for (const [path, { links }] of heads) {
			const feed = `${'../'.repeat(path.split('/').length - 1) || './'}${CORRECTIONS_FEED}`;
			expect(links.get('alternate'), path).toBe(path === '404.html' ? undefined : feed);
		}
	});
	test('an event has its picture for sharing and its address for citation', () => {
		for (const event of dataset.events) {
			const { meta } = heads.get(pathOf(event))!;
			expect(meta.get('og:image')).toBe(SITE + sharePicturePath(event.id));
			expect(meta.get('og:image:alt')).toBe(event.title);
			expect(meta.get('twitter:card')).toBe('summary_large_image');
			expect(meta.get('citation_public_url')).toBe(`${SITE}events/${event.id}/`);
		}
		expect(heads.get('')!.meta.get('og:image')).toBe(SITE + sharePicturePath());
	});
});

describe('if the address of the site is not known', () => {
	const heads = headsOf(records);
	test('nothing that needs the address is present', () => {
		for (const [path, { links, meta }] of heads) {
			expect(links.has('canonical'), path).toBe(false);
			for (const name of ['og:url', 'og:image', 'citation_public_url'])
				expect(meta.has(name), `${path} ${name}`).toBe(false);
			for (const name of ['og:title', 'og:description', 'twitter:card'])
				expect(meta.has(name), `${path} ${name}`).toBe(path !== '404.html');
		}
	});
	test('an event, a document and the dossier can be cited, with authors only from their sources', () => {
		const cited = [...heads].filter(([, { meta }]) => meta.has('citation_title')).map(([path]) => path);
		const wanted = [...heads.keys()].filter((path) => /^(events|documents|data)\/|^dossier/.test(path));
		expect(cited).toEqual(wanted);
		for (const event of dataset.events) {
			const { meta } = heads.get(pathOf(event))!;
			expect(meta.has('citation_author')).toBe(false);
			expect(meta.get('citation_inbook_title')).toBe(dataset.case.title);
			expect(meta.get('citation_online_date')).toMatch(/^\d{4}\/\d\d\/\d\d$/);
		}
		for (const { source } of dataset.documents.values()) {
			const { meta } = heads.get(`documents/${source.id}/index.html`)!;
			expect(meta.get('citation_author')).toBe(source.author);
			expect(meta.get('citation_publisher')).toBe(source.publisher);
		}
	});
	test('an alleged event is called alleged in titles, citation, search results and shared links', () => {
		for (const event of dataset.events) {
			const { alleged, name } = dataset.vocabulary.statuses.get(event.currentStatus.kind)!;
			const { title, meta } = heads.get(pathOf(event))!;
			const says = alleged && !event.title.toLowerCase().includes(name.toLowerCase());
			const marked = says ? `${event.title} [${name}]` : event.title;
			expect(title).toBe(`${marked} – ${dataset.case.title}`);
			for (const field of ['citation_title', 'og:title']) expect(meta.get(field)).toBe(marked);
			const by = `${name} by ${dataset.agency.get(event.currentStatus.by)!.name}. `;
			for (const field of ['description', 'og:description'])
				expect(meta.get(field)!.startsWith(by), event.id).toBe(alleged === true);
		}
	});
});

test.for([
	['2020-10-20', '2020/10/20'],
	['2020-10', '2020/10'],
	['2020', '2020'],
	['2020~', undefined],
	['2020-10/2020-11', undefined],
])('a work of %s is cited as of %s', ([published, date]) => {
	const tags = highwireTags({ title: 'T', published: readWhen(published!), address: '', language: 'en' });
	expect(tags.find(({ name }) => name === 'citation_publication_date')?.content).toBe(date);
});

/** All in one case, because rendering a case is slow. */
const HARD = [
	`"quoted" 'twice' “thrice” <b>&amp;&lt;</b>`,
	'</title></script><script>alert(1)</script><!-- x --> ]]>',
	'العربية עברית \u200f(1)',
	'👩‍🚀 🇺🇳 e\u0301',
	',;{}%=@+-\\ $& \\u003c',
].join(' ');

test('any text appears unchanged in every head', () => {
	const words = HARD;
	const say = (field: string) => `${words} ${field}`;
	const { about, ...rest } = records.case;
	const hostile: Records = {
		...records,
		case: { ...rest, title: say('case'), deck: say('deck'), about: { ...about, licence: say('licence') } },
		agencies: records.agencies.map((a) => ({ ...a, name: say(`agency ${a.id}`) })),
		sources: records.sources.map((s) => ({
			...s,
			title: say(s.id),
			publisher: say('publisher'),
			author: say('author'),
		})),
		events: records.events.map((e) => ({
			...e,
			title: say(e.id),
			summary: [{ says: say('summary'), basis: 'event' }],
		})),
	};
	const heads = headsOf(hostile, SITE);
	for (const event of hostile.events) {
		const { title, meta, data } = heads.get(pathOf(event))!;
		expect(title.startsWith(event.title)).toBe(true);
		expect(title.endsWith(` – ${say('case')}`)).toBe(true);
		for (const field of ['description', 'og:description']) expect(meta.get(field)).toContain(say('summary'));
		expect(meta.get('og:title')).toContain(event.title);
		expect(meta.get('citation_title')).toContain(event.title);
		const [page, matter] = data!['@graph'] as readonly Readonly<Record<string, string>>[];
		for (const { name } of [page!, matter!]) expect(name).toContain(event.title);
		expect(JSON.stringify(data)).toContain(JSON.stringify(say('publisher')));
	}
	const { meta, data } = heads.get('')!;
	expect(meta.get('description')).toBe(say('deck'));
	expect(data).toMatchObject({ name: say('case'), description: say('deck') });
	for (const { source } of dataset.documents.values()) {
		const held = heads.get(`documents/${source.id}/index.html`)!;
		expect(held.meta.get('citation_title')).toBe(say(source.id));
		expect(held.meta.get('citation_author')).toBe(say('author'));
	}
	expect((heads.get('dossier.html')!.data!['@graph'] as readonly object[])[0]).toMatchObject({ name: say('case') });
});
