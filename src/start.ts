/**
 * Starting up; the build writes it into the head of the case's page. What is read comes first: script and data are
 * asked for after the first frame, or at once where our own part of the address is to be followed. What a reader does
 * until the page is alive is kept, and done then. It imports nothing: a script before all others is no module.
 */
type EarlyInput = import('./main.ts').EarlyInput;
type RunPage = import('./main.ts').RunPage;

const { main, records, parameters } = document.getElementById('start')!.dataset as Record<string, string>;
const root = document.documentElement;
/** Milliseconds until what an address may change is shown as it was sent, and until links are links again. */
const [HOLD, SLOW] = [2000, 4000];
const CONTROLS = ':is(main, header, search, .chart) :is(button, input, h3 > a, .plot a, #column a)';

try {
	// As in `storage.ts`: of this case alone, since others may be told on the same host.
	const theme = localStorage.getItem(`theme@${new URL('.', location.href).pathname}`);
	if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
} catch {
	// A browser that refuses storage has no theme to remember.
}
// From disk no script can be had, and everything can be read.
if (location.protocol !== 'file:') start();

function start() {
	const asked = new URLSearchParams(location.search);
	const isAsked = parameters!.split(' ').some((name) => asked.has(name));
	/** The page has come whole: before that nothing in it comes alive, and nothing is added to it. */
	const parsed = new Promise((done) => addEventListener('DOMContentLoaded', done));
	const inputs: EarlyInput[] = [];
	const keeping = new AbortController();
	for (const type of ['click', 'input']) addEventListener(type, keep, { capture: true, signal: keeping.signal });
	root.classList.add('js');
	root.classList.toggle('pending', isAsked);
	setTimeout(() => root.classList.remove('pending'), HOLD);
	addEventListener('vite:preloadError', () => void renew());
	let hasSaidSo = false;
	const slow = setTimeout(() => void say('The interactive part takes long to load; all can be read meanwhile.'), SLOW);

	function keep(e: Event) {
		const control = e.target instanceof Element && e.target.closest<HTMLElement>(CONTROLS);
		if (!control || (e instanceof MouseEvent && (e.ctrlKey || e.metaKey || e.shiftKey || e.altKey))) return;
		const isBox = control instanceof HTMLInputElement && control.type !== 'checkbox';
		if (isBox && e.type === 'input') inputs.push({ control, value: control.value });
		if (isBox || e.type === 'input' || (hasSaidSo && control.matches('a'))) return;
		e.preventDefault();
		e.stopPropagation();
		control.setAttribute('aria-busy', 'true');
		inputs.push({ control });
	}
	async function load() {
		try {
			const data = fetch(records!);
			const loading = import(/* @vite-ignore */ new URL(main!, document.baseURI).href) as Promise<{ run: RunPage }>;
			const [{ run }] = await Promise.all([loading, parsed]);
			await run(data, inputs, () => keeping.abort());
			document.querySelector('body > .failure')?.remove();
		} catch (error) {
			console.error(error);
			void renew();
			keeping.abort();
			root.classList.remove('js');
			await say('The interactive part could not be loaded; everything can be read below.');
			const pressed = inputs.find(({ control }) => control.matches('a'))?.control;
			if (pressed) location.assign(pressed.getAttribute('href')!);
		}
		clearTimeout(slow);
		root.classList.remove('pending');
	}
	/** Something is missing. If the host has another edition by now, that is loaded, once; the address keeps the place. */
	async function renew() {
		try {
			const files = [main!, records!];
			if (sessionStorage.getItem('renewed') === files.join(' ')) return;
			const answer = await fetch(location.href, { cache: 'reload', signal: AbortSignal.timeout(SLOW) });
			const page = await answer.text();
			if (!answer.ok || files.every((file) => page.includes(file))) return;
			sessionStorage.setItem('renewed', files.join(' '));
			location.reload();
		} catch {
			// Neither storage nor a host: the reader may try again.
		}
	}
	async function say(textContent: string) {
		await parsed;
		hasSaidSo = true;
		document.querySelector('body > .failure')?.remove();
		const note = Object.assign(document.createElement('p'), { className: 'failure', role: 'alert', textContent });
		const again = Object.assign(document.createElement('button'), { textContent: 'Try again' });
		again.addEventListener('click', () => location.reload());
		note.append(' ', again);
		document.body.append(note);
	}
	const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
	// A page that nobody looks at has no frames.
	void (isAsked ? load() : parsed.then(() => document.hidden || frame()).then(load));
}
