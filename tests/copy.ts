/** A copy of the whole project whose data a test may change and build. For unit and browser tests. */
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const PARTS = [
	...['src', 'seeds', 'tools', 'public', 'index.html', 'vite.config.ts', 'svelte.config.js'],
	...['tsconfig.json', 'package.json', 'package-lock.json'],
];

/** @param to an empty folder */
export function copyProject(root: string, to: string): void {
	for (const part of PARTS) cpSync(join(root, part), join(to, part), { recursive: true });
	// Links each package separately, so that files which a command writes into node_modules stay in the copy.
	mkdirSync(join(to, 'node_modules'));
	for (const name of readdirSync(join(root, 'node_modules')).filter((n) => !n.startsWith('.')))
		symlinkSync(join(root, 'node_modules', name), join(to, 'node_modules', name), 'junction');
}
