/** The command `npm run check`. */
import { relative, resolve } from 'node:path';
import { toDataset } from '../../src/domain/model/dataset.ts';
import type { Records } from '../../src/domain/model/records.ts';
import { visible } from './characters.ts';
import { FORMATS } from './formats/formats.ts';
import { validate } from './validate.ts';
import { optionsFrom, type Options } from './options.ts';
import { formatDiagnostics, type Diagnostic } from './diagnostic.ts';
import { review } from './review.ts';
import type { Trial } from './trial.ts';
import { watching } from './watch.ts';
import { refusal, writeReview } from './write-review.ts';

const provenOf = ({ events, sources, discrepancies, disputes, version }: Records) =>
	`${events.length} events, ${sources.length} sources, ${events.flatMap((e) => e.quotes).length} quotes and ` +
	`${discrepancies.length} discrepancies each found exactly once, ${disputes.length} disputes. Data version ${version}.`;

type Load = () => Promise<Trial>;
const refuse = (sentence: string) => {
	console.error(visible(sentence));
	return 1 as const;
};

/** Runs all stages of the check once, the last of which renders the documents. @returns the exit status */
async function once(root: string, theCase: string, { report, format }: Options, load: Load): Promise<0 | 1> {
	const verdict = validate(theCase);
	const found = verdict.ok ? (await load())(verdict.records) : verdict.problems;
	// Paths relative to where the command was run, so that they can be opened.
	const inCase = (file: string) => [relative(root, theCase).replaceAll('\\', '/'), file].filter(Boolean).join('/');
	const problems = found.map((p): Diagnostic => {
		const [id, field, what, fix] = [p.id, p.field, p.found, p.fix].map(visible) as [string, string, string, string];
		return { ...p, file: inCase(p.file), id, field, found: what, fix };
	});
	const proven = verdict.ok ? provenOf(verdict.records) : '';
	if (format) process.stdout.write(FORMATS[format](problems, proven));
	else if (problems.length) console.error(formatDiagnostics(problems));
	if (!verdict.ok || problems.length) return 1;

	const text = report === undefined ? '' : review(toDataset(verdict.records));
	if (report === '') {
		process.stdout.write(text);
		return 0;
	}
	const refused = report && writeReview(root, report, text);
	if (refused) return refuse(refused);
	if (!format) console.log(proven);
	return 0;
}

/** @param args as in `options.ts` @param load loads the renderer @returns the exit status */
export async function check(root: string, args: readonly string[], load: Load): Promise<0 | 1> {
	const options = optionsFrom(args);
	if (typeof options === 'string') return refuse(options);
	const refused = options.report && refusal(root, options.report);
	if (refused) return refuse(refused);
	const theCase = resolve(root, process.env['CASE'] ?? '.');
	if (!options.watch) return once(root, theCase, options, load);
	return watching(theCase, async () => {
		await once(root, theCase, options, load);
		console.error('Checked; now waiting for the next change. Ctrl+C ends this.');
	});
}
