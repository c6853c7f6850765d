/** Texts as parts of markup. */

/** Characters that XML 1.0 §2.2 does not allow, halves of a pair among them. */
const INVALID = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu;
const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** For the text of an element or an attribute, of XML and of HTML. */
export const escapeMarkup = (text: string): string =>
	text.replace(INVALID, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
