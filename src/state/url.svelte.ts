/** The only code that touches the history. At rest the address bar is the state. */
import { flushSync } from 'svelte';
import { formatPermalink } from '../domain/query/permalink.ts';
import type { Over } from './reading.svelte.ts';
import type { Timeline } from './timeline.svelte.ts';

interface Entry {
	/** Where the page was when the reader left this entry. */
	readonly y: number;
	/** Events that were open: a page that is loaded again opens them again. */
	readonly opened: readonly string[];
	/** What lies over the page there. */
	readonly over: Over | null;
	/** So many entries before it, that does not: 0 where there is none. */
	readonly up: number;
}

const address = (timeline: Timeline) => {
	const query = formatPermalink(timeline.permalink);
	return location.pathname + (query && `?${query}`);
};
const shown = () => location.pathname + location.search;
/** The address of this entry, with the place in the page that it names. */
const here = (path: string) => path + location.hash;

const current = () => history.state as Entry | null;

/**
 * Takes away what lies over the page: as Back does, so that Back never brings it again. With a card, or beside what
 * is taken along, the reader may have gone on meanwhile, which is not undone.
 */
export function leave(timeline: Timeline) {
	const up = current()?.up ?? 0;
	const hasGoneOn = up > 1 && (timeline.over === 'card' || timeline.over === 'use');
	if (up && !hasGoneOn) history.go(-up);
	else timeline.lower();
}

/**
 * Follows the address now and on Back and Forward, and writes it whenever the reader acts.
 * @returns whether a scroll position was restored
 */
export async function syncUrl(timeline: Timeline): Promise<boolean> {
	history.scrollRestoration = 'manual';
	let navigations = timeline.navigations;
	/** As the last scroll left it: to ask during a change would have the page laid out. */
	let y = Math.round(scrollY);
	/** What Back returns to. While the reader types in the search box it stays what it was before. */
	let kept = { address: shown(), query: '', over: null as Over | null, up: 0 };
	const keep = (up: number) => {
		kept = { address: address(timeline), query: timeline.filter.query, over: timeline.over, up };
	};
	const entry = ({ over, up } = kept): Entry => ({ y, opened: timeline.opened, over, up });

	/** Counts addresses and acts: what an earlier one still waits for is no longer wanted. */
	let turns = 0;
	const follow = async (opened: readonly string[] = []) => {
		const state = current();
		const turn = ++turns;
		const { over: before, permalink } = timeline;
		const over = state?.over ?? null;
		const found = timeline.follow(location.search, opened);
		timeline.over = over;
		// A reader who walked to another event there comes back to that one.
		const { chosen, passage } = permalink;
		if (chosen && before !== over && (before === 'source' || (before === 'sheet' && over === 'card')))
			timeline.walk(chosen, passage);
		navigations = timeline.navigations;
		keep(state?.up ?? 0);
		flushSync();
		// What lay over the page is taken away from where the reader is.
		const top = before && before !== over ? undefined : state?.y;
		if (top !== undefined) scrollTo({ top, behavior: 'instant' });
		const at = scrollY;
		await found;
		flushSync();
		// Where the reader has gone on meanwhile, there she stays.
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
		// What the last scroll left belongs to the entry that was left.
		clearTimeout(resting);
		void follow();
	});
	// A page that is kept whole while another document is read comes back at its top in some browsers.
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
		// Tabs, bookmarks and the list behind Back are told apart by it.
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
			// Before the page changes: where it is now is where Back returns to.
			history.replaceState(entry(), '', here(kept.address));
			keep(!over ? 0 : isOther ? 1 : kept.up && kept.up + 1);
			history.pushState(entry(), '', now);
		});
	});
	return returned;
}
