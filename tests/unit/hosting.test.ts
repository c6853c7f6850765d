/** The docs on hosts and engines agree with what is built and tested. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { headers } from '../../tools/build/headers.ts';
import { licencesOf } from '../../tools/build/licences.ts';
import { CANNOT } from '../engines/driver.ts';

const root = join(import.meta.dirname, '../..');
const document = (name: string) => readFileSync(join(root, 'docs', name), 'utf8');

test('every header that the build writes is explained, with its nginx and Apache configuration (A19)', () => {
	const [, nginx, apache] = document('hosting.md').split(/^## (?:nginx|Apache)$/m);
	const written = headers()
		.split('\n')
		.filter((line) => line.startsWith('  '))
		.map((line) => line.trim().split(': ') as [string, string]);
	expect(written.length).toBeGreaterThan(4);
	for (const [name, value] of written) {
		expect(document('hosting.md')).toContain(`\`${name}: ${value}\``);
		if (name === 'Content-Type') continue;
		for (const how of [nginx, apache]) expect(how).toMatch(new RegExp(`${name} "?${value.replace(/[=*']/g, '.')}"?`));
	}
});

test('no header comes from two rules for one address, because hosts join them (A19)', () => {
	const rules = headers().trim().split('\n\n');
	const [everywhere, ...others] = rules.map((rule) => [...rule.matchAll(/^ {2}([\w-]+):/gm)].map(([, name]) => name));
	for (const names of others) expect(names.filter((name) => everywhere!.includes(name))).toEqual([]);
});

test('a package without a licence text stops the build, which names it (A19)', () => {
	const listed = { name: 'a-library', version: '1.2.3', identifier: 'MIT', text: '' };
	expect(() => licencesOf([listed], [], root)).toThrow('a-library 1.2.3 is part of the site, and has no text');
	expect(() => licencesOf([{ ...listed, text: 'Copyright' }], [], root)).not.toThrow();
});

test('the limits of each engine’s driver are documented with a reason', () => {
	const table = document('engines.md').split('\n');
	for (const [engine, cannot] of Object.entries(CANNOT))
		for (const what of cannot) {
			const row = table.find((line) => line.split('|')[2]?.trim() === what);
			expect(row?.toLowerCase(), what).toContain(engine);
		}
});
