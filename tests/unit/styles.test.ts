/** Which styles the page is sent with, and which come beside the script. */
import { expect, test } from 'vitest';
import { parted } from '../../tools/styles.ts';

const PAGE =
	'<main><p class="one two">…</p><button aria-pressed="false">…</button><details><summary>…</summary><i class="folded"></i></details></main>';
const first = (css: string) => parted(css, PAGE).first;
const later = (css: string) => parted(css, PAGE).later;

test.for([
	'body{margin:0}',
	'p{margin:0}',
	'.one{color:red}',
	'.one.two:not(.js){color:red}',
	'main>p.one:first-child{color:red}',
	'.gone,.one{color:red}',
	'main :is(a,button){color:red}',
	'html.js .two{color:red}',
	':root[data-theme=dark]{color:red}',
	'button[aria-pressed=false]{color:red}',
	'summary{color:red}',
	'@font-face{font-family:X;src:url(x.woff2)}',
	'@media (width<=40rem){.one{color:red}}',
])('%s is needed at first sight', (css) => {
	// A list is met where one of its members is; brackets are taken whole, so "a" must be on the page as well.
	const page = `${PAGE}<a href="#">…</a>`;
	expect(parted(css, page)).toEqual({ first: css, later: '' });
});

test.for([
	'dialog{margin:0}',
	'.gone{color:red}',
	'.failure{color:red}',
	'.one.gone{color:red}',
	'p.two>.gone{color:red}',
	'button.one{color:red}',
	'button[aria-pressed=true]{color:red}',
	'.one:hover{color:red}',
	'.body .one{color:red}',
	'i.folded{color:red}',
	'@media print{.one{color:red}}',
])('%s comes later', (css) => {
	expect(parted(css, PAGE)).toEqual({ first: '', later: css });
});

test('a condition is parted inside, and each part keeps its rules in order', () => {
	const css = '.one{a:1}@media (width<=40rem){.one{a:2}.gone{a:3}.two{a:4}}.gone{a:5}.two{a:6}';
	expect(first(css)).toBe('.one{a:1}@media (width<=40rem){.one{a:2}.two{a:4}}.two{a:6}');
	expect(later(css)).toBe('@media (width<=40rem){.gone{a:3}}.gone{a:5}');
});
