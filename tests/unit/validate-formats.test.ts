/** The result of a check in formats for other programs. */
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../tools/validate/formats/formats.ts';
import { optionsFrom } from '../../tools/validate/options.ts';
import { ruleOf, type Diagnostic } from '../../tools/validate/diagnostic.ts';

const problems: readonly Diagnostic[] = [
	...(['events', 'sources'] as const).map((file, i) => ({
		...{ file: `src/data/${file}.json`, id: `x-${i}`, field: 'follows', found: '“<no> & "such"\'”', fix: 'Do & be.' },
		...{ line: i + 1, column: 7 },
	})),
	{ file: 'a b/c#%.json', id: 'x', field: 'quotes y', found: '“]]>”', fix: 'No & yes.', line: 3, column: 2 },
	{ file: 'src/data', id: '', field: '', found: 'no such folder', fix: 'Make it.' },
];

describe('json', () => {
	test('has every problem unchanged', () => {
		expect(JSON.parse(FORMATS.json(problems, ''))).toEqual({ ok: false, problems });
	});
	test('says what was proven if there is no problem', () => {
		expect(JSON.parse(FORMATS.json([], 'all'))).toEqual({ ok: true, proven: 'all', problems: [] });
	});
});

describe('sarif', () => {
	interface Result {
		readonly ruleId: string;
		readonly level: string;
		readonly message: { readonly text: string };
		readonly locations: readonly {
			readonly physicalLocation: {
				readonly artifactLocation: { readonly uri: string };
				readonly region?: { readonly startLine: number; readonly startColumn?: number };
			};
		}[];
	}
	interface Log {
		readonly $schema: string;
		readonly version: string;
		readonly runs: readonly {
			readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
			readonly results: readonly Result[];
		}[];
	}
	const read = (of: readonly Diagnostic[]) => JSON.parse(FORMATS.sarif(of)) as Log;
	test.for([[problems], [[]]] as const)('has the fields that SARIF 2.1.0 requires', ([of]) => {
		const { $schema, version, runs } = read(of);
		expect($schema).toMatch(/^https:\/\/docs\.oasis-open\.org\/sarif\/sarif\/v2\.1\.0\/.*\.json$/);
		expect(version).toBe('2.1.0');
		expect(runs).toHaveLength(1);
		const [{ tool, results }] = runs as [Log['runs'][number]];
		expect(tool.driver.name).toMatch(/\S/);
		const rules = tool.driver.rules.map((rule) => rule.id);
		expect(new Set(rules).size).toBe(rules.length);
		expect(results).toHaveLength(of.length);
		for (const { ruleId, level, message, locations } of results) {
			expect(rules).toContain(ruleId);
			expect(level).toBe('error');
			expect(message.text).toMatch(/\S/);
			const [{ physicalLocation }] = locations as [Result['locations'][number]];
			expect(physicalLocation.artifactLocation.uri).toMatch(/^[\w.~%/-]+$/);
			const { startLine, startColumn } = physicalLocation.region ?? {};
			for (const n of [startLine ?? 1, startColumn ?? 1]) expect(Number.isInteger(n) && n > 0).toBe(true);
		}
	});
	test('points to the line, with the finding and the fix', () => {
		const [problem] = problems as [Diagnostic];
		const [{ results }] = read([problem]).runs as [Log['runs'][number]];
		const [{ message, locations }] = results as [Result];
		expect(message.text).toBe(`Found: ${problem.found}. ${problem.fix}`);
		expect(locations[0]!.physicalLocation).toEqual({
			artifactLocation: { uri: problem.file },
			region: { startLine: problem.line, startColumn: problem.column },
		});
	});
});

describe('junit', () => {
	const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
	const unescaped = (text: string) => text.replace(/&(\w+);/g, (_, name: string) => SIGNS[name]!);
	/** The opening and closing tags with their attributes. Throws if a character is not escaped. */
	function elements(xml: string) {
		const open: string[] = [];
		const found: { readonly name: string; readonly fields: Readonly<Record<string, string>> }[] = [];
		const rest = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
		for (const [part] of rest.matchAll(/<[^>]*>|[^<]+/g)) {
			if (!part.startsWith('<')) {
				expect(part).not.toMatch(/&(?!(lt|gt|quot|amp);)/);
				continue;
			}
			const [, close, name, written, isEmpty] = /^<(\/?)(\w+)((?: \w+="[^"<]*")*)( \/)?>$/.exec(part)!;
			if (close) expect(open.pop()).toBe(name);
			else if (!isEmpty) open.push(name!);
			if (close) continue;
			const fields = [...written!.matchAll(/ (\w+)="([^"]*)"/g)].map((m) => [m[1]!, unescaped(m[2]!)] as const);
			found.push({ name: name!, fields: Object.fromEntries(fields) });
		}
		expect(open).toEqual([]);
		return found;
	}
	test('is well-formed, and has a failed test for every problem', () => {
		const found = elements(FORMATS.junit(problems, ''));
		const count = String(problems.length);
		expect(found[0]).toEqual({ name: 'testsuites', fields: { tests: count, failures: count } });
		expect(found.filter((e) => e.name === 'testcase').map((e) => e.fields['classname'])).toEqual(problems.map(ruleOf));
		expect(found.filter((e) => e.name === 'failure').map((e) => e.fields['message'])).toEqual(
			problems.map((p) => p.fix),
		);
	});
	test('has one passed test if there is no problem', () => {
		const found = elements(FORMATS.junit([], '3 events & all'));
		expect(found.map((e) => e.name)).toEqual(['testsuites', 'testsuite', 'testcase']);
		expect(found[2]!.fields['name']).toBe('3 events & all');
	});
});

test('a rule has the same name for every violation', () => {
	const at = (file: string, field: string) => ruleOf({ file, id: '', field, found: '', fix: '' });
	expect(at('src/data/events.json', 'quotes a-b')).toBe('events/quotes');
	expect(at('case/src/data/events.json', 'status[3].kind')).toBe('events/status.kind');
	expect(at('src/data', '')).toBe('data');
});

test('options can be written in two ways, and unknown ones are named', () => {
	expect(optionsFrom(['--format', 'sarif', '--watch'])).toEqual({ format: 'sarif', watch: true });
	expect(optionsFrom(['--format=json', '--report=a b.md'])).toEqual({ format: 'json', report: 'a b.md' });
	expect(optionsFrom(['--report'])).toEqual({ report: '' });
	for (const format of ['xml', 'toString', '']) expect(optionsFrom(['--format', format])).toContain('is not a format');
	for (const arg of ['--wacth', 'events.json', '--report=', '--watch=yes', '-h'])
		expect(optionsFrom([arg])).toContain(`“${arg}” is not an option`);
	expect(optionsFrom(['--format=json', '--report'])).toContain('name a file for the review');
});
