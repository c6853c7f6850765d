/** Places labels right or left of their marks, by priority and without overlap; labels may change sides for others. */
import { bisectRight } from './bisect.ts';

/** Something to be labelled; `left` and `right` are the room its mark takes in the track, in pixels. */
export interface Labelled {
	/** Number of the track, unique across lanes; labels of different tracks cannot overlap. */
	readonly track: number;
	readonly left: number;
	readonly right: number;
	/** Width of the label. */
	readonly width: number;
	/** Lower is placed first; equal ones in the order given. */
	readonly priority: number;
}

/** `act`: left of the act, or wherever its track has room in view. */
export type Placement = 'right' | 'left' | 'inside' | 'act';

/** Distance from mark to label, and from label to what comes next. */
export const GAP = 5;
const AIR = 5;
/** Distance from the end of a bar to a label inside it. */
export const INSIDE = 10;

/** A possible position of a label, including the space after it. */
interface Candidate {
	readonly placement: Placement;
	readonly from: number;
	readonly to: number;
}
/** Item → position of its label. */
type Plan = ReadonlyMap<number, Candidate>;
const meet = (a: Candidate, b: Candidate) => a.from < b.to && b.from < a.to;

/** What is in a track besides labels, sorted by left end. */
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
	/** `taken` without the marks, to test whether a bar can hold its own label. */
	readonly bare = new Taken();
	/** Labels placed beside marks, sorted by left end. No two overlap. */
	readonly #labels: Placed[] = [];

	/** Index of the first label that begins at x or after it. */
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
	/** Items whose labels overlap a position. */
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

/** Most labels that may change sides, in a chain, to make room for one more. */
const DEPTH = 3;

/**
 * @param obstacles by track, without marks: [left, right]
 * @param line x of a line that labels cross only where they have no other place
 * @returns the placement of each label; null where there is no room between `begin` and `end`
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
	/** Positions for one more item and for those that make way for it, consistent with what is already planned. */
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
