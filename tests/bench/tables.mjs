// Pure: a run's figures as Markdown tables.
import { FIELD_PEERS, FLOOR, LIMIT, OURS } from './measures.mjs';
import { best, medianOf, ratio } from './statistics.mjs';

/** @type {(x: number | null, digits?: number) => string} */
export function rounded(x, digits) {
	if (x === null) return '–';
	return x >= 1000 ? Math.round(x).toLocaleString('en') : x.toFixed(digits ?? (x >= 100 ? 0 : 1));
}
const times = (x) => `${rounded(x, x < 10 ? 2 : 0)}×`;
const count = (n) => n.toLocaleString('en');

/** @type {(head: readonly string[], rows: readonly (readonly string[])[]) => string} */
export const table = (head, rows) =>
	[head, ['---', ...head.slice(1).map(() => '---:')], ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** The sign for a missing figure. */
function missing({ cells, ceilings }, peer, n) {
	if (ceilings[peer] && n >= ceilings[peer].n) return '✗';
	return cells.some((c) => c.peer === peer && c.n === n) ? 'n/a' : '–';
}

/** One measure: medians with the ratio to the limit in brackets; the last row compares us with the best library. */
export function measureTable(run, { key, digits }) {
	const { cells, asked } = run;
	const rows = asked.peers.map((peer) => [
		peer === OURS ? `**${peer}**` : peer,
		...asked.sizes.map((n) => {
			const value = medianOf(cells, peer, n, key);
			if (value === null) return missing(run, peer, n);
			const by = peer === LIMIT || peer === FLOOR ? null : ratio(cells, peer, LIMIT, n, key);
			return rounded(value, digits) + (by === null ? '' : ` (${times(by)})`);
		}),
	]);
	const beside = asked.sizes.map((n) => {
		const peer = best(
			cells,
			asked.peers.filter((p) => FIELD_PEERS.includes(p)),
			n,
			key,
		);
		const by = peer && ratio(cells, OURS, peer, n, key);
		return by ? `${times(by)} ${peer}` : '–';
	});
	return table(['', ...asked.sizes.map(count)], [...rows, ['*ours ÷ best of the field*', ...beside]]);
}

export function smoothnessTable(run, kind) {
	const rows = run.asked.peers.map((peer) => [
		peer,
		...run.asked.sizes.map((n) => {
			const of = (name) => medianOf(run.cells, peer, n, `${kind}.${name}`);
			if (of('p95') === null) return missing(run, peer, n);
			return `${rounded(of('p95'), 0)}; ${rounded(of('dropped') * 100, 0)} %; ${rounded(of('long'), 0)}`;
		}),
	]);
	return table(['', ...run.asked.sizes.map(count)], rows);
}

export function bytesTable({ bytes, asked }) {
	const kib = (n) => rounded(n / 1024);
	return table(
		['', 'minified, KiB', 'gzip, KiB', '÷ limit'],
		asked.peers.map((peer) => [
			peer,
			kib(bytes[peer].min),
			kib(bytes[peer].gzip),
			bytes[LIMIT] ? times(bytes[peer].gzip / bytes[LIMIT].gzip) : '–',
		]),
	);
}

export function accessTable({ access }) {
	const rows = Object.entries(access).map(([peer, a]) =>
		a.failed
			? [peer, a.failed, '', '', '', '', '']
			: [
					peer,
					a.violations.map((v) => `${v.id} (${v.nodes})`).join(', ') || 'none',
					String(a.named),
					String(a.interactive),
					`${a.stops.inChart}, ${a.stops.events}`,
					String(a.walked ?? 0),
					a.enter ? 'yes' : 'no',
				],
	);
	const head = [
		'axe: rules broken (nodes)',
		'named',
		'named controls',
		'Tab stops, of them events',
		'reached by Tab and arrows',
		'Enter opens',
	];
	return table(['', ...head], rows);
}

export const ceilingsTable = ({ ceilings }) =>
	table(
		['', 'first number of events not managed', 'why'],
		Object.entries(ceilings).map(([peer, { n, why }]) => [peer, count(n), why]),
	);
