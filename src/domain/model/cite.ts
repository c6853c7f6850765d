/** How a source is named in words: by standing and by date. */
import { textFragment } from '../evidence/text-fragment.ts';
import type { QuoteRecord, Source } from './records.ts';
import { STANDINGS } from './vocabulary.ts';
import { formatWhen, readWhen, whenWords } from './when.ts';

/** "18 November 2021"; "undated, held since 18–30 November 2021"; "undated". */
export function sourceDate({ published, heldSince }: Source): string {
	if (published) return whenWords(readWhen(published)).date;
	return heldSince ? `undated, held since ${formatWhen(readWhen(heldSince), 'throughout')}` : 'undated';
}

/** "issuer’s own page", "copy of a text of the council", "press, text of The Harbour News". */
export function standingWords({ standing, copyOf }: Source): string {
	if (!copyOf) return STANDINGS[standing];
	return `${STANDINGS[standing]}${standing === 'copy' ? ' of a text' : ', text'} of ${copyOf}`;
}

const LONGEST_TAG = 60;
/** A caution in few words, its own first ones where they are few: "A machine-made copy: read with care". */
export function cautionTag(caution: string): string {
	const [first] = caution.split(/[:;.](?:\s|$)/, 1) as [string];
	return first.length > LONGEST_TAG ? 'Read with care' : `${first}: read with care`;
}

/** Where a source can be looked up, each address labelled: the live one by its standing. */
export function addresses(source: Source): readonly { readonly href: string; readonly text: string }[] {
	const { url, officialUrl, archiveUrl } = source;
	const address = url ?? officialUrl;
	return [
		...(url ? [{ href: url, text: `live: ${standingWords(source)}` }] : []),
		...(officialUrl ? [{ href: officialUrl, text: 'official location, not opened by us' }] : []),
		...(archiveUrl ? [{ href: archiveUrl, text: 'archived copy' }] : []),
		...(address && !archiveUrl
			? [{ href: `https://web.archive.org/web/*/${address}`, text: 'look in the Wayback Machine' }]
			: []),
	];
}

/** What words are that we do not hold: they are shown, copied and exported with it. */
export const NOT_HELD = 'look it up there: not held here';

/** Where words that we do not hold can be looked up, at the words themselves. */
export const lookUp = ({ url, officialUrl, archiveUrl }: Source, words: string): string =>
	textFragment(url ?? archiveUrl ?? officialUrl ?? '', words);

/** Whose words a quote has: the speaker's, else those of the text itself. */
export const whose = ({ speaker }: Pick<QuoteRecord, 'speaker'>, { copyOf, publisher }: Source): string =>
	speaker ?? copyOf ?? publisher;

/**
 * What is said of a source beside its publisher.
 * @param origin publisher of what it derives from: why it does not count as support of its own
 */
export function citedWords(source: Source, origin: string | undefined): string {
	const standing = source.standing === 'press' && !source.copyOf ? '' : ` · ${standingWords(source)}`;
	const label = origin && !source.copyOf ? `${standing} · derives from ${origin}` : standing;
	return `${sourceDate(source)}${label}${source.caution ? `. ${source.caution}` : ''}`;
}
