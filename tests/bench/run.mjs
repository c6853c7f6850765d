// npm run bench: compares our chart with other libraries and a hand-written canvas in one run. See results.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { access } from './access.mjs';
import { serve } from './browser.mjs';
import { bundle, bundlePage } from './bundles.mjs';
import { cell } from './cell.mjs';
import { HELP, options } from './options.mjs';
import { ownPage } from './own/own.mjs';
import { FIELD } from './paths.mjs';
import { report } from './report.mjs';
import { median } from './statistics.mjs';

const asked = options(process.argv.slice(2));
if (asked.help) {
	console.log(HELP);
	process.exit(0);
}
if (asked.page) {
	await ownPage();
	process.exit(0);
}
const began = performance.now();
const elapsed = () => performance.now() - began;
const say = (...words) => console.log(`${(elapsed() / 1000).toFixed(0).padStart(5)} s `, ...words);

if (!existsSync(join(FIELD, 'node_modules/.package-lock.json'))) {
	console.log('Installing the libraries to compare with (npm ci) …');
	// The settings of the npm that runs this script, such as `engines`, must not apply to the folder.
	const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
	const npm = { cwd: FIELD, env, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' };
	if (spawnSync('npm', ['ci', '--legacy-peer-deps', '--ignore-scripts', '--no-audit'], npm).status !== 0) {
		console.error('The libraries could not be installed: look at what npm said above, and run it again.');
		process.exit(1);
	}
}

await bundlePage();
const bytes = {};
for (const peer of asked.peers) bytes[peer] = await bundle(peer);
const { address, close } = await serve();
const bench = { address, ceiling: asked.ceiling, gesture: 3000, pictures: asked.pictures };
for (const folder of [dirname(asked.json), asked.pictures]) if (folder) mkdirSync(folder, { recursive: true });

const { dependencies } = JSON.parse(readFileSync(join(FIELD, 'package.json'), 'utf8'));
const run = {
	date: new Date().toISOString(),
	machine: { processors: cpus().length, model: cpus()[0].model, load: [loadavg()[0]], node: process.version },
	versions: dependencies,
	asked,
	bytes,
	cells: [],
	access: {},
	/** Library → the first number of events at which it failed. */
	ceilings: {},
	/** Whether the time budget ended the run before its last repetition. */
	cut: false,
};
const save = () => writeFileSync(asked.json, JSON.stringify(run));

/** Slow libraries are repeated less often. */
const repetitionsOf = (seconds) => (seconds > 40 ? 1 : seconds > 20 ? 2 : Infinity);
const repetitions = new Map();

/** @returns false when the time budget is used up */
async function measured(peer, n, repetition) {
	const stopped = run.ceilings[peer];
	if (stopped && n >= stopped.n) return true;
	const key = `${peer} ${n}`;
	if (repetition >= (repetitions.get(key) ?? Infinity)) return true;
	// The cost of the benchmark itself does not change.
	if (peer === 'noop' && repetition > 0) return true;
	if (elapsed() > asked.budget) return false;
	let figures = await cell(bench, peer, n);
	// A failure that is neither a timeout nor a crash may be an accident, so it is tried again.
	if (figures.failed && !/over|crash/.test(figures.failed)) figures = await cell(bench, peer, n);
	run.cells.push({ ...figures, repetition });
	run.machine.load.push(loadavg()[0]);
	if (repetition === 0) repetitions.set(key, repetitionsOf(figures.seconds));
	if (figures.failed && repetition === 0) run.ceilings[peer] = { n, why: figures.failed };
	const { first, pan, zoom, filter } = figures;
	const times = [first?.total, pan?.task, zoom?.task, filter?.ms].map((ms) => ms?.toFixed(1) ?? '–');
	say(
		`${repetition + 1}.`,
		key,
		figures.failed ?? `first ${times[0]}, pan ${times[1]}, zoom ${times[2]}, filter ${times[3]}`,
	);
	save();
	return true;
}

all: for (let repetition = 0; repetition < asked.repetitions; repetition++)
	for (const n of asked.sizes)
		// The order changes each time, so that no library always runs after the heaviest one.
		for (let i = 0; i < asked.peers.length; i++) {
			const peer = asked.peers[(i + repetition) % asked.peers.length];
			if (await measured(peer, n, repetition)) continue;
			run.cut = true;
			break all;
		}
if (asked.access)
	for (const peer of asked.peers) {
		run.access[peer] = await access(bench, peer);
		say('keyboard and names:', peer, run.access[peer].failed ?? '');
	}
close();

run.machine.load = median(run.machine.load);
run.minutes = elapsed() / 60_000;
save();
const page = report(run);
console.log(`\n${page}\nFigures: ${asked.json}`);
if (asked.write) {
	const file = join(import.meta.dirname, 'results.md');
	writeFileSync(file, await format(page, { ...(await resolveConfig(file)), parser: 'markdown' }));
}
process.exit(0);
