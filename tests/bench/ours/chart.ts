/** Our chart as one of the libraries: the page's own components and state with the benchmark's events. */
import 'virtual:agencies.css';
import '../../../src/view/page.css';
import { flushSync, mount } from 'svelte';
import { formatDay } from '../../../src/domain/model/when.ts';
import type { Columns, Rows } from '../../../src/layout/columns.ts';
import { geometry } from '../../../src/layout/geometry.ts';
import { elasticTime } from '../../../src/layout/time-scale.ts';
import { toSpan } from '../../../src/layout/view.ts';
import { Chart } from '../../../src/state/chart.svelte.ts';
import { measure } from '../../../src/view/chart/measure.svelte.ts';
import { clusterName } from '../../../src/view/chart/aria-labels.ts';
import type { Adapter, Context, Target } from '../page/adapter.ts';
import type { BenchEvent } from '../page/data.ts';
import { toColumns } from './columns.ts';
import Ours from './Ours.svelte';
import { BenchReader } from './reader.svelte.ts';

/** Colours of the lanes below the axis. */
const AGENCIES = ['odni', 'fbi', 'cisa', 'doj', 'treasury', 'state', 'white-house'];
/** The search for a click target starts at this share of the whole: about a day. */
const DEEPEST = 1 / 7300;

function passing({ lane, length }: Columns, group: number | null): Rows {
	const rows = new Uint32Array(length);
	let n = 0;
	for (let row = 0; row < length; row++) if (group === null || lane[row] === group) rows[n++] = row;
	return rows.subarray(0, n);
}

export function ours(trueScale: boolean): Adapter {
	let chart: Chart;
	let reader: BenchReader;
	let root: HTMLElement;
	let events: readonly BenchEvent[];
	let order: Uint32Array;

	/** Shares of time at true scale, else of the axis: a pan in elastic time keeps its length on the axis. */
	function show([start, end]: readonly [number, number], { SPAN_START, SPAN_END }: Context) {
		const share = (t: number) => (t - SPAN_START) / (SPAN_END - SPAN_START);
		reader.show(toSpan(chart.timeScale, { from: share(start), to: share(end) }));
	}
	/** Sets the state that a drag by finger or mouse has. */
	const gesture = (span: readonly [number, number], ctx: Context) => {
		chart.isMoving = true;
		show(span, ctx);
	};
	const idOf = (element: Element) => events[order[Number((element as HTMLElement).dataset['event'])]!]!.id;

	function firstInReach(): Target | undefined {
		for (const mark of root.querySelectorAll('.mark:not(.cluster)')) {
			const { left, top, width, height } = mark.getBoundingClientRect();
			const [x, y] = [left + width / 2, top + height / 2];
			const isInside = x > 200 && x < 1150 && y > 0 && y < innerHeight;
			if (isInside && mark.contains(document.elementFromPoint(x, y))) return { id: idOf(mark), x, y };
		}
		return undefined;
	}

	return {
		notes: {
			drawing:
				'every event is a mark or counted in a cluster; all marks are named buttons; with the overview strip 690 px high',
			...(trueScale
				? { scale: 'true scale' }
				: { pan: 'elastic time: a tenth of the axis is in view, not of the years' }),
		},
		setup(element, given, { SPAN_START, SPAN_END, GROUPS }) {
			root = element;
			events = given;
			// The benchmark's box is lower than this chart: nothing must be cut off.
			root.style.height = 'auto';
			const door = toColumns(given, SPAN_START);
			const { columns } = door;
			const extent = { start: SPAN_START, end: SPAN_END };
			order = door.order;
			const below = AGENCIES.map((agency, i) => ({ name: GROUPS[i + 1]!, agency }));
			const label = (row: number) => events[order[row]!]!.label;
			const day = (row: number) => formatDay(columns.start[row]!);
			reader = new BenchReader(trueScale);
			reader.rows = passing(columns, null);
			chart = new Chart(
				{
					columns,
					geometry: ({ room }) => geometry({ name: GROUPS[0]! }, below, room),
					elastic: elasticTime(columns, extent),
					acts: null,
					sharedDay: null,
					lines: [],
					note: () => '',
					about: () => '',
					extent,
					markers: [],
					chapters: [],
					label,
					name: (row) => `${label(row)}, ${day(row)}, ${GROUPS[columns.lane[row]!]!}`,
					clusterName: (count, first, last) =>
						clusterName(count, columns.start[first]!, columns.end[last]!, GROUPS[columns.lane[first]!]!),
					title: (row) => ({ title: label(row), when: day(row) }),
					threads: () => [],
					threadWords: () => '',
					known: (row) => columns.start[row]!,
					delay: () => '',
				},
				reader,
				measure,
			);
			mount(Ours, { target: root, props: { chart } });
			flushSync();
			return Promise.resolve();
		},
		pan: (share, ctx) => gesture(ctx.panWindow(share), ctx),
		zoom: (share, ctx) => gesture(ctx.zoomWindow(share), ctx),
		filter(group) {
			chart.isMoving = false;
			reader.rows = passing(chart.data.columns, group);
			flushSync();
			return Promise.resolve();
		},
		async target(ctx) {
			chart.isMoving = false;
			const middle = (ctx.SPAN_START + ctx.SPAN_END) / 2;
			const whole = ctx.SPAN_END - ctx.SPAN_START;
			for (let part = Math.min(1, 100 / events.length); ; part = Math.max(part / 2, DEEPEST)) {
				show([middle - (whole * part) / 2, middle + (whole * part) / 2], ctx);
				await ctx.raf();
				const target = firstInReach();
				if (target ?? part === DEEPEST) return target;
			}
		},
		selected() {
			const chosen = root.querySelector('.mark.chosen');
			return chosen && idOf(chosen);
		},
		focused() {
			const at = document.activeElement;
			return at?.matches('.mark:not(.cluster)') ? idOf(at) : undefined;
		},
	};
}
