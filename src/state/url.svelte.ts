/** The only code that touches the history. At rest the address bar is the state. */
import { flushSync } from 'svelte';
import { formatPermalink } from '../domain/permalink.ts';
import type { Timeline } from './timeline.svelte.ts';

interface Entry {
	/** Where the page stood when the reader left this entry. */
	readonly y: number;
}

const address = (timeline: Timeline) => {
	const query = formatPermalink(timeline.permalink);
	return location.pathname + (query && `?${query}`);
};
const entry = (): Entry => ({ y: Math.round(scrollY) });

/** Follows the address now and on Back and Forward, and writes it whenever the reader acts. @returns whether a scroll position was restored */
export async function syncUrl(timeline: Timeline, restored: () => void): Promise<boolean> {
	history.scrollRestoration = 'manual';
	const back = async () => {
		await timeline.follow(location.search);
		acts = timeline.acts;
		kept = address(timeline);
		flushSync();
		const { state } = history as { state: Entry | null };
		if (!state) return false;
		scrollTo({ top: state.y, behavior: 'instant' });
		return true;
	};
	let acts = timeline.acts;
	/** The address that Back returns to: while the reader types, it stays what it was before. */
	let kept = location.pathname + location.search;
	const returned = await back();

	addEventListener('popstate', () => void back().then(restored));
	let resting: ReturnType<typeof setTimeout>;
	addEventListener(
		'scroll',
		() => {
			clearTimeout(resting);
			resting = setTimeout(() => history.replaceState(entry(), ''), 200);
		},
		{ passive: true },
	);

	$effect.root(() => {
		$effect(() => {
			const now = address(timeline);
			const steps = timeline.acts;
			if (steps === acts) {
				if (now !== location.pathname + location.search) history.replaceState(entry(), '', now);
				return;
			}
			acts = steps;
			if (now === kept) return;
			history.replaceState(entry(), '', kept);
			history.pushState(entry(), '', now);
			kept = now;
		});
	});
	return returned;
}
