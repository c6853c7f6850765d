/** DuckDB, installed in this folder when first needed. It is never part of the page. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** @throws when npm fails */
export function install() {
	if (existsSync(new URL('node_modules/.package-lock.json', import.meta.url))) return;
	console.log('Installing the engine (npm ci) …');
	// Do not pass on the settings of the npm process that runs this.
	const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
	const { status } = spawnSync('npm', ['ci'], {
		...{ cwd: import.meta.dirname, env, shell: process.platform === 'win32' },
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	if (status !== 0)
		throw new Error('The engine could not be installed: look at what npm said above, and run it again.');
}

/**
 * @param {string} spill folder for what does not fit into memory
 * @param {string} setup SQL that is run first: extensions and credentials for a store
 */
export async function engine(spill, setup = '') {
	const { DuckDBInstance } = await import('@duckdb/node-api');
	const connection = await (await DuckDBInstance.create(':memory:', { temp_directory: spill })).connect();
	const run = (sql) => connection.run(sql);
	// Keep the order of rows in files.
	await run(`SET preserve_insertion_order = true; ${setup}`);
	return {
		run,
		/** Rows as objects, with BIGINT as numbers, since none here exceeds 2^53. */
		rows: async (sql) =>
			(await connection.runAndReadAll(sql))
				.getRowObjectsJS()
				.map((row) =>
					Object.fromEntries(
						Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
					),
				),
		close: () => connection.closeSync(),
	};
}
