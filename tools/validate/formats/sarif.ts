/** The result of a check as SARIF 2.1.0, which code hosts and editors show beside the line. */
import { ruleOf, type Diagnostic } from '../diagnostic.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';

const toResult = (problem: Diagnostic) => {
	const { file, id, field, found, fix, line, column } = problem;
	return {
		ruleId: ruleOf(problem),
		level: 'error',
		message: { text: `Found: ${found}. ${fix}` },
		locations: [
			{
				physicalLocation: {
					artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
					...(line && { region: { startLine: line, ...(column && { startColumn: column }) } }),
				},
				...((id || field) && { logicalLocations: [{ fullyQualifiedName: [id, field].filter(Boolean).join(' · ') }] }),
			},
		],
	};
};

export function toSarif(problems: readonly Diagnostic[]): string {
	const rules = [...new Set(problems.map(ruleOf))].map((id) => ({ id }));
	const driver = { name: 'evidence-timeline check', rules };
	const runs = [{ tool: { driver }, columnKind: 'utf16CodeUnits', results: problems.map(toResult) }];
	return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs }, null, '\t')}\n`;
}
