/** The whole record as files: the list agrees with the files and with the archive. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromBuffer, type Entry } from 'yauzl';
import { FORMATS } from '../../src/domain/exchange/formats.ts';
import { fileStem, recordFiles, type RecordIndex } from '../../src/domain/exchange/record-files.ts';
import { RECORD_INDEX, RECORD_PAGE } from '../../src/domain/exchange/record-paths.ts';
import { sizeWords } from '../../src/view/documents/size.ts';
import { dataFiles } from '../../tools/build/record-data.ts';
import { loadTrial } from '../../tools/trial.mjs';
import { dataset, records } from './record.ts';

const SITE = 'https://example.org/a/';
const { documentsOf } = await loadTrial();
const { data } = documentsOf(records, SITE);
const { contents, list } = dataFiles(data);
const text = (path: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(contents.get(path));
const index = JSON.parse(text(RECORD_INDEX)) as RecordIndex;
const folder = RECORD_INDEX.slice(0, -basename(RECORD_INDEX).length);

describe('the list for programs', () => {
	test('has every file, with its true size and checksum, and a relative link to it', () => {
		expect(index.files.map(({ path }) => folder + path)).toEqual(
			[...contents.keys()].filter((p) => p !== RECORD_INDEX),
		);
		for (const { path, bytes, sha256 } of index.files) {
			const url = new URL(path, `${SITE}${RECORD_INDEX}`).href;
			const content = contents.get(url.slice(SITE.length))!;
			expect(content.length, path).toBe(bytes);
			expect(createHash('sha256').update(content).digest('hex'), path).toBe(sha256);
		}
	});
	test('gives the content, losses, type, version and licence of each', () => {
		for (const { id, name, type, holds, use, loses } of FORMATS)
			expect(index.files).toContainEqual(expect.objectContaining({ id, name, type, holds, use, loses }));
		expect(index).toMatchObject({ format: 1, title: dataset.case.title, version: dataset.version });
		expect(records.changes.map(({ date }) => date)).toContain(index.edition);
		expect(index.licence.words).toBe(dataset.vocabulary.about.licence);
		expect(index.notice).toBe(dataset.case.footer);
	});
});

test('file names are unique, and differ from those of the list and the page', () => {
	const paths = [...contents.keys(), RECORD_PAGE];
	expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
});

test('the files are those of the whole record, with the address of the site if it is known', () => {
	for (const { path, text: written } of recordFiles(dataset, SITE)) expect(text(path)).toBe(written);
	const feed = (site: string) => recordFiles(dataset, site).find(({ id }) => id === 'atom')!.text;
	expect(feed(SITE)).toContain(SITE);
	expect(feed('')).not.toContain('href');
});

describe('the archive', () => {
	const path = list.find(({ id }) => id === 'zip')!.path;
	const inside = new Map<string, string>();
	const times: Date[] = [];
	beforeAll(
		() =>
			new Promise<void>((resolve, reject) => {
				fromBuffer(Buffer.from(contents.get(path)!), { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
					if (error) return reject(error);
					zip.on('end', resolve);
					zip.on('error', reject);
					zip.on('entry', (entry: Entry) => {
						times.push(entry.getLastModDate({ timezone: 'UTC' }));
						zip.openReadStream(entry, (failed, stream) => {
							if (failed) return reject(failed);
							const chunks: Buffer[] = [];
							stream.on('data', (chunk: Buffer) => chunks.push(chunk));
							stream.on('end', () => {
								inside.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
								zip.readEntry();
							});
						});
					});
					zip.readEntry();
				});
			}),
	);

	test('opened by other software holds every file byte for byte, and a description of them', () => {
		const { files, readme } = data;
		expect([...inside.keys()]).toEqual([...files.map((file) => basename(file.path)), 'readme.txt']);
		for (const file of files) expect(inside.get(basename(file.path)), file.path).toBe(text(file.path));
		expect(inside.get('readme.txt')).toBe(readme);
		for (const { loses } of FORMATS) expect(readme).toContain(loses);
		for (const said of [dataset.case.footer, dataset.version, dataset.vocabulary.about.licence, SITE])
			expect(readme).toContain(said);
	});
	test('is the same for the same record, whenever and wherever it is made', () => {
		expect(dataFiles(documentsOf(records, SITE).data).contents.get(path)).toEqual(contents.get(path));
		for (const time of times) expect(time.toISOString()).toBe('1980-01-01T00:00:00.000Z');
	});
});

describe('the name of files', () => {
	test.for([
		['The flood of 2001', 'the-flood-of-2001'],
		['The U.S. and Réunion’s “Élection”: 50 %', 'the-us-and-reunions-election-50'],
		['العربية', 'record'],
		['', 'record'],
		['Index', 'record'],
		['Corrections', 'record'],
		['A'.repeat(80), 'record'],
		[`Short ${'a'.repeat(80)}`, 'short'],
	])('of “%s” is %s', ([title, stem]) => {
		expect(fileStem(title!)).toBe(stem);
	});
	test('is one word of lower-case letters, digits and hyphens, for any title', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 200 })), (title) => {
				expect(fileStem(title)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
				expect(fileStem(title).length).toBeLessThanOrEqual(60);
			}),
			{ seed: 2020 },
		);
	});
});

test.for([
	[0, '0 bytes'],
	[999, '999 bytes'],
	[1000, '1 kB'],
	[38_400, '38 kB'],
	[999_499, '999 kB'],
	[999_500, '1.0 MB'],
	[1_240_000, '1.2 MB'],
] as const)('%i bytes are %s', ([bytes, words]) => {
	expect(sizeWords(bytes)).toBe(words);
});
