/** `npm run check` as run by hand: its output, the file that it writes, and its watch mode. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatDiagnostics } from '../../tools/validate/diagnostic.ts';
import { closely } from './closely.ts';
import { act, operation, quote } from './faults.ts';
import { Project } from './project.ts';
import { records } from './record.ts';

const run = (project: Project, args: readonly string[], settings = {}) =>
	project.node(['tools/check.mjs', ...args], settings);
const isStack = /^\s+at .*:\d+:\d+/m;

closely('a fault that no rule knows is told without a stack, by check and by build (F11) (A5)', () => {
	const project = new Project();
	project.change('tools/validate/facts.ts', 'open({ file: CASE,', 'if (!CASE) open({ file: CASE,');
	const told = JSON.parse(readFileSync(project.at('src/data/case.json'), 'utf8')) as typeof records.case;
	writeFileSync(
		project.at('src/data/case.json'),
		JSON.stringify({ ...told, extent: `${told.extent.split('/')[0]!}/..` }),
	);
	for (const { status, said } of [run(project, []), project.build()]) {
		expect(said).toContain('found: Invalid typed array length: Infinity');
		expect(said).toContain('No page can be made of these data');
		expect(said).not.toMatch(isStack);
		expect(status).not.toBe(0);
	}
	expect(existsSync(project.at('dist'))).toBe(false);
});

closely('nothing of the data steers the terminal (F13) (A11)', () => {
	const project = new Project();
	const evil = '\\u001b[2J\\u009b31m\\u202e';
	project.change('src/data/events.json', `"title": "${act.title}"`, `"title": "x${evil}", "x${evil}": 1`);
	for (const args of [[], ['--format=json'], ['--x\u001b[2J']]) {
		const { status, said } = run(project, args);
		expect(status).toBe(1);
		expect(said).toContain('[U+001B]');
		expect(said).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}]/u);
	}
});

describe('--report', () => {
	test.for([
		['nowhere/review.md', 'there is no folder nowhere'],
		['src', 'it is a folder'],
	])('=%s is refused in one sentence (F19) (A18)', ([file, why]) => {
		const { status, said } = run(new Project(), [`--report=${file!}`]);
		expect(said).toBe(`--report=${file!} is refused: ${why!}. Nothing was written.\n`);
		expect(status).toBe(1);
	});
});

closely('a case that is nowhere is said to be, and another case’s files are named from here (A18)', () => {
	const project = new Project();
	const nowhere = run(project, [], { CASE: 'nowhere' });
	expect(nowhere.said).toContain('nowhere/src/data\n    found: no such folder\n');
	expect(nowhere.said).toContain('1 problem in the data.');
	expect(nowhere.status).toBe(1);
	mkdirSync(project.at('other/src/data'), { recursive: true });
	expect(run(project, ['--format', 'json'], { CASE: 'other' }).said).toContain('"file": "other/src/data/case.json"');
});

/** Slow: waits until the command has run twice. */
closely('--watch checks again after a change, until it is ended', async () => {
	const project = new Project();
	const child = spawn(process.execPath, ['tools/check.mjs', '--watch'], { cwd: project.root });
	let said = '';
	let heard: () => void = () => undefined;
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (text) => {
			said += String(text);
			heard();
		});
	/** Waits until the command has printed a text since the last call. */
	const says = async (text: string) => {
		while (!said.includes(text)) await new Promise<void>((done) => (heard = done));
		said = said.slice(said.indexOf(text) + text.length);
	};
	const waits = 'now waiting for the next change';
	try {
		await says(`Data version ${records.version}.`);
		await says(waits);
		project.change('src/data/events.json', quote.exact, `${quote.exact}x`);
		await says(`${operation.id} · quotes ${quote.id}`);
		await says(waits);
		project.change('src/data/events.json', `${quote.exact}x`, quote.exact);
		await says(`Data version ${records.version}.`);
	} finally {
		child.kill();
	}
});

test('a report starts each problem with its place, and ends with their number (A18)', () => {
	const at = { file: 'src/data/events.json', id: 'a', field: 'b', found: '“\u001b”', fix: 'Do.', line: 2, column: 3 };
	expect(formatDiagnostics([at])).toBe(
		'src/data/events.json:2:3 · a · b\n    found: “[U+001B]”\n    fix:  Do.\n1 problem in the data. Nothing was written.',
	);
});
