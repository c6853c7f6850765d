/** The driver interface of the engine tests: navigate, run a function in the page, press, type and point. */
export interface Driver {
	/** Opens an address in a document of its own. */
	readonly go: (url: string) => Promise<unknown>;
	/** Runs a function in the page; what it takes and returns can be written as JSON. */
	readonly run: <A extends readonly unknown[], R>(act: (...given: A) => R | Promise<R>, ...given: A) => Promise<R>;
	/** @param key as events name it @param held a key that is held meanwhile */
	readonly press: (key: string, held?: 'Control' | 'Shift') => Promise<unknown>;
	readonly type: (text: string) => Promise<unknown>;
	/** Goes down at the first of these places, and up at the last. */
	readonly drag: (...places: readonly Place[]) => Promise<unknown>;
	readonly wheel: (at: Place, dx: number, dy: number, held?: 'Control') => Promise<unknown>;
	readonly resize: (width: number, height: number) => Promise<unknown>;
	/** The window as a PNG, in base64. */
	readonly shot: () => Promise<string>;
	/** What the browser itself wrote to the console; of WebKit nobody can know. */
	readonly said: string[];
	readonly close: () => Promise<unknown>;
}
export interface Place {
	readonly x: number;
	readonly y: number;
}
/** Starts a browser on a system that is dark. @param path of the browser */
export type Launch = (path: string) => Promise<Driver>;

export type Engine = 'chromium' | 'firefox' | 'webkit';
/** What an engine cannot be driven to do: no test claims it there. `docs/engines.md` says why. */
export const CANNOT: Readonly<Record<Engine, readonly string[]>> = {
	chromium: [],
	firefox: ['touch'],
	webkit: ['touch', 'the wheel with Ctrl held', 'messages of the browser itself', 'a window narrower than 450 px'],
};
