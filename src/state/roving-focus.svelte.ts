/** Roving focus among marks: which one is in the Tab order, and where arrow keys lead. Focus does not select. */
import { rankOf } from '../layout/columns.ts';
import { wholeDays, type Span } from '../domain/model/when.ts';
import type { Mark } from '../layout/marks.ts';
import { SHORTEST, toSpan } from '../layout/view.ts';
import type { Chart } from './chart.svelte.ts';

const middle = (m: Mark) => (m.w0 + m.w1) / 2;

export class RovingFocus {
	readonly #chart!: Chart;
	/** The row to which the reader moved last; an object, so that moving to the same row again is a change. */
	#walked = $state.raw({ row: -1 });
	/** The row moved to or chosen last, even if it is no longer chosen; its mark is in the Tab order. */
	#latest = -1;
	#before = { walked: this.#walked, chosen: -1 };

	/** In time order, the order of the arrow keys. */
	marks = $derived.by(() => this.#chart.marks);
	/** The mark in the Tab order. It is not recomputed during a gesture, when nobody can use it. */
	current = $derived.by(() => (this.#chart.isMoving ? this.#last : (this.#last = this.#here())));
	#last: Mark | undefined;

	constructor(chart: Chart) {
		this.#chart = chart;
	}

	/** The mark that has a row now, which changes as clusters form and split. */
	#holding(row: number): Mark | undefined {
		if (row < 0) return undefined;
		const mark = this.#chart.holding(row);
		return mark && this.marks.includes(mark) ? mark : undefined;
	}
	#here(): Mark | undefined {
		const [walked, { chosen }] = [this.#walked, this.#chart.reader];
		if (walked !== this.#before.walked) this.#latest = walked.row;
		else if (chosen !== this.#before.chosen && chosen >= 0) this.#latest = chosen;
		this.#before = { walked, chosen };
		const latest = this.#holding(this.#latest) ?? this.#holding(chosen);
		return latest ?? this.marks.find((m) => this.#isInView(m)) ?? this.marks[0];
	}
	#isInView = (m: Mark) => m.w1 >= this.#chart.range.from && m.w0 <= this.#chart.range.to;

	/** Moves to a row's mark where it is. */
	stay = (row: number) => {
		this.#walked = { row };
	};
	/** Moves to a row's mark, and pans to bring it into view if needed. */
	to = (row: number | undefined) => {
		if (row === undefined) return;
		this.#walked = { row };
		const { columns } = this.#chart.data;
		const { timeScale, range, reader } = this.#chart;
		const at = timeScale.toAxis(
			Math.min((columns.start[row]! + columns.end[row]!) / 2, columns.start[row]! + SHORTEST),
		);
		const length = range.to - range.from;
		if (at >= range.from && at <= range.to) return;
		const share = at < range.from ? 0.2 : 0.8;
		const from = Math.min(Math.max(at - share * length, 0), 1 - length);
		reader.show(toSpan(timeScale, { from, to: from + length }));
		reader.rest();
	};
	/** Moves to the next or previous mark in time; a cluster is one step. */
	step = (by: 1 | -1) => {
		const { rows } = this.#chart.reader;
		const current = this.#here();
		if (!current) return;
		const next = this.marks[this.marks.indexOf(current) + by];
		if (next) return this.to(next.event);
		const at = rankOf(rows, by > 0 ? current.last : current.event) + by;
		this.to(rows[at]);
	};
	/** Moves to the mark nearest in time in the next lane that has one. */
	lane = (by: 1 | -1) => {
		const current = this.#here();
		if (!current) return;
		for (let lane = current.lane + by; lane >= 0 && lane < this.#chart.lanes.length; lane += by) {
			const there = this.marks.filter((m) => m.lane === lane);
			const nearest = there.sort(
				(a, b) => Math.abs(middle(a) - middle(current)) - Math.abs(middle(b) - middle(current)),
			)[0];
			if (nearest) return this.to(nearest.event);
		}
	};
	ends = (which: 'first' | 'last') =>
		this.to(which === 'first' ? this.#chart.reader.rows[0] : this.#chart.reader.rows.at(-1));

	/** The period of a cluster's events; null where showing it would not separate them. */
	spanApart = ({ event: first, last }: Mark): Span | null => {
		const { columns } = this.#chart.data;
		const { timeScale, range, reader } = this.#chart;
		const [from, to] = [timeScale.toAxis(columns.start[first]!), timeScale.toAxis(columns.start[last]!)];
		const room = Math.max((to - from) * 0.3, 0);
		const length = to - from + 2 * room;
		if (columns.start[first] === columns.start[last] || length >= (range.to - range.from) * 0.9) return null;
		const span = wholeDays(toSpan(timeScale, { from: from - room, to: to + room }));
		// The view cannot zoom in further than to days.
		return reader.span && span.start <= reader.span.start && span.end >= reader.span.end ? null : span;
	};
	/** Zooms in on a cluster's events. */
	into = ({ event }: Mark, span: Span) => {
		this.stay(event);
		this.#chart.reader.show(span);
		this.#chart.reader.rest();
	};
}
