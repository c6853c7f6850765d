/** Violations of the model's form: wrong types, empty texts, duplicate entries, unknown ids, invalid dates. */
import {
	at,
	becomes,
	date,
	entryDoubled,
	inserted,
	named,
	nested,
	prose,
	put,
	removed,
	text,
	unknownAdded,
	withField,
	type Kind,
} from './making.ts';

const WRONG_TYPE = {
	text: 42,
	choice: 'something-else',
	number: 'twelve',
	truth: 'yes',
	list: { a: 1 },
	object: ['a'],
};

export const SHAPES: Readonly<Record<string, Kind>> = {
	'a field that must be there is left out': removed((f) => nested(f) && !f.isOptional),
	'a value of another type': becomes(nested, () => null),
	'another type': (fields) =>
		fields
			.filter((f) => nested(f) && !(f.holds === 'object' && f.path.length < 2))
			.map(({ path, holds }) => ({ path, change: (d) => put(d, path, WRONG_TYPE[holds]) })),
	'a field that the model does not have': withField,
	'no text': becomes(text, () => ''),
	'only blanks': becomes(text, () => '  \u00a0 '),
	'only letters without width': becomes(prose, () => '\u200b\u2060'),
	'a control character': becomes(prose, inserted('\u0000')),
	'an escape sequence': becomes(prose, inserted('\u001b[31m')),
	'text turned round': becomes(prose, inserted('\u202e')),
	'half a letter': becomes(prose, inserted('\ud83d')),
	'an entry twice': entryDoubled,
	'an id that nothing has, in a list': unknownAdded,
	'an id that nothing has': becomes(
		(f) => named('source', 'by', 'origin')(f) && f.path[0] !== 'disputes' && !f.path.includes('words'),
		() => 'nobody-knows',
	),
	'a kind that the case has not': becomes(
		(f) => f.path[0] === 'events' && named('kind')(f),
		() => 'nobody-knows',
	),
	'an id in capitals': becomes(named('id'), (id: string) => id.toUpperCase()),
	'an id with a blank': becomes(named('id'), (id: string) => `${id} x`),
	'an id that is a path': becomes(named('id'), (id: string) => `../${id}`),
	'an id of another entry': (fields) =>
		fields
			.filter((f) => named('id')(f) && f.path.length === 3 && f.path[1] !== 0)
			.map(({ path }) => ({ path, change: (d) => put(d, path, at(d, [path[0]!, 0, 'id'])) })),
	'no date': becomes(date, () => 'Soon'),
	'31 February': becomes(date, () => '2020-02-31'),
	'the month 13': becomes(date, () => '2020-13'),
	'day before month': becomes(date, () => '20-10-2020'),
	'an interval that runs backwards': becomes(date, () => '2021/2020'),
	'open at both ends': becomes(
		(f) => date(f) && !named('from', 'to')(f),
		() => '../..',
	),
};
