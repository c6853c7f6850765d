/** Licences of everything in the site: libraries in the bundle, as listed by Vite, and typefaces. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Package } from '../../src/view/documents/package.ts';

/** Vite's list of the libraries in the bundle. */
export const LISTED = '.vite/licences.json';

/** "node_modules/@scope/name" for a file of a package. */
const folderOf = (path: string) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];

function packageIn(folder: string): Package {
	const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
		name: string;
		version: string;
		license: string;
	};
	const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
	return { name, version, identifier: license, text: file ? readFileSync(join(folder, file), 'utf8') : '' };
}

/**
 * @param listed Vite's list @param files paths from the root of files copied unchanged
 * @throws where the licence of a package is not known
 */
export function licencesOf(listed: readonly Partial<Package>[], files: readonly string[], root: string): Package[] {
	const folders = new Set(files.flatMap((file) => folderOf(file) ?? []));
	const found = [...listed, ...Array.from(folders, (folder) => packageIn(join(root, folder)))];
	return found
		.map(({ name = '', version = '', identifier = '', text = '' }) => {
			if (!identifier || !text.trim())
				throw new Error(`${name} ${version} is part of the site, and has no text of its licence in node_modules.`);
			return { name, version, identifier, text: text.trim() };
		})
		.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}
