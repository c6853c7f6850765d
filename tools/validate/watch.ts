/** Repeats a task whenever a file of a case changes. */
import { existsSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds to wait for further changes, as editors write a file in several steps. */
const SETTLED = 100;
/** Folders with the files of a case. The case's own folder is watched too, in case one of them is created. */
const FOLDERS = ['src/data', 'seeds'];
const isOurs = (folder: string, name: string | null) => folder !== '' || name === null || /^(src|seeds)$/.test(name);

/** Never resolves; the process has to be ended. */
export async function watching(root: string, run: () => Promise<unknown>): Promise<never> {
	let watchers: readonly FSWatcher[] = [];
	for (;;) {
		let changed: () => void = () => undefined;
		const change = new Promise<void>((done) => (changed = done));
		for (const old of watchers) old.close();
		// Start watching before reading, so that no change is missed meanwhile.
		watchers = ['', ...FOLDERS]
			.filter((folder) => existsSync(join(root, folder)))
			.map((folder) => watch(join(root, folder), (_, name) => isOurs(folder, name) && changed()));
		await run();
		await change;
		await new Promise((done) => setTimeout(done, SETTLED));
	}
}
