/**
 * Starting up; the build writes it into the head of the case's page. What is read comes first: script and data are
 * asked for
 * after the first frame, or at once where our own part of the address is to be followed. What a reader does until
 * the page is
 * alive is kept, and done then. No import: a script that runs before all others is no module.
 */
type Act = import('./main.ts').Act;
type Run = import('./main.ts').Run;

const { main, records, parameters } = document.getElementById('start')!.dataset as Record<string, string>;
const root = document.documentElement;
/** Milliseconds until what an address may change is shown as it was sent, and until links are links again. */
const [HOLD, SLOW] = [2000, 4000];
const CONTROLS = ':is(main, header, search, .chart) :is(button, input, h3 > a, .plot a)';

try {
	const theme = localStorage.getItem('theme');
	if (theme) root.dataset['theme'] = theme;
} catch {
	// A browser that refuses storage has no theme to remember.
}
// From disk no script can be had, and everything can be read.
if (location.protocol !== 'file:') start();

function start() {
	const asked = new URLSearchParams(location.search);
	const isAsked = parameters!.split(' ').some((name) => asked.has(name));
	const acts: Act[] = [];
	const keeping = new AbortController();
	for (const type of ['click', 'input']) addEventListener(type, keep, { capture: true, signal: keeping.signal });
	root.classList.add('js');
	root.classList.toggle('pending', isAsked);
	setTimeout(() => root.classList.remove('pending'), HOLD);
	let isSlow = false;
	const slow = setTimeout(() => {
		isSlow = true;
		say('The interactive part takes long to load; everything can be read meanwhile.');
	}, SLOW);

	function keep(e: Event) {
		const control = e.target instanceof Element && e.target.closest<HTMLElement>(CONTROLS);
		if (!control || (e instanceof MouseEvent && (e.ctrlKey || e.metaKey || e.shiftKey || e.altKey))) return;
		const isBox = control instanceof HTMLInputElement && control.type !== 'checkbox';
		if (isBox && e.type === 'input') acts.push({ control, value: control.value });
		if (isBox || e.type === 'input' || (isSlow && control.matches('a'))) return;
		e.preventDefault();
		e.stopPropagation();
		control.setAttribute('aria-busy', 'true');
		acts.push({ control });
	}
	async function load() {
		try {
			const data = fetch(records!);
			const { run } = (await import(/* @vite-ignore */ new URL(main!, document.baseURI).href)) as { run: Run };
			await run(data, acts, () => keeping.abort());
			document.querySelector('body > .failure')?.remove();
		} catch (error) {
			console.error(error);
			keeping.abort();
			root.classList.remove('js');
			say('The interactive part could not be loaded; everything can be read below.');
			const link = acts.find(({ control }) => control.matches('a'))?.control;
			if (link) location.assign(link.getAttribute('href')!);
		}
		clearTimeout(slow);
		root.classList.remove('pending');
	}
	function say(words: string) {
		document.querySelector('body > .failure')?.remove();
		const note = Object.assign(document.createElement('p'), { className: 'failure', textContent: `${words} ` });
		note.setAttribute('role', 'alert');
		const again = Object.assign(document.createElement('button'), { textContent: 'Try again' });
		again.addEventListener('click', () => location.reload());
		note.append(again);
		document.body.append(note);
	}
	const afterFrame = () => requestAnimationFrame(() => setTimeout(() => void load()));
	if (isAsked) void load();
	// A page that nobody looks at has no frames.
	else addEventListener('DOMContentLoaded', () => (document.hidden ? void load() : afterFrame()));
}
