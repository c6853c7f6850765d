/** Labels: right or left of the mark, by priority, never over anything else; they change sides for each other. */
import { bisectRight } from './bisect.ts';

/** Something to be labelled: the room its mark takes in one track, in pixels. */
export interface Labelled {
	/** Track over all lanes; labels of different tracks never meet. */
	readonly track: number;
	readonly left: number;
	readonly right: number;
	/** Width of the label. */
	readonly width: number;
	/** Lower goes first; equal ones in the order given. */
	readonly priority: number;
}

/** An act's label is left of it, or wherever its track has room in view. */
export type Side = 'right' | 'left' | 'inside' | 'act';

/** From mark to label, and from label to whatever comes next. */
export const GAP = 5;
const AIR = 5;
/** From the end of a bar to the label it holds. */
export const INSIDE = 10;

/** Where a label may be, with the air behind it. */
interface Place {
	readonly side: Side;
	readonly from: number;
	readonly to: number;
}
const meet = (a: Place, b: Place) => a.from < b.to && b.from < a.to;

/** What is in a track besides labels, sorted by its left end. */
class Taken {
	readonly #from: number[] = [];
	readonly #to: number[] = [];

	add(from: number, to: number) {
		const at = bisectRight(this.#from, from);
		this.#from.splice(at, 0, from);
		this.#to.splice(at, 0, to);
	}
	isFree(from: number, to: number): boolean {
		for (let i = bisectRight(this.#from, to) - 1; i >= 0; i--) if (this.#to[i]! > from) return false;
		return true;
	}
}

interface Placed {
	readonly item: number;
	readonly place: Place;
}

class Track {
	readonly taken = new Taken();
	/** Without the marks: where a bar may hold its own label. */
	readonly bare = new Taken();
	/** Items that have a label beside them, by where it begins. No two meet. */
	readonly #labels: Placed[] = [];

	/** The first label that begins at a place or after it. */
	#from(x: number): number {
		const at = this.#labels.findIndex(({ place }) => place.from >= x);
		return at < 0 ? this.#labels.length : at;
	}
	set(item: number, place: Place) {
		this.#labels.splice(this.#from(place.from), 0, { item, place });
	}
	delete(item: number) {
		const at = this.#labels.findIndex((l) => l.item === item);
		if (at >= 0) this.#labels.splice(at, 1);
	}
	/** Items whose labels meet a place. */
	meeting(place: Place): number[] {
		const found: number[] = [];
		for (let i = Math.max(this.#from(place.from) - 1, 0); i < this.#labels.length; i++) {
			const label = this.#labels[i]!;
			if (label.place.from >= place.to) break;
			if (meet(label.place, place)) found.push(label.item);
		}
		return found;
	}
}

/** How many labels at most change sides, one for the other, to make room for one more. */
const DEPTH = 3;

/**
 * Where each label goes; null: no room from `begin` to `end`.
 * @param obstacles per track, no marks: [left, right]
 * @param line that labels cross only where they have no other place
 */
export function labelSides(
	items: readonly Labelled[],
	obstacles: ReadonlyMap<number, readonly (readonly [number, number])[]>,
	end: number,
	begin = 0,
	line = Infinity,
): (Side | null)[] {
	const tracks = new Map<number, Track>();
	const trackOf = (id: number) => {
		let track = tracks.get(id);
		if (!track) tracks.set(id, (track = new Track()));
		return track;
	};
	for (const [id, list] of obstacles) {
		for (const [left, right] of list) {
			trackOf(id).taken.add(left, right);
			trackOf(id).bare.add(left, right);
		}
	}
	for (const { track, left, right } of items) trackOf(track).taken.add(left, right);

	function places({ track, left, right, width }: Labelled): Place[] {
		const beside: Place[] = [
			{ side: 'right', from: right + GAP, to: right + GAP + width + AIR },
			{ side: 'left', from: left - GAP - width, to: left - GAP + AIR },
		];
		const free = beside.filter(({ side, from, to }) => {
			const isInside = from >= begin && to - AIR <= end;
			return isInside && trackOf(track).taken.isFree(from, side === 'right' ? to : to - AIR);
		});
		const crosses = ({ from, to }: Place) => from < line && to > line;
		return free.some(crosses) ? [...free.filter((p) => !crosses(p)), ...free.filter(crosses)] : free;
	}
	/** A place for one more item, and for those that must change sides for it, in keeping with what is planned already. */
	function plan(item: number, planned: ReadonlyMap<number, Place>, depth: number): ReadonlyMap<number, Place> | null {
		for (const place of places(items[item]!)) {
			if ([...planned.values()].some((p) => meet(p, place))) continue;
			let all: ReadonlyMap<number, Place> | null = new Map([...planned, [item, place]]);
			for (const other of trackOf(items[item]!.track).meeting(place)) {
				if (!all?.has(other)) all = all && depth > 0 ? plan(other, all, depth - 1) : null;
			}
			if (all) return all;
		}
		return null;
	}

	const sides = new Array<Side | null>(items.length).fill(null);
	const order = items.map((_, i) => i).sort((a, b) => items[a]!.priority - items[b]!.priority || a - b);
	for (const i of order) {
		const { track: id, left, right, width } = items[i]!;
		if (width === 0) continue;
		const track = trackOf(id);
		if (right - left >= width + 2 * INSIDE && track.bare.isFree(left + INSIDE, left + INSIDE + width)) {
			sides[i] = 'inside';
			continue;
		}
		const planned = plan(i, new Map(), DEPTH) ?? [];
		for (const [item] of planned) track.delete(item);
		for (const [item, place] of planned) {
			track.set(item, place);
			sides[item] = place.side;
		}
	}
	return sides;
}
