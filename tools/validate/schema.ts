/** The schemas of all data files, for the check and, exported as JSON Schema, for editors. */
import * as v from 'valibot';
import { DISCREPANCY_KINDS, STANDINGS } from '../../src/domain/model/vocabulary.ts';
import {
	atMost,
	edtf,
	ids,
	keys,
	optional,
	person,
	remarks,
	said,
	sentences,
	slug,
	sources,
	text,
	url,
	words as wordsCited,
} from './fields.ts';
import { telling } from './narrative-fields.ts';

const selector = {
	exact: said(text, 'The words exactly as they are in the source, found there exactly once.'),
	prefix: optional(said(v.string(), 'Text directly before the words, where they occur more than once.')),
	suffix: optional(said(v.string(), 'Text directly after the words.')),
};
const $schema = optional(v.string());

const quote = v.strictObject({
	id: said(slug, 'Stable: it is in people’s links.'),
	source: slug,
	...selector,
	speaker: optional(text),
	note: optional(text),
});

const event = v.strictObject({
	id: said(slug, 'Stable and never reused: it is in people’s links.'),
	aliases: optional(said(ids, 'Former ids.')),
	title: said(atMost(80), 'Neutral; at most 80 characters.'),
	label: said(atMost(20), 'For the chart; at most 20 characters.'),
	when: edtf,
	coverage: optional(
		said(
			v.picklist(['throughout', 'within']),
			'throughout: it lasted; within: at an unknown time within. Required unless the date is a single day.',
		),
	),
	kind: said(slug, 'Id of a kind, from case.json.'),
	tier: v.picklist(['core', 'related', 'context']),
	agencies: said(ids, 'Who acted; the first gives the lane. Empty above the axis.'),
	attributedBy: optional(said(ids, 'Above the axis only: on whose word it rests.')),
	actors: said(ids, 'Ids of people and organisations, from people.json.'),
	status: v.pipe(
		v.array(
			v.strictObject({
				kind: said(slug, 'Id of a status, from case.json.'),
				by: said(slug, 'Agency id.'),
				since: edtf,
			}),
		),
		v.minLength(1, 'Give at least one status.'),
	),
	summary: said(
		v.union([
			said(text, 'A draft, without grounds.'),
			v.pipe(sentences, v.minLength(1, 'Write at least one sentence.')),
		]),
		'Our words, at most three sentences; only what was known when it became public.',
	),
	quotes: v.array(quote),
	references: v.array(
		v.strictObject({
			source: slug,
			establishes: text,
			words: optional(said(wordsCited, 'Words cited from a source that we do not hold.')),
		}),
	),
	later: said(sentences, 'What became known afterwards.'),
	notes: optional(remarks),
	follows: said(ids, 'Ids of the events it answers, describes or continues.'),
	publicOn: optional(v.strictObject({ date: edtf, reason: text, source: optional(slug) })),
});

const source = v.strictObject({
	id: slug,
	title: text,
	publisher: text,
	author: optional(text),
	type: v.picklist(['news', 'release', 'remarks', 'advisory', 'notice', 'assessment', 'order', 'report', 'post']),
	standing: said(
		v.picklist(keys(STANDINGS)),
		'own: on the issuer’s address; copy: a copy of a primary text; press: secondary.',
	),
	copyOf: optional(said(text, 'Who originally wrote the text that this is a copy of.')),
	published: optional(said(edtf, 'When it was released.')),
	dated: optional(said(edtf, 'The date on the document, where it differs.')),
	url: optional(url),
	officialUrl: optional(said(url, 'The issuer’s address, not opened by us.')),
	archiveUrl: optional(url),
	origin: optional(said(slug, 'Id of the source it derives from.')),
	caution: optional(text),
	file: optional(v.pipe(v.string(), v.regex(/^seeds\/[^/]+\.txt$/, 'Name a file as seeds/<source id>.txt.'))),
	sha256: optional(
		v.pipe(
			v.string(),
			v.regex(/^[0-9a-f]{64}$/, 'Write the 64 hexadecimal digits of the file’s SHA-256, letters in lower case.'),
		),
	),
	heldSince: optional(said(edtf, 'For undated texts: since when we hold it.')),
});

const side = v.strictObject({
	name: said(text, 'Such as “Events”. For the side above, it is also the name of the lane.'),
	holds: said(text, 'Completes “Above the axis is …” or “below it, in a lane each, …”.'),
	day: said(text, 'Completes “a day, …” in the legend, as in “below the axis”.'),
});
const listed = <T extends v.GenericSchema>(entry: T, description: string) =>
	optional(said(v.pipe(v.array(entry), v.minLength(1, 'Give at least one, or take the field out.')), description));

/** The case's own vocabulary; what is left out has a neutral default. */
const words = {
	sides: optional(v.strictObject({ above: optional(side), below: optional(side) })),
	kinds: listed(
		v.strictObject({ id: slug, name: text, side: v.picklist(['above', 'below']) }),
		'The kinds of events, in the order of the filter.',
	),
	statuses: listed(
		v.strictObject({
			id: slug,
			name: text,
			meaning: text,
			alleged: optional(said(v.boolean(), 'The status marks a mere allegation, which is drawn dashed.')),
		}),
		'How far a claim can be established, in the order of the filter.',
	),
	about: optional(
		said(
			v.strictObject({ method: optional(text), limits: optional(text), licence: optional(text) }),
			'Paragraphs of the section About.',
		),
	),
};

const omission = { source: slug, record: text, note: text, references: sources };

/** One schema for each file of `src/data/`. */
export const SCHEMAS = {
	case: v.strictObject({
		$schema,
		title: text,
		deck: text,
		extent: edtf,
		markers: v.array(v.strictObject({ when: edtf, label: atMost(20) })),
		chapters: said(
			v.pipe(
				v.array(v.strictObject({ id: slug, title: text, from: text, to: text })),
				v.minLength(1, 'Give at least one chapter.'),
			),
			'Consecutive spans of time; ".." is open.',
		),
		...words,
		...telling,
		footer: text,
	}),
	agencies: v.strictObject({
		$schema,
		agencies: v.array(
			v.strictObject({
				id: slug,
				name: said(text, 'In full.'),
				short: atMost(20),
				lane: said(text, 'Name of its lane; lanes are in order of first appearance.'),
				hue: said(
					v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(360))),
					'OKLCH hue in degrees; null is grey.',
				),
			}),
		),
	}),
	people: v.strictObject({ $schema, people: v.array(person) }),
	events: v.strictObject({ $schema, events: v.array(event) }),
	sources: v.strictObject({ $schema, sources: v.array(source) }),
	discrepancies: v.strictObject({
		$schema,
		discrepancies: v.array(v.strictObject({ ...omission, ...selector, kind: v.picklist(keys(DISCREPANCY_KINDS)) })),
		omissions: v.array(v.strictObject(omission)),
	}),
	disputes: v.strictObject({
		$schema,
		disputes: v.array(
			v.strictObject({
				id: slug,
				question: text,
				events: v.pipe(ids, v.minLength(1, 'Name at least one event that it concerns.')),
				accounts: v.pipe(
					v.array(
						v.strictObject({
							by: text,
							says: text,
							references: v.pipe(sources, v.minLength(1, 'Name at least one source of this account.')),
						}),
					),
					v.minLength(2, 'A dispute needs at least two accounts; write a single one as a note at its event.'),
				),
			}),
		),
	}),
	changes: v.strictObject({
		$schema,
		changes: v.array(
			v.strictObject({
				date: edtf,
				events: said(ids, 'Ids of the events it corrects, also former or retired ids. Empty for a new edition.'),
				retired: optional(said(ids, 'Those of the ids that no event has any more. They must never be used again.')),
				what: text,
				why: text,
			}),
		),
	}),
};
export type FileName = keyof typeof SCHEMAS;
export type DataFiles = { [F in FileName]: v.InferOutput<(typeof SCHEMAS)[F]> };
