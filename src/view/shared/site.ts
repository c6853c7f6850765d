/** Addresses relative to the current document. They end in a file name, so that they also work from disk. */
import { createContext } from 'svelte';
import type { Quote } from '../../domain/model/dataset.ts';

/** Language of the pages and, so far, of every quoted document. Another `lang` means that a browser translates. */
export const LANGUAGE = 'en';

export interface Site {
	readonly home: string;
	readonly dossier: string;
	readonly event: (id: string) => string;
	/** The page of an event. */
	readonly page: (id: string) => string;
	readonly document: (source: string) => string;
	/** A held text, at one of its passages. */
	readonly passage: (quote: Pick<Quote, 'id' | 'source'>) => string;
	/** A note to a held text. */
	readonly note: (source: string, number: number) => string;
	/** A source in the list of sources. */
	readonly source: (id: string) => string;
	/** A person in the list of people. */
	readonly person: (id: string) => string;
	readonly dispute: (id: string) => string;
	/** Any other file of the site. */
	readonly file: (path: string) => string;
	/** Level of headings inside an event: h2 on its own page, where its title is the h1. */
	readonly heading: 'h2' | 'h4';
	/** Whether the document has a script, and so can offer what needs one. */
	readonly isLive: boolean;
	/** Whether the document is the dossier, which has everything once, so that other places link to it. */
	readonly isWhole: boolean;
}

/** @param root relative path to the top of the site: "./" or "../../" */
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
