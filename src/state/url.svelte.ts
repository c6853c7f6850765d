/** The only code that touches the history. At rest the address bar is the state. */
import { flushSync } from 'svelte';
import { formatPermalink } from '../domain/query/permalink.ts';
import type { Timeline } from './timeline.svelte.ts';

interface Entry {
	/** Where the page was when the reader left this entry. */
	readonly y: number;
	/** Events that were open: a page that is loaded again opens them again. */
	readonly opened: readonly string[];
}

const address = (timeline: Timeline) => {
	const query = formatPermalink(timeline.permalink);
	return location.pathname + (query && `?${query}`);
};
const shown = () => location.pathname + location.search;
/** The address of this entry, with the place in the page that it names. */
const here = (path: string) => path + location.hash;

/**
 * Follows the address now and on Back and Forward, and writes it whenever the reader acts.
 * @returns whether a scroll position was restored
 */
export async function syncUrl(timeline: Timeline): Promise<boolean> {
	history.scrollRestoration = 'manual';
	let acts = timeline.acts;
	/** As the last scroll left it: to ask during a change would have the page laid out. */
	let y = Math.round(scrollY);
	const entry = (): Entry => ({ y, opened: timeline.opened });
	/** What Back returns to. While the reader types in the search box it stays what it was before. */
	let kept = { address: shown(), query: '' };
	const keep = () => (kept = { address: address(timeline), query: timeline.filter.query });

	/** Counts addresses and acts: what an earlier one still waits for is no longer wanted. */
	let turns = 0;
	const follow = async (opened: readonly string[] = []) => {
		const { state } = history as { state: Entry | null };
		const turn = ++turns;
		const found = timeline.follow(location.search, opened);
		acts = timeline.acts;
		keep();
		flushSync();
		if (state) scrollTo({ top: state.y, behavior: 'instant' });
		const at = scrollY;
		await found;
		flushSync();
		// Where the reader has gone on meanwhile, there she stays.
		if (state && turn === turns && scrollY === at) scrollTo({ top: state.y, behavior: 'instant' });
		return state !== null;
	};
	const returned = follow((history.state as Entry | null)?.opened);

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
			const steps = timeline.acts;
			if (steps === acts) {
				if (now !== shown()) history.replaceState(entry(), '', here(now));
				if (timeline.filter.query === kept.query) keep();
				return;
			}
			acts = steps;
			turns++;
			if (now === kept.address) return;
			// Before the page changes: where it stands now is where Back returns to.
			history.replaceState(entry(), '', here(kept.address));
			history.pushState(entry(), '', now);
			keep();
		});
	});
	return returned;
}
