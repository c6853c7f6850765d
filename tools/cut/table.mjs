/** Reads rows of Parquet files by number with HTTP range requests: each file's footer once, then missing row groups. */
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { groupsOf, union } from './ranges.mjs';
import { pieces } from './grid.mjs';

/** Bytes fetched first: enough for the footer of any file of a cut; a larger one would need a second request. */
const TAIL = 10_000;
/** Size of the LRU caches of row groups and footers. */
const KEPT = 128;

/** An LRU cache of promises. Failed ones are removed, so that they are tried again. */
class Kept {
	#all = new Map();
	get(key) {
		const promise = this.#all.get(key);
		// Move it to the end, as the most recently used.
		if (promise && this.#all.delete(key)) this.#all.set(key, promise);
		return promise;
	}
	keep(key, promise) {
		this.#all.set(key, promise);
		if (this.#all.size > KEPT) this.#all.delete(this.#all.keys().next().value);
		promise.catch(() => this.#all.delete(key));
		return promise;
	}
}

const plain = (value) => (typeof value === 'bigint' ? Number(value) : (value ?? null));
/** Byte range of a row group in its file. */
function bytesOf({ columns }) {
	const starts = columns.map(({ meta_data: m }) => Number(m.dictionary_page_offset ?? m.data_page_offset));
	const ends = columns.map(({ meta_data: m }, i) => starts[i] + Number(m.total_compressed_size));
	return { start: Math.min(...starts), end: Math.max(...ends) };
}

/**
 * @param {string} base address of an edition
 * @returns {{ rows: import('./read.mjs').Rows, traffic: { requests: number, bytes: number } }} traffic keeps counting
 */
export function tables(base) {
	const traffic = { requests: 0, bytes: 0 };
	const [footers, groups] = [new Kept(), new Kept()];

	async function get(path, range) {
		const response = await fetch(`${base}/${path}`, { headers: { Range: `bytes=${range}` } });
		if (response.status !== 206) throw new Error(`${path}: ${response.status} where a range was asked for`);
		const bytes = new Uint8Array(await response.arrayBuffer());
		traffic.requests++;
		traffic.bytes += bytes.length;
		return { bytes, size: Number(response.headers.get('Content-Range').split('/')[1]) };
	}

	async function footer(path) {
		let { bytes, size } = await get(path, `-${TAIL}`);
		const length = new DataView(bytes.buffer).getUint32(bytes.length - 8, true) + 8;
		if (length > bytes.length) ({ bytes } = await get(path, `-${length}`));
		const metadata = parquetMetadata(bytes.buffer);
		return { metadata, size, tail: bytes, at: size - bytes.length };
	}

	/** Bytes of a file; its end was fetched with the footer. */
	async function slice(path, { tail, at }, start, end) {
		const here = tail.subarray(Math.max(start - at, 0), Math.max(end - at, 0));
		if (start >= at) return here;
		const { bytes } = await get(path, `${start}-${Math.min(end, at) - 1}`);
		const all = new Uint8Array(end - start);
		all.set(bytes);
		all.set(here, bytes.length);
		return all;
	}

	/** Fetches adjacent row groups together and decodes each on its own. */
	async function decoded(path, { metadata, size, ...file }, run) {
		const all = run.map(({ group }) => metadata.row_groups[group]);
		const [{ start }, { end }] = [bytesOf(all[0]), bytesOf(all.at(-1))];
		const bytes = await slice(path, file, start, end);
		const buffer = { byteLength: size, slice: (from, to = size) => bytes.slice(from - start, to - start).buffer };
		return Promise.all(
			run.map(({ row }, i) =>
				parquetReadObjects({ file: buffer, metadata, rowStart: row, rowEnd: row + Number(all[i].num_rows) }),
			),
		);
	}

	/** Rows of one file. Row groups not cached are fetched, adjacent ones together. */
	async function piece(path, from, to) {
		const file = await (footers.get(path) ?? footers.keep(path, footer(path)));
		const sizes = file.metadata.row_groups.map((g) => Number(g.num_rows));
		const needed = groupsOf(sizes, from, to);
		const found = new Map(needed.map(({ group }) => [group, groups.get(`${path} ${group}`)]));
		for (const run of union(needed.filter(({ group }) => !found.get(group)))) {
			const parts = decoded(path, file, run);
			run.forEach(({ group }, i) => {
				const part = parts.then((all) => all[i]);
				found.set(group, groups.keep(`${path} ${group}`, part));
			});
		}
		const start = needed[0].row;
		return (await Promise.all(found.values())).flat().slice(from - start, to - start);
	}

	async function rows(table, perFile, from, to) {
		const found = await Promise.all(
			pieces(perFile, from, to).map((p) => piece(`${table}/${p.file}.parquet`, p.from, p.to)),
		);
		const all = found.flat();
		return Object.fromEntries(Object.keys(all[0] ?? {}).map((name) => [name, all.map((row) => plain(row[name]))]));
	}
	return { rows, traffic };
}
