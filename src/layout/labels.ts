/** Labels: right or left of the mark, by priority, never over anything else; they change ends for each other. */
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
export type Placement = 'right' | 'left' | 'inside' | 'act';

/** From mark to label, and from label to whatever comes next. */
export const GAP = 5;
const AIR = 5;
/** From the end of a bar to the label it holds. */
export const INSIDE = 10;

/** Where a label may be, with the air behind it. */
interface Candidate {
	readonly placement: Placement;
	readonly from: number;
	readonly to: number;
}
/** Where the labels of some items go. */
type Plan = ReadonlyMap<number, Candidate>;
const meet = (a: Candidate, b: Candidate) => a.from < b.to && b.from < a.to;

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
	readonly candidate: Candidate;
}

class Track {
	readonly taken = new Taken();
	/** Without the marks: where a bar may hold its own label. */
	readonly bare = new Taken();
	/** Items that have a label beside them, by where it begins. No two meet. */
	readonly #labels: Placed[] = [];

	/** The first label that begins at a place or after it. */
	#from(x: number): number {
		const at = this.#labels.findIndex(({ candidate }) => candidate.from >= x);
		return at < 0 ? this.#labels.length : at;
	}
	set(item: number, candidate: Candidate) {
		this.#labels.splice(this.#from(candidate.from), 0, { item, candidate });
	}
	delete(item: number) {
		const at = this.#labels.findIndex((l) => l.item === item);
		if (at >= 0) this.#labels.splice(at, 1);
	}
	/** Items whose labels meet a place. */
	meeting(candidate: Candidate): number[] {
		const found: number[] = [];
		for (let i = Math.max(this.#from(candidate.from) - 1, 0); i < this.#labels.length; i++) {
			const label = this.#labels[i]!;
			if (label.candidate.from >= candidate.to) break;
			if (meet(label.candidate, candidate)) found.push(label.item);
		}
		return found;
	}
}

/** How many labels at most change ends, one for the other, to make room for one more. */
const DEPTH = 3;

/**
 * Where each label goes; null: no room from `begin` to `end`.
 * @param obstacles per track, no marks: [left, right]
 * @param line that labels cross only where they have no other place
 */
export function placementsOf(
	items: readonly Labelled[],
	obstacles: ReadonlyMap<number, readonly (readonly [number, number])[]>,
	end: number,
	begin = 0,
	line = Infinity,
): (Placement | null)[] {
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

	function candidates({ track, left, right, width }: Labelled): Candidate[] {
		const beside: Candidate[] = [
			{ placement: 'right', from: right + GAP, to: right + GAP + width + AIR },
			{ placement: 'left', from: left - GAP - width, to: left - GAP + AIR },
		];
		const free = beside.filter(({ placement, from, to }) => {
			const isInside = from >= begin && to - AIR <= end;
			return isInside && trackOf(track).taken.isFree(from, placement === 'right' ? to : to - AIR);
		});
		const crosses = ({ from, to }: Candidate) => from < line && to > line;
		return free.some(crosses) ? [...free.filter((p) => !crosses(p)), ...free.filter(crosses)] : free;
	}
	/** Where one more item goes, and those that make way for it, in keeping with what is planned already. */
	function plan(item: number, planned: Plan, depth: number): Plan | null {
		for (const candidate of candidates(items[item]!)) {
			if ([...planned.values()].some((p) => meet(p, candidate))) continue;
			let all: Plan | null = new Map([...planned, [item, candidate]]);
			for (const other of trackOf(items[item]!.track).meeting(candidate)) {
				if (!all?.has(other)) all = all && depth > 0 ? plan(other, all, depth - 1) : null;
			}
			if (all) return all;
		}
		return null;
	}

	const placements = new Array<Placement | null>(items.length).fill(null);
	const order = items.map((_, i) => i).sort((a, b) => items[a]!.priority - items[b]!.priority || a - b);
	for (const i of order) {
		const { track: id, left, right, width } = items[i]!;
		if (width === 0) continue;
		const track = trackOf(id);
		if (right - left >= width + 2 * INSIDE && track.bare.isFree(left + INSIDE, left + INSIDE + width)) {
			placements[i] = 'inside';
			continue;
		}
		const planned = plan(i, new Map(), DEPTH) ?? [];
		for (const [item] of planned) track.delete(item);
		for (const [item, candidate] of planned) {
			track.set(item, candidate);
			placements[item] = candidate.placement;
		}
	}
	return placements;
}
