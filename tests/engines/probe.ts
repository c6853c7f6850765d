/** Runs in the page before everything else: finds elements by role and name, and records errors. */
import { computeAccessibleName, getRole } from 'dom-accessibility-api';

export interface Wanted {
	readonly role: string;
	/** A pattern; not needed if the role is enough. */
	readonly name?: string;
	readonly within?: Wanted;
}

/** Elements whose roles the library does not know. */
const OTHERS: Readonly<Record<string, string>> = { search: 'search', mark: 'mark' };
const roleOf = (e: Element) => OTHERS[e.localName] ?? getRole(e);
/** Native elements for each role: computing the role of every element of a long page would take seconds. */
const NATIVE: Readonly<Record<string, string>> = {
	alert: 'none',
	article: 'article',
	button: 'button, summary, input',
	complementary: 'aside',
	dialog: 'dialog',
	group: 'fieldset, details, optgroup',
	heading: 'h1, h2, h3, h4, h5, h6',
	link: 'a',
	list: 'ul, ol, menu',
	main: 'main',
	mark: 'mark',
	region: 'section',
	search: 'search',
	searchbox: 'input',
	status: 'output',
	textbox: 'input, textarea',
};

/** Elements with a role and a name. The element in `within` may have no box. */
function named({ role, name = '', within }: Wanted, passes: (e: Element) => boolean = () => true): Element[] {
	const pattern = new RegExp(name, 'u');
	const roots = within ? named(within) : [document.documentElement];
	return roots
		.flatMap((root) => [...root.querySelectorAll(`[role], ${NATIVE[role] ?? '*'}`)])
		.filter((e) => roleOf(e) === role && passes(e) && (!name || pattern.test(computeAccessibleName(e))));
}
const find = (wanted: Wanted) => named(wanted, (e) => e.checkVisibility({ visibilityProperty: true }));

/** Key of the messages in localStorage, which survive navigation and new tabs. */
const SAID = 'probe';
const said = () => JSON.parse(localStorage.getItem(SAID) ?? '[]') as string[];
const keep = (...words: unknown[]) => localStorage.setItem(SAID, JSON.stringify([...said(), words.join(' ')]));

document.addEventListener('securitypolicyviolation', (e) => keep('policy:', e.violatedDirective, e.blockedURI));
addEventListener('error', (e) => keep('error:', e.message), true);
addEventListener('unhandledrejection', (e) => keep('rejection:', e.reason));
for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
	const { [level]: heard } = console;
	console[level] = (...words: unknown[]) => {
		keep(`${level}:`, ...words);
		heard(...words);
	};
}

/** Removes messages that a test provoked. */
const forget = () => localStorage.removeItem(SAID);
export const probe = { find, said, forget };
Object.assign(globalThis, { probe });
