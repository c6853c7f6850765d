/** What `npm run check` prints. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { gate } from './gate.ts';
import { formatProblems } from './problem.ts';
import { review, TITLE } from './review.ts';

/** @param args `--report` prints the curator's review, `--report=FILE` writes it there
 *  @returns the exit status */
export function check(root: string, args: readonly string[] = []): 0 | 1 {
	const unknown = args.find((arg) => !/^--report(=.+)?$/.test(arg));
	if (unknown !== undefined) {
		console.error(`“${unknown}” means nothing here: write --report, or --report=FILE.`);
		return 1;
	}
	const verdict = gate(resolve(root, process.env['CASE'] ?? '.'));
	if (!verdict.ok) {
		console.error(formatProblems(verdict.problems));
		return 1;
	}
	if (args[0] !== undefined) {
		const text = review(toDataset(verdict.records));
		const file = args[0].slice('--report='.length);
		if (!file) {
			process.stdout.write(text);
			return 0;
		}
		const path = resolve(root, file);
		if (existsSync(path) && !readFileSync(path, 'utf8').startsWith(TITLE)) {
			console.error(`--report=${file} is refused: that file is there, and it is no review. Nothing was written.`);
			return 1;
		}
		writeFileSync(path, text);
	}
	const { events, sources, discrepancies, disputes, version } = verdict.records;
	const quotes = events.flatMap((e) => e.quotes).length;
	console.log(
		`${events.length} events, ${sources.length} sources, ${quotes} quotes and ${discrepancies.length} discrepancies each found exactly once, ` +
			`${disputes.length} disputes. Data version ${version}.`,
	);
	return 0;
}
