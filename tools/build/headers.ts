/**
 * HTTP headers for hosts that read a file named _headers. None is needed to read the page; docs/hosting.md says what is
 * lost without. No header is given twice for one address, as hosts would join the values.
 */
const EVERYWHERE = {
	// A policy in a `meta` element cannot have frame-ancestors.
	'Content-Security-Policy': "frame-ancestors 'self'",
	'X-Content-Type-Options': 'nosniff',
	// For the reader's privacy.
	'Referrer-Policy': 'same-origin',
};
const RULES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'/*': EVERYWHERE,
	// File names contain a hash of the content.
	'/assets/*': { 'Cache-Control': 'public, max-age=31536000, immutable' },
	// Tools on other sites, such as TimelineJS, read these files.
	'/data/*': { 'Access-Control-Allow-Origin': '*' },
	'/data/corrections.atom': { 'Content-Type': 'application/atom+xml;charset=utf-8' },
	'/seeds/*': { 'Content-Type': 'text/plain; charset=utf-8' },
};

export const headers = (): string =>
	Object.entries(RULES)
		.map(([path, rule]) => [path, ...Object.entries(rule).map(([name, value]) => `  ${name}: ${value}`)].join('\n'))
		.join('\n\n') + '\n';
