/** How a source is described in words, by its standing and date, and where it can be looked up. */
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
/** A short caution: the first words of the caution where they are few enough: "A machine-made copy: read with care". */
export function cautionTag(caution: string): string {
	const [first] = caution.split(/[:;.](?:\s|$)/, 1) as [string];
	return first.length > LONGEST_TAG ? 'Read with care' : `${first}: read with care`;
}

/** Addresses at which a source can be looked up, each with a label; the live one's label is its standing. */
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

/** Remark on words cited from a source that is not held here, wherever they are shown, copied or exported. */
export const NOT_HELD = 'look it up there: not held here';

/** Address that leads to cited words in a source that is not held here. */
export const lookUp = ({ url, officialUrl, archiveUrl }: Source, words: string): string =>
	textFragment(url ?? archiveUrl ?? officialUrl ?? '', words);

/** Whose words a quote are: the speaker's, else those of the text's originator or publisher. */
export const whose = ({ speaker }: Pick<QuoteRecord, 'speaker'>, { copyOf, publisher }: Source): string =>
	speaker ?? copyOf ?? publisher;

/**
 * What follows the publisher where a source is cited: date, standing and caution.
 * @param origin publisher of the source it derives from, the reason why it does not count as independent support
 */
export function citedWords(source: Source, origin: string | undefined): string {
	const standing = source.standing === 'press' && !source.copyOf ? '' : ` · ${standingWords(source)}`;
	const label = origin && !source.copyOf ? `${standing} · derives from ${origin}` : standing;
	return `${sourceDate(source)}${label}${source.caution ? `. ${source.caution}` : ''}`;
}
