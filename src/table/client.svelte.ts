/** The page's half: what is loaded, what is asked and what was answered last. The newest question wins, whatever comes when. */
import { answers, EVERYTHING, type Answer, type Question } from './query.ts';
import type { Fault } from './fault.ts';
import type { Progress } from './load.ts';
import type { Held, Port, Reply, Request } from './service.ts';

/** Somebody who serves at the other end of a port. */
export interface Clerk {
	readonly port: Port & { onerror?: ((e: ErrorEvent) => void) | null };
	readonly dismiss: () => void;
}

const AGAIN = 'Try again; if it is still so, load the page anew.';

export class Desk {
	/** What is shown: it stays until another archive has come, whole. */
	held = $state.raw<Held | null>(null);
	/** Of what is being loaded; null while nothing is. */
	progress = $state.raw<Progress | null>(null);
	fault = $state.raw<Fault | null>(null);
	question = $state.raw<Question>(EVERYTHING);
	/** To the last question that was not overtaken by another. */
	answer = $state.raw<Answer | null>(null);

	readonly #hire: () => Clerk;
	#loading: Clerk | null = null;
	#asked: Clerk | null = null;
	#reply: (question: Question) => Promise<Answer> = () => new Promise(() => undefined);
	/** A reader is about to search: the labels can be made ready meanwhile. */
	prepare: () => void = () => undefined;
	#isBusy = false;

	/** @param hire begins a worker, once for each load */
	constructor(hire: () => Clerk) {
		this.#hire = hire;
	}

	load = (url: string) => {
		this.#loading?.dismiss();
		const clerk = this.#hire();
		const { port } = clerk;
		this.#loading = clerk;
		this.fault = null;
		this.progress = { done: 0, of: 0 };
		port.onmessage = ({ data }: MessageEvent<Reply>) => {
			if ('progress' in data) this.progress = data.progress;
			else if ('fault' in data) this.#fail(clerk, data.fault);
			else if ('held' in data) this.#take(clerk, data.held);
		};
		port.onerror = (e) => {
			e.preventDefault();
			this.#fail(clerk, { where: 'the worker', found: e.message || 'its script did not come', mend: AGAIN });
		};
		port.postMessage({ load: url } satisfies Request, []);
	};

	#fail(clerk: Clerk, fault: Fault) {
		clerk.dismiss();
		if (clerk === this.#loading) this.#loading = this.progress = null;
		this.fault = fault;
	}

	#take(clerk: Clerk, held: Held) {
		this.#asked?.dismiss();
		this.#loading = this.progress = null;
		this.#isBusy = false;
		if (!held.isKept) {
			clerk.dismiss();
			this.#asked = null;
			const { answer, prepare } = answers(held.archive);
			this.#reply = (question) => Promise.resolve(answer(question));
			this.prepare = prepare;
		} else {
			this.#asked = clerk;
			this.prepare = () => clerk.port.postMessage('prepare' satisfies Request, []);
			this.#reply = (question) =>
				new Promise((done) => {
					clerk.port.onmessage = ({ data }: MessageEvent<Reply>) => {
						if ('answer' in data) done(data.answer);
					};
					clerk.port.postMessage({ question } satisfies Request, []);
				});
		}
		this.held = held;
		this.question = EVERYTHING;
		this.answer = held.everything;
	}

	/** One question is under way at a time; of those that come meanwhile only the last is put. */
	ask = (question: Question) => {
		this.question = question;
		if (!this.#isBusy) void this.#settle();
	};

	async #settle() {
		const reply = this.#reply;
		this.#isBusy = true;
		for (;;) {
			const { question } = this;
			const answer = await reply(question);
			// Another archive has been taken: its questions are others.
			if (reply !== this.#reply) return;
			if (question !== this.question) continue;
			this.#isBusy = false;
			this.answer = answer;
			return;
		}
	}
}
