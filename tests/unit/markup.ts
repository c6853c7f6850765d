/** What fast-xml-parser reads of markup, and what of a text XML can hold. */
import { XMLParser, type X2jOptions } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { expect } from 'vitest';

/** Texts as they are: nothing is trimmed, or taken for a number. */
export const markupParser = (options: X2jOptions) =>
	new XMLParser({
		...{ ignoreAttributes: false, attributeNamePrefix: '@', trimValues: false, parseTagValue: false },
		htmlEntities: true,
		processEntities: { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity },
		...options,
	});

/** The parser alone takes markup that is broken. @throws with what is wrong and where */
export const expectWellFormed = (xml: string) => expect(SyntaxValidator.validate(xml)).toBe(true);

/** XML has no other control characters, and takes one line break for another. */
export const asXml = (text: string): string =>
	text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, '');
