/** The worker's side: loads an event table, sends the page a copy to draw, and runs queries on its own copy. */
import type { EventTable } from './event-table.ts';
import { isFault, type Fault } from './fault.ts';
import { EVERYTHING, queryEngine, type Result, type Query } from './query.ts';
import { elasticKnots, type Knots } from '../layout/time-scale.ts';
import { loadTable, type Get, type Progress } from './load.ts';

/** Up to this many events a query takes the page less than a frame, so no worker is kept. */
export const IN_PAGE_LIMIT = 50_000;

/** An event table with everything derived from it that takes long to compute. */
export interface Loaded {
	readonly table: EventTable;
	/** Knots of elastic time. */
	readonly knots: Knots;
	/** The result of the empty query. */
	readonly everything: Result;
	/** Whether the worker keeps a copy and runs the queries; for a small table the page does. */
	readonly isKept: boolean;
}
export type Request = { readonly load: string } | { readonly query: Query } | 'prepare';
export type Reply =
	| { readonly progress: Progress }
	| { readonly fault: Fault }
	| { readonly loaded: Loaded }
	| { readonly result: Result };

/** The interface that a worker and a message port share. */
export interface Port {
	postMessage: (message: unknown, transfer: Transferable[]) => void;
	onmessage: ((e: MessageEvent) => void) | null;
}

/** The buffers of all typed arrays in a value, each once, so that they can be transferred instead of copied. */
function buffersOf(thing: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
	if (ArrayBuffer.isView(thing)) found.add(thing.buffer as ArrayBuffer);
	else if (typeof thing === 'object' && thing !== null) for (const part of Object.values(thing)) buffersOf(part, found);
	return found;
}

export function serve(port: Port, get: Get, limit = IN_PAGE_LIMIT) {
	let engine: ReturnType<typeof queryEngine> | null = null;
	const send = (reply: Reply) => port.postMessage(reply, [...buffersOf(reply)]);

	async function load(url: string) {
		const table = await loadTable(url, get, (progress) => send({ progress }));
		if (isFault(table)) return send({ fault: table });
		const { columns, about } = table;
		engine = queryEngine(table);
		const isKept = columns.length > limit;
		const knots = elasticKnots(columns, about.extent);
		const everything = engine.run(EVERYTHING);
		send({ loaded: { table: isKept ? structuredClone(table) : table, knots, everything, isKept } });
	}
	port.onmessage = ({ data }: MessageEvent<Request>) => {
		if (data === 'prepare') engine!.prepare();
		else if ('query' in data) send({ result: engine!.run(data.query) });
		else
			void load(data.load).catch((error: unknown) =>
				send({ fault: { where: data.load, found: String(error), fix: 'Close other pages, then try again.' } }),
			);
	};
}
