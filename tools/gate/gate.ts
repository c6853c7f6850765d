/** The one door through which data enters the check, the tests and the build. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Records } from '../../src/domain/model/records.ts';
import { checkEvidence, sha256 } from './evidence.ts';
import { checkGrounds } from './grounds.ts';
import { checkPeople } from './people.ts';
import type { Problem } from './problem.ts';
import { checkRelations } from './relations.ts';
import { SCHEMAS, type DataFiles, type FileName } from './schema.ts';
import { readFile } from './shape.ts';
import { checkWords } from './words.ts';

/** Records only where there is no problem. */
export type Verdict =
	{ readonly ok: false; readonly problems: readonly Problem[] } | { readonly ok: true; readonly records: Records };

/** Reads `src/data` and `seeds` under a root and reports every problem at once; records only where there is none. */
export function gate(root: string): Verdict {
	const problems: Problem[] = [];
	const report = (p: Problem) => void problems.push(p);
	const data: Partial<DataFiles> = {};
	const read = (file: FileName) => {
		const path = join(root, 'src/data', `${file}.json`);
		const result = readFile(file, existsSync(path) ? readFileSync(path, 'utf8') : null);
		problems.push(...result.problems);
		if (result.data) Object.assign(data, { [file]: result.data });
	};
	(Object.keys(SCHEMAS) as FileName[]).forEach(read);

	// Relations and quotes are read across files, so they wait until every file has its shape.
	let texts: Record<string, string> = {};
	if (!problems.length) {
		const bytesOf = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path)) : null);
		checkRelations(data as DataFiles, report);
		checkPeople(data as DataFiles, report);
		checkGrounds(data as DataFiles, report);
		checkWords(data as DataFiles, report);
		texts = checkEvidence(data as DataFiles, bytesOf, report);
	}
	if (problems.length) return { ok: false, problems };

	const whole = data as DataFiles;
	// In this order words that stand in two places stand near each other, and the file compresses better.
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
