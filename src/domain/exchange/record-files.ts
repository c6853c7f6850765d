/** The whole record of today as files: one in every format, and a feed of corrections. */
import type { Dataset } from '../model/dataset.ts';
import { isoDay } from '../model/when.ts';
import { correctionsFeed } from './atom.ts';
import { editionDay, type Extract, type Format } from './extract.ts';
import { FORMATS } from './formats.ts';
import { licenceIn } from './licence.ts';
import { CORRECTIONS_FEED, RECORD_FOLDER } from './record-paths.ts';
import { capital, editionWords } from './words.ts';

/** Description of a published file, without its content. */
export interface FileEntry extends Pick<Format, 'id' | 'name' | 'type' | 'use' | 'loses'> {
	/** Path from the top of the site. */
	readonly path: string;
	readonly holds: Format['holds'] | 'changes' | 'files';
}
export interface RecordFile extends FileEntry {
	readonly text: string;
}
export interface ListedFile extends FileEntry {
	readonly bytes: number;
	/** Hexadecimal. */
	readonly sha256: string;
}

/** `data/index.json`: what a program needs to know before it requests a file. */
export interface RecordIndex {
	/** Version of the list's structure; it is raised when the structure changes. */
	readonly format: 1;
	readonly title: string;
	/** Day of the edition, "2026-11-22"; null where the record names none. */
	readonly edition: string | null;
	readonly version: string;
	/** Notice that applies to all files. */
	readonly notice: string;
	readonly licence: {
		/** The licence in the words of the case. */
		readonly words: string;
		/** Short name and address of the first licence that the words name; null where they name none that is known. */
		readonly name: string | null;
		readonly address: string | null;
	};
	/** Their paths are relative to the folder of this list. */
	readonly files: readonly ListedFile[];
}

const LONGEST_STEM = 60;

/** The extract that has everything, as of today. @param site as in `Extract` */
export const wholeRecord = (dataset: Dataset, site: string): Extract => ({
	...{ dataset, events: dataset.events, total: dataset.events.length, edition: editionDay(dataset) },
	...{ asOf: null, filters: '', site, search: '' },
});

/** "flood-of-2001": a file name from a title; "record" where the title gives none or the name is taken. */
export function fileStem(title: string): string {
	const words = title
		.normalize('NFKD')
		.replace(/[\p{M}.'’]/gu, '')
		.toLowerCase()
		.match(/[a-z0-9]+/g);
	let stem = '';
	for (const word of words ?? [])
		if (`${stem}-${word}`.length <= LONGEST_STEM) stem += stem ? `-${word}` : word;
		else break;
	return ['', 'index', 'corrections'].includes(stem) ? 'record' : stem;
}

export function recordFiles(dataset: Dataset, site: string): readonly RecordFile[] {
	const extract = wholeRecord(dataset, site);
	const stem = fileStem(dataset.case.title);
	return [
		...FORMATS.map(({ id, name, extension, type, holds, use, loses, write }) => ({
			...{ id, name, type, holds, use, loses },
			path: `${RECORD_FOLDER}${stem}.${extension}`,
			text: write(extract),
		})),
		{
			...{ id: 'atom', name: 'Atom', path: CORRECTIONS_FEED, type: 'application/atom+xml;charset=utf-8' },
			...{ holds: 'changes', use: 'for feed readers, to follow corrections and editions' },
			loses: 'The record itself: it has only what was changed, when and why.',
			text: correctionsFeed(dataset, site),
		},
	];
}

/** The archive of all files. */
export const archiveOf = ({ case: { title } }: Pick<Dataset, 'case'>): FileEntry => ({
	...{
		id: 'zip',
		name: 'ZIP',
		path: `${RECORD_FOLDER}${fileStem(title)}.zip`,
		type: 'application/zip',
		holds: 'files',
	},
	...{ use: 'to download all of these files at once', loses: 'Nothing: it has all of them.' },
});

/** Path relative to the folder of the list. */
const below = ({ path }: FileEntry) => path.slice(RECORD_FOLDER.length);

export function recordIndex(dataset: Dataset, files: readonly ListedFile[]): RecordIndex {
	const edition = editionDay(dataset);
	const words = dataset.vocabulary.about.licence;
	const { name, address } = licenceIn(words) ?? { name: null, address: null };
	return {
		format: 1,
		title: dataset.case.title,
		edition: edition === null ? null : isoDay(edition),
		version: dataset.version,
		notice: dataset.case.footer,
		licence: { words, name, address },
		files: files.map((file) => ({ ...file, path: below(file) })),
	};
}

/** The README of the archive, where no page beside the files explains them. */
export function recordReadme(dataset: Dataset, files: readonly FileEntry[], site: string): string {
	const { title, deck, footer } = dataset.case;
	const about = [
		deck,
		`${capital(editionWords(wholeRecord(dataset, site)))}.`,
		footer,
		dataset.vocabulary.about.licence,
	];
	return [
		title,
		site,
		...about,
		...files.map((file) => `${below(file)}\n${file.name}, ${file.use}. What it cannot hold: ${file.loses}`),
	]
		.filter(Boolean)
		.map((paragraph) => `${paragraph}\n`)
		.join('\n');
}
