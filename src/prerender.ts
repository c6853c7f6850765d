/** The build's entry: the page as HTML, as it opens without an address. */
import { render } from 'svelte/server';
import { toDataset } from './domain/dataset.ts';
import type { Records } from './domain/records.ts';
import { Timeline } from './state/timeline.svelte.ts';
import App from './view/App.svelte';

export function prerender(records: Records): { head: string; body: string } {
	return render(App, {
		props: {
			timeline: new Timeline(toDataset(records)),
			load: () => Promise.reject(new Error('Nothing is fetched while the page is built.')),
		},
	});
}
