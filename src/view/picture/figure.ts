/** The figure of delays for one width: its entries, its height, and its font sizes. */
import { publicDelay } from '../../domain/model/known.ts';
import type { Delays } from '../../layout/delays.ts';
import { delaysFigure, type DelaysFigure } from '../../layout/delays-figure.ts';
import type { TextStyle, Typeset } from './typeset.ts';

/** Explains its signs. */
export const legendWords = ({ isTrue }: Delays) =>
	`Filled: when it happened. Striped: at some time within. Line and ring: until it became public. ${
		isTrue ? 'All days are equally wide.' : 'Busy days are drawn wider.'
	}`;

export interface SizedFigure {
	readonly figure: DelaysFigure;
	/** Style of labels; the words after them are lighter. */
	readonly label: TextStyle;
	/** Height, including the dates of the axis. */
	readonly height: number;
}

/** @param size preferred font size @param height room for the whole figure */
export function sizedFigure(
	delays: Delays,
	width: number,
	size: number,
	height: number,
	typeset: Typeset,
): SizedFigure {
	const pitch = Math.min(1.7 * size, (height - 2 * size) / (delays.entries.length + 0.25));
	const label: TextStyle = { family: 'sans', weight: 600, size: Math.min(size, pitch * 0.85) };
	const lighter: TextStyle = { ...label, weight: 400 };
	const figure = delaysFigure(delays, {
		...{ width, pitch },
		label: ({ event }) => typeset(event.label, label),
		words: ({ event }) => typeset(publicDelay(event), lighter),
		measure: (text) => typeset(text, lighter),
	});
	return { figure, label, height: figure.axis + 2 * label.size };
}
