/** The licences of all that is sent to a reader: of the libraries in the bundle, as Vite lists them, and of the typefaces. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Package } from '../../src/view/documents/package.ts';

/** Where Vite lists the libraries whose code is in the bundle. */
export const LISTED = '.vite/licences.json';

/** "node_modules/@scope/name" of a file that came from a package. */
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
 * @param listed what Vite wrote @param files from the root, that are sent as they are
 * @throws where the terms of something that is sent are not known
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
