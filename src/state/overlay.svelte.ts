/** What is drawn beside the marks, derived once for everything that draws it or has to avoid it. */
import { sharedLine } from '../layout/acts.ts';
import { annotations, pastWords } from '../layout/annotations.ts';
import { ANYWHERE, boxOf, delayOf, labelAt, pixels, type Delay } from '../layout/mark-box.ts';
import { wordsAt, type Drawn } from '../layout/unpublished-words.ts';
import { outlineOf, type Outline } from '../layout/outlines.ts';
import type { Font } from './chart-data.ts';
import type { Chart } from './chart.svelte.ts';

/** The line of an act to the day it became public. */
export interface ActDelay {
	readonly drawn: Delay;
	readonly words: string;
	/** Width of the words in pixels; infinite in the strip, which has no room for words. */
	readonly width: number;
	/** y of its track. */
	readonly y: number;
}
/** "not yet public" beside an outline. */
export interface OutlineWords extends Outline {
	readonly words: string;
}

export class Overlay {
	readonly #chart!: Chart;
	readonly #measure!: (text: string, font: Font) => number;

	constructor(chart: Chart, measure: (text: string, font: Font) => number) {
		this.#chart = chart;
		this.#measure = measure;
	}

	#view = $derived.by(() => ({ from: this.#chart.shift, width: this.#chart.width }));
	/** End of the day of knowledge, in pixels of the plane. */
	#end = $derived.by(() => pixels(this.#chart.end, this.#chart));

	/** Row of the act → its line; empty where acts have no tracks of their own. */
	delays: ReadonlyMap<number, ActDelay> = $derived.by(() => {
		const { acts, data, isStrip, reader } = this.#chart;
		if (!data.acts || !reader.known) return new Map<number, ActDelay>();
		return new Map(
			acts.flatMap((mark) => {
				const words = data.delay(mark.event);
				const width = isStrip ? Infinity : this.#measure(words, 'label');
				const drawn = delayOf(mark, this.#chart, this.#view, width, this.#end);
				return drawn ? [[mark.event, { drawn, words, width, y: mark.y }] as const] : [];
			}),
		);
	});
	/** The vertical line at the day on which several acts became public. */
	sharedLine = $derived.by(() => {
		const { data, reader, acts, unpinned } = this.#chart;
		if (data.sharedDay === null || !reader.known) return null;
		return sharedLine(data.sharedDay, acts, unpinned, data.columns, data.known);
	});
	/** Outlines of events begun but not yet public. */
	outlines = $derived.by(() =>
		this.#chart.unpublished.map((item) => outlineOf(item, this.#chart, this.#chart.geometry)),
	);
	/** Whether an outline has a track to itself, as acts do: then its words go right of the line of the day. */
	isAlone = ({ lane }: Drawn) => lane === 0 && this.#chart.data.acts !== null;
	/** The words beside outlines, where they have room. */
	said = $derived.by((): readonly OutlineWords[] => {
		const { isStrip, unpinned } = this.#chart;
		const { from: left, width: wide } = this.#view;
		if (isStrip || !this.outlines.length) return [];
		const marks = unpinned.map((mark): Drawn => {
			const box = boxOf(mark, this.#chart, ANYWHERE);
			const label = labelAt(mark, box, this.#chart, this.#view);
			const from = label === null ? box.x0 : Math.min(box.x0, box.left + label);
			const to = label === null ? box.x1 : Math.max(box.x1, box.left + label + mark.labelWidth);
			return { lane: mark.lane, track: mark.track, from, to };
		});
		const inView = this.outlines.filter((g) => g.to > left && g.from < left + wide);
		const words = ({ count }: Outline) => (count > 1 ? `${count} not yet public` : 'not yet public');
		const width = (outline: Outline) => this.#measure(words(outline), 'label');
		const taken = [...marks, ...this.outlines];
		const at = wordsAt(inView, width, taken, this.#end, left + wide, this.isAlone);
		return inView.flatMap((g, i) => {
			const from = at[i];
			return from == null ? [] : [{ ...g, words: words(g), from, to: from + width(g) }];
		});
	});
	/** The annotations. */
	notes = $derived.by(() => {
		const { data, geometry, unpinned, pinned, unpublished, left, markers, isStrip } = this.#chart;
		if (isStrip) return [];
		return annotations(
			{
				...{ marks: unpinned, others: [...unpublished, ...left, ...pinned], said: this.said },
				...{ geometry, transform: this.#chart, view: this.#view, end: this.#end },
				dotted: markers.map(({ w }) => pixels(w, this.#chart)),
				solid: this.sharedLine ? [pixels(this.sharedLine.w, this.#chart)] : [],
				delay: ({ event }) => this.delays.get(event) ?? null,
			},
			(event) => {
				const text = data.note(event);
				return text ? { text, width: this.#measure(text, 'note') } : null;
			},
		);
	});
	/** All words that a vertical line may cross; labels in the lanes below the axis already avoid such lines. */
	#words = $derived.by(() => {
		const labels = this.#chart.acts.flatMap((mark) => {
			const box = boxOf(mark, this.#chart, this.#view);
			const at = labelAt(mark, box, this.#chart, this.#view);
			return at === null ? [] : [{ x: box.left + at, y: mark.y, width: mark.labelWidth }];
		});
		const delays = [...this.delays.values()].flatMap(({ drawn: { x }, width, y }) =>
			x === null ? [] : [{ x, y, width }],
		);
		return [...labels, ...delays, ...this.notes];
	});
	/** The pieces [top, bottom] that words leave of a vertical line. */
	past = (x: number, top: number, bottom: number) => pastWords(x, top, bottom, this.#words);
}
