/** The finished page: prerendered markup, inlined styles, preloads, and a policy that names each of them. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const policy = (scripts: readonly string[], styles: readonly string[]) =>
	[
		"default-src 'none'",
		`script-src 'self' ${scripts.join(' ')}`,
		`style-src 'self' ${styles.join(' ')}`,
		"img-src 'self' data:",
		"font-src 'self'",
		"connect-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		'trusted-types svelte-trusted-html',
	].join('; ');

/** A stylesheet's own relative addresses, made relative to the page it is inlined in. */
const rebased = (css: string, href: string) =>
	css.replace(
		/url\((["']?)(?!data:|https?:|\/|#)([^)"']+)\1\)/g,
		(_, quote: string, url: string) => `url(${quote}./${posix.join(posix.dirname(href), url)}${quote})`,
	);

/**
 * @param built the index.html that Vite wrote
 * @param base the base path; with "./" one build works under every path
 * @param read the text of a file of dist/
 * @returns the page and the files that are now inside it
 */
export async function assemble(
	built: string,
	page: { head: string; body: string },
	data: string,
	base: string,
	read: (href: string) => Promise<string>,
): Promise<{ html: string; inlined: string[] }> {
	const sheets = [...built.matchAll(/<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g)].map(([tag, href]) => ({
		tag,
		href: href!.slice(base.length),
	}));
	let html = built;
	const styles: string[] = [];
	const fonts: string[] = [];
	for (const { tag, href } of sheets) {
		const css = rebased((await read(href)).trim(), href);
		styles.push(hash(css));
		fonts.push(...[...css.matchAll(/url\(["']?([^)"']+\.woff2)["']?\)/g)].map((m) => m[1]!));
		html = html.replace(tag, () => `<style>${css}</style>`);
	}
	const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((m) => hash(m[1]!));
	const head = [
		`<meta http-equiv="Content-Security-Policy" content="${policy(scripts, styles)}">`,
		page.head,
		`<link id="data" rel="preload" as="fetch" href="${base}${data}" crossorigin>`,
		...fonts.map((font) => `<link rel="preload" as="font" type="font/woff2" href="${font}" crossorigin>`),
	].join('\n    ');
	html = html.replace('<!--head-->', () => head).replace('<!--app-->', () => page.body);
	return { html, inlined: sheets.map((s) => s.href) };
}

/** What a server shows for an address that is not there. It can stand at any depth, so it needs no other file. */
export function notFound(title: string, base: string): string {
	const css =
		':root{color-scheme:light dark}body{font:1.125rem/1.5 Georgia,serif;max-width:34rem;margin:20vh auto;padding:0 1.5rem}';
	const home = base.startsWith('/') ? base : '/';
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${hash(css)}">
<title>Not found: ${title}</title>
<style>${css}</style>
<main><h1>There is no page here</h1>
<p>The record is a single page; what its links open is said behind the question mark.</p>
<p><a href="${home}">${title}</a></p></main>
</html>
`;
}
