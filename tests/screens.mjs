// npm run screens: each screen in every size, light and dark, side by side in one picture in tests/pictures/screens/.
// For viewing after changes; nothing is compared. Build first. Some screens only: npm run screens -- first record
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { runnerImport } from 'vite';
import { findChromium } from '../tools/chromium.mjs';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'tests/pictures/screens');
const SIZES = [
	[1440, 900],
	[1366, 768],
	[1280, 720],
	[768, 1024],
	[390, 844],
];
/** Screenshots are combined at this share of their size. */
const SHARE = 0.5;

const { events } = JSON.parse(readFileSync(join(ROOT, 'src/data/events.json'), 'utf8'));
const { story = [], asofStart, kinds } = JSON.parse(readFileSync(join(ROOT, 'src/data/case.json'), 'utf8'));
const { agencies } = JSON.parse(readFileSync(join(ROOT, 'src/data/agencies.json'), 'utf8'));
const quoted = events.reduce((a, b) => ((b.quotes?.length ?? 0) > (a.quotes?.length ?? 0) ? b : a));
const unquoted = events.find((event) => !event.quotes?.length && event.tier === 'core');
const isOf = ({ agencies, attributedBy = [] }, id) => agencies.includes(id) || attributedBy.includes(id);
/** The entry of a list with the most events. */
const most = (list, has) => {
	const count = (entry) => events.filter((event) => has(event, entry)).length;
	return list.reduce((a, b) => (count(b) > count(a) ? b : a));
};
const busiest = most(agencies, (event, { id }) => isOf(event, id)).id;
const busyDay = most(
	events.map(({ when }) => when).filter((when) => /^\d{4}-\d\d-\d\d$/.test(when)),
	({ when }, day) => when === day,
);
const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(busyDay));
/** An agency and a kind that no event has together. */
const apart = agencies
	.flatMap(({ id: agency }) => kinds.map(({ id: kind }) => ({ agency, kind })))
	.find(({ agency, kind }) => !events.some((event) => isOf(event, agency) && event.kind === kind));
const press = (name) => (page) => page.getByRole('button', { name }).first().click();
const search =
	(words, ...keys) =>
	async (page) => {
		const box = page.getByRole('combobox', { name: /^Search / });
		await box.click();
		await box.pressSequentially(words);
		if (!keys.length) return;
		await page.getByRole('option').first().waitFor();
		for (const key of keys) await page.keyboard.press(key);
	};
const toRecord = (page) =>
	page.locator('#record').evaluate((place) => place.nextElementSibling.querySelector('h2').scrollIntoView());

/** Name → address and actions on the page. */
const SCREENS = {
	first: ['', null],
	chosen: [`?e=${quoted.id}`, null],
	unquoted: [`?e=${unquoted.id}`, null],
	asof: [asofStart ? `?asof=${asofStart}` : '', null],
	...Object.fromEntries(story.map(({ id }, i) => [`story-${i + 1}`, [`?step=${id}`, null]])),
	filter: ['', press(/^Filter/)],
	search: ['', search(quoted.title.split(' ').at(-1))],
	'search-date': ['', search(inWords, 'ArrowDown')],
	empty: [apart ? `?agency=${apart.agency}&kind=${apart.kind}` : `?q=${'x'.repeat(12)}`, null],
	record: ['', toRecord],
	'record-filtered': [`?agency=${busiest}`, toRecord],
	use: [
		`?e=${quoted.id}`,
		(page) =>
			page
				.locator('button:visible', { hasText: /^Use this$/ })
				.first()
				.click(),
	],
	/** What a mark shows before it is chosen: its card in the vertical timeline of a narrow window, else its name. */
	card: [
		'',
		async (page) => {
			const row = page.locator(`#column a[href="./events/${quoted.id}/index.html"]:visible`).first();
			if (await row.count()) return row.click();
			await page.locator('.plot button.mark:not(:has(.label:not([hidden]))):visible').last().hover();
		},
	],
	scale: ['?scale=true', null],
	focus: [
		'',
		async (page) => {
			// A narrow window has no chart, so the page stays as it opens.
			const mark = page.locator('.plot button.mark[tabindex="0"]');
			if (!(await mark.count())) return;
			await mark.focus();
			await page.keyboard.press('ArrowRight');
		},
	],
	/** A narrow window has the vertical timeline, below the finding. */
	time: [
		'',
		(page) =>
			page.evaluate(() => {
				const [column, stage] = ['column', 'stage'].map((id) => document.getElementById(id));
				(column.clientHeight ? column : stage).scrollIntoView();
			}),
	],
	event: [`events/${quoted.id}/index.html`, null],
	document: [`documents/${quoted.quotes[0].source}/index.html`, null],
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in SCREENS));
if (unknown.length) {
	console.error(`No such screen: ${unknown.join(', ')}. There are: ${Object.keys(SCREENS).join(', ')}.`);
	process.exit(1);
}
mkdirSync(OUT, { recursive: true });
const { module: server } = await runnerImport(join(import.meta.dirname, 'server.ts'));
const site = await server.serve(join(ROOT, 'dist'));
const browser = await chromium.launch(findChromium());
for (const [name, [address, act]] of Object.entries(SCREENS)) {
	if (named.length && !named.includes(name)) continue;
	for (const colorScheme of ['light', 'dark']) {
		const pictures = [];
		for (const [width, height] of SIZES) {
			const page = await browser.newPage({ viewport: { width, height }, colorScheme });
			await page.goto(site.url + address);
			if (!address.includes('/')) await page.locator('html[data-ready]').waitFor({ state: 'attached' });
			await act?.(page);
			// Waits until presses are visible and typefaces have loaded.
			await page.waitForTimeout(600);
			pictures.push([width, height, (await page.screenshot()).toString('base64')]);
			await page.close();
		}
		const sheet = await browser.newPage({ viewport: { width: 2600, height: 600 } });
		const images = pictures.map(
			([width, height, data]) =>
				`<img width="${width * SHARE}" height="${height * SHARE}" src="data:image/png;base64,${data}">`,
		);
		await sheet.setContent(
			`<body style="margin:0"><main style="display:inline-flex;gap:12px;padding:12px;background:#888">${images.join('')}</main>`,
		);
		await sheet
			.locator('main')
			.screenshot({ path: join(OUT, `${name}-${colorScheme}.jpg`), type: 'jpeg', quality: 82 });
		await sheet.close();
	}
	console.log(name);
}
await browser.close();
await site.close();
