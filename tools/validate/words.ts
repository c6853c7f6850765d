/** Part of the second stage: words cited are few, can be looked up, and are not already in a quote. */
import { at } from './references.ts';
import { quoted, type Report } from './diagnostic.ts';
import type { DataFiles } from './schema.ts';

const [FEWEST, MOST] = [2, 5];

/** Normalises what people may copy differently: case and quotation marks. */
const plain = (text: string) =>
	text
		.replace(/[“”„"]/g, '"')
		.replace(/[‘’']/g, "'")
		.toLowerCase();

export function checkWords({ events: { events }, sources: { sources } }: DataFiles, report: Report): void {
	const source = new Map(sources.map((s) => [s.id, s]));
	for (const e of events) {
		for (const { source: id, words = [] } of e.references) {
			const of = source.get(id);
			for (const { text } of words) {
				const problem = (fix: string) =>
					report({ ...at('events', e.id), field: 'references.words', found: quoted(text), fix });
				const count = text.split(/\s+/).filter(Boolean).length;
				if (count < FEWEST || count > MOST)
					problem(`${count} ${count === 1 ? 'word' : 'words'}: cite two to five, as they are in “${id}”.`);
				if (/[\r\n\u2028\u2029]/.test(text)) problem('Take the line break out: cite words of one line.');
				else if (text !== text.trim()) problem('Take the space at its beginning or end out.');
				if (of && !(of.url ?? of.officialUrl ?? of.archiveUrl))
					problem(`“${id}” has no address where a reader could look them up: add one, or take the words out.`);
				if (of?.file) problem(`We hold the text of “${id}”: quote it in “quotes”, where the words are proven.`);
				const same = e.quotes.find((q) => plain(q.exact).includes(plain(text)));
				if (same) problem(`The quote “${same.id}” of this event has these words already: take them out here.`);
			}
		}
	}
}
