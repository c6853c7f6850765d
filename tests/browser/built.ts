/** The page built from another case, from data alone: once for the worker that looks at it. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serve } from '../server.ts';
import { root } from './facts.ts';
import { test as base } from './page.ts';

/** Where a worker writes the case that it builds. */
export const madeCase = (name: string, worker: number) => `node_modules/.${name}-${worker}-case`;

/** @param name of a folder that no other build has @param source folder of the case, or what writes it there */
export const builtFrom = (name: string, source: string | ((folder: string) => void)) =>
	base.extend<object, { home: string }>({
		home: [
			async ({}, use, { parallelIndex }) => {
				const out = `node_modules/.${name}-${parallelIndex}`;
				const theCase = typeof source === 'string' ? source : madeCase(name, parallelIndex);
				if (typeof source !== 'string') source(join(root, theCase));
				await promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
					cwd: root,
					env: { ...process.env, CASE: theCase, OUT: out, BASE: './' },
				});
				const served = await serve(join(root, out));
				await use(served.url);
				await served.close();
			},
			{ scope: 'worker', timeout: 120_000 },
		],
	});
