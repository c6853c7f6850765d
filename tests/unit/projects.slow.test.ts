/** Every unit test runs exactly once in `npm test`; slow ones have a name that `npm run test:quick` leaves out. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createVitest } from 'vitest/node';
import { root } from './record.ts';

const FOLDER = join(root, 'tests/unit');
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.test.ts'));
const isSlow = (path: string) => path.endsWith('.slow.test.ts');

test('each file is in one project, and the quick and the slow project together have all files', async () => {
	const vitest = await createVitest('test', { root, watch: false });
	const found = await vitest.globTestSpecifications();
	await vitest.close();
	const inProject = (is: (name: string) => boolean) =>
		found.filter(({ project }) => is(project.name)).map(({ moduleId }) => moduleId.slice(FOLDER.length + 1));
	expect(inProject(() => true).toSorted()).toEqual(files.toSorted());
	expect(inProject((name) => name === 'unit').toSorted()).toEqual(files.filter((path) => !isSlow(path)).toSorted());
});

test('tests that run commands or check copies of the case are named slow', () => {
	const quick = files.filter((path) => !isSlow(path)).map((path) => [path, readFileSync(join(FOLDER, path), 'utf8')]);
	const runs = /import .*\b(Copy|Project)\b.* from '\.\/(faults|project)\.ts'|from 'node:child_process'/;
	expect(quick.filter(([, text]) => runs.test(text!)).map(([path]) => path)).toEqual([]);
});
