/** The check as a whole: it accepts valid data and reports all problems at once. */
import { expect, test } from 'vitest';
import { validate } from '../../tools/validate/validate.ts';
import { formatDiagnostics } from '../../tools/validate/diagnostic.ts';
import { act, Copy, dispute, held, operation, quote } from './faults.ts';
import { records } from './record.ts';

test('a copy without a fault passes, and its records equal those of the repository', () => {
	const verdict = validate(new Copy(true).root);
	expect(verdict).toEqual({ ok: true, records });
});

test('three faults in three files are three problems', () => {
	const copy = new Copy(true);
	copy.entry('events', act.id, (e) => (e.follows = ['no-such-event']));
	copy.entry('sources', held.id, (s) => (s.origin = 'no-such-source'));
	copy.entry('disputes', dispute.id, (d) => (d.events = ['no-such-event']));
	expect(copy.problems().map((p) => `${p.file} ${p.field}`)).toEqual([
		'src/data/sources.json origin',
		'src/data/events.json follows',
		'src/data/disputes.json events',
	]);
});

test('relations and quotes are reported together', () => {
	const copy = new Copy(true);
	copy.entry('events', operation.id, (e) => {
		e.follows = ['no-such-event'];
		e.quotes[0]!.exact += ' never';
	});
	expect(copy.problems().map((p) => p.field)).toEqual(['follows', `quotes ${quote.id}`]);
});

test('faults of shape in several files are reported together', () => {
	const copy = new Copy(true);
	copy.edit('case', (c) => (c.title = ''));
	copy.edit('changes', (c) => Object.assign(c, { colour: 'red' }));
	copy.remove('src/data/agencies.json');
	expect(copy.problems().map((p) => p.file)).toEqual([
		'src/data/case.json',
		'src/data/agencies.json',
		'src/data/changes.json',
	]);
});

test('the report ends with the number of problems', () => {
	const copy = new Copy(true);
	copy.entry('events', act.id, (e) => (e.follows = ['no-such-event', 'nor-this-one']));
	expect(formatDiagnostics(copy.problems())).toMatch(/\n2 problems in the data\. Nothing was written\.$/);
});

test('the data version changes with any word of the data, and with nothing else', () => {
	const copy = new Copy(true);
	const version = () => {
		const verdict = validate(copy.root);
		return verdict.ok ? verdict.records.version : '';
	};
	// Rewriting the file without line breaks and indents keeps the version.
	copy.edit('case', () => undefined);
	expect(version()).toBe(records.version);
	copy.edit('case', (c) => (c.footer += ' Indeed.'));
	expect(version()).toMatch(/^[0-9a-f]{12}$/);
	expect(version()).not.toBe(records.version);
});
