/** Files for search engines: the sitemap, and robots.txt, which allows everything. */
import { documentAddress } from '../../src/domain/exchange/document-address.ts';
import type { Listed } from '../../src/prerender.ts';

export const SITEMAP = 'sitemap.xml';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Sitemaps XML format, https://www.sitemaps.org/protocol.html. @param address address of the top of the site */
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

/** RFC 9309; only read at the top of a host. @param address address of the top of the site; '' where it is not known */
export const robots = (address: string): string =>
	`User-agent: *\nAllow: /\n${address ? `\nSitemap: ${address}${SITEMAP}\n` : ''}`;
