/** Hundreds of changes of the data, derived from the model: each fault is refused with its place and a clear reason. */
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../tools/validate/diagnostic.ts';
import { CaseFiles } from '../mutations/files.ts';
import { mutationsOf } from '../mutations/kinds.ts';
import type { Data, Mutation } from '../mutations/making.ts';
import { isLong } from '../long.ts';
import { random } from '../seeded.ts';
import { Copy } from './faults.ts';
import { root } from './record.ts';

/** At most so many of each kind, at places chosen by the seed: nine of each are more than six hundred. */
const EACH = isLong ? 9 : 1;
const SEED = Number(process.env['SEED'] ?? 2026);

const files = new CaseFiles(root);

/** A few of each kind, the same for the same seed. */
function chosen(all: readonly Mutation[]): Mutation[] {
	const next = random(SEED);
	const keyed = all.map((mutation) => ({ mutation, key: next() })).sort((a, b) => a.key - b.key);
	const count = new Map<string, number>();
	return keyed.flatMap(({ mutation }) => {
		const n = (count.get(mutation.kind) ?? 0) + 1;
		count.set(mutation.kind, n);
		return n > EACH ? [] : [mutation];
	});
}

const UNCLEAR = /undefined|\[object|\bat \S+ \(|NaN|TypeError|RangeError/;
/** Whether a problem names the place and explains the fix. */
function isClear({ file, id, field, found, fix }: Diagnostic, { path }: Mutation, data: Data) {
	const [top, i] = path;
	const entry = (data[top as keyof Data] as { id?: unknown }[])[Number(i)];
	const says = `${id} ${field} ${found} ${fix}`;
	const isThere =
		path.length === 1 ||
		path.some((key) => typeof key === 'string' && says.includes(key)) ||
		(typeof entry?.id === 'string' && says.includes(entry.id));
	// A conflict between two files may be reported at either, with the name of the field.
	const isHere = file.endsWith(files.home[String(top)]!) ? isThere : says.includes(String(path.at(-1)));
	return isHere && found !== '' && fix !== '' && !UNCLEAR.test(says);
}

type Outcome = 'accepted and right' | 'refused well' | 'accepted and wrong' | 'refused badly' | 'stack';
function outcomeOf(mutation: Mutation): { outcome: Outcome; said: string } {
	const copy = new Copy();
	const data = files.read();
	mutation.change(data);
	files.write(data, copy.root);
	let problems: readonly Diagnostic[];
	try {
		problems = copy.problems();
	} catch (error) {
		return { outcome: 'stack', said: String((error as Error).stack) };
	}
	const said = problems.map((p) => `${p.file} ${p.id} ${p.field}: ${p.found} → ${p.fix}`).join(' | ');
	if (mutation.isLegal) return { outcome: problems.length ? 'refused badly' : 'accepted and right', said };
	if (!problems.length) return { outcome: 'accepted and wrong', said };
	const isWell = problems.some((p) => isClear(p, mutation, data));
	return { outcome: isWell ? 'refused well' : 'refused badly', said };
}

test(`of hundreds of changes no wrong one is accepted, and each refusal is clear (seed ${SEED}) (A18)`, () => {
	const changes = chosen(mutationsOf(files.read()));
	expect(changes.length).toBeGreaterThan(60 * Math.min(EACH, 3));
	const counts: Partial<Record<Outcome, number>> = {};
	const bad: string[] = [];
	for (const mutation of changes) {
		const { outcome, said } = outcomeOf(mutation);
		counts[outcome] = (counts[outcome] ?? 0) + 1;
		if (outcome !== 'refused well' && outcome !== 'accepted and right')
			bad.push(`${outcome}: ${mutation.kind} at ${mutation.path.join('.')}: ${said.slice(0, 300)}`);
	}
	console.log(`seed ${SEED}: ${changes.length} changes`, counts);
	expect(bad).toEqual([]);
});
