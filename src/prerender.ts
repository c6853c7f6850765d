/**
 * The build's entry: renders every document of the site to HTML. Hydrated parts and documents without a script use the
 * same components.
 */
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { wayToTop } from './domain/exchange/document-address.ts';
import {
	archiveOf,
	recordFiles,
	recordIndex,
	recordReadme,
	type FileEntry,
	type ListedFile,
	type RecordFile,
	type RecordIndex,
} from './domain/exchange/record-files.ts';
import { RECORD_PAGE } from './domain/exchange/record-paths.ts';
import { lastChange, lastChangeOf } from './domain/model/changes.ts';
import { toDataset, type Document, type TimelineEvent } from './domain/model/dataset.ts';
import type { Records } from './domain/model/records.ts';
import { machineDate, type When } from './domain/model/when.ts';
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
import { headsOf, type HeadProps } from './view/documents/heads.ts';
import Licences from './view/documents/Licences.svelte';
import NotFound from './view/documents/NotFound.svelte';
import type { Package } from './view/documents/package.ts';
import SourcesMoved from './view/documents/SourcesMoved.svelte';
import Footer from './view/page/Footer.svelte';
import Part from './view/Part.svelte';
import { eventOf, runningWords, type Running } from './view/paper/running.ts';
import { sharePictureOf, sharePicturePath } from './view/picture/share-picture.ts';
import SharePicture from './view/picture/SharePicture.svelte';
import type { Typeset } from './view/picture/typeset.ts';
import { chapterParts, PARTS, type PagePart } from './view/parts.ts';
import { many } from './view/shared/many.ts';
import { siteFrom, type Site } from './view/shared/site.ts';

/** Width of a text in pixels, in one of the fonts of the chart. */
export type Measure = (text: string, font: Font) => number;
/** A picture as SVG, and the path of its PNG from the top of the site. */
export interface Drawing {
	readonly path: string;
	readonly svg: string;
}
/** A document that needs no script. */
export interface Page {
	/** Path from the top of the site. */
	readonly path: string;
	/** Relative path from the document to the top: "./" or "../../". */
	readonly root: string;
	readonly head: string;
	readonly body: string;
	/** Words in the margins of its printed pages. */
	readonly running: Running;
}
export interface Listed {
	/** Path from the top of the site. */
	readonly path: string;
	/** When its content was last changed, if known: ISO 8601, "2020-10-20" or coarser. */
	readonly changed: string | undefined;
}
export interface RecordData {
	readonly files: readonly RecordFile[];
	/** The archive of all files. */
	readonly archive: FileEntry;
	/** The README in the archive. */
	readonly readme: string;
	/** The lists of files for programs and for people; functions, since sizes and checksums are known only at the end. */
	readonly index: (list: readonly ListedFile[]) => RecordIndex;
	readonly page: (list: readonly ListedFile[]) => Page;
}
export interface Prerendered {
	/** Placeholder in index.html → its HTML. */
	readonly index: Readonly<Record<string, string>>;
	readonly pages: readonly Page[];
	readonly notFound: Page;
	/** The whole record as files. */
	readonly data: RecordData;
	/** The documents for the sitemap. */
	readonly listed: readonly Listed[];
	/** The page of third-party licences; a function, since these are known only after bundling. */
	readonly licences: (packages: readonly Package[]) => Page;
	/** The preview pictures for shared links. */
	readonly pictures: readonly Drawing[];
	/** Names of our URL parameters. */
	readonly parameters: readonly string[];
}
const DOSSIER = 'dossier.html';
const SOURCES = 'sources.html';
const LICENCES = 'licences.html';
const TERMS = 'Licences of the third-party software and typefaces in this site.';
const ofEvent = ({ id }: TimelineEvent) => `events/${id}/index.html`;
const ofDocument = ({ source }: Document) => `documents/${source.id}/index.html`;
const isoDay = (when: When | null) => (when ? machineDate(when) : undefined);

/** Width of the plot in a window of 1200 px, which also has margins and the names of lanes. */
const PLOT = 1200 - 2 * 32 - 134;

/**
 * @param home where the "not found" page leads
 * @param address address of the top of the site, ending in "/"; '' where it is not known
 */
export function prerender(
	records: Records,
	measure: Measure,
	typeset: Typeset,
	home: string,
	address = '',
): Prerendered {
	const timeline = new Timeline(toDataset(records));
	const { whole } = timeline;
	const load = () => Promise.reject(new Error('Nothing is fetched while the page is built.'));
	const verifier = new Verifier(whole.documents.values(), whole.version, load);
	/** Adds to an error which document could not be rendered. */
	const named = <T>(what: string, make: () => T): T => {
		try {
			return make();
		} catch (cause) {
			throw new Error(`${what}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
		}
	};
	/** Renders a component; an error ends the build. */
	const html = <P extends object>(part: Component<P>, site: Site, props: P) =>
		render(Part, {
			props: { timeline, verifier, site, part: part as Component, props: props as Record<string, unknown> },
		}).body;
	const heads = headsOf(whole, address);
	const [files, archive] = [named('the files of data/', () => recordFiles(whole, address)), archiveOf(whole)];
	const head = (props: HeadProps) => render(Head, { props }).head;
	/** @param view the part of the case that it shows, for the running heads in print */
	const page = <P extends object>(
		path: string,
		part: Component<P & { running: Running }>,
		props: P,
		about: HeadProps,
		view = '',
	): Page => {
		const root = wayToTop(path);
		const site = siteFrom(root, path === DOSSIER ? 'whole' : undefined);
		const running = runningWords(whole, view);
		const body = named(path, () => html(part, site, { ...props, running }));
		return { path, root, head: head(about), body, running };
	};
	const { title, footer } = whole.case;
	const live = siteFrom('./', 'live');
	const livePart = (id: string, { part, props }: PagePart) => named(id, () => html(part, live, props as never));
	const sharePicture = (event: TimelineEvent | null): Drawing => {
		const path = sharePicturePath(event?.id);
		const picture = sharePictureOf(whole, event, typeset);
		return { path, svg: named(path, () => html(SharePicture, live, { picture })) };
	};
	const chart = chartOf(timeline, measure);
	chart.prepare(PLOT, roomIn(900));
	return {
		parameters: [...PARAMETERS.keys()],
		index: {
			head: head(heads.case([...files.filter(({ id }) => id !== 'atom'), archive])),
			...Object.fromEntries(Object.entries(PARTS).map(([id, part]) => [id, livePart(id, part)])),
			chapters: Object.entries(chapterParts(whole))
				.map(([id, part]) => `<div id="${id}">${livePart(id, part)}</div>`)
				.join(''),
			column: named('column', () => html(Column, live, {})),
			picture: html(StaticChart, live, { chart, measure }),
			footer: html(Footer, live, { words: footer }),
		},
		pictures: [null, ...whole.events].map(sharePicture),
		notFound: page(
			'404.html',
			NotFound,
			{ title, home },
			heads.missing('Not found', 'There is no page at this address.'),
		),
		licences: (packages) =>
			page(LICENCES, Licences, { packages }, heads.other(LICENCES, 'Software and typefaces', TERMS)),
		data: {
			...{ files, archive, readme: recordReadme(whole, files, address), index: (list) => recordIndex(whole, list) },
			page: (list) =>
				page(RECORD_PAGE, DataPage, { files: list, address }, heads.data(RECORD_PAGE, list), 'its files of data'),
		},
		pages: [
			...whole.events.map((event) => {
				const path = ofEvent(event);
				const view = eventOf(event.rank + 1, whole.events.length);
				return page(path, EventPage, { event }, heads.event(event, path), view);
			}),
			...[...whole.documents.values()].map((document) => {
				const path = ofDocument(document);
				return page(path, DocumentPage, { document }, heads.document(document, path), 'a quoted document');
			}),
			page(
				DOSSIER,
				Dossier,
				{ typeset },
				heads.dossier(DOSSIER),
				`dossier, ${many(whole.events.length, 'event')}, ${many(whole.source.size, 'source')}`,
			),
			page(
				SOURCES,
				SourcesMoved,
				{},
				heads.other(SOURCES, 'Sources', `The sources of “${title}” are in its dossier.`, DOSSIER),
			),
		],
		listed: [
			...['index.html', DOSSIER, RECORD_PAGE, ...[...whole.documents.values()].map(ofDocument), LICENCES].map(
				(path) => ({
					path,
					changed: isoDay(lastChange(whole.changes)),
				}),
			),
			...whole.events.map((event) => ({
				path: ofEvent(event),
				changed: isoDay(lastChangeOf(event, whole.changes)),
			})),
		],
	};
}
