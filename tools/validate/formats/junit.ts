/** The result of a check as JUnit XML, which CI servers show as tests. */
import { placeOf, ruleOf, type Diagnostic } from '../diagnostic.ts';

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]!);
const fields = (values: Readonly<Record<string, string | number>>) =>
	Object.entries(values)
		.map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
		.join('');

function toCase(problem: Diagnostic): string {
	const { id, field, found, fix } = problem;
	const name = [placeOf(problem), id, field].filter(Boolean).join(' · ');
	const failure = `<failure${fields({ message: fix, type: ruleOf(problem) })}>${escaped(`found: ${found}`)}</failure>`;
	return `\t\t<testcase${fields({ classname: ruleOf(problem), name })}>${failure}</testcase>`;
}

export function toJunit(problems: readonly Diagnostic[], proven: string): string {
	const cases = problems.length
		? problems.map(toCase)
		: [`\t\t<testcase${fields({ classname: 'data', name: proven })} />`];
	const counts = { tests: cases.length, failures: problems.length };
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<testsuites${fields(counts)}>`,
		`\t<testsuite${fields({ name: 'check', ...counts })}>`,
		...cases,
		'\t</testsuite>',
		'</testsuites>\n',
	].join('\n');
}
