/** Cases of any kind and size pass the check and are built completely, without a change of code. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { validate } from '../../tools/validate/validate.ts';
import { formatDiagnostics } from '../../tools/validate/diagnostic.ts';
import { makeCase } from '../cases.ts';
import { FIXTURES } from '../fixtures/fixtures.ts';
import { isLong } from '../long.ts';
import { makeSite } from '../sites.ts';
import { folder } from './faults.ts';
import { records, root } from './record.ts';

const BUILT = 'node_modules/.unit-bundle';

function recordsOf(made: string) {
	const verdict = validate(made);
	if (!verdict.ok) throw new Error(formatDiagnostics(verdict.problems));
	return verdict.records;
}

describe.for([1, records.events.length - 1, records.events.length + 1, 300])('a case of %i events', (n) => {
	test('passes the check', () => {
		const made = folder();
		makeCase(made, n);
		const { events } = recordsOf(made);
		expect(events).toHaveLength(n);
		expect(new Set(events.map((e) => e.title)).size).toBe(n);
	});
});

beforeAll(() => {
	const env = Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TEST|BASE)/.test(name)),
	);
	const { status, stderr } = spawnSync(
		process.execPath,
		['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
		{ cwd: root, encoding: 'utf8', env: { ...env, CASE: 'tests/case', OUT: BUILT } },
	);
	expect(status, stderr).toBe(0);
}, 120_000);

/** Cases with thousands of events are slow, so they run only in `npm run test:long`. */
const made = Object.entries(FIXTURES).filter(([name]) => isLong || !name.startsWith('2,000'));
test.for(made)('a case with %s is checked and built completely (F11, F18)', async ([, make]) => {
	const [made, out] = [folder(), folder()];
	make(made);
	const found = recordsOf(made);
	await makeSite(BUILT, made, found, out);
	const read = (path: string) => readFileSync(join(out, path), 'utf8');
	const [html, dossier] = [read('index.html'), read('dossier.html')];
	const ids = found.events.map((e) => e.id);
	expect(ids.filter((id) => !html.includes(`id="${id}"`))).toEqual([]);
	expect(ids.filter((id) => !dossier.includes(`id="event-${id}"`))).toEqual([]);
	expect(ids.filter((id) => !read(`events/${id}/index.html`).includes('<h1'))).toEqual([]);
	for (const id of Object.keys(found.texts)) expect(read(`documents/${id}/index.html`).includes('<mark')).toBe(true);
	expect(/.{40}\b(NaN|undefined|Infinity|Invalid)\b/.exec(html)?.[0]).toBeUndefined();
});
