/** Layout of the words around a picture: above what it shows, below its address. */
import { block, endOf, linesOf, sans, serif, type Block, type TextStyle, type Typeset } from './typeset.ts';

export interface Framed {
	/** Size of the picture, in pixels. */
	readonly width: number;
	readonly height: number;
	readonly title: string;
	/** The finding that the picture shows, in a sentence; or ''. */
	readonly finding: string;
	/** The filters and the day of knowledge, in words. */
	readonly about: string;
	/** The case's caveat. */
	readonly footer: string;
	readonly address: string;
}
export interface FrameLayout {
	readonly width: number;
	readonly height: number;
	readonly margin: number;
	/** Accessible name. */
	readonly name: string;
	readonly title: Block;
	readonly finding: Block;
	readonly about: Block;
	/** y of the picture's top, and of the line below it. */
	readonly top: number;
	readonly bottom: number;
	readonly footer: Block;
	readonly address: Block;
}

const MARGIN = 24;
const STYLES = { title: serif(600, 24), finding: serif(400, 17), about: sans(500, 13), foot: sans(400, 12) };

export function frameOf({ width, height, ...words }: Framed, typeset: Typeset): FrameLayout {
	const { title, finding, about, footer, address } = words;
	const blockOf = (text: string, style: TextStyle, y: number, leading: number) =>
		block(linesOf(text, width, style, typeset), style, y, leading);
	const head = blockOf(title, STYLES.title, 18, 1.2);
	const tells = blockOf(finding, STYLES.finding, endOf(head) + 4, 1.35);
	const lead = blockOf(about, STYLES.about, endOf(tells) + 4, 1.45);
	const top = endOf(lead) + 14;
	const bottom = top + height + 10;
	const foot = blockOf(footer, STYLES.foot, bottom + 10, 1.45);
	const from = blockOf(address, STYLES.foot, endOf(foot), 1.45);
	return {
		...{ width: width + 2 * MARGIN, height: Math.ceil(endOf(from) + 16), margin: MARGIN },
		name: [title, finding, about].filter(Boolean).join('. '),
		...{ title: head, finding: tells, about: lead, top, bottom, footer: foot, address: from },
	};
}
