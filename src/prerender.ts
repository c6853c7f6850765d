/** The build's entry: the page as HTML, as it opens without an address, and the page that lists its sources. */
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { toDataset } from './domain/model/dataset.ts';
import type { Records } from './domain/model/records.ts';
import { Audit } from './state/audit.svelte.ts';
import { Timeline } from './state/timeline.svelte.ts';
import App from './view/App.svelte';
import StaticChart from './view/chart/StaticChart.svelte';
import Alone from './view/Alone.svelte';
import Record from './view/record/Record.svelte';
import Sent from './view/Sent.svelte';
import Source from './view/source/Source.svelte';
import Sources from './view/sources/Sources.svelte';

interface Html {
	readonly head: string;
	readonly body: string;
}
export interface Prerendered extends Html {
	/** Id of an event or "dispute-<id>" → what stands in its empty `.sent`. */
	readonly sent: ReadonlyMap<string, string>;
	readonly sources: Html;
}

const html = ({ head, body }: Html): Html => ({ head, body });

export function prerender(records: Records): Prerendered {
	const timeline = new Timeline(toDataset(records));
	const load = () => Promise.reject(new Error('Nothing is fetched while the page is built.'));
	const { events, disputes, documents, version } = timeline.whole;
	const { proofs } = new Audit(documents.values(), version, load);
	/** As if it were rendered by itself: the marks of a component that is chosen go, since its place knows which it is. */
	const alone = (part: Component) =>
		render(Alone, { props: { timeline, proofs, part } }).body.replace(/^(<!--\[-->)\1|(<!--\]-->)\2$/g, '$1$2');
	const inside = [
		...events.map((of) => [of.id, of] as const),
		...disputes.map((of) => [`dispute-${of.id}`, of] as const),
	];
	const { head, body } = render(App, { props: { timeline, load } });
	const picture = render(StaticChart, { props: { dataset: timeline.whole } }).body.replace(/<!--[\s\S]*?-->/g, '');
	return {
		head,
		body: body
			.replace('<div class="picture">', (place) => place + picture)
			.replace(/<div class="record [^>]*>/, (place) => place + alone(Record))
			.replace(/<div class="source [^>]*>/, (place) => place + alone(Source)),
		sent: new Map(inside.map(([id, of]) => [id, render(Sent, { props: { timeline, proofs, of } }).body])),
		sources: html(render(Sources, { props: { dataset: timeline.whole } })),
	};
}
