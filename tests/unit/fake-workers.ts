/** Fake workers: the worker's code at the other end of a channel, but in the same thread. */
import type { Get } from '../../src/table/load.ts';
import { serve } from '../../src/table/service.ts';
import type { WorkerHandle } from '../../src/table/client.svelte.ts';

/** A server with one file, which it sends in pieces of some bytes. */
export const having =
	(file: ArrayBuffer, piece = 1 << 16): Get =>
	() => {
		let at = 0;
		const body = new ReadableStream<Uint8Array>({
			pull(controller) {
				if (at >= file.byteLength) return controller.close();
				controller.enqueue(new Uint8Array(file.slice(at, (at += piece))));
			},
		});
		return Promise.resolve(new Response(body));
	};

/** @param limit up to this number of events, the worker keeps nothing */
export function fakeWorker(get: Get, limit?: number): WorkerHandle & { readonly isTerminated: () => boolean } {
	const { port1, port2 } = new MessageChannel();
	let isEnded = false;
	serve(port2, get, limit);
	return {
		port: port1,
		terminate: () => {
			isEnded = true;
			port1.onmessage = null;
			port1.close();
		},
		isTerminated: () => isEnded,
	};
}

/** Waits until a condition holds; otherwise the test times out. */
export async function until(holds: () => boolean): Promise<void> {
	while (!holds()) await new Promise((done) => setTimeout(done));
}
