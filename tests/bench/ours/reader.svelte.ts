/** The reader state for the benchmark: only the part that the chart uses. */
import type { Reader } from '../../../src/state/chart-data.ts';
import type { Rows } from '../../../src/layout/columns.ts';
import type { Span } from '../../../src/domain/model/when.ts';

export class BenchReader implements Reader {
	rows = $state.raw<Rows>(new Uint32Array());
	readonly unpublished: Rows = new Uint32Array();
	readonly left: Rows = new Uint32Array();
	readonly asOf = null;
	span = $state.raw<Span | null>(null);
	chosen = $state.raw(-1);
	readonly isReading = false;
	readonly scene = null;
	readonly known = false;

	constructor(readonly trueScale: boolean) {}

	show = (span: Span | null) => {
		this.span = span;
	};
	rest = () => undefined;
	choose = (row: number) => {
		this.chosen = row;
	};
}
