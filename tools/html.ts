/** The finished page: prerendered markup, inlined styles, preloads, and a policy that names each of them. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Prerendered } from '../src/prerender.ts';
import { links, loader } from './loader.ts';
import { parted } from './styles.ts';

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

/** What no script looks at needs no marks for one, no ends that HTML knows, and quotation marks only where a value has blanks. */
const still = (html: string) =>
	html
		.replace(/<!--[\s\S]*?-->/g, '')
		.replace(/\s*(<\/?(?:blockquote|dd|dl|dt|footer|h4|li|p|ul)\b[^>]*>)\s*/g, '$1')
		.replace(/<\/(?:dd|dt|li|p)>/g, '')
		.replace(/="([\w#.:-]+)"/g, '=$1');

/** What was rendered by itself in its place: the script leaves it alone until the reader opens what it stands in. */
const filled = ({ body, sent }: Prerendered) =>
	body.replace(
		/<(?:article|li) id="([^"]+)"(?:(?!<article|<li)[\s\S])*?<div class="(?:body )?sent">(?=<\/div>)/g,
		(upTo, id: string) => upTo + still(sent.get(id)!),
	);

/**
 * @param built the index.html that Vite wrote
 * @param base the base path; with "./" one build works under every path
 * @param read the text of a file of dist/
 * @returns the page, the files that are now inside it, and the one that holds the styles of what only a script shows
 */
export async function assemble(
	built: string,
	page: Prerendered,
	data: string,
	base: string,
	read: (href: string) => Promise<string>,
): Promise<{ html: string; inlined: string[]; later: { path: string; css: string } }> {
	const body = filled(page);
	const sheets = [...built.matchAll(/<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g)].map(([tag, href]) => ({
		tag,
		href: href!.slice(base.length),
	}));
	let html = built;
	let css = '';
	for (const { tag, href } of sheets) {
		css += rebased((await read(href)).trim(), href);
		html = html.replace(tag, '');
	}
	const { first, later } = parted(css, page.body);
	const path = `assets/later-${createHash('sha256').update(later).digest('hex').slice(0, 10)}.css`;
	const [tag, script] = /<script type="module"[^>]*src="([^"]+)"><\/script>/.exec(html)!;
	html = html.replace(tag, '').replace('</script>', () => `;${loader}</script>`);
	const fonts = [...first.matchAll(/url\(["']?([^)"']+\.woff2)["']?\)/g)].map((m) => m[1]!);
	const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((m) => hash(m[1]!));
	const head = [
		`<meta http-equiv="Content-Security-Policy" content="${policy(scripts, [hash(first)])}">`,
		page.head,
		...fonts.map((font) => `<link rel="preload" as="font" type="font/woff2" href="${font}" crossorigin>`),
		`<style>${first}</style>`,
		links(script!, base + data, base + path),
		`<noscript><link rel="stylesheet" href="${base}${path}"></noscript>`,
	].join('');
	html = html
		.replace('<!-- prettier-ignore -->', '')
		.replace(/ \/>/g, '>')
		.replace('<!--head-->', () => head)
		.replace(/>\s*\n\s*</g, '><')
		.replace('<!--app-->', () => body);
	return { html, inlined: sheets.map((s) => s.href), later: { path, css: later } };
}

/** The list of sources: a page by itself, with the script of the first that keeps a chosen theme. */
export function sourceList({ sources }: Prerendered, css: string): string {
	const theme = `try{(s=>s&&(document.documentElement.dataset.theme=s))(localStorage.getItem('theme'))}catch{}`;
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${policy([hash(theme)], [hash(css)])}">
<link rel="icon" href="./favicon.svg" type="image/svg+xml">
${still(sources.head)}
<style>${css}</style>
<script>${theme}</script>
${still(sources.body)}
</html>
`;
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
