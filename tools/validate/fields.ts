/** Parts of schemas shared by several data files. */
import * as v from 'valibot';
import { BASES } from '../../src/domain/model/vocabulary.ts';

export const keys = <T extends object>(table: T) => Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];
export const said = <T extends v.GenericSchema>(schema: T, description: string) =>
	v.pipe(schema, v.description(description));
export const optional = v.exactOptional;

export const text = v.pipe(v.string(), v.nonEmpty('Write something, or take the field out.'));
export const atMost = (n: number) => v.pipe(text, v.maxLength(n, `Shorten it to at most ${n} characters.`));
export const slug = v.pipe(
	v.string(),
	v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case letters, digits and single hyphens.'),
);
export const ids = v.array(slug);
export const edtf = said(
	text,
	'EDTF level 1: 2020-10-20, 2020-10, 2020-23 (autumn), 2020, with ~ ? or % at the end, a/b, open end ".."',
);
export const url = v.pipe(
	v.string(),
	v.regex(/^https?:\/\/\S+$/, 'Write the whole address, beginning with https:// or http://.'),
);

export const sources = said(ids, 'Ids of sources in sources.json.');
const cited = v.pipe(sources, v.minLength(1, 'Name at least one source.'));
export const remarks = v.array(v.strictObject({ says: text, references: cited }));

/** That each has exactly one ground is checked in `grounds.ts`, with a clearer message than a schema could give. */
export const sentences = v.array(
	v.strictObject({
		says: said(text, 'One or more sentences that share their ground.'),
		references: optional(said(cited, 'Ids of sources each of which states it.')),
		basis: optional(
			said(
				v.picklist(keys(BASES)),
				'Instead of references. event: it rests on the sources of the event as a whole; inference: our own conclusion.',
			),
		),
	}),
);

/** Words cited from a source that is not held here. */
export const words = v.pipe(
	v.array(
		v.strictObject({
			text: said(text, 'Two to five words exactly as they are in that source.'),
			by: said(text, 'Who says or writes them.'),
		}),
	),
	v.minLength(1, 'Give some, or take the field out.'),
);

export const person = v.strictObject({
	id: said(slug, 'Stable: it is in people’s links.'),
	name: text,
	kind: v.picklist(['person', 'organisation']),
	role: optional(said(atMost(160), 'In a few words of ours; only what the references state.')),
	references: said(ids, 'Ids of sources each of which states name and role. A draft may have none.'),
	aliases: optional(said(v.array(v.strictObject({ name: text, references: cited })), 'Other names in the sources.')),
	born: optional(v.strictObject({ when: edtf, references: cited })),
	charged: optional(
		said(
			v.strictObject({ references: cited }),
			'Charged with a crime: the page says that everyone charged is presumed innocent.',
		),
	),
});
