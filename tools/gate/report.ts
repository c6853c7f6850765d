/** What `npm run check` prints. */
import { gate } from './gate.ts';
import { formatProblems } from './problem.ts';

/** @returns the exit status */
export function check(root: string): 0 | 1 {
	const verdict = gate(root);
	if (!verdict.ok) {
		console.error(formatProblems(verdict.problems));
		return 1;
	}
	const { events, sources, discrepancies, disputes, version } = verdict.records;
	const quotes = events.flatMap((e) => e.quotes).length;
	console.log(
		`${events.length} events, ${sources.length} sources, ${quotes} quotes and ${discrepancies.length} discrepancies each found exactly once, ` +
			`${disputes.length} disputes. Data version ${version}.`,
	);
	return 0;
}
