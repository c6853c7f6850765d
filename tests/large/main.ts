/** The entry of the page of a million events: the chart's components over an event table, without the case. */
import 'virtual:agencies.css';
import '../../src/view/page.css';
import { mount } from 'svelte';
import { TableClient, type WorkerHandle } from '../../src/table/client.svelte.ts';
import Large from './Large.svelte';
import workerUrl from './worker.ts?worker&url';

interface Policies {
	readonly createPolicy: (
		name: string,
		rules: { createScriptURL: (url: string) => string },
	) => {
		readonly createScriptURL: (url: string) => string;
	};
}
/** Trusted Types: only this policy may create a script URL, and only that of our worker. */
const policy = (globalThis as { trustedTypes?: Policies }).trustedTypes?.createPolicy('timeline-worker', {
	createScriptURL: (url) => {
		if (url !== workerUrl) throw new TypeError(`${url} is not our worker`);
		return url;
	},
});

function spawn(): WorkerHandle {
	const port = new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module' });
	return { port, terminate: () => port.terminate() };
}

mount(Large, {
	target: document.getElementById('app')!,
	props: {
		client: new TableClient(spawn),
		file: new URL('events.columns', document.baseURI).href,
		details: new URL('details/', document.baseURI).href,
		get: (url: string) => fetch(url),
	},
});
