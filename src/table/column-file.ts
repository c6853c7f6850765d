/**
 * The column file: an event table in its layout in memory, so that opening one copies nothing.
 *
 *     magic, format, count · length and MurmurHash3 of each section · MurmurHash3 of all this · the sections
 *
 * Numbers are little-endian; a section begins at a multiple of eight bytes and is padded to one with zeros.
 */
import { isAbout, WRITE_AGAIN, type About, type EventTable } from './event-table.ts';
import { murmur3 } from './checksum.ts';
import { isFault, type Fault } from './fault.ts';

const MAGIC = 'evtcols\n';
const FORMAT = 2;

/** In file order. A section has `width` bytes for each row and for `more` extra elements; if null, any length. */
const SECTIONS = [
	{ name: 'start', width: 8, more: 0 },
	{ name: 'end', width: 8, more: 0 },
	{ name: 'ties', width: 4, more: 0 },
	{ name: 'label ends', width: 4, more: 1 },
	{ name: 'lane', width: 1, more: 0 },
	{ name: 'tier', width: 1, more: 0 },
	{ name: 'shape', width: 1, more: 0 },
	{ name: 'status', width: 1, more: 0 },
	{ name: 'labels', width: null, more: 0 },
	{ name: 'about', width: null, more: 0 },
] as const;
type Name = (typeof SECTIONS)[number]['name'];

const TABLE = 16;
const ENTRY = 8;
/** Length of the header in bytes; its last four are the checksum of the bytes before them. */
export const HEADER = TABLE + ENTRY * SECTIONS.length + 8;
const SUM = HEADER - 4;

const even = (bytes: number) => Math.ceil(bytes / 8) * 8;

interface Section {
	readonly name: Name;
	readonly at: number;
	readonly length: number;
	readonly sum: number;
}
export interface Header {
	readonly count: number;
	readonly sections: readonly Section[];
	/** Length of the whole file, in bytes. */
	readonly length: number;
}

export const AGAIN = 'Fetch or copy the file again; if that does not help, it must be written again.';
const bytesWords = (n: number) => (n === 1 ? '1 byte' : `${n} bytes`);
const cut = (has: number, of: number): Fault => ({
	where: `byte ${has}`,
	found: `the file ends there, ${bytesWords(of - has)} too early`,
	fix: AGAIN,
});

/** Reads the header; the rest of the file need not have arrived yet. */
export function readHeader(bytes: Uint8Array): Header | Fault {
	const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length));
	if (!MAGIC.startsWith(magic))
		return {
			where: 'byte 0',
			found: `not a column file: it begins with “${magic.replace(/[^ -~]/g, '·')}”`,
			fix: 'Another file is at this address: check the address.',
		};
	if (bytes.length < HEADER) return cut(bytes.length, HEADER);
	const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER);
	const format = view.getUint32(8, true);
	if (format !== FORMAT)
		return {
			where: 'byte 8',
			found: `format ${format}, and this page reads format ${FORMAT}`,
			fix: 'Reload the page; if that does not help, the file must be written for this page.',
		};
	if (view.getUint32(SUM, true) !== murmur3(new Uint8Array(bytes.slice(0, SUM))))
		return { where: 'the header', found: 'it is not what was written', fix: AGAIN };
	const count = view.getUint32(12, true);
	let at = HEADER;
	const sections: Section[] = [];
	for (const [i, { name, width, more }] of SECTIONS.entries()) {
		const length = view.getUint32(TABLE + ENTRY * i, true);
		if (width !== null && length !== width * (count + more))
			return {
				where: name,
				found: `${bytesWords(length)} for ${count} rows, and not ${width * (count + more)}`,
				fix: WRITE_AGAIN,
			};
		sections.push({ name, at, length, sum: view.getUint32(TABLE + ENTRY * i + 4, true) });
		at += even(length);
	}
	return { count, sections, length: at };
}

/** A fault if the file is incomplete or a checksum does not match, else null. */
function damage(buffer: ArrayBuffer, { sections, length }: Header): Fault | null {
	if (buffer.byteLength < length) return cut(buffer.byteLength, length);
	if (buffer.byteLength > length)
		return { where: `byte ${length}`, found: `${bytesWords(buffer.byteLength - length)} too many`, fix: AGAIN };
	const bad = sections.find((s) => murmur3(new Uint8Array(buffer, s.at, even(s.length))) !== s.sum);
	if (!bad) return null;
	const found = `bytes ${bad.at} to ${bad.at + even(bad.length)} are not what was written`;
	return { where: bad.name, found, fix: AGAIN };
}

/** The table as views of the file's bytes: nothing is copied, and no label is decoded. */
export function decode(buffer: ArrayBuffer): EventTable | Fault {
	const header = readHeader(new Uint8Array(buffer));
	if (isFault(header)) return header;
	const fault = damage(buffer, header);
	if (fault) return fault;
	const { count } = header;
	const section = (name: Name) => header.sections.find((s) => s.name === name)!;
	const floats = (name: Name) => new Float64Array(buffer, section(name).at, count);
	const bytes = (name: Name) => new Uint8Array(buffer, section(name).at, section(name).length);
	const about = aboutOf(bytes('about'));
	if (!about) return { where: 'about', found: 'it does not say what the file holds', fix: WRITE_AGAIN };
	return {
		columns: {
			length: count,
			start: floats('start'),
			end: floats('end'),
			lane: bytes('lane'),
			ties: new Uint32Array(buffer, section('ties').at, count),
			tier: bytes('tier'),
			shape: bytes('shape'),
		},
		status: bytes('status'),
		labels: { ends: new Uint32Array(buffer, section('label ends').at, count + 1), bytes: bytes('labels') },
		about,
	};
}

function aboutOf(bytes: Uint8Array): About | null {
	try {
		const about: unknown = JSON.parse(new TextDecoder().decode(bytes));
		return isAbout(about) ? about : null;
	} catch {
		return null;
	}
}

/** The inverse of `decode`. */
export function encode({ columns, status, labels, about }: EventTable): ArrayBuffer {
	const { start, end, ties, lane, tier, shape, length } = columns;
	const said = new TextEncoder().encode(JSON.stringify(about));
	const parts = [start, end, ties, labels.ends, lane, tier, shape, status, labels.bytes, said];
	const buffer = new ArrayBuffer(parts.reduce((sum, p) => sum + even(p.byteLength), HEADER));
	const all = new Uint8Array(buffer);
	const view = new DataView(buffer);
	all.set(Uint8Array.from(MAGIC, (c) => c.charCodeAt(0)));
	view.setUint32(8, FORMAT, true);
	view.setUint32(12, length, true);
	let at = HEADER;
	for (const [i, part] of parts.entries()) {
		all.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
		view.setUint32(TABLE + ENTRY * i, part.byteLength, true);
		view.setUint32(TABLE + ENTRY * i + 4, murmur3(new Uint8Array(buffer, at, even(part.byteLength))), true);
		at += even(part.byteLength);
	}
	view.setUint32(SUM, murmur3(all.subarray(0, SUM)), true);
	return buffer;
}
