/** What chat and mail programs do to addresses, put right. Pure: from text to text. */

/** Hyphens, dashes and a minus sign, as word processors write them. */
const HYPHENS = /[\u2010-\u2015\u2212\uff0d]/g;
/** Soft hyphens, and what has no width. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;
/** What a sentence puts around an address; a Markdown link, a quotation or a bracket as well. */
const AROUND = /^[\s"'<([{\u2018-\u201e\u00ab\u00bb*_]+|[\s.,;:!?"'>)\]}\u2018-\u201e\u00ab\u00bb\u2026*_]+$/g;

/** What is left of an ampersand that was escaped for HTML. */
const AMPERSAND = /^(amp;|#38;)+/;

/** A value that was not understood, as it may have been meant: ids, days and words of ours have neither. */
export const undamaged = (value: string) =>
	value.replace(UNSEEN, '').replace(HYPHENS, '-').replace(AROUND, '').toLowerCase();

/** The parameters of a query string, their names put right: "&amp;agency=", "?E=", "?e%3D". */
export function parametersOf(search: string): URLSearchParams {
	let text = search.replace(/^\?/, '');
	// Escaped as a whole, its first sign of equality is.
	if (!text.includes('=') && /%3d/i.test(text)) text = decoded(text);
	const params = new URLSearchParams();
	for (const [name, value] of new URLSearchParams(text)) params.append(undamaged(name).replace(AMPERSAND, ''), value);
	return params;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
