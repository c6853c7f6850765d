/**
 * Tags for the preview that social networks show of a shared link.
 * The Open Graph protocol, https://ogp.me; X, "Cards Markup Tag Reference".
 */
import type { Meta } from './highwire.ts';

export interface Shared {
	readonly title: string;
	readonly description: string;
	readonly type: 'website' | 'article';
	/** Name of the whole site. */
	readonly site: string;
	/** Absolute; '' where the site's address is not known: then no picture is given either, as it needs one too. */
	readonly address: string;
	/** 1200 × 630 pixels. */
	readonly picture: { readonly address: string; readonly words: string };
}

/** Tags to be written with the attribute `property` instead of `name`. */
export const openGraph = ({ title, description, type, site, address, picture }: Shared): readonly Meta[] => [
	{ name: 'og:type', content: type },
	{ name: 'og:site_name', content: site },
	{ name: 'og:title', content: title },
	{ name: 'og:description', content: description },
	...(address
		? [
				{ name: 'og:url', content: address },
				{ name: 'og:image', content: picture.address },
				{ name: 'og:image:width', content: '1200' },
				{ name: 'og:image:height', content: '630' },
				{ name: 'og:image:alt', content: picture.words },
			]
		: []),
];

/** @returns the tag for the size of the card that X shows with a link */
export const cardOf = ({ address }: Pick<Shared, 'address'>): Meta => ({
	name: 'twitter:card',
	content: address ? 'summary_large_image' : 'summary',
});
