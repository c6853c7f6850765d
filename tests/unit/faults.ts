/** A copy of the data and the quoted texts, in which a test makes a fault that the check must report. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { validate } from '../../tools/validate/validate.ts';
import type { Diagnostic } from '../../tools/validate/diagnostic.ts';
import type { DataFiles, FileName } from '../../tools/validate/schema.ts';
import { records, root } from './record.ts';

/** A folder that is removed after the test. */
export function folder(): string {
	const path = mkdtempSync(join(tmpdir(), 'timeline-'));
	onTestFinished(() => rmSync(path, { recursive: true, force: true }));
	return path;
}

// Entries chosen by their properties, so that the tests of the check work with any record.
/** An operation with a duration and quotes. */
export const operation = records.events.find((e) => e.kind === 'operation' && e.quotes.length && e.coverage)!;
/** An act of an agency on a single day, with a reference and no quote. */
export const act = records.events.find((e) => e.agencies.length && !e.coverage && !e.quotes.length)!;
export const quote = operation.quotes[0]!;
export const held = records.sources.find((s) => s.id === quote.source)!;
export const dispute = records.disputes[0]!;
export const discrepancy = records.discrepancies.find((d) => !d.prefix)!;

type Of<F extends FileName> = F extends keyof DataFiles[F] ? DataFiles[F][F] : never;
type Entry<F extends FileName> = Of<F> extends readonly (infer E)[] ? E : never;

export class Copy {
	readonly root = folder();

	/** @param isWhole with lead and story, which mention many events, so that a fault in one is reported twice */
	constructor(isWhole = false) {
		cpSync(join(root, 'src/data'), join(this.root, 'src/data'), { recursive: true });
		cpSync(join(root, 'seeds'), join(this.root, 'seeds'), { recursive: true });
		if (isWhole) return;
		const told = JSON.parse(this.text('src/data/case.json')) as DataFiles['case'];
		delete told.lead;
		delete told.story;
		delete told.annotations;
		this.write('src/data/case.json', `${JSON.stringify(told, null, 2)}\n`);
	}

	at = (path: string) => join(this.root, path);
	text = (path: string) => readFileSync(this.at(path), 'utf8');
	write = (path: string, text: string | Uint8Array) => writeFileSync(this.at(path), text);
	remove = (path: string) => rmSync(this.at(path));

	read = <F extends FileName>(file: F) => JSON.parse(this.text(`src/data/${file}.json`)) as DataFiles[F];

	/** Changes one data file. A fault is a value that the types refuse, so it is written "as never". */
	edit<F extends FileName>(file: F, change: (data: DataFiles[F]) => void) {
		const data = this.read(file);
		change(data);
		this.write(`src/data/${file}.json`, JSON.stringify(data));
	}
	/** Changes the entry with an id. */
	entry<F extends 'events' | 'people' | 'sources' | 'disputes' | 'agencies'>(
		file: F,
		id: string,
		change: (entry: Entry<F>) => void,
	) {
		this.edit(file, (data) => {
			const list = (data as Record<string, unknown>)[file] as (Entry<F> & { id: string })[];
			change(list.find((e) => e.id === id)!);
		});
	}

	/** The problems, with lines and columns. */
	located(): readonly Diagnostic[] {
		const verdict = validate(this.root);
		return verdict.ok ? [] : verdict.problems;
	}
	/** The problems, without lines and columns. */
	problems(): readonly Diagnostic[] {
		return this.located().map(({ file, id, field, found, fix }) => ({ file, id, field, found, fix }));
	}
}

/** One possible fault of the data, and what the check must report. */
export interface Fault {
	readonly fault: string;
	readonly make: (copy: Copy) => void;
	/** Name of the data file, without folder and extension. */
	readonly file: FileName;
	readonly id: string;
	readonly field: string;
	readonly found?: string | RegExp;
	/** Part of the sentence that explains the fix. */
	readonly fix: string | RegExp;
}

const says = (text: string, part: string | RegExp) =>
	typeof part === 'string' ? text.includes(part) : part.test(text);

/** The problems that name this fault's place and explain the fix. */
export const named = (problems: readonly Diagnostic[], { file, id, field, found = '', fix }: Fault) =>
	problems.filter(
		(p) =>
			p.file === `src/data/${file}.json` &&
			p.id === id &&
			p.field === field &&
			says(p.found, found) &&
			says(p.fix, fix),
	);
