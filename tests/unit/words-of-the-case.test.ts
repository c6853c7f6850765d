/** The engine works with any case: it has no words of this one, not even in a comment. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULTS } from '../../src/domain/model/defaults.ts';
import { EVERYDAY } from './law.ts';
import { dataset, records, root } from './record.ts';

const { case: told, agencies, people, events, sources } = records;
const { sides, kinds, statuses, about } = dataset.vocabulary;
const kindNames = [...kinds.values()].map((kind) => kind.name);

/** Matches whole words, also in the plural; a line break with its indent counts as a space. */
function finder(words: readonly string[], flags: 'gu' | 'giu') {
	const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	const ours = new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join('|')})s?(?![\\p{L}\\p{N}])`, flags);
	return (text: string) => [...text.replace(/\s*\n[\s*/]*/g, ' ').matchAll(ours)].map((m) => m[0]);
}
const peculiar = (words: readonly string[]) => {
	const everyCase = JSON.stringify(DEFAULTS).toLowerCase();
	return words.filter(
		(word) => !EVERYDAY.includes(word.toLowerCase()) && !everyCase.includes(`"${word.toLowerCase()}"`),
	);
};
const names = finder(
	[
		...peculiar([
			...agencies.flatMap((a) => [a.name, a.short]),
			...events.map((e) => e.id),
			...people.flatMap((p) => [p.id, p.name, ...(p.aliases ?? []).map((a) => a.name)]),
			...sources.flatMap((s) => [s.id, s.publisher]),
		]),
		// A kind with a one-word name may be a common word in code: only its name in quotes counts.
		...peculiar(kindNames.filter((name) => !name.includes(' '))).map((name) => `'${name}'`),
	],
	'gu',
);
const phrases = finder(
	peculiar([
		told.title,
		...told.title.split(' ').filter((word) => /^\p{L}{4,}$/u.test(word)),
		...told.markers.map((m) => m.label),
		...Object.values(sides).flatMap(({ name, holds, day }) => [name, holds, day]),
		...kindNames.filter((name) => name.includes(' ')),
		...[...statuses.values()].map((status) => status.meaning),
		...Object.values(about),
		...events.flatMap((e) => [e.title, e.label]).filter((words) => words.includes(' ')),
		...sources.map((s) => s.title),
	]),
	'giu',
);
const found = (text: string) => [...names(text), ...phrases(text)];

const files = ['src', 'tools', 'public']
	.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) =>
				join(entry.parentPath, entry.name)
					.slice(root.length + 1)
					.replaceAll('\\', '/'),
			),
	)
	.filter((path) => !path.startsWith('src/data/'))
	.concat('index.html');

test.for(files)('%s has no word of the case', (path) => {
	expect(found(readFileSync(join(root, path), 'utf8'))).toEqual([]);
});

test('the files looked at are those of the engine', () => {
	for (const path of [
		'src/view/page/About.svelte',
		'src/domain/model/defaults.ts',
		'tools/build/site.ts',
		'index.html',
	])
		expect(files).toContain(path);
});

test.for([
	['the title, over two lines', told.title.replace(' ', '\n * '), told.title],
	['an agency, in a comment', `/** "copy of a text of the ${agencies[0]!.short}" */`, agencies[0]!.short],
	['a title of an event, in markup', `<p>(${events[0]!.title})</p>`, events[0]!.title],
	['an id, in a text', `open('?e=${events[0]!.id}')`, events[0]!.id],
	['a publisher', `// as ${sources[0]!.publisher} does`, sources[0]!.publisher],
] as const)('detected: %s', ([, text, word]) => {
	expect(found(text)).toContain(word);
});

test('words are found whole, in the plural, and optionally in upper or lower case', () => {
	expect(finder(['Operation'], 'giu')('/** Operations and cooperation */')).toEqual(['Operations']);
	expect(finder(['Order', `'Order'`], 'gu')(`in order of { name: 'Order' }`)).toEqual([`'Order'`]);
});
