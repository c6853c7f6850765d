/** The driver interface of the engine tests: navigate, run a function in the page, press, type and point. */
export interface Driver {
	/** Opens an address in a new document. */
	readonly go: (url: string) => Promise<unknown>;
	/** Runs a function in the page; arguments and result must be JSON. */
	readonly run: <A extends readonly unknown[], R>(act: (...given: A) => R | Promise<R>, ...given: A) => Promise<R>;
	/** @param key name as in `KeyboardEvent.key` @param held a key that is held meanwhile */
	readonly press: (key: string, held?: 'Control' | 'Shift') => Promise<unknown>;
	readonly type: (text: string) => Promise<unknown>;
	/** Presses at the first of these places, and releases at the last. */
	readonly drag: (...places: readonly Place[]) => Promise<unknown>;
	readonly wheel: (at: Place, dx: number, dy: number, held?: 'Control') => Promise<unknown>;
	readonly resize: (width: number, height: number) => Promise<unknown>;
	/** The window as a PNG, in base64. */
	readonly shot: () => Promise<string>;
	/** Messages of the browser in the console; WebKit does not report them. */
	readonly said: string[];
	readonly close: () => Promise<unknown>;
}
export interface Place {
	readonly x: number;
	readonly y: number;
}
/** Starts a browser on a system with a dark theme. @param path of the browser */
export type Launch = (path: string) => Promise<Driver>;

export type Engine = 'chromium' | 'firefox' | 'webkit';
/** What the driver of an engine cannot do: no test covers it there. `docs/engines.md` says why. */
export const CANNOT: Readonly<Record<Engine, readonly string[]>> = {
	chromium: [],
	firefox: ['touch'],
	webkit: ['touch', 'the wheel with Ctrl held', 'messages of the browser itself', 'a window narrower than 450 px'],
};
