/** Part of the second gate: chapters that follow one another, and threads that do not run in a circle. */
import { DAY, formatDay, lastDay, parseWhen, readWhen } from '../../src/domain/when.ts';
import { quoted, type Report } from './problem.ts';
import type { DataFiles } from './schema.ts';

/** Chapters are consecutive: each begins on the day after the last one ended, the first and the last are open. */
export function checkChapters(chapters: DataFiles['case']['chapters'], report: Report): void {
	let expected = -Infinity;
	chapters.forEach(({ id, from, to }, i) => {
		const problem = (field: string, found: string, mend: string) =>
			report({ file: 'src/data/case.json', id, field, found: quoted(found), mend });
		for (const [field, text] of Object.entries({ from, to })) {
			const wrong = text === '..' ? null : parseWhen(text);
			if (typeof wrong === 'string') return problem(`chapters.${field}`, text, `The date ${wrong}.`);
		}
		const start = from === '..' ? -Infinity : readWhen(from).start;
		const end = to === '..' ? Infinity : readWhen(to).end;
		if (start !== expected) {
			problem(
				'chapters.from',
				from,
				i
					? `It must begin on ${formatDay(expected)}, the day after the chapter before it ends.`
					: 'The first chapter is open: write "..".',
			);
		}
		if (i === chapters.length - 1 && end !== Infinity)
			problem('chapters.to', to, 'The last chapter is open: write "..".');
		if (end <= start)
			problem('chapters.to', to, `It ends before it starts (on ${formatDay(lastDay({ start, end: start + DAY }))}).`);
		expected = end;
	});
}

/** Every event that follows, through others, itself. */
export function checkCycles(events: DataFiles['events']['events'], report: Report): void {
	const follows = new Map(events.map((e) => [e.id, e.follows]));
	const reaches = (from: string, goal: string, seen: Set<string>): string[] | null => {
		for (const next of follows.get(from) ?? []) {
			if (next === goal) return [from, goal];
			if (seen.has(next)) continue;
			seen.add(next);
			const rest = reaches(next, goal, seen);
			if (rest) return [from, ...rest];
		}
		return null;
	};
	for (const { id } of events) {
		const loop = reaches(id, id, new Set());
		if (loop)
			report({
				file: 'src/data/events.json',
				id,
				field: 'follows',
				found: loop.join(' → '),
				mend: 'An event cannot follow itself: take out one link of this chain.',
			});
	}
}
