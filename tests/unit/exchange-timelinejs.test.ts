/** TimelineJS: dates in its documented form, and texts that a browser shows as they are in the record. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Extract } from '../../src/domain/exchange/extract.ts';
import { TIMELINEJS } from '../../src/domain/exchange/timelinejs.ts';
import { unsaidStatus } from '../../src/domain/exchange/words.ts';
import { calendar, formatWhen, lastDay } from '../../src/domain/model/when.ts';
import { anyText, EXTRACTS, extractOf, recordsWith } from './extracts.ts';
import { asXml, expectWellFormed, markupParser } from './markup.ts';

interface Day {
	readonly year: number;
	readonly month?: number;
	readonly day?: number;
}
interface Slide {
	readonly unique_id: string;
	readonly start_date: Day;
	readonly end_date?: Day;
	readonly display_date: string;
	readonly text: { readonly headline: string; readonly text: string };
	readonly group: string;
}
interface Timeline {
	readonly title: Pick<Slide, 'text'>;
	readonly events: readonly Slide[];
	readonly eras: readonly { readonly start_date: Day; readonly end_date: Day; readonly text: { headline: string } }[];
}
const read = (extract: Extract) => JSON.parse(TIMELINEJS.write(extract)) as Timeline;

/** Markup as a browser parses it: the complete text, and the elements used. */
const parser = markupParser({ preserveOrder: true });
function words(markup: string): string {
	expectWellFormed(`<div>${markup}</div>`);
	const text = (part: unknown): string => {
		if (Array.isArray(part)) return part.map(text).join('');
		const [name, inner] = Object.entries(part as Record<string, unknown>).find(([key]) => key !== ':@')!;
		if (name === '#text') return String(inner);
		expect(['div', 'p', 'blockquote', 'ul', 'li', 'a']).toContain(name);
		const { '@href': href = 'https:' } = ((part as Record<string, unknown>)[':@'] ?? {}) as Record<string, string>;
		expect(href).toMatch(/^https?:/);
		return text(inner);
	};
	return text(parser.parse(`<div>${markup}</div>`));
}
function compare({ events: slides, title }: Timeline, extract: Extract) {
	const { events, dataset } = extract;
	expect(slides.map((s) => s.unique_id)).toEqual(events.map((e) => e.id));
	const lanes = new Set(dataset.agencies.map((a) => a.lane));
	const groups = [...lanes, ...Object.values(dataset.vocabulary.sides).map(({ name }) => name)].map(asXml);
	for (const [i, e] of events.entries()) {
		const { text, start_date, display_date, group } = slides[i]!;
		const status = unsaidStatus(e, dataset);
		expect(asXml(words(text.headline))).toBe(asXml(status ? `${status}: ${e.title}` : e.title));
		expect(words(display_date)).toBe(formatWhen(e.when, e.coverage));
		const says = asXml(words(text.text));
		for (const q of e.quotes) expect(says).toContain(asXml(q.exact));
		for (const w of e.words) expect(says).toContain(asXml(w.text));
		for (const s of e.summary) expect(says).toContain(asXml(s.says));
		for (const s of e.sources) expect(says).toContain(asXml(s.title));
		expect(start_date.year).toBe(calendar((e.when.from ?? e.when.to)!.start)[0]);
		expect(groups).toContain(asXml(words(group)));
	}
	expect(words(title.text.text)).toContain(`${events.length} of ${extract.total} events`);
}

describe.for(Object.entries(EXTRACTS))('%s', ([, extract]) => {
	const timeline = read(extract);
	test('has the same events, dates, quotes and words', () => compare(timeline, extract));
	test('has eras that begin and end and do not overlap', () => {
		const at = ({ year, month = 1, day = 1 }: Day) => Date.UTC(year, month - 1, day);
		const { eras } = timeline;
		expect(eras.length).toBeGreaterThan(0);
		for (const [i, era] of eras.entries()) {
			expect(at(era.end_date)).toBeGreaterThanOrEqual(at(era.start_date));
			if (i) expect(at(era.start_date)).toBeGreaterThan(at(eras[i - 1]!.end_date));
		}
		expect(at(eras.at(-1)!.end_date)).toBeLessThanOrEqual(lastDay(extract.dataset.extent));
	});
});

test('any text survives', () => {
	fc.assert(
		fc.property(fc.array(anyText, { minLength: 1, maxLength: 4 }), (texts) => {
			const extract = extractOf(recordsWith(texts));
			compare(read(extract), extract);
		}),
		{ numRuns: 60 },
	);
});

test.for([
	['2021-03-04', { year: 2021, month: 3, day: 4 }, undefined],
	['2021-03', { year: 2021, month: 3 }, undefined],
	['2021', { year: 2021 }, undefined],
	['2021-24', { year: 2021, month: 12 }, { year: 2022, month: 2 }],
	['2021-03-04/2021-04', { year: 2021, month: 3, day: 4 }, { year: 2021, month: 4 }],
	['2021-03/..', { year: 2021, month: 3 }, undefined],
	['../2021-24', { year: 2022, month: 2 }, undefined],
	['-0106-01-03', { year: -106, month: 1, day: 3 }, undefined],
] as const)('%s is as precise as it is known', ([when, start, end]) => {
	const [slide] = read(extractOf(recordsWith(['A'], { when, coverage: 'throughout' }))).events;
	expect(slide!.start_date).toEqual(start);
	expect(slide!.end_date).toEqual(end);
});
