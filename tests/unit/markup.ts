/** What fast-xml-parser reads of markup, and what of a text XML can hold. */
import { XMLParser, XMLValidator, type X2jOptions } from 'fast-xml-parser';

/** Texts as they are: nothing is trimmed, or taken for a number. */
export const markupParser = (options: X2jOptions) =>
	new XMLParser({
		...{ ignoreAttributes: false, attributeNamePrefix: '@', trimValues: false, parseTagValue: false },
		htmlEntities: true,
		processEntities: { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity },
		...options,
	});

// The parser alone takes markup that is broken, and what replaces its validator is another package.
// eslint-disable-next-line @typescript-eslint/no-deprecated
export const isWellFormed = (xml: string): boolean => XMLValidator.validate(xml) === true;

/** XML has no other control characters, and takes one line break for another. */
export const asXml = (text: string): string =>
	text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, '');
