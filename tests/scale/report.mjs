// Pure: the report of a run, and whether its bytes are within the promised limits.

/** The most bytes that any step of a reader may fetch, for any number of events. */
const LIMIT = 160_000;
/** The most additional bytes for ten times the events: only the numbers get longer. */
const TENFOLD = 16_000;

/** @typedef {{ bytes: number, requests: number }} Step */
/**
 * @typedef {{ first: Step[], pans: Record<string, Step[]>, day: Step[] }} Steps
 * @typedef {Steps & { n: number, checked: number, files: number, size: number, seconds: number }} Run
 */

const worst = (steps, field) => Math.max(...steps.map((s) => s[field]));

/** The steps of a run by name, as in the table. @param {Run} run @returns {[string, Step[]][]} */
const stepsOf = ({ first, pans, day }) => [
	['First paint', first],
	...Object.entries(pans).map(([name, steps]) => /** @type {[string, Step[]]} */ ([`Pan by ${name}`, steps])),
	['Zoom to a day', day],
];

/** The broken promises. @param {readonly Run[]} runs by number of events, ascending @returns {string[]} */
export function broken(runs) {
	const least = runs[0];
	return runs.flatMap((run) => {
		const over = stepsOf(run)
			.filter(([, steps]) => worst(steps, 'bytes') > LIMIT)
			.map(([name, steps]) => `${name} at ${run.n} events: ${worst(steps, 'bytes')} bytes, over ${LIMIT}`);
		// Steps change from events to counts as data grow: only first paints and the costliest step are compared.
		const grown = Object.entries({
			'First paint': (r) => r.first,
			'The costliest step': (r) => stepsOf(r).flatMap(([, s]) => s),
		})
			.map(([name, of]) => ({ name, bytes: worst(of(run), 'bytes'), before: worst(of(least), 'bytes') }))
			.filter(({ bytes, before }) => bytes > before + TENFOLD * Math.log10(run.n / least.n))
			.map(({ name, bytes }) => `${name} at ${run.n} events: ${bytes} bytes grow faster than log N allows`);
		return [...over, ...grown];
	});
}

const kB = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;
const requests = (n) => (n === 1 ? '1 request' : `${n} requests`);
const row = (cells) => `| ${cells.join(' | ')} |`;

/** @param {readonly Run[]} runs @returns {string} in Markdown */
export function table(runs) {
	const names = stepsOf(runs[0]).map(([name]) => name);
	const cell = (steps) => `${kB(worst(steps, 'bytes'))}, ${requests(worst(steps, 'requests'))}`;
	return [
		row(['', ...runs.map(({ n }) => `${n.toLocaleString('en')} events`)]),
		row(['---', ...runs.map(() => '---')]),
		...names.map((name, i) => row([name, ...runs.map((run) => cell(stepsOf(run)[i][1]))])),
		row([
			'The cut',
			...runs.map(({ size, files }) => `${(size / 1e6).toFixed(1)} MB, ${files.toLocaleString('en')} files`),
		]),
		row(['Time to cut', ...runs.map(({ seconds }) => `${seconds.toFixed(0)} s`)]),
		row(['Answers compared', ...runs.map(({ checked }) => String(checked))]),
	].join('\n');
}
