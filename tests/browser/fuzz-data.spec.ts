/** All data that pass the check can be built, and the page opens with every event and without an error. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from '../../tools/validate/validate.ts';
import { FIXTURES } from '../fixtures/fixtures.ts';
import { CaseFiles } from '../mutations/files.ts';
import { wild } from '../mutations/wild.ts';
import { random } from '../seeded.ts';
import { serve } from '../server.ts';
import { makeSite } from '../sites.ts';
import { ids, root } from './facts.ts';
import { runs, wrongs } from './fuzz.ts';
import { expect, ready, test } from './page.ts';
import { openAll, shown } from './reader.ts';

/** Large cases have tests of their own. */
const BASES = Object.entries(FIXTURES).filter(([name]) => !/\d\d\d events|MB|100 years/.test(name));

/** Each case has its own host. */
const ELSEWHERE = /^off-origin: http:\/\/127\.0\.0\.1/;
test.use({ provoked: ELSEWHERE });

for (const { seed, n, details } of runs(1, 60)) {
	test(
		`${n} cases that pass the check are built and open completely (seed ${seed})`,
		details,
		async ({ page, complaints }, { parallelIndex }) => {
			test.setTimeout(120_000 + n * 20_000);
			const next = random(seed);
			const [theCase, out] = [`node_modules/.fuzz-${parallelIndex}-case`, `node_modules/.fuzz-${parallelIndex}`].map(
				(f) => join(root, f),
			) as [string, string];
			const served = await serve(out);
			let [passed, refused] = [0, 0];
			const complained = () => complaints.filter((c) => !ELSEWHERE.test(c));
			while (passed < n) {
				const [name, write] = BASES[Math.floor(next() * BASES.length)]!;
				rmSync(theCase, { recursive: true, force: true });
				write(theCase);
				const files = new CaseFiles(theCase);
				files.write(wild(files.read(), next), theCase);
				const verdict = validate(theCase);
				if (!verdict.ok) {
					refused++;
					continue;
				}
				passed++;
				const which = `case ${passed + refused}, from “${name}”; it is in ${theCase}`;
				const { events, texts } = verdict.records;
				await makeSite('dist', theCase, verdict.records, out).catch((error: unknown) => {
					throw new Error(`Not built: ${which}`, { cause: error });
				});
				await page.goto(served.url);
				await ready(page);
				expect((await shown(page)).toSorted(), which).toEqual(ids(events).toSorted());
				await openAll(page);
				expect([...(await wrongs(page)), ...complained()], which).toEqual([]);
				await page.getByRole('button', { name: 'As of today' }).click();
				expect([...(await wrongs(page)), ...complained()], which).toEqual([]);
				const paths = [`events/${events[0]!.id}`, ...Object.keys(texts).map((id) => `documents/${id}`)];
				await page.goto(`${served.url}${paths[Math.floor(next() * paths.length)]!}/index.html`);
				expect(complained(), which).toEqual([]);
			}
			console.log(`seed ${seed}: ${passed} cases built and opened, ${refused} refused`);
			await served.close();
		},
	);
}
