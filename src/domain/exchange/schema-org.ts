/**
 * What the pages are about, as JSON-LD 1.1 in the vocabulary of https://schema.org. An allegation is a Claim by those
 * who make it, never an Event. Dates are only as precise as is known. Authors are named only where the source names
 * them. People charged are not named here: a machine would keep the name and lose the status.
 */
import { whose } from '../model/cite.ts';
import { lastChange, lastChangeOf } from '../model/changes.ts';
import type { Dataset, Document, Quote, TimelineEvent } from '../model/dataset.ts';
import type { Source, SourceType } from '../model/records.ts';
import { summaryText } from '../model/sentences.ts';
import { machineDate, readWhen, type When } from '../model/when.ts';
import { documentAddress } from './document-address.ts';
import { isoDates, isoInterval } from './iso-dates.ts';
import { licenceIn } from './licence.ts';
import type { FileEntry, ListedFile } from './record-files.ts';
import { markedTitle } from './words.ts';

/** A node of JSON-LD; undefined properties are left out. */
export interface JsonLdNode {
	readonly [term: string]: unknown;
}
/** A file that holds the whole record, with size and checksum where they are known. */
export type DataFile = Pick<FileEntry, 'path' | 'name' | 'type'> & Partial<Pick<ListedFile, 'bytes' | 'sha256'>>;
/** What a page's structured data needs to know of the site. */
export interface PageInfo {
	/** Address of the top of the site, or the relative path there. */
	readonly top: string;
	/** Language of the pages, as in BCP 47. */
	readonly language: string;
}

/** Source type → schema.org type; the other types have no equivalent there. */
const TYPES: Partial<Record<SourceType, string>> = {
	news: 'NewsArticle',
	report: 'Report',
	assessment: 'Report',
	post: 'SocialMediaPosting',
};
const CONTEXT = 'https://schema.org';

const dateOf = (when: When | null) => (when ? machineDate(when) : undefined);
const organisation = (name: string, alternateName?: string): JsonLdNode => ({
	'@type': 'Organization',
	name,
	alternateName,
});
const recordId = (top: string) => `${documentAddress(top, 'index.html')}#record`;
const sourceId = (top: string, { id }: Pick<Source, 'id'>) => `${documentAddress(top, 'dossier.html')}#source-${id}`;
const documentPath = (source: string) => `documents/${source}/index.html`;

/** Authors stay plain text as the source has it: one text may name several, so it is not made a Person. */
const sourceNode = (source: Source, top: string): JsonLdNode => ({
	'@type': TYPES[source.type] ?? 'CreativeWork',
	'@id': sourceId(top, source),
	name: source.title,
	author: source.author,
	publisher: organisation(source.publisher),
	datePublished: source.published ? dateOf(readWhen(source.published)) : undefined,
	url: source.url ?? source.officialUrl,
	archivedAt: source.archiveUrl,
	isBasedOn: source.origin
		? { '@id': sourceId(top, { id: source.origin }) }
		: source.copyOf
			? { '@type': 'CreativeWork', publisher: organisation(source.copyOf) }
			: undefined,
	description: source.caution,
});

const quotationNode = (quote: Quote, source: Source, top: string): JsonLdNode => ({
	'@type': 'Quotation',
	'@id': `${documentAddress(top, documentPath(quote.source))}#${quote.id}`,
	text: quote.exact,
	creator: quote.speaker ?? organisation(whose(quote, source)),
	isBasedOn: { '@id': sourceId(top, source) },
});

const pageNode = (
	path: string,
	name: string,
	changed: When | null,
	{ top, language }: PageInfo,
	whole: Dataset,
): JsonLdNode => ({
	'@type': 'WebPage',
	'@id': documentAddress(top, path),
	url: documentAddress(top, path),
	name,
	inLanguage: language,
	dateModified: dateOf(changed),
	version: whole.version,
	isPartOf: { '@type': 'CreativeWork', '@id': recordId(top), name: whole.case.title },
});

/** An Event, or, for an allegation, a Claim by the agency that the status names. */
function matterOf(event: TimelineEvent, id: string, whole: Dataset, top: string): JsonLdNode {
	const { agency, vocabulary } = whole;
	const { kind, by, since } = event.currentStatus;
	const status = vocabulary.statuses.get(kind)!;
	const said = agency.get(by)!;
	const description = `${status.name} by ${said.name}: ${status.meaning}.`;
	const keywords = vocabulary.kinds.get(event.kind)!.name;
	const sources = event.sources.map((source) => ({ '@id': sourceId(top, source) }));
	if (status.alleged)
		return {
			...{ '@type': 'Claim', '@id': id, name: markedTitle(event, whole), text: summaryText(event), keywords },
			description: `${description} ${whole.case.footer}`,
			author: organisation(said.name, said.short),
			datePublished: dateOf(readWhen(since)),
			temporalCoverage: isoInterval(event.when),
			appearance: sources,
		};
	return {
		...{ '@type': 'Event', '@id': id, name: event.title, keywords },
		description: `${description} ${summaryText(event)}`,
		...isoDates(event.when, event.coverage),
		organizer: event.agencies.map((of) => organisation(agency.get(of)!.name, agency.get(of)!.short)),
		subjectOf: sources,
	};
}

const graph = (...nodes: readonly JsonLdNode[]): JsonLdNode => ({ '@context': CONTEXT, '@graph': nodes });

export function eventGraph(event: TimelineEvent, path: string, whole: Dataset, page: PageInfo): JsonLdNode {
	const { top } = page;
	const id = `${documentAddress(top, path)}#event`;
	const quotations = event.quotes.map((quote) => quotationNode(quote, whole.source.get(quote.source)!, top));
	return graph(
		{
			...pageNode(path, markedTitle(event, whole), lastChangeOf(event, whole.changes), page, whole),
			mainEntity: { '@id': id },
			hasPart: quotations.map((quotation) => ({ '@id': quotation['@id'] })),
		},
		matterOf(event, id, whole, top),
		...quotations,
		...event.sources.map((source) => sourceNode(source, top)),
	);
}

/** A held text: the work as its publisher published it, and the copy held here. */
export function documentGraph({ source, quotes }: Document, whole: Dataset, page: PageInfo): JsonLdNode {
	const { top } = page;
	const path = documentPath(source.id);
	return graph(
		{
			...pageNode(path, source.title, lastChange(whole.changes), page, whole),
			mainEntity: { '@id': sourceId(top, source) },
			hasPart: quotes.map(({ of }) => quotationNode(of, source, top)),
		},
		{
			...sourceNode(source, top),
			encoding: {
				...{ '@type': 'MediaObject', contentUrl: documentAddress(top, source.file!) },
				...{ encodingFormat: 'text/plain', sha256: source.sha256 },
			},
		},
	);
}

/** The dossier: the whole record on one page, with all sources that it cites. */
export const dossierGraph = (whole: Dataset, page: PageInfo): JsonLdNode =>
	graph({
		...pageNode('dossier.html', whole.case.title, lastChange(whole.changes), page, whole),
		citation: [...whole.source.values()].map((source) => sourceNode(source, page.top)),
	});

const licenceOf = ({ vocabulary: { about } }: Pick<Dataset, 'vocabulary'>) =>
	licenceIn(about.licence)?.address ?? { '@type': 'CreativeWork', text: about.licence };

/** The record as a Dataset. Only the dossier lists its sources: they would double the size of other pages. */
export const datasetGraph = (whole: Dataset, files: readonly DataFile[], { top, language }: PageInfo): JsonLdNode => ({
	'@context': CONTEXT,
	'@type': 'Dataset',
	'@id': recordId(top),
	url: documentAddress(top, 'index.html'),
	name: whole.case.title,
	description: whole.case.deck,
	inLanguage: language,
	version: whole.version,
	dateModified: dateOf(lastChange(whole.changes)),
	temporalCoverage: isoInterval(whole.extent),
	isAccessibleForFree: true,
	license: licenceOf(whole),
	citation: { '@type': 'CreativeWork', '@id': `${documentAddress(top, 'dossier.html')}#sources`, name: 'Sources' },
	distribution: files.map(({ path, name, type, bytes, sha256 }) => ({
		...{ '@type': 'DataDownload', name, contentUrl: documentAddress(top, path), encodingFormat: type.split(';')[0] },
		...{ contentSize: bytes === undefined ? undefined : `${bytes} B`, sha256 },
	})),
});

/** The node as the content of a `script` element, with the characters escaped that could end it. */
export const scriptText = (node: JsonLdNode): string =>
	JSON.stringify(node).replace(/[<>&]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
