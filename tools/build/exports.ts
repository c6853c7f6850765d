/** The files of `data/`: what the record is exported to, a list of them for programs, and all of them in one archive. */
import { strToU8, zipSync } from 'fflate';
import type { ExportedFile } from '../../src/domain/exchange/exports.ts';
import type { Records } from '../../src/domain/model/records.ts';
import { sha256 } from '../validate/evidence.ts';

/** `data/index.json`, as it is served. */
export interface FileList {
	readonly title: string;
	/** The data version. */
	readonly version: string;
	/** Terms in words. */
	readonly licence: string;
	/** Path of the archive, from the folder of the list; so are all paths. */
	readonly archive: string;
	readonly files: readonly {
		readonly path: string;
		readonly format: string;
		readonly type: string;
		readonly bytes: number;
		readonly sha256: string;
		readonly holds: string;
		readonly use: string;
		readonly loses: string;
	}[];
}

const FOLDER = 'data/';
const ARCHIVE = 'record.zip';
/** An archive of the same files is the same archive. */
const MODIFIED = new Date(1980, 0, 1);

/** Path from the top of the site → content. @param licence terms in words */
export function exportedFiles(
	exports: readonly ExportedFile[],
	{ version, case: { title } }: Records,
	licence: string,
): Readonly<Record<string, string | Uint8Array>> {
	const list: FileList = {
		...{ title, version, licence, archive: ARCHIVE },
		files: exports.map(({ path, name, type, holds, use, loses, text }) => ({
			...{ path: path.slice(FOLDER.length), format: name, type },
			...{ bytes: Buffer.byteLength(text), sha256: sha256(text), holds, use, loses },
		})),
	};
	const files = {
		...Object.fromEntries(exports.map(({ path, text }) => [path, text])),
		[`${FOLDER}index.json`]: `${JSON.stringify(list, null, '\t')}\n`,
	};
	const inArchive = Object.entries(files).map(([path, text]) => [path.slice(FOLDER.length), strToU8(text)] as const);
	return { ...files, [FOLDER + ARCHIVE]: zipSync(Object.fromEntries(inArchive), { mtime: MODIFIED, level: 9 }) };
}
