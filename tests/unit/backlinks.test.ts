/** What cites a source, in the words of the list of sources. */
import { expect, test } from 'vitest';
import { citedWords } from '../../src/domain/model/cite.ts';
import { backlinks } from '../../src/domain/model/backlinks.ts';
import { dataset, records } from './record.ts';

test('every source of the case is cited somewhere', () => {
	const at = backlinks(dataset);
	const lonely = records.sources.filter((s) => {
		const { events, disputes, isNoted } = at(s);
		return !events.length && !disputes.length && !isNoted;
	});
	expect(lonely.map((s) => s.id)).toEqual([]);
});

test('a source lists an event once, even if the event quotes it, refers to it and remarks on it', () => {
	const at = backlinks(dataset);
	for (const s of records.sources) {
		const { events } = at(s);
		expect(new Set(events).size, s.id).toBe(events.length);
		const referring = dataset.events.filter((e) => e.references.some((r) => r.source === s.id));
		for (const e of referring) expect(events, s.id).toContain(e);
	}
});

test('a source that an account rests on names its dispute, and no other', () => {
	const at = backlinks(dataset);
	for (const s of records.sources)
		expect(at(s).disputes, s.id).toEqual(
			records.disputes.filter((d) => d.accounts.some((a) => a.references.includes(s.id))),
		);
});

test('the words beside a publisher say date, standing, derivation and caution', () => {
	const source = { id: 's', title: 'T', publisher: 'P', type: 'news', published: '2021-11-18' } as const;
	expect(citedWords({ ...source, standing: 'press' }, undefined)).toBe('18 November 2021');
	expect(citedWords({ ...source, standing: 'press', caution: 'A relay.' }, 'Reuters')).toBe(
		'18 November 2021 · derives from Reuters. A relay.',
	);
	expect(citedWords({ ...source, standing: 'copy', copyOf: 'the FBI' }, 'FBI')).toBe(
		'18 November 2021 · copy of a text of the FBI',
	);
});
