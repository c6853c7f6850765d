/**
 * The cut: turns events in any order into counts by level and events in time order, in Parquet files of bounded size.
 * It is all SQL for DuckDB, so input and output may be files, `https://` or `s3://`.
 */
import { mkdirSync } from 'node:fs';
import { COUNTS_PER_GROUP, DENSE, EVENTS_PER_FILE, EVENTS_PER_GROUP, FINEST, PART, RUN, STRETCH } from './grid.mjs';

/** A level so fine that the parts of every level begin at the edge of one of its bins. */
const BASE = FINEST - PART;
const PARQUET = 'FORMAT parquet, PARQUET_VERSION v2';

/** Makes the tables of events, in time order with the row number as the event's number, and of ends of bars. */
async function order(db, from) {
	const source = `read_parquet('${from}')`;
	const [{ start, end, lanes }] = await db.rows(
		`SELECT min(start) AS start, max(coalesce("end", start)) + 1 AS "end",
			list(DISTINCT lane ORDER BY lane)::JSON AS lanes FROM ${source}`,
	);
	const unit = Math.ceil((end - start) / 2 ** FINEST);
	await db.run(`
		CREATE OR REPLACE TABLE lanes AS SELECT lane AS name, (row_number() OVER (ORDER BY lane) - 1)::UTINYINT AS lane
			FROM (SELECT DISTINCT lane FROM ${source});
		CREATE OR REPLACE TABLE events AS
			SELECT id, start, CASE WHEN "end" > start THEN "end" END AS "end", lanes.lane, title,
				((start - ${start}) // ${unit})::INTEGER AS bin
			FROM ${source} e JOIN lanes ON e.lane = lanes.name ORDER BY start, id;
		CREATE OR REPLACE TABLE ends AS
			SELECT lane, (("end" - 1 - ${start}) // ${unit})::INTEGER AS bin FROM events WHERE "end" IS NOT NULL ORDER BY bin`);
	const [{ events, edition }] = await db.rows(
		`SELECT count(*) AS events, format('{:016x}', bit_xor(hash(id, start, "end", lane, title))) AS edition FROM events`,
	);
	return { edition, start, unit, lanes: JSON.parse(lanes), events };
}

/** For each stretch, the finest level it needs: see DENSE. */
async function depths(db) {
	const rows = await db.rows(`
		WITH fine AS (SELECT bin::BIGINT >> ${RUN} AS run, count(*) AS n FROM events GROUP BY ALL),
		dense AS (
			SELECT level, run >> (${FINEST} - level) AS run FROM fine, range(${STRETCH + 1}, ${FINEST + 1}) l(level)
			GROUP BY ALL HAVING sum(n) > ${DENSE}
		),
		written AS (SELECT DISTINCT level, greatest(run + d, 0) AS run FROM dense, range(-2, 3) n(d)),
		reached AS (
			SELECT level, (run << ${STRETCH}) >> (level - ${RUN}) AS first,
				(((run + 1) << ${STRETCH}) - 1) >> (level - ${RUN}) AS last
			FROM written
		)
		SELECT coalesce(max(level), ${STRETCH}) AS depth
		FROM range(${2 ** STRETCH}) s(stretch) LEFT JOIN reached ON stretch BETWEEN first AND last
		GROUP BY stretch ORDER BY stretch`);
	return rows.map((r) => r.depth.toString(36)).join('');
}

const EARLIER = 'ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING';
/** SQL for bins × lanes in a range: how many events began in each, and how many were going on at its start. */
const counted = ({ lanes }, level, from, to, base) => {
	const shift = FINEST - level;
	const within = `bin >= ${from}::BIGINT << ${shift} AND bin < ${to}::BIGINT << ${shift}`;
	return `
		WITH cells AS (SELECT bin, lane FROM range(${from}, ${to}) b(bin), range(${lanes.length}) l(lane)),
		began AS (SELECT bin >> ${shift} AS bin, lane, count(*) AS n, count("end") AS lasting
			FROM events WHERE ${within} GROUP BY ALL),
		ended AS (SELECT bin >> ${shift} AS bin, lane, count(*) AS n FROM ends WHERE ${within} GROUP BY ALL),
		base AS (${base}),
		rows AS (
			SELECT cells.bin, cells.lane, coalesce(began.n, 0) AS count, coalesce(lasting, 0) - coalesce(ended.n, 0) AS change
			FROM cells LEFT JOIN began USING (bin, lane) LEFT JOIN ended USING (bin, lane)
		)
		SELECT bin, lane, count,
			base.open + coalesce(sum(change) OVER (PARTITION BY lane ORDER BY bin ${EARLIER}), 0) AS open,
			base.before + coalesce(sum(count) OVER (ORDER BY bin, lane ${EARLIER}), 0) AS before
		FROM rows JOIN base USING (lane)`;
};

/** All parts that contain a stretch that needs them. */
function* parts(depths) {
	for (let level = 0; level <= FINEST; level++) {
		const many = level - PART > 0 ? 2 ** (level - PART) : 1;
		for (let part = 0; part < many; part++) {
			const first = Math.floor((part * 2 ** STRETCH) / many);
			const last = Math.ceil(((part + 1) * 2 ** STRETCH) / many);
			for (let s = first; s < last; s++)
				if (parseInt(depths[s], 36) >= level) {
					yield { level, part, from: part * 2 ** PART, to: (part + 1) * (2 ** level / many) };
					break;
				}
		}
	}
}

/**
 * @param db from engine()
 * @param {string} from Parquet with id, start and "end" (epoch ms, or no end), lane, title
 * @param {string} to folder, or prefix in a store @param {(what: string) => void} say
 */
export async function cut(db, from, to, say = () => undefined) {
	const folder = (path) => {
		// An object store has no folders.
		if (!/^\w+:\/\//.test(to)) mkdirSync(`${to}/${path}`, { recursive: true });
		return `${to}/${path}`;
	};
	const described = await order(db, from);
	const manifest = { ...described, depths: await depths(db) };
	say(`${manifest.events} events in time order`);

	const none = (range) => `SELECT lane, 0 AS before, 0 AS open FROM range(${range}) l(lane)`;
	await db.run(
		`CREATE OR REPLACE TABLE base AS
			${counted(manifest, BASE, 0, 2 ** BASE, none(manifest.lanes.length))} ORDER BY bin, lane`,
	);
	let files = 0;
	for (const { level, part, from, to } of parts(manifest.depths)) {
		// Totals before this part, from the bin of the base at which it begins.
		const at = part * 2 ** (FINEST - level);
		const base = `SELECT lane, min(before) OVER () AS before, open FROM base WHERE bin = ${at}`;
		await db.run(`COPY (SELECT count::INTEGER AS count, open::INTEGER AS open, before::INTEGER AS before
			FROM (${counted(manifest, level, from, to, base)}) ORDER BY bin, lane)
			TO '${folder(`${manifest.edition}/counts/${level}`)}/${part}.parquet'
			(${PARQUET}, ROW_GROUP_SIZE ${COUNTS_PER_GROUP}, DICTIONARY_SIZE_LIMIT 1024)`);
		files++;
	}
	say(`${files} files of counts`);
	for (let first = 0; first < manifest.events; first += EVENTS_PER_FILE, files++)
		await db.run(`COPY (SELECT id, start, "end", lane, title FROM events
			WHERE rowid >= ${first} AND rowid < ${first + EVENTS_PER_FILE} ORDER BY rowid)
			TO '${folder(`${manifest.edition}/events`)}/${first / EVENTS_PER_FILE}.parquet'
			(${PARQUET}, ROW_GROUP_SIZE ${EVENTS_PER_GROUP})`);
	// The manifest is written last and names the edition, so readers use the earlier edition until then.
	await db.run(`COPY (SELECT unnest('${JSON.stringify(manifest)}'::JSON::STRUCT(
			edition VARCHAR, start BIGINT, unit BIGINT, lanes VARCHAR[], events BIGINT, depths VARCHAR)))
		TO '${to}/manifest.json' (FORMAT json)`);
	say(`${files} files in all`);
}
