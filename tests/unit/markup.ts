/** Parses markup with fast-xml-parser, and reduces texts to what XML can hold. */
import { XMLParser, type X2jOptions } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { expect } from 'vitest';

/** Exact texts: nothing is trimmed or converted to a number. */
export const markupParser = (options: X2jOptions) =>
	new XMLParser({
		...{ ignoreAttributes: false, attributeNamePrefix: '@', trimValues: false, parseTagValue: false },
		htmlEntities: true,
		processEntities: { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity },
		...options,
	});

/** The parser alone accepts broken markup. @throws with the error and its place */
export const expectWellFormed = (xml: string) => expect(SyntaxValidator.validate(xml)).toBe(true);

/** XML has no other control characters, and normalizes line breaks. */
export const asXml = (text: string): string =>
	text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, '');
