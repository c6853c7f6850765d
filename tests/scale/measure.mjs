/** Measures what a chart fetches from a cut, span by span, and compares each answer with the engine's counts. */
import { deepStrictEqual } from 'node:assert/strict';
import { extentOf, timeOf } from '../../tools/cut/grid.mjs';
import { reader } from '../../tools/cut/read.mjs';
import { tables } from '../../tools/cut/table.mjs';

const DAY = 86_400_000;
const WIDTH = 1200;
/** Number of places over the extent, at the same shares for every number of events. */
const PLACES = 24;
const PANS = { 'a year': 365 * DAY, 'a month': 30 * DAY, 'a day': DAY };

const since = (traffic, { requests, bytes }) => ({
	requests: traffic.requests - requests,
	bytes: traffic.bytes - bytes,
});

/** A newly opened chart, which has fetched only its first view. */
async function opened(url) {
	const response = await fetch(`${url}/manifest.json`);
	const text = await response.text();
	const manifest = JSON.parse(text);
	const { rows, traffic } = tables(`${url}/${manifest.edition}`);
	traffic.requests++;
	traffic.bytes += text.length;
	const view = reader(manifest, rows);
	return { manifest, view: (span) => view(span, WIDTH), traffic };
}

/** Compares an answer with the engine's, from the original events. @throws {AssertionError} if they differ */
async function compare(db, { lanes, ...manifest }, { span, carried, bins, events }) {
	const { start, end } = span;
	const within = `start >= ${start} AND start < ${end}`;
	const byLane = await db.rows(
		`SELECT lane, count(*) AS n FROM truth WHERE start < ${start} AND "end" > ${start} GROUP BY lane`,
	);
	const n = (lane) => byLane.find((r) => r.lane === lane)?.n ?? 0;
	deepStrictEqual(carried, lanes.map(n), 'carried in');
	if (events) {
		const rows = await db.rows(`SELECT id, start, "end", lane, title FROM truth WHERE ${within} ORDER BY start, id`);
		for (const name of ['id', 'start', 'end', 'title'])
			deepStrictEqual(
				events[name] ?? [],
				rows.map((r) => r[name]),
				name,
			);
		deepStrictEqual(
			(events.lane ?? []).map((lane) => lanes[lane]),
			rows.map((r) => r.lane),
			'lane',
		);
		return rows.length;
	}
	const size = timeOf(manifest, 1, bins.level) - manifest.start;
	const counts = new Array(bins.counts.length).fill(0);
	for (const { bin, lane, n } of await db.rows(
		`SELECT (start - ${start}) // ${size} AS bin, lane, count(*) AS n FROM truth WHERE ${within} GROUP BY ALL`,
	))
		counts[bin * lanes.length + lanes.indexOf(lane)] = n;
	deepStrictEqual(bins.counts, counts, 'counts');
	return counts.reduce((a, b) => a + b, 0);
}

/**
 * @param db what engine() opens @param {string} url of the cut @param {string} source the events it was made from
 * @returns bytes and requests of each action of a reader; `checked` is the number of compared answers
 */
export async function measure(db, url, source) {
	await db.run(`CREATE OR REPLACE TABLE truth AS SELECT * FROM read_parquet('${source}')`);
	let checked = 0;
	const check = async (manifest, answer) => {
		checked++;
		return compare(db, manifest, answer);
	};
	const [{ busiest }] = await db.rows(
		`SELECT start // ${DAY} * ${DAY} AS busiest FROM truth GROUP BY ALL ORDER BY count(*) DESC, busiest LIMIT 1`,
	);

	const { manifest, view, traffic } = await opened(url);
	const extent = extentOf(manifest);
	await check(manifest, await view(extent));
	const first = { ...traffic };

	/** Starts for a span of this length and the next one, in whole days; the last pair ends with the busiest span. */
	const places = (length) => [
		...Array.from(
			{ length: PLACES },
			(_, i) => Math.floor((extent.start + ((extent.end - extent.start - 2 * length) * i) / (PLACES - 1)) / DAY) * DAY,
		),
		busiest - length,
	];
	const pans = {};
	for (const [name, length] of Object.entries(PANS)) {
		pans[name] = [];
		for (const start of places(length)) {
			const chart = await opened(url);
			await chart.view(extent);
			await chart.view({ start, end: start + length });
			const before = { ...chart.traffic };
			const answer = await chart.view({ start: start + length, end: start + 2 * length });
			pans[name].push({ ...since(chart.traffic, before), events: await check(manifest, answer), bins: answer.bins });
		}
	}
	const day = [];
	for (const start of places(DAY).map((t) => t + DAY)) {
		const chart = await opened(url);
		await chart.view(extent);
		const before = { ...chart.traffic };
		const answer = await chart.view({ start, end: start + DAY });
		day.push({ ...since(chart.traffic, before), events: await check(manifest, answer), bins: answer.bins });
	}
	return { n: manifest.events, first: [first], pans, day, checked };
}
