/** Where a build may write, and the atomic replacement of an earlier site by the new one. */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';

/** Parts of a project or a case that are written by hand. */
const BY_HAND = ['src', 'seeds', 'tools', 'tests', 'docs', 'public', '.git', '.ci'];

/** Resolves symbolic links, even if the end of the path does not exist yet. */
function real(path: string): string {
	return existsSync(path) ? realpathSync(path) : join(real(dirname(path)), basename(path));
}
const isWithin = (path: string, folder: string) => {
	const way = relative(folder, path);
	return !way.startsWith('..') && !isAbsolute(way);
};
/** Whether a folder has a site built by this project, which always has evidence.json. */
function isSite(folder: string): boolean {
	try {
		const list = JSON.parse(readFileSync(join(folder, 'evidence.json'), 'utf8')) as Record<string, unknown>;
		return typeof list['version'] === 'string' && typeof list['files'] === 'object';
	} catch {
		return false;
	}
}

/** A folder that must not be overwritten. The message is printed without a stack trace. */
export class RefusedFolder extends Error {
	constructor(out: string, reason: string) {
		super(
			`OUT=${out} is refused: ${reason}. Nothing was written and nothing deleted. Name a folder that does not exist yet, an empty one, or one with an earlier build.`,
		);
		this.name = 'RefusedFolder';
		this.stack = this.message;
	}
}

/**
 * @param out folder of the site, relative to the root
 * @param theCase folder of the case, relative to the root
 * @returns the absolute path of `out`
 * @throws {RefusedFolder} where files would be lost
 */
export function siteFolder(out: string, root: string, theCase: string): string {
	const folder = real(resolve(root, out));
	if (existsSync(workshop(folder))) throw new RefusedFolder(out, `${workshop(folder)} is in the way: delete it`);
	const homes = [root, resolve(root, theCase)].map(real);
	if (homes.some((home) => isWithin(home, folder))) throw new RefusedFolder(out, 'the project or the case is in it');
	const part = homes.flatMap((home) => BY_HAND.map((name) => join(home, name))).find((kept) => isWithin(folder, kept));
	if (part) throw new RefusedFolder(out, `it is within ${part}, which is written by hand`);
	if (!existsSync(folder)) return folder;
	if (!statSync(folder).isDirectory()) throw new RefusedFolder(out, 'it is a file');
	if (readdirSync(folder).length && !isSite(folder))
		throw new RefusedFolder(out, 'there are files in it that no build of this project wrote');
	return folder;
}

/** The temporary folder of this run beside the site. It has nothing else in it, so it may be deleted. */
const workshop = (folder: string) => join(dirname(folder), `.${basename(folder)}-build-${process.pid}`);
/** Where a site is written first. */
export const besideOf = (folder: string) => join(workshop(folder), 'new');
export const cleanUp = (folder: string) => rm(workshop(folder), { recursive: true, force: true });

/** Moves the new site into place, and the earlier one out of the way; undone if that fails. */
export async function takePlace(folder: string) {
	const old = join(workshop(folder), 'old');
	const isThere = existsSync(folder);
	if (isThere) await rename(folder, old);
	try {
		await rename(besideOf(folder), folder);
	} catch (error) {
		if (isThere) await rename(old, folder);
		throw error;
	}
}
