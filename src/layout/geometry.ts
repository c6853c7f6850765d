/** The chart's vertical geometry, in pixels: where each side, lane and track is. */

/** Half the room that a mark needs in its track: marks of one track are at least twice this apart. */
export const HALF = 12;

/** `HALF` in the strip. */
export const STRIP_HALF = 5;

/** Heights of the parts of a chart, in pixels. */
interface Measures {
	/** Half the room that a mark needs in its track. */
	readonly half: number;
	readonly axis: number;
	/** Height at the top for names of chapters, and at the bottom for names of markers. */
	readonly head: number;
	readonly foot: number;
	readonly gap: number;
	/** Height at the top of a lane for ties (the small squares). */
	readonly pip: number;
	/** Preferred and least height of a track. */
	readonly pitch: number;
	readonly tight: number;
	/** By how much tracks above the axis may be higher than others, as each also holds a line and its words. */
	readonly more: number;
	/** Least height of a lane, given by its name. */
	readonly name: number;
	/** Most space added to each lane where there is room to spare. */
	readonly spread: number;
	/** Share of that space above the lane's tracks. */
	readonly centre: number;
}
/** The full chart: labels of adjacent tracks must not touch, and lanes' names are buttons. */
const CHART: Measures = {
	...{ half: HALF, axis: 34, head: 26, foot: 20, gap: 4, pip: 9 },
	...{ pitch: 20, tight: 14, more: 1, name: 31, spread: 10, centre: 0 },
};
/** The strip above an open event: it names only the event and those connected with it. */
const STRIP: Measures = {
	...{ half: STRIP_HALF, axis: 28, head: 24, foot: 8, gap: 2, pip: 0 },
	...{ pitch: 9, tight: 7, more: 0, name: 13, spread: 0, centre: 0 },
};
/** The chart during a step of the story: fewer lanes, which share all the room. */
const SCENE: Measures = {
	...{ half: HALF, axis: 34, head: 30, foot: 22, gap: 4, pip: 9 },
	...{ pitch: 24, tight: 16, more: 6, name: 31, spread: Infinity, centre: 0.5 },
};
/** Most height of the strip, as it takes room from the text below it. */
export const STRIP_ROOM = 250;
/** Default number of tracks: of a lane without costs, and of the side above the axis. */
export const [TRACKS_BELOW, TRACKS_ABOVE] = [2, 7];

export interface Lane {
	readonly name: string;
	/** Id of the agency whose colour the lane's name has; null above the axis. */
	readonly agency: string | null;
	readonly tracks: number;
	/** Height of a track. */
	readonly pitch: number;
	/** Top of the lane, where its ties are. */
	readonly begin: number;
	/** Top of its first track. */
	readonly top: number;
}

export interface Geometry {
	/** The first is the side above the axis; it has no tracks where it has no events. */
	readonly lanes: readonly Lane[];
	/** Top of the axis. */
	readonly axis: number;
	/** Bottom of the axis. */
	readonly under: number;
	/** y at which the names of chapters end, and at which the names of markers begin. */
	readonly head: number;
	readonly foot: number;
	readonly height: number;
	/** Half of a mark's own room in its track. */
	readonly half: number;
}

export interface LaneNeeds extends Pick<Lane, 'name' | 'agency'> {
	/** Cost of each number of tracks, from one on: the weight of labels that do not fit. */
	readonly costs?: readonly number[];
	/** Whether events of other lanes have ties in this one. */
	readonly isShared?: boolean;
	/** The step of the story does not need it, so it gets no tracks. */
	readonly isLeftOut?: boolean;
}
export interface SideAbove {
	readonly name: string;
	readonly tracks?: number | undefined;
}

/**
 * @param above the side above the axis, or null where it has no events
 * @param below the lanes, in order
 * @param room height to fit into: tracks get lower, then fewer, starting where that costs least
 */
export const geometry = (above: SideAbove | null, below: readonly LaneNeeds[], room = Infinity): Geometry =>
	fitted(CHART, above, below, room);
/** @param below the lanes with costs from `stripNeeds`, where only marks take room */
export const stripGeometry = (above: SideAbove | null, below: readonly LaneNeeds[]): Geometry =>
	fitted(STRIP, above, below, STRIP_ROOM);
/** @param below all lanes; those with `isLeftOut` get no tracks */
export const sceneGeometry = (above: SideAbove | null, below: readonly LaneNeeds[], room: number): Geometry =>
	fitted(SCENE, above, below, room);

function fitted(m: Measures, above: SideAbove | null, below: readonly LaneNeeds[], room: number): Geometry {
	const tracksAbove = above ? (above.tracks ?? TRACKS_ABOVE) : 0;
	/** The fewest tracks with the lowest cost. */
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
	// Fill the room exactly, unless every lane already has the most space.
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
