/** What search engines are told: which documents there are, and that they may read them. */
import { documentAddress } from '../../src/domain/exchange/document-address.ts';
import type { Listed } from '../../src/prerender.ts';

export const SITEMAP = 'sitemap.xml';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Sitemaps XML format, https://www.sitemaps.org/protocol.html. @param address of the site's top */
export const sitemap = (listed: readonly Listed[], address: string): string => {
	const entries = listed.map(
		({ path, changed }) =>
			`\t<url><loc>${escaped(documentAddress(address, path))}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>\n`,
	);
	return (
		'<?xml version="1.0" encoding="UTF-8"?>\n' +
		`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</urlset>\n`
	);
};

/** RFC 9309. It is read at the top of a host alone. @param address of the site's top; '' where it is not known */
export const robots = (address: string): string =>
	`User-agent: *\nAllow: /\n${address ? `\nSitemap: ${address}${SITEMAP}\n` : ''}`;
