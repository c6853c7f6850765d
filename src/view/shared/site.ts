/** Where everything is, seen from the document that is shown. Addresses end in a file, so that they work from disk. */
import { createContext } from 'svelte';
import type { Quote } from '../../domain/model/dataset.ts';

/** Of the pages, and so far of every document that is quoted: a page that a browser translates says another. */
export const LANGUAGE = 'en';

export interface Site {
	readonly home: string;
	readonly dossier: string;
	readonly event: (id: string) => string;
	/** An event's own page. */
	readonly page: (id: string) => string;
	readonly document: (source: string) => string;
	/** A held text, at one of its passages. */
	readonly passage: (quote: Pick<Quote, 'id' | 'source'>) => string;
	/** A note to a held text. */
	readonly note: (source: string, number: number) => string;
	/** A source in the list of all. */
	readonly source: (id: string) => string;
	/** Somebody in the list of all. */
	readonly person: (id: string) => string;
	readonly dispute: (id: string) => string;
	/** Any other file of the site. */
	readonly file: (path: string) => string;
	/** What follows the title of an event: on its own page that is the page's title. */
	readonly heading: 'h2' | 'h4';
	/** A script runs here, so what needs one is offered. */
	readonly isLive: boolean;
	/** Everything is on this page, so each thing is said once and led to. */
	readonly isWhole: boolean;
}

/** @param root the way to the top of the site: "./" or "../../" */
export function siteFrom(root: string, is?: 'live' | 'whole'): Site {
	const dossier = `${root}dossier.html`;
	const document = (source: string) => `${root}documents/${source}/index.html`;
	const page = (id: string) => `${root}events/${id}/index.html`;
	const inDossier = is === 'whole' ? '' : dossier;
	return {
		home: `${root}index.html`,
		dossier,
		event: (id) => (is === 'whole' ? `#event-${id}` : page(id)),
		page,
		document,
		passage: ({ id, source }) => (is === 'whole' ? `#passage-${id}` : `${document(source)}#${id}`),
		note: (source, number) => (is === 'whole' ? `#${source}-note-${number}` : `${document(source)}#note-${number}`),
		source: (id) => `${inDossier}#source-${id}`,
		person: (id) => `${inDossier}#person-${id}`,
		dispute: (id) => `${inDossier}#dispute-${id}`,
		file: (path) => root + path,
		heading: is ? 'h4' : 'h2',
		isLive: is === 'live',
		isWhole: is === 'whole',
	};
}

export const [getSite, setSite] = createContext<Site>();
