/** Part of the second stage: chapters are consecutive, and references have no cycles. */
import { DAY, formatDay, lastDay, parseWhen, readWhen } from '../../src/domain/model/when.ts';
import { quoted, type Diagnostic, type Report } from './diagnostic.ts';
import type { DataFiles } from './schema.ts';

/** Each chapter begins on the day after the previous one ends; the first and the last are open. */
export function checkChapters(chapters: DataFiles['case']['chapters'], report: Report): void {
	/** Expected start of the next chapter; null where the dates of the previous one are invalid. */
	let expected: number | null = -Infinity;
	chapters.forEach(({ id, from, to }, i) => {
		const problem = (field: string, found: string, fix: string) =>
			report({ file: 'src/data/case.json', id, field, found: quoted(found), fix });
		const illegible = Object.entries({ from, to }).find(([field, text]) => {
			const when = text === '..' ? null : parseWhen(text);
			if (typeof when === 'string') problem(`chapters.${field}`, text, `The date ${when}.`);
			else if (text.includes('/')) problem(`chapters.${field}`, text, 'Write one day, month or year, or "..".');
			else return false;
			return true;
		});
		const before = expected;
		expected = null;
		if (illegible) return;
		const start = from === '..' ? -Infinity : readWhen(from).start;
		const end = to === '..' ? Infinity : readWhen(to).end;
		if (before === Infinity) problem('chapters.from', from, 'The chapter before it is open: say where that one ends.');
		else if (before !== null && start !== before) {
			problem(
				'chapters.from',
				from,
				i
					? `It must begin on ${formatDay(before)}, the day after the chapter before it ends.`
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

/**
 * Reports every entry that refers, directly or through others, to itself.
 * @param next id → ids it refers to
 * @param fix the sentence that says how to fix it
 */
function checkCycles(
	{ file, field, fix }: Pick<Diagnostic, 'file' | 'field' | 'fix'>,
	next: ReadonlyMap<string, readonly string[]>,
	report: Report,
): void {
	const reaches = (from: string, goal: string, seen: Set<string>): string[] | null => {
		for (const id of next.get(from) ?? []) {
			if (id === goal) return [from, goal];
			if (seen.has(id)) continue;
			seen.add(id);
			const rest = reaches(id, goal, seen);
			if (rest) return [from, ...rest];
		}
		return null;
	};
	for (const id of next.keys()) {
		const loop = reaches(id, id, new Set());
		if (loop) report({ file, id, field, found: loop.join(' → '), fix });
	}
}

export const checkFollows = (events: DataFiles['events']['events'], report: Report) => {
	const fix = 'An event cannot follow itself: take out one link of this chain.';
	// Former ids refer to the same event.
	const now = new Map(events.flatMap((e) => (e.aliases ?? []).map((id) => [id, e.id] as const)));
	const next = new Map(events.map((e) => [e.id, e.follows.map((id) => now.get(id) ?? id)]));
	checkCycles({ file: 'src/data/events.json', field: 'follows', fix }, next, report);
};

export const checkOrigins = (sources: DataFiles['sources']['sources'], report: Report) => {
	const fix = 'A source cannot derive from itself: take out one origin of this chain, that of the oldest text.';
	const next = new Map(sources.map((s) => [s.id, s.origin === undefined ? [] : [s.origin]]));
	checkCycles({ file: 'src/data/sources.json', field: 'origin', fix }, next, report);
};
