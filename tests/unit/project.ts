/** A copy of the whole project, with links to the packages, in which a test runs commands. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyProject } from '../copy.ts';
import { folder } from './faults.ts';
import { root } from './record.ts';

export interface Ran {
	readonly status: number | null;
	/** The complete output, from stdout and stderr. */
	readonly said: string;
}

export class Project {
	readonly root = folder();

	constructor() {
		copyProject(root, this.root);
	}

	at = (path: string) => join(this.root, path);
	change = (path: string, from: string, to: string) => {
		const text = readFileSync(this.at(path), 'utf8');
		if (!text.includes(from)) throw new Error(`${path} has no “${from}” to change.`);
		writeFileSync(this.at(path), text.replace(from, to));
	};

	/** @param settings environment variables such as CASE and OUT */
	node(args: readonly string[], settings: Readonly<Record<string, string>> = {}): Ran {
		// Removes variables of the test runner, which a command run by hand would not have.
		const env = Object.fromEntries(
			Object.entries(process.env).filter(
				([name]) => !/^(VITEST|NODE_ENV|NODE_OPTIONS|TEST|DEV|PROD|MODE|SSR|BASE|SITE|CASE|OUT)/.test(name),
			),
		);
		const options = { cwd: this.root, encoding: 'utf8', env: { ...env, ...settings } } as const;
		const { status, stdout, stderr } = spawnSync(process.execPath, args, options);
		return { status, said: stdout + stderr };
	}
	check = (settings = {}) => this.node(['tools/check.mjs'], settings);
	build = (settings = {}) => this.node(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], settings);
}
