/** The files of `data/`: listed as they are, and all of them in the archive. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { exportsOf } from '../../src/domain/exchange/exports.ts';
import { FORMATS } from '../../src/domain/exchange/formats.ts';
import { exportedFiles, type FileList } from '../../tools/build/exports.ts';
import { dataset, records } from './record.ts';

const made = () => exportedFiles(exportsOf(dataset, ''), records, 'The terms.');
const files = made();
const list = JSON.parse(files['data/index.json'] as string) as FileList;

/** Name → text of what an archive holds. */
function unzipped(archive: Uint8Array): Promise<ReadonlyMap<string, string>> {
	const found = new Map<string, string>();
	return new Promise((resolve, reject) => {
		fromBuffer(Buffer.from(archive), { lazyEntries: true }, (error, zip?: ZipFile) => {
			if (!zip) return reject(error!);
			zip.on('entry', (entry: Entry) => {
				zip.openReadStream(entry, (fault, stream) => {
					if (fault) return reject(fault);
					const parts: Buffer[] = [];
					stream.on('data', (part: Buffer) => parts.push(part));
					stream.on('end', () => {
						found.set(entry.fileName, Buffer.concat(parts).toString());
						zip.readEntry();
					});
				});
			});
			zip.on('end', () => resolve(found));
			zip.on('error', reject);
			zip.readEntry();
		});
	});
}

test('the list names every file with its size, its checksum and what it is for', () => {
	expect(list).toMatchObject({ title: dataset.case.title, version: dataset.version, licence: 'The terms.' });
	const paths = list.files.map(({ path }) => `data/${path}`);
	expect(paths.toSorted()).toEqual(
		Object.keys(files)
			.filter((path) => !/index\.json$|\.zip$/.test(path))
			.toSorted(),
	);
	expect(list.files.length).toBe(FORMATS.length + 1);
	for (const { path, bytes, sha256, type, use, loses } of list.files) {
		const content = Buffer.from(files[`data/${path}`] as string);
		expect(bytes).toBe(content.length);
		expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
		for (const words of [type, use, loses]) expect(words).not.toBe('');
	}
});

test('the archive holds all of them, and is the same for the same record', async () => {
	const archive = files[`data/${list.archive}`] as Uint8Array;
	const held = await unzipped(archive);
	expect([...held.keys()].toSorted()).toEqual([...list.files.map(({ path }) => path), 'index.json'].toSorted());
	for (const [name, text] of held) expect(text).toBe(files[`data/${name}`]);
	expect(made()[`data/${list.archive}`]).toEqual(archive);
});
