/** A simulated reader: finds by role and name, presses what is visible, types, points, and waits for the effect. */
import { expect } from 'vitest';
import type { Driver, Place } from './driver.ts';
import type { probe as Probe, Wanted } from './probe.ts';

declare const probe: typeof Probe;

/** A pattern for exactly this text. */
export const exactly = (text: string) => `^${literally(text)}$`;
export const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
/** @param name a pattern */
export const the = (role: string, name?: string, within?: Wanted): Wanted => ({
	role,
	...(name !== undefined && { name }),
	...(within && { within }),
});

const PATIENCE = { timeout: 15_000, interval: 60 };

export class Reader {
	readonly driver: Driver;
	readonly home: string;
	constructor(driver: Driver, home: string) {
		this.driver = driver;
		this.home = home;
	}

	/** Waits until a function in the page returns the expected result. It may fail during navigation. */
	until = <A extends readonly unknown[], R>(answer: R, ask: (...given: A) => R | Promise<R>, ...given: A) =>
		expect.poll(() => this.driver.run(ask, ...given).catch(String), PATIENCE).toEqual(answer);
	/** Opens an address in a new document, and waits until it is hydrated. */
	async open(address = '') {
		await this.driver.go(this.home + address);
		await this.alive();
	}
	alive = () => this.until(true, () => document.documentElement.hasAttribute('data-ready'));
	/** Opens a document that needs no script. */
	async read(address: string) {
		await this.driver.go(this.home + address);
		await this.until('complete', () => document.readyState);
	}
	untilAt = (address: RegExp) =>
		expect.poll(() => this.driver.run(() => location.href).catch(String), PATIENCE).toMatch(address);
	/** The part of the address that is ours. */
	search = () => this.driver.run(() => decodeURIComponent(location.search));
	untilSearch = (pattern: RegExp) => expect.poll(() => this.search().catch(String), PATIENCE).toMatch(pattern);
	/** After the call has returned: leaving the page at once would interrupt it. */
	back = () => this.driver.run(() => void setTimeout(() => history.back()));
	scrolled = () => this.driver.run(() => Math.round(scrollY));

	count = (wanted: Wanted) => this.driver.run((w: Wanted) => probe.find(w).length, wanted);
	untilCount = (n: number, wanted: Wanted) => this.until(n, (w: Wanted) => probe.find(w).length, wanted);
	text = (wanted: Wanted) =>
		this.driver.run((w: Wanted) => probe.find(w)[0]!.textContent.replace(/\s+/g, ' ').trim(), wanted);
	untilText = (pattern: RegExp, wanted: Wanted) =>
		expect.poll(() => this.text(wanted).catch(String), PATIENCE).toMatch(pattern);
	value = (wanted: Wanted) => this.driver.run((w: Wanted) => (probe.find(w)[0] as HTMLInputElement).value, wanted);
	untilState = (state: string | null, name: string, wanted: Wanted) =>
		this.until(state, (w: Wanted, n: string) => probe.find(w)[0]!.getAttribute(n), wanted, name);
	untilFocus = (wanted: Wanted) => this.until(true, (w: Wanted) => probe.find(w)[0] === document.activeElement, wanted);
	focus = (wanted: Wanted) => this.driver.run((w: Wanted) => (probe.find(w)[0] as HTMLElement).focus(), wanted);
	/** Errors in the page and in the browser since the last call. */
	async complaints() {
		const { said } = this.driver;
		const all = [...(await this.driver.run(() => probe.said())), ...said.splice(0)];
		await this.driver.run(() => probe.forget());
		return all;
	}
	/** Whether an element is in the window and not covered. */
	isSeen = (wanted: Wanted) =>
		this.driver.run((w: Wanted) => {
			const e = probe.find(w)[0];
			const box = e?.getClientRects()[0];
			const at = box && document.elementFromPoint(box.left + Math.min(5, box.width / 2), box.top + box.height / 2);
			return Boolean(at && e.contains(at));
		}, wanted);
	untilSeen = (wanted: Wanted) => expect.poll(() => this.isSeen(wanted).catch(String), PATIENCE).toBe(true);

	/** Scrolls an element into view. @returns a place where a press hits only this element */
	async placeOf(wanted: Wanted): Promise<Place> {
		let place: Place | null = null;
		const look = (w: Wanted) => {
			const e = probe.find(w)[0];
			if (!e) return null;
			const { top, bottom } = e.getBoundingClientRect();
			if (top < 150 || bottom > innerHeight - 20) e.scrollIntoView({ block: 'center', behavior: 'instant' });
			const box = e.getClientRects()[0]!;
			const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
			const hit = document.elementFromPoint(x, y);
			return hit && e.contains(hit) ? { x, y } : null;
		};
		// While the page moves, a press could hit another element: so the same place must be found twice.
		const isMet = async () => {
			const before = place;
			place = await this.driver.run(look, wanted).catch(() => null);
			return place !== null && place.x === before?.x && place.y === before.y;
		};
		await expect.poll(isMet, { ...PATIENCE, message: `nothing to press: ${JSON.stringify(wanted)}` }).toBe(true);
		return place!;
	}
	async click(wanted: Wanted) {
		const place = await this.placeOf(wanted);
		await this.driver.drag(place, place);
	}
}
