/** The chart's measures across the page, in pixels: where each side, lane and track is. */

/** Half of a mark's own room in its track: marks of one track are at least twice this apart. */
export const HALF = 12;

/** The same where the chart is a strip. */
export const STRIP_HALF = 5;

/** What the parts of a chart are high, in pixels. */
interface Measures {
	/** Half of a mark's own room in its track. */
	readonly half: number;
	readonly axis: number;
	/** Room above for the names of chapters, below for the names of markers. */
	readonly head: number;
	readonly foot: number;
	readonly gap: number;
	/** Room at a lane's top for the marks of those who took part. */
	readonly pip: number;
	/** Height of a track where nothing presses, and the least it may have. */
	readonly pitch: number;
	readonly tight: number;
	/** Tracks above the axis are at most so much higher: a line and its words are in each. */
	readonly more: number;
	/** The least height of a lane, for its name. */
	readonly name: number;
	/** So much may be put between two lanes where there is room to spare. */
	readonly spread: number;
	/** The share of it that is above a lane's tracks. */
	readonly centre: number;
}
/** Tracks are high enough that words of two tracks do not meet; the lanes' names are buttons. */
const CHART: Measures = {
	...{ half: HALF, axis: 32, head: 26, foot: 20, gap: 4, pip: 9 },
	...{ pitch: 20, tight: 14, more: 1, name: 31, spread: 10, centre: 0 },
};
/** The chart above an event that is read: no words but those of the event and what it is connected with. */
const STRIP: Measures = {
	...{ half: STRIP_HALF, axis: 22, head: 24, foot: 8, gap: 2, pip: 0 },
	...{ pitch: 9, tight: 7, more: 0, name: 13, spread: 0, centre: 0 },
};
/** The chart while a step of a story is told: fewer lanes, and all the room there is. */
const SCENE: Measures = {
	...{ half: HALF, axis: 32, head: 30, foot: 22, gap: 4, pip: 9 },
	...{ pitch: 24, tight: 16, more: 6, name: 31, spread: Infinity, centre: 0.5 },
};
/** The most the strip takes from what is read below it. */
export const STRIP_ROOM = 244;
/** Tracks of a lane whose events are not known beforehand, and of the side above the axis. */
export const [TRACKS_BELOW, TRACKS_ABOVE] = [2, 7];

export interface Lane {
	readonly name: string;
	/** The agency whose colour the lane's name has; null above the axis. */
	readonly agency: string | null;
	readonly tracks: number;
	/** Height of a track. */
	readonly pitch: number;
	/** Where it begins: at its top are the marks of those who took part. */
	readonly begin: number;
	/** Top of its first track. */
	readonly top: number;
}

export interface Geometry {
	/** The first one is above the axis, and has no tracks where nothing is. */
	readonly lanes: readonly Lane[];
	/** Top of the axis. */
	readonly axis: number;
	/** Its bottom. */
	readonly under: number;
	/** Where the names of the chapters end, and the names of the markers begin. */
	readonly head: number;
	readonly foot: number;
	readonly height: number;
	/** Half of a mark's own room in its track. */
	readonly half: number;
}

export interface LaneNeeds extends Pick<Lane, 'name' | 'agency'> {
	/** What each number of tracks costs, from one track on: the labels that have no room in them. */
	readonly costs?: readonly number[];
	/** Whether events of other lanes have a part in this one. */
	readonly isShared?: boolean;
	/** It has no place in what is told. */
	readonly isLeftOut?: boolean;
}
export interface SideAbove {
	readonly name: string;
	readonly tracks?: number | undefined;
}

/**
 * @param above the side above the axis, or null where nothing is
 * @param below the lanes, in order
 * @param room height that all is to fit into: tracks get lower, then fewer, beginning where that costs least
 */
export const geometry = (above: SideAbove | null, below: readonly LaneNeeds[], room = Infinity): Geometry =>
	fitted(CHART, above, below, room);
/** @param below the lanes with what fewer tracks cost where nothing but marks takes room */
export const stripGeometry = (above: SideAbove | null, below: readonly LaneNeeds[]): Geometry =>
	fitted(STRIP, above, below, STRIP_ROOM);
/** @param below all lanes, with those that are left out: these have no tracks */
export const sceneGeometry = (above: SideAbove | null, below: readonly LaneNeeds[], room: number): Geometry =>
	fitted(SCENE, above, below, room);

function fitted(m: Measures, above: SideAbove | null, below: readonly LaneNeeds[], room: number): Geometry {
	const tracksAbove = above ? (above.tracks ?? TRACKS_ABOVE) : 0;
	/** As many as the last one that was worth it. */
	let tracks = below.map(({ costs, isLeftOut }) =>
		isLeftOut ? 0 : costs ? costs.indexOf(Math.min(...costs)) + 1 : TRACKS_BELOW,
	);
	const pip = ({ isShared }: LaneNeeds) => (isShared ? m.pip : 0);
	const laneHeight = (tracks: number, i: number, pitch: number) =>
		tracks && Math.max(m.name, pip(below[i]!) + tracks * pitch) + m.gap;
	const actAt = (pitch: number) => pitch + Math.min(m.more, 1 + Math.floor((pitch - m.tight) / 2));
	const axisAt = (pitch: number) => m.head + tracksAbove * actAt(pitch) + m.gap;
	const heightAt = (pitch: number) =>
		axisAt(pitch) + m.axis + m.gap + tracks.reduce((sum, n, i) => sum + laneHeight(n, i, pitch), 0) + m.foot;

	let { pitch } = m;
	while (pitch > m.tight && heightAt(pitch) > room) pitch--;
	while (heightAt(pitch) > room) {
		const lanes = tracks.flatMap((n, i) => {
			const { costs } = below[i]!;
			const won = laneHeight(n, i, pitch) - laneHeight(n - 1, i, pitch);
			return costs && n > 1 && won > 0 ? [{ i, price: (costs[n - 2]! - costs[n - 1]!) / won }] : [];
		});
		if (lanes.length === 0) break;
		const { i } = lanes.reduce((a, b) => (b.price <= a.price ? b : a));
		tracks = tracks.with(i, tracks[i]! - 1);
	}
	const spare = Number.isFinite(room) ? Math.max(0, room - heightAt(pitch)) : 0;
	const drawn = tracks.filter(Boolean).length;
	const spread = drawn ? Math.min(m.spread, Math.floor(spare / drawn)) : 0;

	const axis = axisAt(pitch);
	let top = axis + m.axis + m.gap;
	const lanes = below.map((lane, i): Lane => {
		const { name, agency } = lane;
		const begin = top;
		if (tracks[i]) top += laneHeight(tracks[i], i, pitch) + spread;
		return { name, agency, tracks: tracks[i]!, pitch, begin, top: begin + pip(lane) + Math.floor(spread * m.centre) };
	});
	// Exactly the room there is, unless much more is left.
	const height = spread < m.spread ? top + m.foot + (spare - spread * drawn) : top + m.foot;
	return {
		lanes: [
			{ name: above?.name ?? '', agency: null, tracks: tracksAbove, pitch: actAt(pitch), begin: m.head, top: m.head },
			...lanes,
		],
		...{ axis, under: axis + m.axis, head: m.head, foot: height - m.foot + 2, height, half: m.half },
	};
}

/** Middle of a track. */
export const middle = ({ top, pitch }: Lane, track: number) => top + (track + 0.5) * pitch;
