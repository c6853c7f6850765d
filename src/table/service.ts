/** The worker's half of a desk: it loads an archive, sends the page a copy to draw, and keeps its own to answer questions from. */
import type { Archive } from './event-table.ts';
import { isFault, type Fault } from './fault.ts';
import { answers, EVERYTHING, type Answer, type Question } from './query.ts';
import { elasticKnots, type Knots } from '../layout/warp.ts';
import { loadColumns, type Get, type Progress } from './load.ts';

/** Up to so many events a question costs the page less than a frame: no worker is kept for it. */
export const NEAR = 50_000;

/** An archive with all that would take long to make of it. */
export interface Held {
	readonly archive: Archive;
	/** Of elastic time. */
	readonly knots: Knots;
	/** The answer while nothing is asked. */
	readonly everything: Answer;
	/** Whether the worker has a copy and waits for questions; a small archive the page asks itself. */
	readonly isKept: boolean;
}
export type Request = { readonly load: string } | { readonly question: Question } | 'prepare';
export type Reply =
	{ readonly progress: Progress } | { readonly fault: Fault } | { readonly held: Held } | { readonly answer: Answer };

/** What a worker and one end of a channel have in common. */
export interface Port {
	postMessage: (message: unknown, transfer: Transferable[]) => void;
	onmessage: ((e: MessageEvent) => void) | null;
}

/** The memory of all arrays in something, each once: sent along, it changes hands and is not copied. */
export function buffersOf(thing: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
	if (ArrayBuffer.isView(thing)) found.add(thing.buffer as ArrayBuffer);
	else if (typeof thing === 'object' && thing !== null) for (const part of Object.values(thing)) buffersOf(part, found);
	return found;
}

/** @param near up to so many events nothing is kept here */
export function serve(port: Port, get: Get, near = NEAR) {
	let archivist: ReturnType<typeof answers> | null = null;
	const send = (reply: Reply) => port.postMessage(reply, [...buffersOf(reply)]);

	async function load(url: string) {
		const archive = await loadColumns(url, get, (progress) => send({ progress }));
		if (isFault(archive)) return send({ fault: archive });
		const { columns, about } = archive;
		archivist = answers(archive);
		const everything = archivist.answer(EVERYTHING);
		const isKept = columns.length > near;
		send({
			held: {
				archive: isKept ? structuredClone(archive) : archive,
				knots: elasticKnots(columns, about.extent),
				everything,
				isKept,
			},
		});
	}
	port.onmessage = ({ data }: MessageEvent<Request>) => {
		if (data === 'prepare') archivist!.prepare();
		else if ('question' in data) send({ answer: archivist!.answer(data.question) });
		else
			void load(data.load).catch((error: unknown) =>
				send({
					fault: {
						where: data.load,
						found: String(error),
						mend: 'Close what else is open in the browser, then try again.',
					},
				}),
			);
	};
}
