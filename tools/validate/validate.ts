/** The only way in which the check, the tests and the build read data. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Records } from '../../src/domain/model/records.ts';
import { readBytes, readText } from './bytes.ts';
import { checkEvidence, sha256 } from './evidence.ts';
import type { Json } from './json.ts';
import { locate } from './locate.ts';
import type { Diagnostic } from './diagnostic.ts';
import { checkRelations } from './relations.ts';
import { RULES } from './rules.ts';
import { SCHEMAS, type DataFiles, type FileName } from './schema.ts';
import { readFile } from './shape.ts';

const NO_CASE: Diagnostic = {
	file: 'src/data',
	id: '',
	field: '',
	found: 'no such folder',
	fix: 'A case is a folder with src/data and seeds: correct the name of the folder.',
};

/** The records, or all problems. */
export type Verdict =
	{ readonly ok: false; readonly problems: readonly Diagnostic[] } | { readonly ok: true; readonly records: Records };

/** Reads and checks `src/data` and `seeds` under a root, and reports all problems at once. */
export function validate(root: string): Verdict {
	const problems: Diagnostic[] = [];
	const report = (p: Diagnostic) => void problems.push(p);
	const data: Partial<DataFiles> = {};
	/** Path of a data file → its parsed JSON with positions. */
	const files = new Map<string, Json>();
	const read = (file: FileName) => {
		const path = `src/data/${file}.json`;
		const result = readFile(file, readText(join(root, path)));
		problems.push(...result.problems);
		if (result.json) files.set(path, result.json);
		if (result.data) Object.assign(data, { [file]: result.data });
	};
	if (existsSync(join(root, 'src/data'))) (Object.keys(SCHEMAS) as FileName[]).forEach(read);
	else report(NO_CASE);

	const placed = (problem: Diagnostic): Diagnostic => {
		const json = files.get(problem.file);
		return json && problem.line === undefined ? { ...problem, ...locate(json, problem) } : problem;
	};
	// Relations and quotes involve several files, so they are checked only if all files have the right shape.
	let texts: Record<string, string> = {};
	if (!problems.length) {
		checkRelations(data as DataFiles, report);
		for (const check of RULES) check(data as DataFiles, report);
		texts = checkEvidence(data as DataFiles, (path) => readBytes(join(root, path)), report);
	}
	if (problems.length) return { ok: false, problems: problems.map(placed) };

	const whole = data as DataFiles;
	// This order puts repeated words near each other, so that the file compresses better.
	const content: Omit<Records, 'version'> = {
		case: whole.case,
		agencies: whole.agencies.agencies,
		people: whole.people.people,
		texts,
		discrepancies: whole.discrepancies.discrepancies,
		omissions: whole.discrepancies.omissions,
		events: whole.events.events,
		disputes: whole.disputes.disputes,
		sources: whole.sources.sources,
		changes: whole.changes.changes,
	};
	return { ok: true, records: { version: sha256(JSON.stringify(content)).slice(0, 12), ...content } };
}
