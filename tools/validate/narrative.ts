/**
 * Part of the second stage: in lead, story and annotations everything that a change of the data could make false is a
 * placeholder, and every placeholder has a value.
 */
import {
	pieces,
	PLACEHOLDERS,
	speaksOf,
	valueOf,
	type NarrativeRecord,
	type DatedEvent,
} from '../../src/domain/model/narrative.ts';
import { formatDay, parseWhen, readWhen } from '../../src/domain/model/when.ts';
import { readSpan } from '../../src/domain/query/permalink.ts';
import { at, checkId } from './references.ts';
import { quoted, type Report } from './diagnostic.ts';
import { isDate, knownDay } from './public.ts';
import type { DataFiles } from './schema.ts';

/** Numbers and names of months. See `isTyped`: "may" and "march" in lower case are words, not months. */
const TYPED =
	/\d+|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?)\b/giu;
const isTyped = (word: string) => !/^(march|may)$/.test(word);
const LENGTH = 240;
/** Greatest length of an annotation; more would not fit beside a mark. */
const BESIDE = 40;

export function checkNarrative(data: DataFiles, report: Report): void {
	const { lead, story = [], annotations = [], asofStart, extent } = data.case;
	const source = new Map(data.sources.sources.map((s) => [s.id, s]));
	const all = new Map(data.events.events.map((e) => [e.id, e]));
	const ids = new Set(all.keys());
	const event = (id: string): DatedEvent | undefined => {
		const e = all.get(id);
		const known = e && knownDay(e, source);
		return e && typeof known === 'number' ? { ...e, when: readWhen(e.when), known } : undefined;
	};

	function checkText(record: NarrativeRecord, field: string, most = LENGTH) {
		const problem = (found: string, fix: string, part = 'text') =>
			report({ ...at('case', ''), field: `${field}.${part}`, found, fix });
		for (const id of record.basis) checkId({ ...at('case', ''), field: `${field}.basis` }, id, ids, 'events', report);
		const values = pieces(record.text).map((piece) => {
			if (typeof piece === 'string') {
				for (const [word] of piece.matchAll(TYPED))
					if (isTyped(word))
						problem(
							quoted(word),
							'Numbers and dates are computed from the events: use a placeholder, as in {day:ID}, or other words.',
						);
				return piece;
			}
			if (!(PLACEHOLDERS as readonly string[]).includes(piece.name)) {
				problem(piece.text, `Use one of ${PLACEHOLDERS.map((name) => `{${name}:ID}`).join(', ')}.`);
				return '';
			}
			for (const id of piece.ids) checkId({ ...at('case', ''), field: `${field}.text` }, id, ids, 'events', report);
			const value = valueOf(piece, event);
			if (value === null && piece.ids.every((id) => event(id)))
				problem(
					piece.text,
					'The events named do not have this value, or do not share it: name others, or say it in other words.',
				);
			return value ?? '';
		});
		const { length } = values.join('');
		if (length > most) problem(`${length} characters`, `Shorten it to at most ${most}, placeholders filled in.`);
	}

	/** Reports values that occur more than once. */
	function checkOnce(field: string, list: readonly string[], fix: string) {
		for (const twice of new Set(list.filter((id, i) => list.indexOf(id) !== i)))
			report({ ...at('case', ''), field, found: quoted(twice), fix });
	}

	if (lead) checkText(lead, 'lead');
	const beside = annotations.map((annotation) => annotation.at);
	checkOnce('annotations', beside, 'Two annotations are at this event; take one out.');
	const steps = story.map(({ id }) => id);
	checkOnce('story', steps, 'Two steps have this id; give one of them another.');
	for (const annotation of annotations) {
		const field = `annotations.${annotation.at}`;
		checkText(annotation, field, BESIDE);
		checkId({ ...at('case', ''), field: `${field}.at` }, annotation.at, ids, 'events', report);
	}
	if (asofStart !== undefined) checkDay(asofStart, 'asofStart');
	for (const step of story) {
		const field = `story.${step.id}`;
		checkText(step, field);
		if (step.event !== undefined)
			checkId({ ...at('case', ''), field: `${field}.event` }, step.event, ids, 'events', report);
		if (step.t !== undefined && !readSpan(step.t))
			report({
				...at('case', ''),
				field: `${field}.t`,
				found: quoted(step.t),
				fix: 'Write two days, the first and the last, as in 2020-10-18..2020-10-31.',
			});
		if (step.asof === undefined || !checkDay(step.asof, `${field}.asof`)) continue;
		const day = readWhen(step.asof).start;
		for (const id of speaksOf(step)) {
			const known = event(id)?.known ?? -Infinity;
			if (Number.isFinite(known) && known > day)
				report({
					...at('case', ''),
					field: `${field}.asof`,
					found: `${quoted(id)}, public since ${formatDay(known)}`,
					fix: `The step speaks of what was not yet public on ${formatDay(day)}: choose a later day, or take it out.`,
				});
		}
	}

	function checkDay(text: string, field: string): boolean {
		const day = parseWhen(text);
		const whole = isDate(extent) ? readWhen(extent) : null;
		const isInside =
			typeof day !== 'string' &&
			day.from?.precision === 'day' &&
			(!whole || (day.start >= whole.start && day.start < whole.end));
		if (!isInside)
			report({
				...at('case', ''),
				field,
				found: quoted(text),
				fix: `Write a day within ${extent}, as in 2020-10-22.`,
			});
		return isInside;
	}
}
