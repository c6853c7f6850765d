/**
 * Starting up; the build writes it into the head of the case's page. The page can be read before any of this. What is read
 * comes first: script and data are asked for after the first frame, or at once where our own part of the address is to be
 * followed. What is pressed until the page is alive is kept, and done then.
 */
// No import: a script that is inlined before all others is no module.
type Act = import('./main.ts').Act;
type Start = import('./main.ts').Start;

const { main, records, parameters } = document.getElementById('start')!.dataset as Record<string, string>;
const page = document.documentElement;
/** Milliseconds until what an address may change is shown as it was sent, and until the reader is told that it takes long. */
const HOLD = 2000;
const SLOW = 8000;
const CONTROLS = '.needs-js, button, input, select, h3 > a, .plot a';

try {
	const theme = localStorage.getItem('theme');
	if (theme) page.dataset['theme'] = theme;
} catch {
	// A browser that refuses storage has no theme to remember.
}
// From disk no script can be had, and everything can be read.
if (location.protocol !== 'file:') start();

function start() {
	const asked = new URLSearchParams(location.search);
	const isAsked = parameters!.split(' ').some((name) => asked.has(name));
	const acts: Act[] = [];
	const stop = new AbortController();
	for (const type of ['click', 'input']) addEventListener(type, keep, { capture: true, signal: stop.signal });
	page.classList.add('js');
	page.classList.toggle('pending', isAsked);
	if (isAsked) setTimeout(() => page.classList.remove('pending'), HOLD);
	const slow = setTimeout(
		() => say('The interactive part takes long to load; everything can be read meanwhile.'),
		SLOW,
	);

	function keep(e: Event) {
		const control = e.target instanceof Element && e.target.closest<HTMLElement>(CONTROLS);
		if (!control || (e instanceof MouseEvent && (e.ctrlKey || e.metaKey || e.shiftKey || e.altKey))) return;
		if (control instanceof HTMLInputElement && control.type !== 'checkbox') {
			if (e.type === 'input') acts.push({ control, value: control.value });
			return;
		}
		if (e.type !== 'click') return;
		e.preventDefault();
		e.stopPropagation();
		acts.push({ control });
		control.setAttribute('aria-busy', 'true');
	}
	async function load() {
		try {
			const data = fetch(records!);
			const { run } = (await import(/* @vite-ignore */ new URL(main!, document.baseURI).href)) as { run: Start };
			await run(data, acts, () => stop.abort());
			document.querySelector('.failure')?.remove();
		} catch (error) {
			console.error(error);
			stop.abort();
			page.classList.remove('js');
			say('The interactive part could not be loaded; everything can be read below.');
			const [first] = acts;
			if (first?.control instanceof HTMLAnchorElement) location.assign(first.control.href);
		}
		clearTimeout(slow);
		page.classList.remove('pending');
	}
	function say(words: string) {
		const note = Object.assign(document.createElement('p'), { className: 'failure', textContent: `${words} ` });
		note.setAttribute('role', 'alert');
		const again = Object.assign(document.createElement('button'), { textContent: 'Try again' });
		again.addEventListener('click', () => location.reload());
		note.append(again);
		document.body.append(note);
	}
	if (isAsked) void load();
	else
		addEventListener('DOMContentLoaded', () => {
			// A page that nobody looks at has no frames.
			if (document.hidden) void load();
			else requestAnimationFrame(() => setTimeout(() => void load()));
		});
}
