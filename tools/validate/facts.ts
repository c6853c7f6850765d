/** Part of the second stage: impossible dates, such as being known before it happened, or days in the future. */
import { DAY, formatDay, lastDay, parseWhen, readWhen, type When } from '../../src/domain/model/when.ts';
import { vocabularyOf } from '../../src/domain/model/vocabulary.ts';
import { quoted, type Diagnostic, type Report } from './diagnostic.ts';
import type { DataFiles } from './schema.ts';

/** Null for invalid dates, which are reported elsewhere. */
function read(text: string | undefined): When | null {
	return text === undefined || typeof parseWhen(text) === 'string' ? null : readWhen(text);
}
const CASE = 'src/data/case.json';
type At = Pick<Diagnostic, 'file' | 'id' | 'field'>;

export function checkFacts(data: DataFiles, report: Report, now = Date.now()): void {
	// Allow a day for time zones that are ahead.
	const future = now + DAY;
	const notYet = (at: At, text: string | undefined) => {
		const when = read(text);
		if (when && when.start > future)
			report({ ...at, found: quoted(text), fix: 'This day is still to come: correct the date.' });
	};
	const { extent, markers } = data.case;
	const whole = read(extent);
	const open = (at: At, text: string | undefined) => {
		const when = read(text);
		if (when && !(when.from && when.to))
			report({ ...at, found: quoted(text), fix: 'It must have a beginning and an end: write both.' });
	};

	open({ file: CASE, id: '', field: 'extent' }, extent);
	for (const { label, when } of markers) {
		const at = { file: CASE, id: label, field: 'markers.when' };
		open(at, when);
		const day = read(when);
		if (day && whole && (day.start < whole.start || day.start >= whole.end))
			report({
				...at,
				found: quoted(when),
				fix: `It is outside the extent of the case (${extent}): correct the date, or take the marker out.`,
			});
	}

	for (const s of data.sources.sources) {
		for (const field of ['published', 'dated', 'heldSince'] as const) {
			const at = { file: 'src/data/sources.json', id: s.id, field };
			open(at, s[field]);
			notYet(at, s[field]);
		}
	}
	for (const { date } of data.changes.changes) {
		const at = { file: 'src/data/changes.json', id: date, field: 'date' };
		open(at, date);
		notYet(at, date);
	}

	const source = new Map(data.sources.sources.map((s) => [s.id, s]));
	const { kinds } = vocabularyOf(data.case);
	for (const e of data.events.events) {
		const at = (field: string): At => ({ file: 'src/data/events.json', id: e.id, field });
		const when = read(e.when);
		if (!when) continue;
		const before = (field: string, text: string | undefined) => {
			const day = read(text);
			if (day && day.end <= when.start)
				report({
					...at(field),
					found: quoted(text),
					fix: `That is before the event (${e.when}): correct one of the two dates.`,
				});
		};
		// A statement may be reported before it is made; an act cannot be known before it happens.
		const isSaid = kinds.get(e.kind)?.side === 'below';
		const isTold = isSaid && e.status.some(({ since }) => (read(since)?.end ?? 0) > when.start);
		for (const { since } of e.status) {
			if (!isTold) before('status.since', since);
			notYet(at('status.since'), since);
		}
		before('publicOn.date', e.publicOn?.date);
		notYet(at('publicOn.date'), e.publicOn?.date);
		const published = [...e.quotes, ...e.references].map((r) => read(source.get(r.source)?.published));
		const last = Math.max(...published.map((day) => day?.end ?? Infinity));
		if (published.length && last <= when.start)
			report({
				...at('when'),
				found: quoted(e.when),
				fix: `All of its sources were published before, the last on ${formatDay(lastDay({ start: 0, end: last }))}: correct the date, or cite one that says that it happened.`,
			});
		if (kinds.get(e.kind)?.side === 'above' && !e.attributedBy?.length)
			report({
				...at('attributedBy'),
				found: e.attributedBy ? 'nobody' : 'nothing',
				fix: 'Above the axis every event is attributed: give the ids of the agencies on whose word it rests.',
			});
	}
}
