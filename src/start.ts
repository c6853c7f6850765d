/**
 * Start of the case's page; the build inlines it into the head. To paint the text first, script and data are requested
 * only after the first frame, or at once if the address has our parameters. Input before hydration is recorded and
 * replayed. It must not import anything, since it is not a module, so that it runs before all others.
 */
type EarlyInput = import('./main.ts').EarlyInput;
type RunPage = import('./main.ts').RunPage;

const { main, records, parameters } = document.getElementById('start')!.dataset as Record<string, string>;
const root = document.documentElement;
/** Milliseconds until content hidden as `pending` is shown as prerendered, and until links are plain links again. */
const [HOLD, SLOW] = [2000, 4000];
const CONTROLS = ':is(main, header, search, .chart) :is(button, input, h3 > a, .plot a, #column a)';

try {
	// The key is per site, as in `storage.ts`.
	const theme = localStorage.getItem(`theme@${new URL('.', location.href).pathname}`);
	if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
} catch {
	// Storage is refused, so there is no stored theme.
}
// Browsers load no module scripts from disk; the page is readable without.
if (location.protocol !== 'file:') start();

function start() {
	const asked = new URLSearchParams(location.search);
	const isAsked = parameters!.split(' ').some((name) => asked.has(name));
	/** The document is parsed: before that nothing is hydrated or added. */
	const parsed = new Promise((done) => addEventListener('DOMContentLoaded', done));
	const inputs: EarlyInput[] = [];
	const keeping = new AbortController();
	for (const type of ['click', 'input']) addEventListener(type, keep, { capture: true, signal: keeping.signal });
	root.classList.add('js');
	root.classList.toggle('pending', isAsked);
	setTimeout(() => root.classList.remove('pending'), HOLD);
	addEventListener('vite:preloadError', () => void renew());
	let hasSaidSo = false;
	const slow = setTimeout(
		() => void say('The interactive part is taking long to load; everything can be read meanwhile.'),
		SLOW,
	);

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
	/** A file is missing. If the server has a newer build, reloads the page, once; the address keeps the state. */
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
			// No storage or no connection: the reader can try again.
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
	/** Two: at the first the text is only being painted, at the second it is on the screen. */
	const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
	// Hidden pages get no animation frames.
	void (isAsked ? load() : parsed.then(() => document.hidden || frames()).then(load));
}
