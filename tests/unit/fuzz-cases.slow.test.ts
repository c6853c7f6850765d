/** Wild cases: the build and the page of any day can show all that the check accepts; the rest is refused clearly. */
import fc from 'fast-check';
import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { newOn, publicDays, recordsAsOf } from '../../src/domain/model/asof.ts';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { formatPermalink, parsePermalink } from '../../src/domain/query/permalink.ts';
import { validate } from '../../tools/validate/validate.ts';
import { loadTrial } from '../../tools/trial.mjs';
import { FIXTURES } from '../fixtures/fixtures.ts';
import { CaseFiles } from '../mutations/files.ts';
import { wild } from '../mutations/wild.ts';
import { isLong } from '../long.ts';
import { random } from '../seeded.ts';
import { folder } from './faults.ts';

const SEED = Number(process.env['SEED'] ?? 2026);
/** The number of cases that must pass the check; FUZZ=n sets it. */
const CASES = Number(process.env['FUZZ'] ?? (isLong ? 120 : 6));
/** Large fixtures have tests of their own. */
const BASES = Object.entries(FIXTURES).filter(([name]) => !/\d\d\d events|MB|100 years/.test(name));

test(
	`${CASES} wild cases that pass the check are rendered, as of any day too (seed ${SEED}) (F11) (A1)`,
	async () => {
		const { trial } = await loadTrial();
		const next = random(SEED);
		const made = folder();
		let [passed, refused] = [0, 0];
		for (; passed < CASES;) {
			const [name, write] = BASES[Math.floor(next() * BASES.length)]!;
			rmSync(made, { recursive: true, force: true });
			write(made);
			const files = new CaseFiles(made);
			files.write(wild(files.read(), next), made);
			const verdict = validate(made);
			const which = `case ${passed + refused}, from “${name}”`;
			if (!verdict.ok) {
				refused++;
				const said = verdict.problems.map((p) => `${p.id} ${p.field} ${p.fix}`).join('\n');
				expect(said, which).not.toMatch(/\[object|NaN|Infinity|TypeError|RangeError| at \S+:\d+/);
				expect(
					verdict.problems.filter((p) => !p.found || !p.fix),
					which,
				).toEqual([]);
				continue;
			}
			passed++;
			const { records } = verdict;
			expect(trial(records), which).toEqual([]);
			const whole = toDataset(records);
			for (const { day, events } of publicDays(whole)) {
				const then = recordsAsOf(records, day);
				expect(trial(then), `${which}, as of ${day}`).toEqual([]);
				expect(newOn(toDataset(then), day).length, `${which}, as of ${day}`).toBe(events);
			}
			const days = fc.sample(fc.integer({ min: whole.extent.start, max: whole.extent.end - 1 }), {
				seed: SEED,
				numRuns: 3,
			});
			for (const at of days) {
				const day = Math.floor(at / 86_400_000) * 86_400_000;
				const { link, unread } = parsePermalink(
					`asof=${new URLSearchParams(formatPermalink({ ...parsePermalink('', whole).link, asOf: day })).get('asof')}`,
					whole,
				);
				expect([link.asOf, unread], which).toEqual([day, []]);
			}
		}
		console.log(`seed ${SEED}: ${passed} cases rendered, ${refused} refused in words`);
	},
	120_000 + CASES * 5000,
);
