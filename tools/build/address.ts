/** SITE=https://host/path/: the address at which the site is published, if known. */

/** An address that cannot be that of a site. The message is printed without a stack trace. */
export class RefusedAddress extends Error {
	constructor(given: string, reason: string) {
		super(
			`SITE=${given} is refused: ${reason}. Nothing was written. Give the whole address of the site's top, as in SITE=https://example.org/timeline/, or none.`,
		);
		this.name = 'RefusedAddress';
		this.stack = this.message;
	}
}

/**
 * @param given value of SITE; undefined or '' mean that the address is not known
 * @returns the address as browsers write it (WHATWG URL, "URL serializing"), ending in "/"; '' where it is not known
 * @throws {RefusedAddress} where it is not the absolute address of a folder
 */
export function siteAddress(given = ''): string {
	if (!given) return '';
	if (!URL.canParse(given)) throw new RefusedAddress(given, 'it is not an absolute address');
	const { protocol, username, password, search, hash, pathname, href } = new URL(given);
	if (protocol !== 'https:' && protocol !== 'http:') throw new RefusedAddress(given, 'it is not http or https');
	if (username || password) throw new RefusedAddress(given, 'it has the name of a user in it');
	if (search || hash || /[?#]/.test(given)) throw new RefusedAddress(given, 'it has a “?” or a “#” in it');
	if (!pathname.endsWith('/') || !given.endsWith('/')) throw new RefusedAddress(given, 'it does not end in “/”');
	return href;
}
