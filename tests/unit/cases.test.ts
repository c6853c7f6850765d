/** A case of any number of events passes the check and is built whole, without a line of code changed. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gate } from '../../tools/gate/gate.ts';
import { formatProblems } from '../../tools/gate/problem.ts';
import { makeCase } from '../cases.ts';
import { folder } from './faults.ts';
import { records, root } from './record.ts';

describe.for([1, records.events.length - 1, records.events.length + 1, 300])('a case of %i events', (n) => {
	test('passes the check', () => {
		const made = folder();
		makeCase(made, n);
		const verdict = gate(made);
		if (!verdict.ok) throw new Error(formatProblems(verdict.problems));
		expect(verdict.records.events).toHaveLength(n);
		expect(new Set(verdict.records.events.map((e) => e.title)).size).toBe(n);
	});
});

test.for([1, records.events.length + 1, 300])('a case of %i events is built whole', (n) => {
	const [made, out] = [`node_modules/.unit-${n}-case`, `node_modules/.unit-${n}`];
	makeCase(join(root, made), n);
	const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|TEST)/.test(name)));
	const { status, stderr } = spawnSync(
		process.execPath,
		['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
		{
			cwd: root,
			encoding: 'utf8',
			env: { ...env, CASE: made, OUT: out },
		},
	);
	expect(status, stderr).toBe(0);
	const { events } = JSON.parse(readFileSync(join(root, made, 'src/data/events.json'), 'utf8')) as typeof records;
	const html = readFileSync(join(root, out, 'index.html'), 'utf8');
	for (const e of events) expect(html).toContain(`id="${e.id}"`);
});
