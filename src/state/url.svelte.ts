/** The only code that touches the history. At rest the address bar is the state. */
import { flushSync } from 'svelte';
import { formatPermalink } from '../domain/query/permalink.ts';
import type { Timeline } from './timeline.svelte.ts';

interface Entry {
	/** Where the page stood when the reader left this entry. */
	readonly y: number;
}

const address = (timeline: Timeline) => {
	const query = formatPermalink(timeline.permalink);
	return location.pathname + (query && `?${query}`);
};
const shown = () => location.pathname + location.search;

/**
 * Follows the address now and on Back and Forward, and writes it whenever the reader acts.
 * @returns whether a scroll position was restored
 */
export async function syncUrl(timeline: Timeline): Promise<boolean> {
	history.scrollRestoration = 'manual';
	let acts = timeline.acts;
	/** As the last scroll left it: to ask during a change would have the page laid out. */
	let y = Math.round(scrollY);
	const entry = (): Entry => ({ y });
	/** What Back returns to. While the reader types in the search box it stays what it was before. */
	let kept = { address: shown(), query: '' };
	const keep = () => (kept = { address: address(timeline), query: timeline.filter.query });

	const follow = async () => {
		const { state } = history as { state: Entry | null };
		await timeline.follow(location.search);
		acts = timeline.acts;
		keep();
		flushSync();
		if (!state) return false;
		scrollTo({ top: state.y, behavior: 'instant' });
		return true;
	};
	const returned = await follow();
	addEventListener('popstate', () => void follow());

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

	$effect.root(() => {
		$effect.pre(() => {
			const now = address(timeline);
			const steps = timeline.acts;
			if (steps === acts) {
				if (now !== shown()) history.replaceState(entry(), '', now);
				if (timeline.filter.query === kept.query) keep();
				return;
			}
			acts = steps;
			if (now === kept.address) return;
			// Before the page changes: where it stands now is where Back returns to.
			history.replaceState(entry(), '', kept.address);
			history.pushState(entry(), '', now);
			keep();
		});
	});
	return returned;
}
