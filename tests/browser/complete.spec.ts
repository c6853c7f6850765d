/** All data appear in the dossier, in the event pages and in the pages of held texts. */
import { documentsOf, fold, lacking, readAll, records } from './static.ts';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { plain } from '../../src/domain/model/narrative.ts';
import { expect, test } from './page.ts';

/** Fields that are not shown literally, each with the reason. */
const NOT_SHOWN: readonly (readonly [path: RegExp, why: string])[] = [
	[/(^|\.)(id|aliases|retired|source|origin|references|follows)$/, 'an id: it becomes an address or a link'],
	[
		/^(events\.(agencies|attributedBy|status\.by|actors)|(disputes|changes)\.events)$/,
		'ids: they become names and links',
	],
	[/\.(kind|tier|type|standing|basis|coverage)$/, 'a word of our vocabulary: it is spelled out'],
	[/\.(when|extent|since|from|to|date|published|dated|heldSince)$/, 'a date in EDTF: it is put in words'],
	[/^(events\.label|agencies\.lane)$/, 'a short name for the picture: title and name are given'],
	[/^(events\.quotes|discrepancies)\.(prefix|suffix)$/, 'says where in its text a passage is; the text is given whole'],
	[/^case\.(sides\.|kinds\.side$)/, 'the sides of the chart, which a document without one does not draw'],
	[
		/^case\.(asofStart|(lead|story)\.(text|event|t|asof))$/,
		'its placeholders are filled in, and it says what the page turns to',
	],
	[/^case\.(lead|story|annotations)\.(basis|reviewed)$/, 'ids and digests, for the curator'],
	[/^case\.annotations\.(at|text)$/, 'a few words in the picture: its event says them in full'],
	[/\$schema$/, 'for editors of the data'],
	[/^sources\.file$/, 'the path of a held text: it becomes an address'],
];

/** Every string in a value, with the names of the fields it is in. */
function strings(value: unknown, path = ''): (readonly [path: string, text: string])[] {
	if (typeof value === 'string') return value.split('\n').map((line) => [path, line] as const);
	if (Array.isArray(value)) return value.flatMap((item) => strings(item, path));
	if (value === null || typeof value !== 'object') return [];
	return Object.entries(value).flatMap(([key, v]) => strings(v, path ? `${path}.${key}` : key));
}
const seen = (value: unknown, path = '') =>
	strings(value, path)
		.filter(([at]) => !NOT_SHOWN.some(([pattern]) => pattern.test(at)))
		.map(([, text]) => text);
const { events, sources, discrepancies, omissions, disputes, changes, texts } = records;

const documents = documentsOf(records);
let read: ReadonlyMap<string, string>;
test.describe.configure({ mode: 'default' });
test.beforeAll(async ({ browser }) => {
	const page = await browser.newPage();
	read = await readAll(page, documents);
	await page.close();
});

test('the dossier holds every string of the data', () => {
	const { lead, story } = toDataset(records);
	const all = [...seen(records), ...[...(lead ? [lead] : []), ...story.map((s) => s.phrases)].map(plain)];
	expect(all.length).toBeGreaterThan(events.length * 5);
	expect(lacking(read.get('dossier.html'), all)).toEqual([]);
});

test('every field in the list of exceptions exists', () => {
	const paths = strings(records).map(([path]) => path);
	for (const [pattern, why] of NOT_SHOWN)
		expect(
			paths.some((path) => pattern.test(path)),
			why,
		).toBe(true);
});

test('the page of each event holds every string of the event and of its sources, disputes and corrections', () => {
	for (const event of events) {
		const ids = [event.id, ...(event.aliases ?? [])];
		const cited = sources.filter((s) => [...event.references, ...event.quotes].some((r) => r.source === s.id));
		const all = [
			...seen(event, 'events'),
			...cited.flatMap(({ title, caution = '' }) => [title, caution]),
			...disputes.filter((d) => d.events.includes(event.id)).flatMap((d) => seen(d, 'disputes')),
			...changes.filter((c) => ids.some((id) => c.events.includes(id))).flatMap((c) => [c.what, c.why]),
			records.case.title,
			records.case.footer,
		];
		expect(lacking(read.get(`events/${event.id}/index.html`), all), event.id).toEqual([]);
	}
});

test('the page of each held text holds its notes and its exact text', async ({ page }) => {
	for (const [id, text] of Object.entries(texts)) {
		const path = `documents/${id}/index.html`;
		const notes = [...discrepancies, ...omissions].filter((n) => n.source === id);
		const source = sources.find((s) => s.id === id)!;
		const wanted = [...notes.flatMap(({ record, note }) => [record, note]), ...seen(source, 'sources')];
		const addresses = new Set([source.url, source.officialUrl, source.archiveUrl]);
		expect(
			lacking(
				read.get(path),
				wanted.filter((w) => !addresses.has(w)),
			),
			id,
		).toEqual([]);
		const lines = await page.evaluate((html) => {
			const { body } = new DOMParser().parseFromString(html, 'text/html');
			for (const added of body.querySelectorAll('sup, .round, .other')) added.remove();
			const hrefs = [...body.querySelectorAll('a')].map((a) => a.getAttribute('href'));
			return { lines: [...body.querySelectorAll('.text .line')].map((line) => line.textContent), hrefs };
		}, documents.get(path)!);
		expect(lines.lines).toEqual(text.split(/[\r\n]+/).filter((line) => fold(line) !== ''));
		for (const address of addresses) if (address) expect(lines.hrefs).toContain(address);
	}
});
