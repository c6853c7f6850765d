/** The entry of the page for events by the million: the chart's own components over an archive, and nothing of the case. */
import 'virtual:agencies.css';
import '../../src/view/page.css';
import { mount } from 'svelte';
import { Desk, type Clerk } from '../../src/table/client.svelte.ts';
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
/** The page's policy lets no text become the address of a script, but through here; and here only our own worker. */
const policy = (globalThis as { trustedTypes?: Policies }).trustedTypes?.createPolicy('timeline-worker', {
	createScriptURL: (url) => {
		if (url !== workerUrl) throw new TypeError(`${url} is not our worker`);
		return url;
	},
});

function hire(): Clerk {
	const port = new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module' });
	return { port, dismiss: () => port.terminate() };
}

mount(Large, {
	target: document.getElementById('app')!,
	props: {
		desk: new Desk(hire),
		file: new URL('events.columns', document.baseURI).href,
		details: new URL('details/', document.baseURI).href,
		get: (url: string) => fetch(url),
	},
});
