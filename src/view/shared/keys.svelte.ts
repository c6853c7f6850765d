/** Keyboard shortcuts. Each also has a visible control; none works while typing or with Ctrl, Alt or Command. */
import type { Attachment } from 'svelte/attachments';
import type { Timeline } from '../../state/timeline.svelte.ts';
import { leave } from '../../state/url.svelte.ts';
import { runsDown } from './narrow.ts';
import { covered, focusBack, focusOn, headingOf, isFromChart, scrollToEvent, visit } from './scroll-and-focus.ts';
import { recall, remember } from './storage.ts';
import { closeToChart, turnInPlace } from './navigate.ts';
import { leaveStory } from '../story/start.ts';
import { toSource } from '../source/sheet.svelte.ts';

const STORED = 'keys';

let on: boolean | null = null;
/** Whether single-key shortcuts are on; the reader's choice is remembered (WCAG 2.1.4). */
export const keysAreOn = () => (on ??= recall(STORED) !== 'off');
export function turnKeys(to: boolean) {
	on = to;
	remember(STORED, to ? null : 'off');
}

/** Whether an element takes typed letters itself. */
export const isTyping = (element: EventTarget | null) =>
	element instanceof HTMLElement && (element.matches('input, textarea, select') || element.isContentEditable);

/** Moves focus to the next or previous heading of the record, from the focused one or from what is in view. */
function step(by: 1 | -1) {
	const headings = [...document.querySelectorAll<HTMLElement>('main article h3 a')];
	const here = document.activeElement?.closest('article')?.querySelector<HTMLElement>('h3 a') ?? null;
	const under = covered();
	const from = here ? headings.indexOf(here) + by : headings.findIndex((h) => h.getBoundingClientRect().top > under);
	const next = headings[Math.min(Math.max(from, 0), headings.length - 1)];
	const article = next?.closest('article');
	if (!next || !article) return;
	focusOn(next);
	scrollToEvent(article.id);
}

export const shortcuts =
	(timeline: Timeline, help: () => void): Attachment<Document> =>
	(page) => {
		const actions: Record<string, () => boolean | void> = {
			j: () => step(1),
			k: () => step(-1),
			s: () => {
				const id = page.activeElement?.closest('main article')?.id ?? timeline.chosen?.id;
				const event = id ? timeline.dataset.event.get(id) : undefined;
				const quote = event?.quotes.includes(timeline.quote!) ? timeline.quote : event?.quotes[0];
				if (!event || !quote) {
					timeline.notice = event
						? 'This event is not quoted from a document; its sources are named at the event.'
						: 'Choose an event first.';
					return;
				}
				timeline.choose(event.id, quote.id);
				toSource(timeline, headingOf(event.id));
			},
			'/': () => {
				const from = page.activeElement;
				const box = page.querySelector<HTMLElement>('input[type=search]');
				visit(box, from instanceof HTMLElement && from !== page.body ? from : null);
			},
			'?': help,
		};
		const onkeydown = (e: KeyboardEvent) => {
			if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || page.querySelector('dialog:modal')) return;
			if (e.key === 'Escape') return escape(timeline, page);
			const does = actions[e.key];
			if (!does || isTyping(page.activeElement) || !keysAreOn()) return;
			e.preventDefault();
			does();
		};
		page.addEventListener('keydown', onkeydown);
		return () => page.removeEventListener('keydown', onkeydown);
	};

/** Escape: goes back to where the reader came from, else from the source to its event, else closes the chosen event. */
function escape(timeline: Timeline, page: Document) {
	if (timeline.over === 'card' && runsDown()) return leave(timeline);
	if (timeline.over === 'use') return leave(timeline);
	if (timeline.step) return leaveStory(timeline);
	const active = page.activeElement;
	const { chosen } = timeline;
	// A reader who came from a mark, or is at one, gets the whole chart back.
	if (chosen && timeline.isReading && (isFromChart() || active?.closest('.plot'))) return closeToChart(timeline);
	if (focusBack()) return;
	if (isTyping(active)) return;
	if (!chosen) return;
	const heading = headingOf(chosen.id);
	if (active?.closest('.beside')) {
		const { top = 0, bottom = 0 } = heading?.getBoundingClientRect() ?? {};
		// The reader may have moved far in the source while the record did not scroll.
		if (top < covered() || bottom > innerHeight) scrollToEvent(chosen.id);
		return focusOn(heading);
	}
	turnInPlace(heading!, () => timeline.close(chosen.id));
	focusOn(heading);
}
