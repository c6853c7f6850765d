// npm run large: builds and serves the page of a million seeded events.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';

const HELP = `npm run large                    writes a million events, builds their page, serves it on 127.0.0.1
npm run large -- --n 250000      as many events as you like
npm run large -- --measure       opens the page in Chromium several times and prints what it measures
npm run large -- --runs 9        … so many times (5)`;
const args = process.argv.slice(2);
const number = (name, otherwise) => {
	const at = args.indexOf(name);
	const n = at < 0 ? otherwise : Number(args[at + 1]);
	if (Number.isInteger(n) && n > 0) return n;
	console.error(`${name} needs a number.\n\n${HELP}`);
	process.exit(1);
};
if (args.includes('--help')) {
	console.log(HELP);
	process.exit(0);
}
const n = number('--n', 1_000_000);
const runs = number('--runs', 5);
const load = async (file) => (await runnerImport(file)).module;

// Starts with an empty folder: files of an earlier run may be of another edition.
const folder = join(import.meta.dirname, '../../node_modules/.large');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const { buildPage, writeEvents } = await load('./tests/large/prepare.ts');
const began = performance.now();
writeEvents(n, folder);
console.log(`${n.toLocaleString('en')} events written in ${((performance.now() - began) / 1000).toFixed(1)} s`);
await buildPage(folder);
if (!existsSync(join(folder, 'index.html'))) throw new Error('The page was not built.');
const { serve } = await load('./tests/server.ts');
const { url, close } = await serve(folder);

if (args.includes('--measure')) {
	const { measure, table } = await load('./tests/large/measure.ts');
	console.log(table(await measure(url, runs)));
	await close();
} else console.log(`Serving at ${url} (Ctrl + C ends it)`);
