// npm run scale: cuts any number of events for a static host, and measures what a chart fetches. See docs/scale.md.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cut } from '../../tools/cut/cut.mjs';
import { engine, install } from '../../tools/cut/engine.mjs';
import { generate } from './generate.mjs';
import { broken, table } from './report.mjs';
import { serve } from './serve.mjs';

const HELP = `npm run scale [-- options]
  --n 10000,10000000   numbers of synthetic events; each is cut, served and read
  --keep               leave the files in node_modules/.scale, and use what is there

Your own events, for your own host:
  --from events.parquet  id, start and "end" (ms since 1970, UTC; no end: a moment), lane, title; or https://, s3://
  --to folder            where the cut goes; also s3://
  --setup "SQL"          run first: extensions and credentials for a store`;

const { values } = parseArgs({
	options: {
		n: { type: 'string', default: '10000,100000,1000000,10000000' },
		...{ from: { type: 'string' }, to: { type: 'string' }, setup: { type: 'string', default: '' } },
		...{ keep: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
	},
});
const sizes = values.n.split(',').map(Number);
if (values.help || Boolean(values.from) !== Boolean(values.to) || !sizes.every((n) => Number.isInteger(n) && n > 0)) {
	console.log(HELP);
	process.exit(values.help ? 0 : 1);
}

const SCRATCH = join(import.meta.dirname, '../../node_modules/.scale');
const began = performance.now();
const say = (what) => console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${what}`);
install();

if (values.from) {
	const db = await engine(join(SCRATCH, 'spill'), values.setup);
	await cut(db, values.from, values.to, say);
	db.close();
	process.exit(0);
}

/** All files below a folder, and their total size. */
function weight(folder) {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
	return { files: files.length, size: files.reduce((sum, e) => sum + statSync(join(e.parentPath, e.name)).size, 0) };
}

const { measure } = await import('./measure.mjs');
const runs = [];
for (const n of sizes.toSorted((a, b) => a - b)) {
	const folder = join(SCRATCH, String(n));
	const [source, to] = [join(folder, 'events.parquet'), join(folder, 'cut')];
	const db = await engine(join(folder, 'spill'));
	let seconds = 0;
	// The manifest is written last: if it exists, the cut is complete.
	if (!values.keep || !existsSync(join(to, 'manifest.json'))) {
		rmSync(folder, { recursive: true, force: true });
		mkdirSync(folder, { recursive: true });
		await generate(db, n, source);
		say(`${n.toLocaleString('en')} events generated`);
		const start = performance.now();
		await cut(db, source, to, say);
		seconds = (performance.now() - start) / 1000;
	}
	const { url, close } = await serve(to);
	runs.push({ ...(await measure(db, url, source)), ...weight(to), seconds });
	say(`${n.toLocaleString('en')} events: every answer is what the engine counts in the events themselves`);
	await close();
	db.close();
	if (!values.keep) rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${table(runs)}\n`);
for (const sentence of broken(runs)) console.error(sentence);
process.exit(broken(runs).length ? 1 : 0);
