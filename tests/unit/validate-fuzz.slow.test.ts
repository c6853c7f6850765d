/** Any data file is either accepted and shown by the page, or refused with a message: there is no exception. */
import { expect, test } from 'vitest';
import { recordsAsOf } from '../../src/domain/model/asof.ts';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { validate } from '../../tools/validate/validate.ts';
import { SCHEMAS, type FileName } from '../../tools/validate/schema.ts';
import { values } from '../../tools/validate/where.ts';
import { isLong } from '../long.ts';
import { random } from '../seeded.ts';
import { loadTrial } from '../../tools/trial.mjs';
import { Copy } from './faults.ts';

const FILES = Object.keys(SCHEMAS) as FileName[];
/** Wrong values that people, editors and programs write. */
const WRITTEN: readonly unknown[] = [
	...[null, true, 0, -1, 1e99, [], {}, [[]], [null], { id: 'x' }, ['x'], 'x', '', ' ', 'constructor', '__proto__'],
	...[
		'..',
		'../..',
		'2020-10-20',
		'2020-10/..',
		'9999-12-31',
		'0000',
		'2020-21',
		'\u202e',
		'\ud800',
		'\u0000',
		'<b>&amp;',
	],
	...['https://example.org/%', 'seeds/../x.txt', 'about', 'x'.repeat(5000), 'e\u0301', '👩‍💻'],
];
/** Number of mutations per seed. */
const TRIES = 60;

test.for(isLong ? [1, 2, 3] : [1])(
	'data with one value replaced, removed or duplicated, seed %i (F11) (A18)',
	async (seed) => {
		const next = random(seed);
		const draw = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
		const copy = new Copy();
		const { trial } = await loadTrial();
		let accepted = 0;
		for (let i = 0; i < TRIES; i++) {
			const file = draw(FILES);
			const path = `src/data/${file}.json`;
			const before = copy.text(path);
			const data: unknown = JSON.parse(before);
			const { path: way } = draw([...values(data)].slice(1));
			const key = way.at(-1)!.key as string;
			const owner = way.slice(0, -1).reduce((at, step) => (at as Record<string, unknown>)[step.key as string], data);
			const list = owner as Record<string, unknown>;
			const other = draw(WRITTEN);
			const act = draw(['write', 'write', 'write', 'remove', 'double'] as const);
			if (act === 'write') list[key] = other;
			else if (Array.isArray(owner)) {
				const entries = owner as unknown[];
				const [entry] = entries.splice(Number(key), 1);
				if (act === 'double') entries.splice(Number(key), 0, entry, entry);
			} else Reflect.deleteProperty(list, key);
			copy.write(path, JSON.stringify(data));
			const what = `seed ${seed}, ${i}: ${act} ${file} ${way.map((step) => String(step.key)).join('.')} ${JSON.stringify(other)}`;
			const verdict = validate(copy.root);
			copy.write(path, before);
			if (!verdict.ok) {
				for (const p of verdict.problems)
					expect(`${p.id}${p.field}${p.fix}`, what).not.toMatch(/undefined|\[object|NaN|Infinity/);
				continue;
			}
			const whole = toDataset(verdict.records);
			toDataset(recordsAsOf(verdict.records, draw(whole.events).known));
			if (accepted++ % 8 === 0) expect(trial(verdict.records), what).toEqual([]);
		}
		expect(accepted).toBeGreaterThan(0);
		expect(accepted).toBeLessThan(TRIES);
	},
);
