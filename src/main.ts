/** The browser's entry: data first, then the page as it was prerendered, then what the address says. */
import 'virtual:agencies.css';
import './view/page.css';
import './view/page/after.css';
import './view/record/article.css';
import './view/chart/picture.css';
import './view/record/body.css';
import './view/source/text.css';
import { hydrate, mount } from 'svelte';
import { loadBytes, loadRecords } from './data/index.ts';
import { toDataset } from './domain/model/dataset.ts';
import { syncUrl } from './state/url.svelte.ts';
import { Timeline } from './state/timeline.svelte.ts';
import App from './view/App.svelte';
import { reveal } from './view/shared/reveal.ts';

const root = document.documentElement;
const target = document.getElementById('app')!;

/** Without JavaScript the whole page is there: what failed gives that page back, says so and offers to try again. */
function giveBack(error: unknown) {
	console.error(error);
	root.classList.remove('js', 'hold');
	const note = document.createElement('p');
	note.className = 'failure';
	note.setAttribute('role', 'alert');
	const again = document.createElement('button');
	again.textContent = 'Try again';
	again.addEventListener('click', () => location.reload());
	note.append('The interactive part could not be loaded; everything can be read below. ', again);
	document.body.prepend(note);
}

/** The look of what only a script shows comes beside the script, so that the page is not held up by it. */
function loadStyles(): Promise<unknown> | undefined {
	const later = document.querySelector<HTMLLinkElement>('link#later');
	if (!later) return undefined;
	const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: later.href });
	return new Promise((loaded, failed) => {
		// What a host sends as something else than styles is loaded, and is no sheet.
		sheet.addEventListener('load', () =>
			sheet.sheet ? loaded(sheet) : failed(new Error(`${later.href} is no stylesheet.`)),
		);
		sheet.addEventListener('error', () => failed(new Error(`${later.href} could not be loaded.`)));
		document.head.append(sheet);
	});
}

/** Whoever presses something while the page comes alive is heard between its steps. */
const breath = () => new Promise((done) => setTimeout(done));

/** Not awaited at the top: a part that loads later waits until this file is done, and an address may need one first. */
async function start() {
	const [records] = await Promise.all([loadRecords(), loadStyles()]);
	await breath();
	const timeline = new Timeline(toDataset(records));
	await breath();
	await new Promise<void>((alive) => {
		const props = { timeline, load: loadBytes, alive };
		if (target.firstElementChild) hydrate(App, { target, props });
		else mount(App, { target, props });
	});
	await breath();
	if (!(await syncUrl(timeline)) && timeline.chosen) reveal(timeline.chosen.id);
	root.dataset['ready'] = '';
	root.classList.remove('hold');
}

start().catch(giveBack);
