/** The only code that uses the History API. At rest the address bar has the whole state. */
import { flushSync } from 'svelte';
import { formatPermalink } from '../domain/query/permalink.ts';
import type { Over } from './reading.svelte.ts';
import type { Timeline } from './timeline.svelte.ts';

interface Entry {
	/** Scroll position when the reader left this entry. */
	readonly y: number;
	/** Ids of open events, which are opened again after a reload. */
	readonly opened: readonly string[];
	/** The layer over the page at this entry. */
	readonly over: Over | null;
	/** How many entries back that layer was not there yet; 0 where there is no such entry. */
	readonly up: number;
}

const address = (timeline: Timeline) => {
	const query = formatPermalink(timeline.permalink);
	return location.pathname + (query && `?${query}`);
};
const shown = () => location.pathname + location.search;
/** An address with the current fragment. */
const here = (path: string) => path + location.hash;

const current = () => history.state as Entry | null;

/**
 * Removes the layer over the page by going back in history, so that Back never brings it up again. With a card or the
 * panel "Use" the reader may have navigated further meanwhile; that is not undone.
 */
export function leave(timeline: Timeline) {
	const up = current()?.up ?? 0;
	const hasGoneOn = up > 1 && (timeline.over === 'card' || timeline.over === 'use');
	if (up && !hasGoneOn) history.go(-up);
	else timeline.lower();
}

/**
 * Reads the state from the address now and on Back and Forward, and writes it to the address on every action.
 * @returns whether a scroll position was restored
 */
export async function syncUrl(timeline: Timeline): Promise<boolean> {
	history.scrollRestoration = 'manual';
	let navigations = timeline.navigations;
	/** Scroll position after the last scroll. Reading it during an update would force a layout. */
	let y = Math.round(scrollY);
	/** The state to which Back returns. While the reader types a search, it stays the state before that. */
	let kept = { address: shown(), query: '', over: null as Over | null, up: 0 };
	const keep = (up: number) => {
		kept = { address: address(timeline), query: timeline.filter.query, over: timeline.over, up };
	};
	const entry = ({ over, up } = kept): Entry => ({ y, opened: timeline.opened, over, up });

	/** Counts navigations, so that an asynchronous one can tell whether another has overtaken it. */
	let turns = 0;
	const follow = async (opened: readonly string[] = []) => {
		const state = current();
		const turn = ++turns;
		const { over: before, permalink } = timeline;
		const over = state?.over ?? null;
		const found = timeline.follow(location.search, opened);
		timeline.over = over;
		// A reader who moved to another event within the layer returns to that event.
		const { chosen, passage } = permalink;
		if (chosen && before !== over && (before === 'source' || (before === 'sheet' && over === 'card')))
			timeline.walk(chosen, passage);
		navigations = timeline.navigations;
		keep(state?.up ?? 0);
		flushSync();
		// When a layer is removed the page below stays where it is.
		const top = before && before !== over ? undefined : state?.y;
		if (top !== undefined) scrollTo({ top, behavior: 'instant' });
		const at = scrollY;
		await found;
		flushSync();
		// Do not scroll a reader who has scrolled or navigated meanwhile.
		if (top !== undefined && turn === turns && scrollY === at) scrollTo({ top, behavior: 'instant' });
		return state !== null;
	};
	const returned = follow(current()?.opened);

	let resting: ReturnType<typeof setTimeout>;
	addEventListener(
		'scroll',
		() => {
			y = Math.round(scrollY);
			clearTimeout(resting);
			resting = setTimeout(() => history.replaceState(entry(), ''), 100);
		},
		{ passive: true },
	);
	addEventListener('popstate', () => {
		// A pending scroll position belongs to the entry that was left.
		clearTimeout(resting);
		void follow();
	});
	// Some browsers restore a page from the back/forward cache at its top.
	let left = 0;
	addEventListener('pagehide', () => {
		left = y;
		history.replaceState(entry(), '');
	});
	addEventListener('pageshow', ({ persisted }) => {
		if (persisted) scrollTo({ top: left, behavior: 'instant' });
	});

	const { title } = timeline.whole.case;
	$effect.root(() => {
		// The title tells tabs, bookmarks and history entries apart.
		$effect(() => {
			document.title = timeline.chosen ? `${timeline.chosen.title} – ${title}` : title;
		});
		$effect.pre(() => {
			const now = address(timeline);
			const { navigations: steps, over } = timeline;
			const isOther = over !== kept.over;
			if (steps === navigations) {
				const up = isOther ? 0 : kept.up;
				if (now !== shown() || isOther) history.replaceState(entry({ ...kept, over, up }), '', here(now));
				if (timeline.filter.query === kept.query || isOther) keep(up);
				return;
			}
			navigations = steps;
			turns++;
			if (now === kept.address && !isOther) return;
			// Before the page changes, save the scroll position to which Back returns.
			history.replaceState(entry(), '', here(kept.address));
			keep(!over ? 0 : isOther ? 1 : kept.up && kept.up + 1);
			history.pushState(entry(), '', now);
		});
	});
	return returned;
}
