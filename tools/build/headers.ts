/**
 * What a host that reads a file named _headers sends along: nothing here is needed to read the page, and
 * docs/hosting.md says what is lost without. No header is given twice for one address: hosts would join them.
 */
const EVERYWHERE = {
	// A policy within a page cannot say who may frame it.
	'Content-Security-Policy': "frame-ancestors 'self'",
	'X-Content-Type-Options': 'nosniff',
	// What a reader looks at is nobody's business but hers.
	'Referrer-Policy': 'same-origin',
};
const RULES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'/*': EVERYWHERE,
	// Their names change with what is in them.
	'/assets/*': { 'Cache-Control': 'public, max-age=31536000, immutable' },
	// A tool of another site reads them, as TimelineJS does.
	'/data/*': { 'Access-Control-Allow-Origin': '*' },
	'/data/corrections.atom': { 'Content-Type': 'application/atom+xml;charset=utf-8' },
	'/seeds/*': { 'Content-Type': 'text/plain; charset=utf-8' },
};

export const headers = (): string =>
	Object.entries(RULES)
		.map(([path, rule]) => [path, ...Object.entries(rule).map(([name, value]) => `  ${name}: ${value}`)].join('\n'))
		.join('\n\n') + '\n';
