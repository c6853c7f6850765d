/** Escaping of text for markup. */

/** Characters that XML 1.0 §2.2 does not allow, such as unpaired surrogates. */
const INVALID = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu;
const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** For text of elements and for attribute values, in XML and HTML. */
export const escapeMarkup = (text: string): string =>
	text.replace(INVALID, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
