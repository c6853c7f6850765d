/** An event table: events in columns, for more of them than a page can hold as objects. */
import type { Span } from '../domain/model/when.ts';
import type { Columns } from '../layout/columns.ts';
import type { Fault } from './fault.ts';

/** The labels of all rows as one UTF-8 byte array; that of row i is bytes[ends[i]..ends[i + 1]]. */
export interface Labels {
	readonly ends: Uint32Array;
	readonly bytes: Uint8Array;
}

/** Metadata of a table. */
export interface About {
	/** Identifies file and details: they belong together only if their editions are equal. */
	readonly edition: string;
	readonly title: string;
	/** In whole days. */
	readonly extent: Span;
	/** In chart order; the first is the side above the axis and has no agency. */
	readonly lanes: readonly { readonly name: string; readonly agency: string | null }[];
	/** Names of the statuses; rows refer to them by index. */
	readonly statuses: readonly string[];
	/** Number of events in a file of details. */
	readonly pageSize: number;
}

export interface EventTable {
	readonly columns: Columns;
	/** Index in About.statuses. */
	readonly status: Uint8Array;
	readonly labels: Labels;
	readonly about: About;
}

// A byte-order mark inside a label is part of the label.
const text = new TextDecoder('utf-8', { ignoreBOM: true });
/** Decodes a label. Call it only for labels that are shown or read aloud. */
export const labelOf = ({ ends, bytes }: Labels, row: number) => text.decode(bytes.subarray(ends[row], ends[row + 1]));

const TIERS = 3;
const isText = (value: unknown) => typeof value === 'string';
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) > 0;

export function isAbout(value: unknown): value is About {
	if (typeof value !== 'object' || value === null) return false;
	const { edition, title, extent, lanes, statuses, pageSize } = value as Partial<About>;
	return (
		isText(edition) &&
		isText(title) &&
		isCount(pageSize) &&
		Number.isFinite(extent?.start) &&
		Number.isFinite(extent?.end) &&
		extent!.start < extent!.end &&
		Array.isArray(statuses) &&
		statuses.length <= 32 &&
		statuses.every(isText) &&
		Array.isArray(lanes) &&
		lanes.length > 0 &&
		lanes.length <= 32 &&
		lanes.every(
			(l: Partial<About['lanes'][number]> | null) => isText(l?.name) && (l.agency === null || isText(l.agency)),
		)
	);
}

export const WRITE_AGAIN = 'The file must be written again.';

/** Checks what the chart relies on but no checksum shows: the order of rows, and that all numbers are valid. O(n). */
export function unsound({ columns, status, labels, about }: EventTable): Fault | null {
	const { length, start, end, lane, ties, tier } = columns;
	const lanes = about.lanes.length;
	const others = lanes === 32 ? -1 : (1 << lanes) - 1;
	const fault = (row: number, found: string): Fault => ({ where: `row ${row}`, found, fix: WRITE_AGAIN });
	let before = about.extent.start;
	for (let row = 0; row < length; row++) {
		const [from, to] = [start[row]!, end[row]!];
		if (!(from >= before)) return fault(row, row ? 'begins before the row above it' : 'begins before the extent');
		if (!(to > from && to <= about.extent.end)) return fault(row, 'ends before it begins or after the extent');
		if (lane[row]! >= lanes) return fault(row, `is in lane ${lane[row]!} of ${lanes}`);
		if (ties[row]! & ~(others & ~1 & ~(1 << lane[row]!)))
			return fault(row, 'has a tie in no other lane below the axis');
		if (tier[row]! >= TIERS) return fault(row, `has tier ${tier[row]!} of ${TIERS}`);
		if (status[row]! >= about.statuses.length)
			return fault(row, `has status ${status[row]!} of ${about.statuses.length}`);
		if (labels.ends[row]! > labels.ends[row + 1]!) return fault(row, 'has a label that ends before it begins');
		// A label must not begin inside a multi-byte character.
		if ((labels.bytes[labels.ends[row]!]! & 0xc0) === 0x80)
			return fault(row, 'has a label that begins inside a letter');
		before = from;
	}
	if (labels.ends[0] !== 0 || labels.ends[length] !== labels.bytes.length)
		return { where: 'labels', found: 'the bytes are more or fewer than the rows claim', fix: WRITE_AGAIN };
	return null;
}
