/** The functions that a library needs in order to be measured. */
import type { BenchEvent, GROUPS, panWindow, zoomWindow } from './data.ts';

export interface Context {
	readonly SPAN_START: number;
	readonly SPAN_END: number;
	readonly GROUPS: typeof GROUPS;
	readonly panWindow: typeof panWindow;
	readonly zoomWindow: typeof zoomWindow;
	readonly raf: () => Promise<number>;
	readonly afterFrame: () => Promise<number>;
}

/** An event and the place where a real click reaches it. `approx`: marks overlap there, so any selection counts. */
export interface Target {
	readonly id: string;
	readonly x: number;
	readonly y: number;
	readonly approx?: boolean;
}

export interface Adapter {
	/** Where this library draws less than others or works differently; for the results page. */
	readonly notes?: Readonly<Record<string, string>>;
	/** Builds the chart in 1200 × 600 px; resolves when the document or canvas is up to date. */
	setup(root: HTMLElement, events: readonly BenchEvent[], ctx: Context): Promise<void>;
	/** Shows `ctx.panWindow(share)`; called once a frame. Left out where the library cannot. */
	pan?(share: number, ctx: Context): void;
	zoom?(share: number, ctx: Context): void;
	/** Shows one group, or all of them; resolves when the library has updated. */
	filter?(group: number | null, ctx: Context): Promise<void>;
	/** Called before `target`. */
	reset?(ctx: Context): Promise<void> | void;
	target?(ctx: Context): Promise<Target | undefined> | Target | undefined;
	/** The event whose selection is painted. */
	selected(ctx: Context): string | null;
	/** The event that has keyboard focus, if accessible text does not tell. */
	focused?(ctx: Context): string | undefined;
}
