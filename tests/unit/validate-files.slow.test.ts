/** First stage: files that are missing or are not JSON. */
import { expect, test } from 'vitest';
import { SCHEMAS, type FileName } from '../../tools/validate/schema.ts';
import { Copy } from './faults.ts';

const FILES = Object.keys(SCHEMAS) as FileName[];

test.for(FILES)('refused: %s.json is missing', (file) => {
	const copy = new Copy();
	copy.remove(`src/data/${file}.json`);
	expect(copy.problems()).toEqual([
		{
			file: `src/data/${file}.json`,
			id: '',
			field: '',
			found: 'no such file',
			fix: `Put the file back: all ${FILES.length} data files are needed.`,
		},
	]);
});

/** Typing errors, and the line where the check reports each. */
const SLIPS = [
	['a comma missing', '{\n"a": 1\n"b": 2\n}\n', 3],
	['a comma too many', '{\n"a": [1, 2,],\n"b": 2\n}\n', 2],
	['two commas', '{\n"a": 1,\n"b": [1,, 2]\n}\n\n\n', 3],
	['a word without quotation marks', '{\n"a": 1,\n"b": [day, 2],\n"c": [day]\n}\n', 3],
	['curly quotation marks', '{\n"a": 1,\n"b": “2”\n}\n', 3],
	['a line break inside a text', '{\n"a": "one\ntwo"\n}\n', 2],
	['a bracket missing at the end', '{\n"a": [1,\n2\n', 4],
	['nothing at all', '', 1],
] as const;

test.for(SLIPS)('refused: %s, and the line is named', ([, text, line]) => {
	const copy = new Copy();
	copy.write('src/data/events.json', text);
	const problems = copy.problems();
	expect(problems.map((p) => p.file)).toEqual(['src/data/events.json']);
	expect(problems[0]!.fix).toContain(`look at line ${line}, column`);
});

test('an error far down in a real file is reported with its line', () => {
	const copy = new Copy();
	const lines = copy.text('src/data/events.json').split('\n');
	const at = lines.findLastIndex((line) => line.includes('"kind": "'));
	lines[at] = lines[at]!.replace(/: "(\w+)"/, ': $1');
	copy.write('src/data/events.json', lines.join('\n'));
	expect(copy.problems()[0]!.fix).toContain(`look at line ${at + 1}, column`);
});
