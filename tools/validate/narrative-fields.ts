/** The part of the schema of case.json for lead, story and annotations. */
import * as v from 'valibot';
import { atMost, edtf, ids, optional, said, slug, text } from './fields.ts';

const narrative = {
	text: said(text, 'Numbers and dates are placeholders: {day:ID}, {known:ID}, {gap:ID}, {about:ID,ID}, {count:ID,ID}.'),
	basis: said(ids, 'Ids of the events that it is about, in addition to those in its placeholders.'),
	reviewed: optional(said(text, 'The digest from the review, once a curator has checked the text against its events.')),
};
/** All of these are optional; what is left out is not shown. */
export const telling = {
	lead: optional(said(v.strictObject(narrative), 'The finding, in one sentence.')),
	story: optional(
		said(
			v.pipe(
				v.array(
					v.strictObject({
						id: said(slug, 'Stable: it is in people’s links.'),
						title: atMost(60),
						...narrative,
						event: optional(said(slug, 'Id of the event that is chosen.')),
						t: optional(said(text, 'First and last day shown: 2020-10-18..2020-10-31. Default: the whole case.')),
						asof: optional(said(edtf, 'The day of knowledge that the step shows.')),
					}),
				),
				v.minLength(2, 'Give at least two steps, or take the field out.'),
				v.maxLength(8, 'Tell it in at most eight steps.'),
			),
			'The story, step by step.',
		),
	),
	annotations: optional(
		said(
			v.pipe(
				v.array(v.strictObject({ at: said(slug, 'Id of the event beside which it is shown.'), ...narrative })),
				v.maxLength(4, 'Give at most four: more would crowd the chart.'),
			),
			'A few words beside an event in the chart, where there is room.',
		),
	),
	asofStart: optional(said(edtf, 'The day that “As of a date” shows first.')),
};
