/** Assembles documents: rendered parts in a template, and a Content Security Policy with a hash of each inlined script. */
import { createHash } from 'node:crypto';
import type { Page, Prerendered } from '../../src/prerender.ts';
import { fill } from './template.ts';

/** Paths of the bundler's files, from the top of the site. */
export interface Bundle {
	readonly main: string;
	readonly css: string;
	readonly fonts: readonly string[];
	readonly records: string;
	/** Content of the start script, to be inlined. */
	readonly start: string;
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = (scripts: readonly string[], style = '') =>
	[
		"default-src 'none'",
		`script-src 'self' ${scripts.map(hash).join(' ')}`,
		`style-src 'self'${style && ` ${hash(style)}`}`,
		"img-src 'self' data:",
		"font-src 'self'",
		"connect-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		'trusted-types svelte-trusted-html',
	].join('; ');

/** Script that preloads fonts; not from disk, where browsers refuse that with an error. */
const preload = (fonts: readonly string[]) =>
	`if(location.protocol!=='file:')for(const href of ${JSON.stringify(fonts)})document.head.append(` +
	`Object.assign(document.createElement('link'),{rel:'preload',as:'font',type:'font/woff2',crossOrigin:'',href}))`;

const fontLink = (href: string) => `<link rel="preload" as="font" type="font/woff2" href="${href}" crossorigin>`;

/** The head of every document. @param script inlined script @param attributes of it @param root relative path to the top */
const head = (title: string, script: string, attributes: string, { css, fonts }: Bundle, root: string) => {
	const early = preload(fonts.map((font) => root + font));
	return [
		`<meta http-equiv="Content-Security-Policy" content="${policy([early, script])}">`,
		title,
		`<script>${early}</script>`,
		`<noscript>${fonts.map((font) => fontLink(root + font)).join('')}</noscript>`,
		`<link rel="stylesheet" href="${root}${css}">`,
		`<script${attributes}>${script}</script>`,
	].join('\n');
};

/** @param template index.html @param root top of the site: "./", or the base path under which it is served */
export function casePage(template: string, { index, parameters }: Prerendered, bundle: Bundle, root: string): string {
	const data = { main: root + bundle.main, records: root + bundle.records, parameters: parameters.join(' ') };
	const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${value}"`);
	return fill(template, {
		...index,
		head: head(index['head']!, bundle.start, ` id="start"${attributes.join('')}`, bundle, root),
	});
}

const STATIC = `<!doctype html>
<html lang="en"<!--running-->>
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<!--icon-->
		<!--head-->
	</head>
	<body>
		<!--body-->
	</body>
</html>
`;
const icon = (root: string) => `<link rel="icon" href="${root}favicon.svg" type="image/svg+xml">`;
/** Script that applies the reader's theme to every document. @param root relative path to the top */
const theme = (root: string) =>
	`try{const t=localStorage.getItem('theme@'+new URL('${root}',location).pathname);` +
	`if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
/** The words in print margins as attributes of the root element, which are the only ones that @page can read. */
const attributes = (running: Page['running']) =>
	Object.entries<string>({ ...running })
		.map(([name, words]) => ` data-${name}="${words.replace(/[&"<>]/g, (sign) => SIGNS[sign]!)}"`)
		.join('');

export const staticPage = ({ head: title, body, root, running }: Page, bundle: Bundle): string =>
	fill(STATIC, {
		running: attributes(running),
		icon: icon(root),
		head: head(title, theme(root), '', bundle, root),
		body,
	});

/** A document without the policy and the bundler's files. @param more further content of its head */
export const plainPage = ({ head: title, body, root, running }: Page, more: string): string =>
	fill(STATIC, { running: attributes(running), icon: icon(root), head: `${title}\n${more}`, body });

/**
 * Script of the "not found" page, which is shown at any depth and so uses no other file. Where the base path is not
 * known, it looks for the top of the site: the nearest folder above that has evidence.json.
 */
const HOME = `(async()=>{for(let at=new URL('.',location);;at=new URL('..',at)){
const answer=await fetch(new URL('evidence.json',at),{method:'HEAD'}).catch(()=>({}));
if(answer.ok){document.getElementById('home').href=at.pathname;document.getElementById('else').remove()}
if(answer.ok||at.pathname==='/')return}})()`;
const PLAIN =
	':root{color-scheme:light dark;background:Canvas}' +
	'body{font:1.125rem/1.5 Georgia,serif;max-width:34rem;margin:20vh auto;padding:0 1.5rem}';

/** @param base path under which the site is served, or "./" where that is not known */
export const notFound = ({ head: title, body }: Page, base: string): string => {
	const script = base.startsWith('/') ? '' : HOME;
	const rules = `<meta http-equiv="Content-Security-Policy" content="${policy([script], PLAIN)}">`;
	return fill(STATIC, {
		running: '',
		icon: '<link rel="icon" href="data:,">',
		head: `${rules}\n${title}\n<style>${PLAIN}</style>`,
		body: `${body}<script>${script}</script>`,
	});
};
