/**
 * The build's entry: every document of the site as HTML. What a script later hydrates, and what needs none, come
 * from the same components.
 */
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { exportsOf, type ExportedFile } from './domain/exchange/exports.ts';
import { toDataset, type TimelineEvent } from './domain/model/dataset.ts';
import type { Records } from './domain/model/records.ts';
import { PARAMETERS } from './domain/query/permalink.ts';
import { Verifier } from './state/verifier.svelte.ts';
import type { Font } from './state/chart-data.ts';
import { Timeline } from './state/timeline.svelte.ts';
import { chartOf } from './view/chart/build.svelte.ts';
import { roomIn } from './view/chart/room.ts';
import StaticChart from './view/chart/StaticChart.svelte';
import Column from './view/column/Column.svelte';
import DataPage from './view/documents/DataPage.svelte';
import DocumentPage from './view/documents/DocumentPage.svelte';
import Dossier from './view/documents/Dossier.svelte';
import EventPage from './view/documents/EventPage.svelte';
import Head from './view/documents/Head.svelte';
import Licences from './view/documents/Licences.svelte';
import NotFound from './view/documents/NotFound.svelte';
import type { Package } from './view/documents/package.ts';
import SourcesMoved from './view/documents/SourcesMoved.svelte';
import Footer from './view/page/Footer.svelte';
import Part from './view/Part.svelte';
import { runningWords, type Running } from './view/paper/running.ts';
import { sharePictureOf, sharePicturePath } from './view/picture/share-picture.ts';
import SharePicture from './view/picture/SharePicture.svelte';
import type { Typeset } from './view/picture/typeset.ts';
import { chapterParts, PARTS, type PagePart } from './view/parts.ts';
import { many } from './view/shared/many.ts';
import { siteFrom, type Site } from './view/shared/site.ts';
import { summaryText } from './domain/model/sentences.ts';

/** Width of a word in pixels, in one of the fonts of the chart. */
export type Measure = (text: string, font: Font) => number;
/** A picture as SVG, and the path of its PNG from the top of the site. */
export interface Drawing {
	readonly path: string;
	readonly svg: string;
}
/** A document that needs no script. */
export interface Page {
	/** From the top of the site. */
	readonly path: string;
	/** The way from the document to the top: "./" or "../../". */
	readonly root: string;
	readonly head: string;
	readonly body: string;
	/** What every page of paper says of it. */
	readonly running: Running;
}
export interface Prerendered {
	/** Place in index.html → what is there. */
	readonly index: Readonly<Record<string, string>>;
	readonly pages: readonly Page[];
	readonly notFound: Page;
	/** The terms of what is sent along, which are known when it is bundled. */
	readonly licences: (packages: readonly Package[]) => Page;
	/** The whole record in the formats of others. */
	readonly exports: readonly ExportedFile[];
	/** What networks show where an address is shared. */
	readonly pictures: readonly Drawing[];
	/** Names of the address's own fields. */
	readonly parameters: readonly string[];
}
/** Plot of a window of 1200 px: less its margins and the names of the lanes. */
const PLOT = 1200 - 2 * 32 - 134;

/** @param home where a host's page for missing addresses leads */
export function prerender(records: Records, measure: Measure, typeset: Typeset, home: string): Prerendered {
	const timeline = new Timeline(toDataset(records));
	const { whole } = timeline;
	const load = () => Promise.reject(new Error('Nothing is fetched while the page is built.'));
	const verifier = new Verifier(whole.documents.values(), whole.version, load);
	/** Says which document could not be made. */
	const named = <T>(what: string, make: () => T): T => {
		try {
			return make();
		} catch (cause) {
			throw new Error(`${what}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
		}
	};
	/** Rendered whole or not at all: what throws ends the build. */
	const html = <P extends object>(part: Component<P>, site: Site, props: P) =>
		render(Part, {
			props: { timeline, verifier, site, part: part as Component, props: props as Record<string, unknown> },
		}).body;
	const head = (title: string, description: string) => render(Head, { props: { title, description } }).head;
	/** @param view what it shows of the case, for the head of every page of paper */
	const page = <P extends object>(
		path: string,
		part: Component<P & { running: Running }>,
		props: P,
		title: string,
		about: string,
		view = '',
	): Page => {
		const root = '../'.repeat(path.split('/').length - 1) || './';
		const site = siteFrom(root, path === 'dossier.html' ? 'whole' : undefined);
		const running = runningWords(whole, view);
		const body = named(path, () => html(part, site, { ...props, running }));
		return { path, root, head: head(title, about), body, running };
	};
	const { title, deck, footer } = whole.case;
	const live = siteFrom('./', 'live');
	const livePart = (place: string, { part, props }: PagePart) => named(place, () => html(part, live, props as never));
	const sharePicture = (event: TimelineEvent | null): Drawing => {
		const path = sharePicturePath(event?.id);
		const picture = sharePictureOf(whole, event, typeset);
		return { path, svg: named(path, () => html(SharePicture, live, { picture })) };
	};
	const exports = exportsOf(whole, '');
	const chart = chartOf(timeline, measure);
	chart.prepare(PLOT, roomIn(900));
	return {
		parameters: [...PARAMETERS.keys()],
		index: {
			head: head(title, deck),
			...Object.fromEntries(Object.entries(PARTS).map(([id, part]) => [id, livePart(id, part)])),
			chapters: Object.entries(chapterParts(whole))
				.map(([id, part]) => `<div id="${id}">${livePart(id, part)}</div>`)
				.join(''),
			column: named('column', () => html(Column, live, {})),
			picture: html(StaticChart, live, { chart, measure }),
			footer: html(Footer, live, { words: footer }),
		},
		exports,
		pictures: [null, ...whole.events].map(sharePicture),
		notFound: page('404.html', NotFound, { title, home }, `Not found: ${title}`, 'There is no page at this address.'),
		licences: (packages) =>
			page(
				'licences.html',
				Licences,
				{ packages },
				`Software and typefaces: ${title}`,
				'Licences of what others have made and this site sends along.',
			),
		pages: [
			...whole.events.map((event) =>
				page(
					`events/${event.id}/index.html`,
					EventPage,
					{ event },
					`${event.title} – ${title}`,
					summaryText(event),
					`event ${event.rank + 1} of ${whole.events.length}`,
				),
			),
			...[...whole.documents.values()].map((document) =>
				page(
					`documents/${document.source.id}/index.html`,
					DocumentPage,
					{ document },
					`${document.source.title} – ${title}`,
					`A document quoted in “${title}”, with its passages and notes.`,
					'a quoted document',
				),
			),
			page(
				'dossier.html',
				Dossier,
				{ typeset },
				`Dossier: ${title}`,
				`Everything of “${title}” on one page.`,
				`dossier, ${many(whole.events.length, 'event')}, ${many(whole.source.size, 'source')}`,
			),
			page(
				'data/index.html',
				DataPage,
				{ files: exports },
				`Data: ${title}`,
				`All of “${title}” in the formats of others.`,
				'its data',
			),
			page('sources.html', SourcesMoved, {}, `Sources: ${title}`, `The sources of “${title}” are in its dossier.`),
		],
	};
}
