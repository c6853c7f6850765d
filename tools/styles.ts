/**
 * Which styles the page needs for its first sight, and which can come beside the script: the look of what only a script can
 * show, of what is folded at first, of paper, of what is pointed at, and what a forced palette leaves to us. Without a script
 * a link loads them as well.
 */

/** Classes the head's script gives, a theme that was chosen, and what the page stands in: not among what is rendered. */
const GIVEN = '<html class="js hold" data-theme="light"><html data-theme="dark"><body>';
/** Evidence is folded until its event opens; a pointer comes later than the first sight. */
const LATER = /^\.body |:hover/;
const LATER_MEDIA = /^@media (print|\((prefers-reduced-motion:no-preference|forced-colors:active)\))$/;

interface Element {
	readonly tag: string;
	readonly text: string;
	readonly classes: ReadonlySet<string>;
}

/** The elements of the first sight, alike ones once: not those in a closed `details`. */
function elements(html: string): Element[] {
	const seen = (html + GIVEN).replace(/(<details(?![^>]* open)[\s\S]*?<\/summary>)[\s\S]*?(?=<\/details>)/g, '$1');
	const tags = new Map<string, Element>();
	for (const [text, tag] of seen.matchAll(/<([a-z][a-z0-9]*)\b[^>]*>/g)) {
		const alike = text.replace(/ (?:id|href|datetime|aria-labelledby)="[^"]*"/g, '');
		const classes = new Set(/ class="([^"]*)"/.exec(text)?.[1]!.split(' ') ?? []);
		tags.set(alike, { tag: tag!, text: alike, classes });
	}
	return [...tags.values()];
}

/** Whether some element may be meant; states and what must not be are left out of account, so a doubt means yes. */
function isMet(selector: string, page: readonly Element[]): boolean {
	const plain = selector.replace(/:not\([^)]*\)/g, '').replace(/::?[\w-]+(?=\W|$)/g, '');
	// ":is(a, button)" and ":where(.x)" leave their brackets: each way is looked at by itself, joined to nothing.
	const compounds = plain.split(/[\s>+~(),]+/).filter(Boolean);
	return compounds.every((compound) => {
		const tag = /^[a-z][a-z0-9]*/.exec(compound)?.[0];
		const bare = compound.replace(/\[[^\]]*\]/g, '');
		const classes = [...bare.matchAll(/\.([\w-]+)/g)].map((m) => m[1]!);
		const values = [...compound.matchAll(/\[([\w-]+)=["']?([^\]"']*)["']?\]/g)].map((m) => `${m[1]!}="${m[2]!}"`);
		return page.some(
			(e) =>
				(!tag || e.tag === tag) && classes.every((c) => e.classes.has(c)) && values.every((v) => e.text.includes(v)),
		);
	});
}

/** The selectors of a rule; a comma in brackets parts none. */
const selectors = (list: string) => list.split(/,(?![^(]*\))/);

/** The rules of a stylesheet, or of what a condition holds: [what stands before the braces, what stands in them]. */
function* rules(css: string): Generator<readonly [string, string]> {
	let at = 0;
	for (let open = css.indexOf('{'); open >= 0; open = css.indexOf('{', at)) {
		let end = open + 1;
		for (let depth = 1; depth; end++) depth += css[end] === '{' ? 1 : css[end] === '}' ? -1 : 0;
		yield [css.slice(at, open), css.slice(open + 1, end - 1)];
		at = end;
	}
}

/**
 * Parts a stylesheet; within each part the rules keep their order.
 * @param css minified: without comments, and without braces in strings
 * @param html the page as it is sent, without what is folded at first
 */
export function parted(css: string, html: string): { first: string; later: string } {
	const page = elements(html);
	const part = (text: string) => {
		let [first, later] = ['', ''];
		for (const [head, inner] of rules(text)) {
			if (/^@(media|supports|container)/.test(head)) {
				const within = LATER_MEDIA.test(head) ? { first: '', later: inner } : part(inner);
				if (within.first) first += `${head}{${within.first}}`;
				if (within.later) later += `${head}{${within.later}}`;
			} else if (head.startsWith('@') || selectors(head).some((s) => !LATER.test(s) && isMet(s, page)))
				first += `${head}{${inner}}`;
			else later += `${head}{${inner}}`;
		}
		return { first, later };
	};
	return part(css);
}
