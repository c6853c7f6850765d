/** Repairs links that chat and mail programs have damaged. */

/** Hyphens, dashes and minus signs that word processors put in place of "-". */
const HYPHENS = /[\u2010-\u2015\u2212\uff0d]/g;
/** Soft hyphens and zero-width characters. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;
/** Punctuation that a sentence, a Markdown link, quotation marks or brackets put around a link. */
const AROUND = /^[\s"'<([{\u2018-\u201e\u00ab\u00bb*_]+|[\s.,;:!?"'>)\]}\u2018-\u201e\u00ab\u00bb\u2026*_]+$/g;

/** The rest of an ampersand that was escaped for HTML. */
const AMPERSAND = /^(amp;|#38;)+/;

/** What a value that was not understood may have been. Safe: no id, day or keyword of ours has such characters. */
export const undamaged = (value: string) =>
	value.replace(UNSEEN, '').replace(HYPHENS, '-').replace(AROUND, '').toLowerCase();

/** The parameters of a query string, with damaged names repaired: "&amp;agency=", "?E=", "?e%3D". */
export function parametersOf(search: string): URLSearchParams {
	let text = search.replace(/^\?/, '');
	// Without "=" but with "%3D" the string was escaped as a whole.
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
