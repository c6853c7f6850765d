/** Where everything of a card is: what a network shows where an address is shared, 1200 × 630. */
import type { Dataset, TimelineEvent } from '../../domain/model/dataset.ts';
import { plain } from '../../domain/model/narrative.ts';
import { formatWhen } from '../../domain/model/when.ts';
import { delaysOf, type DelayRow } from '../../layout/delays.ts';
import { colours } from '../shared/agency-colours.ts';
import { publicWords, sizedFigure, type SizedFigure } from './figure.ts';
import { linesOf, sans, serif, type TextStyle, type Typeset } from './typeset.ts';

export const CARD = { width: 1200, height: 630, side: 48, foot: 64 } as const;
const ROOM = CARD.width - 2 * CARD.side;
const BOTTOM = CARD.height - CARD.foot;
export const CARD_STYLES = {
	head: sans(600, 21),
	status: sans(400, 20),
	lead: serif(400, 25),
	foot: sans(400, 19),
	case: serif(600, 22),
};
const TITLE_SIZES = [58, 50, 44, 38];
const LEADING = { title: 1.06, lead: 1.3 };
/** Between the axis and the foot, for the mark of what is below it. */
const MARK = 62;

export interface Block {
	readonly lines: readonly string[];
	readonly style: TextStyle;
	/** Top of the first line, and the height of a line in heights of a letter. */
	readonly y: number;
	readonly leading: number;
}
export interface Card {
	/** Date, agencies and status of an event. */
	readonly head: {
		readonly date: string;
		readonly agencies: readonly { readonly x: number; readonly colour: string; readonly short: string }[];
		readonly status: string;
	} | null;
	readonly title: Block;
	readonly lead: Block;
	/** Top of the figure's ground, and of the figure; nothing where the case has no delays to show. */
	readonly figure: (SizedFigure & { readonly top: number; readonly y: number }) | null;
	readonly isPale: (row: DelayRow) => boolean;
	/** The event, where it is below the axis. */
	readonly mark: {
		readonly x: number;
		readonly width: number;
		readonly y: number;
		readonly label: string;
		readonly isLeft: boolean;
		readonly colour: string;
	} | null;
	/** Beside the footer of an event the title of the case. */
	readonly case: Block;
	readonly footer: Block;
}

const block = (lines: readonly string[], style: TextStyle, y: number, leading: number): Block => ({
	lines,
	style,
	y,
	leading,
});
const heightOf = ({ lines, style, leading }: Block) => lines.length * style.size * leading;

/** As large as two lines allow. */
function titleOf(text: string, y: number, typeset: Typeset): Block {
	const styles = TITLE_SIZES.map((size) => serif(600, size));
	const style = styles.find((s) => linesOf(text, ROOM, s, typeset).length < 3) ?? styles.at(-1)!;
	return block(linesOf(text, ROOM, style, typeset, 3), style, y, LEADING.title);
}

/** Date, as many agencies as there is room for, and status. */
function headOf(event: TimelineEvent, { agency, vocabulary }: Dataset, typeset: Typeset): NonNullable<Card['head']> {
	const date = formatWhen(event.when, event.extent);
	const status = [vocabulary.statuses.get(event.standing.kind)!.name, publicWords(event)].filter(Boolean).join(' · ');
	const end = CARD.width - CARD.side - typeset(status, CARD_STYLES.status) - 24;
	let next = CARD.side + typeset(date, CARD_STYLES.head) + 18;
	const agencies = event.agencies.flatMap((id) => {
		const { short, ...rest } = agency.get(id)!;
		const x = next;
		next += 23 + typeset(short, CARD_STYLES.head) + 18;
		return next < end ? [{ x, short, colour: colours(rest).light }] : [];
	});
	return { date, status, agencies };
}

/** Its ends on the axis, and its words on the side that has room for them. */
function markOf(
	{ when, label, agencies }: TimelineEvent,
	{ figure, label: letters }: SizedFigure,
	whole: Dataset,
	typeset: Typeset,
) {
	const [x0, x1] = [figure.xOf(when.start), figure.xOf(when.end)];
	const half = Math.max((x1 - x0) / 2, 10);
	const middle = Math.min(Math.max((x0 + x1) / 2, half), ROOM - half);
	return {
		...{ x: middle - half, width: 2 * half, label, colour: colours(whole.agency.get(agencies[0]!)!).light },
		y: figure.axis + 2.2 * letters.size,
		isLeft: middle + half + 12 + typeset(label, CARD_STYLES.head) > ROOM,
	};
}

/** @param event the case itself without one */
export function cardOf(whole: Dataset, event: TimelineEvent | null, typeset: Typeset): Card {
	const title = titleOf(event?.title ?? whole.case.title, event ? 78 : 46, typeset);
	const sentence = event ? '' : whole.lead ? plain(whole.lead) : whole.case.deck;
	const lead = block(
		linesOf(sentence, ROOM, CARD_STYLES.lead, typeset, 3),
		CARD_STYLES.lead,
		title.y + heightOf(title) + 14,
		LEADING.lead,
	);
	const top = lead.y + heightOf(lead) + (event ? 12 : 22);

	const below = event?.side === 'below' ? event : null;
	const delays = delaysOf(whole, below ? [below.when] : []);
	const space = BOTTOM - top - 40 - (below ? MARK : 0);
	const sized = delays && sizedFigure(delays, ROOM, 17, space, typeset);
	const kin = new Set(event ? [event.id, ...event.follows, ...event.followedBy] : []);
	const hasKin = delays?.rows.some((row) => kin.has(row.event.id)) ?? false;
	const foot = linesOf(whole.case.footer, ROOM * (event ? 0.6 : 1), CARD_STYLES.foot, typeset, 2);
	return {
		...{ title, lead },
		head: event && headOf(event, whole, typeset),
		figure: sized && { ...sized, top, y: top + 20 + Math.max(0, (space - sized.height) / 2) },
		isPale: (row) => hasKin && !kin.has(row.event.id),
		mark: below && sized && markOf(below, sized, whole, typeset),
		case: block(
			event ? linesOf(whole.case.title, ROOM * 0.38, CARD_STYLES.case, typeset, 2) : [],
			CARD_STYLES.case,
			BOTTOM + 17,
			1.1,
		),
		footer: block(foot, CARD_STYLES.foot, BOTTOM + 20 - (foot.length - 1) * 11, 1.15),
	};
}
