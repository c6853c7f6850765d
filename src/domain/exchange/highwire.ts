/**
 * A work as `citation_*` meta tags, which reference managers and scholarly indexes read.
 * Google Scholar, "Inclusion Guidelines for Webmasters", section "Indexing"; Zotero, "Exposing your metadata".
 */
import { machineDate, type When } from '../model/when.ts';

/** A `meta` tag of a document's head. */
export interface Meta {
	readonly name: string;
	readonly content: string;
}
export interface CitedWork {
	readonly title: string;
	/** As the source names its author; never guessed. */
	readonly author?: string | undefined;
	readonly publisher?: string | undefined;
	/** Title of the work that it is part of. */
	readonly within?: string | undefined;
	/** When the work itself was published. */
	readonly published?: When | undefined;
	/** When this page last changed. */
	readonly changed?: When | null | undefined;
	/** Absolute; '' where the site's address is not known: a relative one would lead nowhere from a bibliography. */
	readonly address: string;
	/** Language of the page, as in BCP 47: "en". */
	readonly language: string;
}

/** "2020/10/20", "2020/10" or "2020"; nothing where the date has no such form. */
const slashed = (when: When | null | undefined) => when && machineDate(when)?.replaceAll('-', '/');

export const highwireTags = (work: CitedWork): readonly Meta[] =>
	[
		['title', work.title] as const,
		['author', work.author] as const,
		['publisher', work.publisher] as const,
		['inbook_title', work.within] as const,
		['publication_date', slashed(work.published)] as const,
		['online_date', slashed(work.changed)] as const,
		['public_url', work.address] as const,
		['language', work.language] as const,
	].flatMap(([field, content]) => (content ? [{ name: `citation_${field}`, content }] : []));
