/** The whole record as files: one in each format, a list for programs, and an archive of all. */
import { basename } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { FileEntry, ListedFile } from '../../src/domain/exchange/record-files.ts';
import { RECORD_INDEX } from '../../src/domain/exchange/record-paths.ts';
import type { RecordData } from '../../src/prerender.ts';
import { sha256 } from '../validate/evidence.ts';

const README = 'readme.txt';
/** Modification time of all files in the archive: the earliest that ZIP can hold, so that builds are reproducible. */
const NO_TIME = new Date(1980, 0, 1);

const listed = ({ id, name, path, type, holds, use, loses }: FileEntry, content: Uint8Array): ListedFile => ({
	...{ id, name, path, type, holds, use, loses },
	...{ bytes: content.length, sha256: sha256(content) },
});

/** @returns path from the top of the site → content of each file, and the entries of the list */
export function dataFiles({ files, archive, readme, index }: RecordData) {
	const contents = new Map(files.map((file) => [file.path, strToU8(file.text)]));
	const inside = [...contents].map(([path, content]) => [basename(path), content] as const);
	const zip = zipSync(Object.fromEntries([...inside, [README, strToU8(readme)]]), { level: 9, mtime: NO_TIME });
	const list = [...files.map((file) => listed(file, contents.get(file.path)!)), listed(archive, zip)];
	const text = `${JSON.stringify(index(list), null, '\t')}\n`;
	return {
		contents: new Map([...contents, [archive.path, zip], [RECORD_INDEX, strToU8(text)]]),
		list,
	};
}
