/** The page of another case, built from its data once per test worker. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { validate } from '../../tools/validate/validate.ts';
import { formatDiagnostics } from '../../tools/validate/diagnostic.ts';
import { serve } from '../server.ts';
import { makeSite } from '../sites.ts';
import { root } from './facts.ts';
import { test as base } from './page.ts';

/** The folder for the case that a worker builds. */
export const madeCase = (name: string, worker: number) => `node_modules/.${name}-${worker}-case`;

/** A complete build, as `npm run build` does it. */
const build = (theCase: string, out: string) =>
	promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
		cwd: root,
		env: { ...process.env, CASE: theCase, OUT: out, BASE: './', SITE: '' },
	});

/** Writes a case, checks it, and makes its site from the bundle in dist/. Paths are from the top of the repository. */
export async function make(write: (folder: string) => void, theCase: string, out: string) {
	const held = join(root, theCase);
	write(held);
	const verdict = validate(held);
	if (!verdict.ok) throw new Error(formatDiagnostics(verdict.problems));
	await makeSite('dist', held, verdict.records, join(root, out));
	return verdict.records;
}

/** @param name of the folder, unique for each build @param source folder of the case, or a function that writes it */
export const builtFrom = (name: string, source: string | ((folder: string) => void)) =>
	base.extend<object, { home: string }>({
		home: [
			async ({}, use, { parallelIndex }) => {
				const out = `node_modules/.${name}-${parallelIndex}`;
				if (typeof source === 'string') await build(source, out);
				else await make(source, madeCase(name, parallelIndex), out);
				const served = await serve(join(root, out));
				await use(served.url);
				await served.close();
			},
			{ scope: 'worker', timeout: 120_000 },
		],
	});
