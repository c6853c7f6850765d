/** The page's side of an event table: what is loaded, the query and its result. The last query wins. */
import { EVERYTHING, queryEngine, type Result, type Query } from './query.ts';
import type { Fault } from './fault.ts';
import type { Progress } from './load.ts';
import type { Loaded, Port, Reply, Request } from './service.ts';

/** The page's handle of a worker. */
export interface WorkerHandle {
	readonly port: Port & { onerror?: ((e: ErrorEvent) => void) | null };
	readonly terminate: () => void;
}

export class TableClient {
	/** The table shown; it stays until another has been loaded completely. */
	loaded = $state.raw<Loaded | null>(null);
	/** Progress of loading; null while nothing is loading. */
	progress = $state.raw<Progress | null>(null);
	fault = $state.raw<Fault | null>(null);
	query = $state.raw<Query>(EVERYTHING);
	/** Result of the latest query that was completed. */
	result = $state.raw<Result | null>(null);

	#loading: WorkerHandle | null = null;
	#worker: WorkerHandle | null = null;
	#run: (query: Query) => Promise<Result> = () => new Promise(() => undefined);
	/** Prepares the labels for search; call it when the reader is about to search. */
	prepare: () => void = () => undefined;
	#isBusy = false;

	/** @param spawn starts a worker, once for each load */
	constructor(private readonly spawn: () => WorkerHandle) {}

	load = (url: string) => {
		this.#loading?.terminate();
		const handle = this.spawn();
		const { port } = handle;
		this.#loading = handle;
		this.fault = null;
		this.progress = { done: 0, of: 0 };
		port.onmessage = ({ data }: MessageEvent<Reply>) => {
			if ('progress' in data) this.progress = data.progress;
			else if ('fault' in data) this.#fail(handle, data.fault);
			else if ('loaded' in data) this.#take(handle, data.loaded);
		};
		port.onerror = (e) => {
			e.preventDefault();
			const found = e.message || 'its script could not be loaded';
			this.#fail(handle, { where: 'the worker', found, fix: 'Try again, or reload the page.' });
		};
		port.postMessage({ load: url } satisfies Request, []);
	};

	#fail(handle: WorkerHandle, fault: Fault) {
		handle.terminate();
		if (handle === this.#loading) this.#loading = this.progress = null;
		this.fault = fault;
	}

	#take(handle: WorkerHandle, loaded: Loaded) {
		this.#worker?.terminate();
		this.#loading = this.progress = null;
		this.#isBusy = false;
		if (!loaded.isKept) {
			handle.terminate();
			this.#worker = null;
			const { run, prepare } = queryEngine(loaded.table);
			this.#run = (query) => Promise.resolve(run(query));
			this.prepare = prepare;
		} else {
			this.#worker = handle;
			this.prepare = () => handle.port.postMessage('prepare' satisfies Request, []);
			this.#run = (query) =>
				new Promise((done) => {
					handle.port.onmessage = ({ data }: MessageEvent<Reply>) => {
						if ('result' in data) done(data.result);
					};
					handle.port.postMessage({ query } satisfies Request, []);
				});
		}
		this.loaded = loaded;
		this.query = EVERYTHING;
		this.result = loaded.everything;
	}

	/** Runs one query at a time; of those asked meanwhile only the last is run. */
	ask = (query: Query) => {
		this.query = query;
		if (!this.#isBusy) void this.#runLatest();
	};

	async #runLatest() {
		const run = this.#run;
		this.#isBusy = true;
		for (;;) {
			const { query } = this;
			const result = await run(query);
			// Another table has been loaded meanwhile.
			if (run !== this.#run) return;
			if (query !== this.query) continue;
			this.#isBusy = false;
			this.result = result;
			return;
		}
	}
}
