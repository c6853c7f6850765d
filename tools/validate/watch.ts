/** Does something again whenever a file of a case changes. */
import { existsSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** Editors write a file in several steps. */
const SETTLED = 100;
/** Folders whose files are a case's, and in the case's own folder what may come to be. */
const FOLDERS = ['src/data', 'seeds'];
const isOurs = (folder: string, name: string | null) => folder !== '' || name === null || /^(src|seeds)$/.test(name);

/** @returns never, but by the end of the process */
export async function watching(root: string, run: () => Promise<unknown>): Promise<never> {
	let watchers: readonly FSWatcher[] = [];
	for (;;) {
		let changed: () => void = () => undefined;
		const change = new Promise<void>((done) => (changed = done));
		for (const old of watchers) old.close();
		// Watched before it is read, so that no change is missed while it is.
		watchers = ['', ...FOLDERS]
			.filter((folder) => existsSync(join(root, folder)))
			.map((folder) => watch(join(root, folder), (_, name) => isOurs(folder, name) && changed()));
		await run();
		await change;
		await new Promise((done) => setTimeout(done, SETTLED));
	}
}
