/** The proof in the reader's browser: its result when the text is right, changed, unreachable or cannot be hashed. */
import type { Page } from '@playwright/test';
import { events, quoted, quotes, textOf } from './facts.ts';
import { LONG, longUnless, expect, test } from './page.ts';
import { eventWithEverything, quotedEvent, unquotedEvent } from './picks.ts';
import {
	aboutCopy,
	article,
	checked,
	expectOpen,
	heading,
	pane,
	proof,
	quoteAt,
	quotesInRecord,
	readWhole,
	toPassage,
} from './reader.ts';

const seeds = /\/seeds\/[^/]+\.txt$/;
const [document] = quoted;
const text = textOf(document!);
/** A quote that does not overlap any other quote. */
const changed = quotedEvent.quotes[1]!;

/** Expects the source named at the top of the page, no quote shown as found, and no passage marked. */
async function nothingIsMarked(page: Page) {
	await expect(page.getByRole('alert').filter({ hasText: 'as it was recorded' })).toContainText(`“${document!.title}”`);
	await expect(page.getByText(/^Found word for word in our copy/)).toHaveCount(0);
	const grounds = await pane(page)
		.locator('mark')
		.evaluateAll((all) => [...new Set(all.map((m) => getComputedStyle(m).backgroundColor))]);
	expect(grounds).toEqual(['rgba(0, 0, 0, 0)']);
}

test(
	'before a source is opened, nothing is fetched and nothing is claimed for this browser',
	LONG,
	async ({ page, open }) => {
		const fetched: string[] = [];
		page.on('request', (r) => seeds.test(r.url()) && fetched.push(r.url()));
		await open();
		await heading(page, unquotedEvent.id).click();
		await expectOpen(page, unquotedEvent.id);
		expect(fetched).toEqual([]);
	},
);

test('opening an event proves every quote again, once', LONG, async ({ page, open }) => {
	const fetched: string[] = [];
	page.on('request', (r) => seeds.test(r.url()) && fetched.push(r.url()));
	await open();
	await heading(page, eventWithEverything.id).click();
	await expect(checked(page)).toHaveText(
		`${quotes.length} of ${quotes.length} quotes found verbatim, checked in your browser just now.`,
	);
	await heading(page, quotedEvent.id).click();
	await expect(article(page, quotedEvent.id).getByText(/^Found word for word in our copy/)).toHaveCount(
		quotedEvent.quotes.length,
	);
	expect(fetched).toHaveLength(1);
});

test('a link to an event proves it too', LONG, async ({ page, open }) => {
	await open(`?e=${eventWithEverything.id}`);
	await expect(checked(page)).toContainText('checked in your browser just now');
	// The proof names each quote by its number at the event.
	for (const [i, { id }] of eventWithEverything.quotes.entries()) {
		await toPassage(page, eventWithEverything.id, id).click();
		await expect(proof(page)).toHaveText(new RegExp(`^Quote ${i + 1} found word for word, (paragraph \\d+|headline)$`));
	}
});

test('the record can be checked without opening an event', LONG, async ({ page, open }) => {
	await open();
	// Checks the quotes of all events.
	await page.getByRole('button', { name: 'Check everything' }).click();
	await heading(page, quotedEvent.id).click();
	await aboutCopy(page);
	await pane(page).getByRole('button', { name: 'Check in this browser' }).click();
	await expect(checked(page)).toContainText('checked in your browser just now');
});

test('one changed letter in a quote is detected, and that quote is reported as not found', async ({ page, open }) => {
	const tampered = text.replace(changed.exact, `#${changed.exact.slice(1)}`);
	expect(tampered).not.toBe(text);
	await page.route(seeds, (route) => route.fulfill({ body: tampered, contentType: 'text/plain; charset=utf-8' }));
	await open(`?e=${quotedEvent.id}`);
	await expect(proof(page)).toContainText('This text is not the one we checked.');
	await expect(proof(page)).toContainText(`${quotes.length - 1} of ${quotes.length} quotes found verbatim`);
	await expect(quoteAt(page, quotedEvent.id, changed.id)).toContainText('Not found in the text as served now');
	await expect(article(page, quotedEvent.id).getByText('Not proven')).toHaveCount(quotedEvent.quotes.length - 1);
	await expect(checked(page)).not.toContainText('checked in your browser');
	await nothingIsMarked(page);
});

test('a changed letter outside every quote is detected as well', LONG, async ({ page, open }) => {
	await page.route(seeds, (route) => route.fulfill({ body: `${text} `, contentType: 'text/plain; charset=utf-8' }));
	await open(`?e=${quotedEvent.id}`);
	await expect(proof(page)).toContainText('This text is not the one we checked. Its SHA-256 differs');
	await expect(quotesInRecord(page).getByText('Not found')).toHaveCount(0);
	await expect(quotesInRecord(page).getByText('Not proven: the text served now')).toHaveCount(quotes.length);
	await nothingIsMarked(page);
});

test('when the browser cannot hash, the page says that nothing was checked here', async ({ page, open }) => {
	await page.addInitScript(() => Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined }));
	await open(`?e=${quotedEvent.id}`);
	await expect(proof(page)).toContainText('not checked here');
	await expect(proof(page)).toContainText('when this page was built');
});

test.describe('when the text cannot be loaded', () => {
	test.use({ provoked: /ERR_FAILED|404/ });

	for (const [how, fail] of [
		['the network fails', (page: Page) => page.route(seeds, (route) => route.abort())],
		[
			'the server has lost it',
			(page: Page) => page.route(seeds, (route) => route.fulfill({ status: 404, body: 'There is no page here' })),
		],
	] as const) {
		test(
			`when ${how} the page says so, reports no change, and can check again`,
			longUnless(how === 'the network fails'),
			async ({ page, open }) => {
				await fail(page);
				await open(`?e=${quotedEvent.id}`);
				await expect(proof(page)).toContainText('the text could not be fetched to check it again');
				await expect(proof(page)).not.toContainText('is not the one we checked');
				await expect(article(page, quotedEvent.id).getByText('Not found')).toHaveCount(0);
				await page.unroute(seeds);
				await aboutCopy(page);
				await pane(page).getByRole('button', { name: 'Check in this browser' }).click();
				await expect(checked(page)).toContainText('checked in your browser just now');
				await expect(proof(page)).not.toContainText('could not be fetched');
			},
		);
	}
});

test.describe('the copy', () => {
	test(
		'“A page of its own, at this passage” leads to those words in our own copy',
		LONG,
		async ({ page, open, home }) => {
			for (const { id, quotes: own } of events.filter((e) => e.quotes.length).slice(0, 4)) {
				await open(`?e=${id}&p=${own.at(-1)!.id}`);
				await readWhole(page);
				const link = pane(page).getByRole('link', { name: 'A page of its own, at this passage' });
				const { id: quote, source } = own.at(-1)!;
				expect(await link.evaluate((a) => (a as HTMLAnchorElement).href)).toBe(
					`${home}documents/${source}/index.html#${quote}`,
				);
			}
			await pane(page).getByRole('link', { name: 'A page of its own, at this passage' }).click();
			await expect(page.locator('body')).toContainText(changed.exact);
			await expect(page.locator(':target')).toBeInViewport();
		},
	);
});

test('the copy is served byte for byte', async ({ request, home }) => {
	const response = await request.get(`${home}${document!.file!}`);
	expect((await response.body()).equals(Buffer.from(text))).toBe(true);
});
