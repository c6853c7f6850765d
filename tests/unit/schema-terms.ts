/**
 * The terms of schema.org that are used, by type, with those that a type has from the types above it, as on its page:
 * https://schema.org/Claim and so on.
 */
const THING = ['name', 'alternateName', 'description', 'url', 'subjectOf'];
const CREATIVE_WORK = [
	...THING,
	...['archivedAt', 'author', 'citation', 'creator', 'dateModified', 'datePublished', 'encoding', 'hasPart'],
	...['inLanguage', 'isAccessibleForFree', 'isBasedOn', 'isPartOf', 'keywords', 'license', 'mainEntity', 'publisher'],
	...['temporalCoverage', 'text', 'version'],
];
const MEDIA_OBJECT = [...CREATIVE_WORK, 'contentSize', 'contentUrl', 'encodingFormat', 'sha256'];

export const TERMS: Readonly<Record<string, readonly string[]>> = {
	Claim: [...CREATIVE_WORK, 'appearance'],
	CreativeWork: CREATIVE_WORK,
	DataDownload: MEDIA_OBJECT,
	Dataset: [...CREATIVE_WORK, 'distribution'],
	Event: [...THING, 'endDate', 'keywords', 'organizer', 'startDate'],
	MediaObject: MEDIA_OBJECT,
	NewsArticle: CREATIVE_WORK,
	Organization: THING,
	Quotation: CREATIVE_WORK,
	Report: CREATIVE_WORK,
	SocialMediaPosting: CREATIVE_WORK,
	WebPage: CREATIVE_WORK,
};
