/** The browser's entry: hydrates the prerendered page part by part, then makes it follow its address. */
import 'virtual:agencies.css';
import './view/tokens.css';
import './view/page.css';
import './view/asof/asof.css';
import './view/page/appendix.css';
import './view/record/article.css';
import './view/record/line.css';
import './view/record/opened.css';
import './view/record/body.css';
import './view/record/grounds.css';
import './view/chart/chart.css';
import './view/chart/reading.css';
import './view/chart/telling.css';
import './view/column/column.css';
import './view/column/delays.css';
import './view/column/strips.css';
import './view/shared/chip.css';
import './view/source/text.css';
import './view/source/beside.css';
import './view/documents/documents.css';
import './view/documents/document.css';
import './view/story/story.css';
import './view/paper/exhibit.css';
import './view/paper/exhibits.css';
import './view/paper/front.css';
import './view/paper/paper.css';
import { flushSync, hydrate, mount, unmount, type Component } from 'svelte';
import { loadBytes, recordsOf } from './data/index.ts';
import { toDataset } from './domain/model/dataset.ts';
import { Verifier } from './state/verifier.svelte.ts';
import { canHash, sha256 } from './state/proof.svelte.ts';
import { Timeline } from './state/timeline.svelte.ts';
import { syncUrl } from './state/url.svelte.ts';
// The chart and the column both use it; here it needs no file of its own.
import './view/chart/LaneFilter.svelte';
import Dialogs from './view/Dialogs.svelte';
import { readyToPrint } from './view/paper/printing.ts';
import Part from './view/Part.svelte';
import { chapterParts, PARTS, type PagePart } from './view/parts.ts';
import { NARROW, runsDown } from './view/shared/narrow.ts';
import { scrollToEvent } from './view/shared/scroll-and-focus.ts';
import { bringTo } from './view/shared/navigate.ts';
import { siteFrom } from './view/shared/site.ts';
import { showStory } from './view/story/start.ts';
import Story from './view/story/Story.svelte';

/** Input from before hydration: a control that was pressed, or text typed into it (`value`). */
export interface EarlyInput {
	readonly control: HTMLElement;
	readonly value?: string;
}
/** @param alive called when the page handles input itself */
export type RunPage = (data: Promise<Response>, inputs: readonly EarlyInput[], alive: () => void) => Promise<void>;

const FAILED = 'A part of this page failed. It is shown in its original state, without filters or a date.';
// Wide windows load only the chart, narrow ones only the vertical timeline. The request starts before the data have
// arrived; a failure is reported when the part is hydrated.
const narrow = matchMedia(NARROW);
const loadChart = () => import('./view/chart/live.ts');
const loadColumn = () => import('./view/column/Column.svelte');
(narrow.matches ? loadColumn() : loadChart()).catch(() => undefined);

const byId = (id: string) => document.getElementById(id)!;
/** Yields to the browser between parts, so that input is handled. */
const pause = () => new Promise((done) => setTimeout(done));

/**
 * Replays an early input. A link to an event may have been removed, as those of the chart's picture are; its event is
 * chosen all the same.
 */
function redo({ control, value }: EarlyInput, timeline: Timeline) {
	control.removeAttribute('aria-busy');
	const href = control.getAttribute('href');
	// The vertical timeline keeps its prerendered links.
	if (href && runsDown() && control.isConnected) return control.click();
	// "./events/<id>/index.html"
	if (href) return bringTo(timeline, href.split('/').at(-2)!, null, null);
	if (value === undefined || !(control instanceof HTMLInputElement)) return control.click();
	control.value = value;
	control.dispatchEvent(new Event('input', { bubbles: true }));
	control.dispatchEvent(new Event('change', { bubbles: true }));
}

/** A notice, shown once after the page was reloaded because its files were no longer on the server. */
function renewed(): string {
	try {
		if (!sessionStorage.getItem('renewed')) return '';
		sessionStorage.removeItem('renewed');
		return 'This page has been updated since you opened it, so it was reloaded at the same place.';
	} catch {
		return '';
	}
}

export const run: RunPage = async (data, inputs, alive) => {
	const records = await recordsOf(await data, canHash() ? sha256 : null);
	await pause();
	const dataset = toDataset(records);
	await pause();
	const timeline = new Timeline(dataset);
	const { documents, version } = timeline.whole;
	const verifier = new Verifier(documents.values(), version, loadBytes);
	const context = { timeline, verifier, site: siteFrom('./', 'live') };

	let hasFailed = '';
	/** Hydrates or mounts a part. If it fails, its prerendered content is restored, and the reader is told. */
	async function bring(id: string, how: typeof hydrate | typeof mount, load: () => PagePart | Promise<PagePart>) {
		await pause();
		const target = byId(id);
		const sent = [...target.cloneNode(true).childNodes];
		let made: Record<string, unknown> | undefined = undefined;
		const fail = (error: unknown) => {
			console.error(error);
			queueMicrotask(() => {
				if (made) void unmount(made);
				target.replaceChildren(...sent);
				timeline.notice = hasFailed = FAILED;
			});
		};
		try {
			const { part, props } = await load();
			if (how === mount) target.replaceChildren();
			made = how(Part, { target, props: { ...context, part: part as Component, props, onerror: fail } });
		} catch (error) {
			fail(error);
		}
	}
	const isSent = byId('masthead').childElementCount > 0;
	const chapters = chapterParts(timeline.whole);
	if (!isSent)
		for (const id of Object.keys(chapters))
			byId('chapters').append(Object.assign(document.createElement('div'), { id }));
	const how = isSent ? hydrate : mount;
	const bringAll = async (parts: typeof PARTS) => {
		for (const [id, part] of Object.entries(parts)) await bring(id, how, () => part);
	};
	const alone = (part: Component<never>): PagePart => ({ part, props: {} });
	/**
	 * Hydrates what only narrow or only wide windows show, when the window is first of that kind. Until then its
	 * prerendered content is removed, since it may name what was not public on the day of knowledge.
	 */
	const once = async (is: boolean, id: string, comes: (how: typeof hydrate | typeof mount) => Promise<void>) => {
		if (narrow.matches === is) return comes(how);
		byId(id).replaceChildren();
		narrow.addEventListener('change', () => void comes(mount), { once: true });
	};
	await bringAll(PARTS);
	await once(true, 'column', (how) => bring('column', how, async () => alone((await loadColumn()).default)));
	await bringAll(chapters);
	await bring('dialogs', mount, () => alone(Dialogs));
	await bring('story', mount, () => alone(Story));
	await once(false, 'stage', () =>
		bring('stage', mount, async () => {
			const part = (await loadChart()).liveChart(timeline, byId('stage'));
			await pause();
			return part;
		}),
	);
	await pause();
	const isRestored = await syncUrl(timeline);
	timeline.notice ||= hasFailed || renewed();
	if (!isRestored && timeline.step) showStory();
	else if (!isRestored && timeline.chosen && runsDown()) {
		// Open the card below the sheet, so that Back leads to the timeline.
		timeline.over = 'card';
		flushSync();
		timeline.lay('sheet');
	} else if (!isRestored && timeline.chosen) scrollToEvent(timeline.chosen.id);
	else if (!isRestored && timeline.permalink.source) timeline.lay('source');
	alive();
	document.documentElement.dataset['ready'] = '';
	readyToPrint(timeline, verifier, byId('paper'));
	for (const input of inputs) {
		redo(input, timeline);
		await pause();
	}
};
