/** The review for curators to read before publishing: how well each part of the record is supported. In Markdown. */
import { sourceDate, standingWords } from '../../src/domain/model/cite.ts';
import type { Dataset, Document, TimelineEvent } from '../../src/domain/model/dataset.ts';
import { debts, drafts, unused, withoutWords } from './debts.ts';
import { quotedShare } from '../../src/domain/evidence/document.ts';
import { unread } from './reviewed.ts';
import { support, supportWords } from '../../src/domain/model/support.ts';
import type { Precision } from '../../src/domain/model/when.ts';

/** Sources that carry an event, each once. */
const carriers = ({ quotes, references }: TimelineEvent) => [
	...new Set([...quotes, ...references].map((r) => r.source)),
];

/** Counts items by `of`, most frequent first, equal counts by name. */
function tallied<T>(list: readonly T[], of: (item: T) => string): readonly (readonly [name: string, count: number])[] {
	const counts = new Map<string, number>();
	for (const item of list) counts.set(of(item), (counts.get(of(item)) ?? 0) + 1);
	return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** Events without a primary text among their sources, either on the issuer's page or as a copy. */
export const withoutPrimary = ({ events, source }: Dataset) =>
	events.filter((e) => carriers(e).every((id) => source.get(id)!.standing === 'press'));

export const singleSource = ({ events }: Dataset) => events.filter((e) => carriers(e).length === 1);

/** Events with several sources that all derive from one another. */
export const oneVoice = ({ events, family }: Dataset) =>
	events.filter((e) => carriers(e).length > 1 && support(e, family).independent === 1);

/** Number of events by the precision of their dates; an interval counts by its coarser end. */
export function byPrecision({ events }: Dataset) {
	const order: readonly Precision[] = ['day', 'month', 'season', 'year'];
	return tallied(events, ({ when: { text, from, to } }) => {
		const edges = [from, to].flatMap((edge) => (edge ? [edge] : []));
		const coarsest = order.findLast((p) => edges.some((edge) => edge.precision === p))!;
		const open = edges.length < 2 ? ', one end open' : '';
		const about = edges.some((edge) => edge.approximate || edge.uncertain) ? ', approximate or uncertain' : '';
		return `${text.includes('/') ? `interval of ${coarsest}s` : coarsest}${open}${about}`;
	});
}

/** Number of sources with a live address, by publisher. */
export const linksByPublisher = ({ source }: Dataset) =>
	tallied(
		[...source.values()].filter((s) => s.url),
		(s) => s.publisher,
	);

export const paragraphsWithoutQuotes = ({ paragraphs, quotes }: Document) =>
	paragraphs.filter((p) => !quotes.some((q) => q.start < p.end && q.end > p.start)).map((p) => p.label);

/** The beginning of every review, by which a file is recognised as one. */
export const TITLE = '# Review of data version';
const heading = (title: string, count?: number) => `\n## ${title}${count === undefined ? '' : ` (${count})`}\n`;
const list = (lines: readonly string[]) => (lines.length ? lines.map((line) => `- ${line}`).join('\n') : 'None.');
const named = (events: readonly TimelineEvent[]) => list(events.map((e) => `${e.id}: ${e.title}`));
const counted = (rows: readonly (readonly [string, number])[]) =>
	list(rows.map(([name, count]) => `${count} × ${name}`));

function ofDocument(document: Document): string {
	const { source, text, paragraphs, quotes } = document;
	const lines = paragraphs.flatMap((p) => {
		const here = quotes.filter((q) => q.of.paragraph === p.label);
		return here.length
			? [`${p.label}, ${here.length}:`, ...here.map((q) => `  - ${q.of.id} (${q.of.event}): “${q.of.exact}”`)]
			: [];
	});
	return [
		`### ${source.title} (${source.id})\n`,
		`${source.publisher}, ${standingWords(source)}, ${sourceDate(source)}. ${quotes.length} quotes, ` +
			`${Math.round(quotedShare(text, quotes) * 100)} % of its words. ` +
			`Paragraphs without a quote: ${paragraphsWithoutQuotes(document).join(', ') || 'none'}.\n`,
		lines.map((line) => (line.startsWith(' ') ? line : `- ${line}`)).join('\n'),
	].join('\n');
}

export function review(dataset: Dataset): string {
	const { version, events, source, documents, quote, family } = dataset;
	const [press, single, voice] = [withoutPrimary(dataset), singleSource(dataset), oneVoice(dataset)];
	const [wordless, ungrounded, idle] = [withoutWords(dataset), drafts(dataset), unused(dataset)];
	const read = unread(dataset);
	const words = events.flatMap((e) => e.words.map((w) => ({ ...w, event: e.id })));
	const cautions = [...source.values()].filter((s) => s.caution);
	const links = linksByPublisher(dataset);
	return `${[
		`${TITLE} ${version}\n`,
		`${events.length} events, ${source.size} sources, ${quote.size} quotes, ${words.length} × words cited.`,
		heading('What is missing'),
		list(debts(dataset)),
		heading('Texts to be checked against their events', read.length),
		list(
			read.map(({ field, words: text, changed, record, reviewed }) => {
				const why = changed
					? `changed since it was checked: ${changed.join(', ')}`
					: record.reviewed
						? 'the text has changed since it was checked'
						: 'not checked yet';
				return `${field}: “${text}” (${why}). Once it is true of all of them: \`"reviewed": "${reviewed}"\``;
			}),
		),
		heading('Events without a quote or words cited', wordless.length),
		named(wordless),
		heading('Summaries without grounds', ungrounded.length),
		named(ungrounded),
		heading('Sources unused', idle.length),
		list(idle.map((s) => `${s.id}: ${s.title}`)),
		heading('Words cited', words.length),
		list(words.map((w) => `${w.event}: “${w.text}”, ${w.by} (${w.source})`)),
		heading('Quotes by source and paragraph', quote.size),
		...[...documents.values()].map(ofDocument),
		heading('Events without a primary source', press.length),
		named(press),
		heading('Events with a single source', single.length),
		named(single),
		heading('Events whose sources all derive from one another', voice.length),
		named(voice),
		heading('Independent support', events.length),
		list(
			events
				.map((e) => ({ e, ...support(e, family) }))
				.sort((a, b) => a.independent - b.independent || a.sources - b.sources)
				.map(({ e, ...s }) => `${e.id}: ${supportWords(s)}`),
		),
		heading('Dates by precision', events.length),
		counted(byPrecision(dataset)),
		heading(
			'Links by publisher',
			links.reduce((sum, [, n]) => sum + n, 0),
		),
		counted(links),
		heading('Cautions', cautions.length),
		list(cautions.map((s) => `${s.id}: ${s.caution!}`)),
	].join('\n')}\n`;
}
