/** Contents of the documents' heads: title, address and metadata. */
import { documentAddress, wayToTop } from '../../domain/exchange/document-address.ts';
import { highwireTags, type CitedWork, type Meta } from '../../domain/exchange/highwire.ts';
import { cardOf, openGraph } from '../../domain/exchange/open-graph.ts';
import { CORRECTIONS_FEED } from '../../domain/exchange/record-paths.ts';
import {
	datasetGraph,
	documentGraph,
	dossierGraph,
	eventGraph,
	scriptText,
	type DataFile,
	type JsonLdNode,
	type PageInfo,
} from '../../domain/exchange/schema-org.ts';
import { markedTitle } from '../../domain/exchange/words.ts';
import { lastChange, lastChangeOf } from '../../domain/model/changes.ts';
import type { Dataset, Document, TimelineEvent } from '../../domain/model/dataset.ts';
import { summaryText } from '../../domain/model/sentences.ts';
import { readWhen } from '../../domain/model/when.ts';
import { sharePicturePath } from '../picture/share-picture.ts';
import { LANGUAGE } from '../shared/site.ts';

const ATOM = 'application/atom+xml';

interface Link {
	readonly rel: string;
	readonly href: string;
	readonly type?: string;
	readonly title?: string;
}
export interface HeadProps {
	readonly title: string;
	readonly description: string;
	readonly links: readonly Link[];
	/** Tags to be written with the attribute `property` instead of `name`. */
	readonly properties: readonly Meta[];
	readonly metas: readonly Meta[];
	/** JSON-LD, already escaped for a `script` element; '' for none. */
	readonly data: string;
}

interface About {
	readonly title: string;
	readonly description: string;
	/** Title in previews of shared links, without the case's title, which previews show beside it. */
	readonly shared: string;
	/** Path of the canonical document, where another has the same content. */
	readonly instead?: string;
	readonly event?: TimelineEvent;
	readonly citation?: Omit<CitedWork, 'address' | 'language'>;
	readonly data?: (page: PageInfo) => JsonLdNode;
}

/** The status of an allegation, added to its title wherever that stands alone; null for other events. */
const allegation = ({ currentStatus: { kind, by } }: TimelineEvent, { vocabulary, agency }: Dataset) => {
	const { alleged, name } = vocabulary.statuses.get(kind)!;
	return alleged ? { name, by: agency.get(by)!.name } : null;
};

/** @param address address of the top of the site; '' where it is not known */
export function headsOf(whole: Dataset, address: string) {
	const { title: named, deck } = whole.case;
	const headOf = (path: string, about: About): HeadProps => {
		const { title, description, shared, instead = path, event, citation, data } = about;
		const top = address || wayToTop(path);
		const canonical = address && documentAddress(address, instead);
		const picture = { address: documentAddress(address, sharePicturePath(event?.id)), words: event?.title ?? named };
		const type = path === 'index.html' ? ('website' as const) : ('article' as const);
		const network = { title: shared, description, type, site: named, address: canonical, picture };
		const cited = citation ? highwireTags({ ...citation, address: canonical, language: LANGUAGE }) : [];
		return {
			...{ title, description },
			links: [
				// Only if absolute: a relative canonical address would be of no use.
				...(canonical ? [{ rel: 'canonical', href: canonical }] : []),
				{ rel: 'alternate', href: wayToTop(path) + CORRECTIONS_FEED, type: ATOM, title: 'Corrections' },
			],
			properties: openGraph(network),
			metas: [cardOf(network), ...cited],
			data: data ? scriptText(data({ top, language: LANGUAGE })) : '',
		};
	};
	const changed = lastChange(whole.changes);
	return {
		case: (files: readonly DataFile[]): HeadProps =>
			headOf('index.html', {
				...{ title: named, shared: named, description: deck },
				data: (page) => datasetGraph(whole, files, page),
			}),
		data: (path: string, files: readonly DataFile[]): HeadProps =>
			headOf(path, {
				...{ title: `Data: ${named}`, shared: named },
				description: `All of “${named}” as files, for spreadsheets, calendars, reference managers and programs.`,
				citation: { title: named, changed },
				data: (page) => datasetGraph(whole, files, page),
			}),
		event(event: TimelineEvent, path: string): HeadProps {
			const alleged = allegation(event, whole);
			const summary = summaryText(event);
			const marked = markedTitle(event, whole);
			return headOf(path, {
				...{ title: `${marked} – ${named}`, shared: marked, event },
				description: alleged ? `${alleged.name} by ${alleged.by}. ${summary}` : summary,
				citation: {
					title: marked,
					...{ within: named, changed: lastChangeOf(event, whole.changes) },
				},
				data: (page) => eventGraph(event, path, whole, page),
			});
		},
		document(held: Document, path: string): HeadProps {
			const { title, author, publisher, published } = held.source;
			return headOf(path, {
				...{ title: `${title} – ${named}`, shared: title },
				description: `A document quoted in “${named}”, with its passages and notes.`,
				citation: { title, author, publisher, published: published ? readWhen(published) : undefined, changed },
				data: (page) => documentGraph(held, whole, page),
			});
		},
		dossier: (path: string): HeadProps =>
			headOf(path, {
				...{ title: `Dossier: ${named}`, shared: named },
				description: `Everything of “${named}” on one page.`,
				citation: { title: named, changed },
				data: (page) => dossierGraph(whole, page),
			}),
		/** Of a document about no part of the record. @param instead path of the canonical document, if another */
		other: (path: string, title: string, description: string, instead?: string): HeadProps =>
			headOf(path, { title: `${title}: ${named}`, shared: title, description, ...(instead && { instead }) }),
		/** Of the page for addresses that do not exist. */
		missing: (title: string, description: string): HeadProps => ({
			...{ title: `${title}: ${named}`, description },
			...{ links: [], properties: [], metas: [], data: '' },
		}),
	};
}
