/** A simulated reader: finds by role and name, presses what is visible, types, points, and waits for the effect. */
import { expect } from 'vitest';
import type { Driver, Place } from './driver.ts';
import type { probe as Probe, Wanted } from './probe.ts';

declare const probe: typeof Probe;

/** As patterns have it. */
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

	/** Waits until a question to the page has its answer; while it goes from one document to the next it has none. */
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
	/** After the answer: what leaves the page at once leaves nobody to answer. */
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
	/** What went wrong in the page and in the browser since the last time. */
	async complaints() {
		const { said } = this.driver;
		const all = [...(await this.driver.run(() => probe.said())), ...said.splice(0)];
		await this.driver.run(() => probe.forget());
		return all;
	}
	/** Whether something is in the window, and not under something else. */
	isSeen = (wanted: Wanted) =>
		this.driver.run((w: Wanted) => {
			const e = probe.find(w)[0];
			const box = e?.getClientRects()[0];
			const at = box && document.elementFromPoint(box.left + Math.min(5, box.width / 2), box.top + box.height / 2);
			return Boolean(at && e.contains(at));
		}, wanted);
	untilSeen = (wanted: Wanted) => expect.poll(() => this.isSeen(wanted).catch(String), PATIENCE).toBe(true);

	/** Brings something into view. @returns a place on it where a press meets it and nothing else */
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
		// Where the page still moves, a press would go to what comes there next: a place counts when it is found twice.
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
