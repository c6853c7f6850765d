/** Layout of the preview picture for shared links, 1200 × 630. */
import type { Dataset, TimelineEvent } from '../../domain/model/dataset.ts';
import { publicDelay } from '../../domain/model/known.ts';
import { plain } from '../../domain/model/narrative.ts';
import { DAY, formatWhen, yearOf, yearWords } from '../../domain/model/when.ts';
import { summaryText } from '../../domain/model/sentences.ts';
import { delaysOf, type DelayEntry } from '../../layout/delays.ts';
import type { EvenTick } from '../../layout/even-ticks.ts';
import { colours } from '../shared/agency-colours.ts';
import { sizedFigure, type SizedFigure } from './figure.ts';
import { block, endOf, linesOf, sans, serif, type Block, type Typeset } from './typeset.ts';

export const SIZE = { width: 1200, height: 630, margin: 48, foot: 64 } as const;
const ROOM = SIZE.width - 2 * SIZE.margin;
const BOTTOM = SIZE.height - SIZE.foot;
export const STYLES = {
	head: sans(600, 21),
	status: sans(400, 20),
	lead: serif(400, 25),
	foot: sans(400, 19),
	case: serif(600, 22),
};
const TITLE_SIZES = [58, 50, 44, 38];
const LEADING = { title: 1.06, lead: 1.3 };
/** Height between the axis and the foot, for the mark of an event below the axis. */
const MARK = 62;

export interface SharePicture {
	/** Date, agencies and status of the event. */
	readonly head: {
		readonly date: string;
		readonly agencies: readonly { readonly x: number; readonly colour: string; readonly short: string }[];
		readonly status: string;
	} | null;
	readonly title: Block;
	readonly lead: Block;
	/** The figure, with y of its background (`top`) and of itself; null where the case has no delays. */
	readonly figure: (SizedFigure & { readonly top: number; readonly y: number }) | null;
	readonly isPale: (entry: DelayEntry) => boolean;
	/** The mark of the event, if it is below the axis. */
	readonly mark: {
		readonly x: number;
		readonly width: number;
		readonly y: number;
		readonly label: string;
		readonly isLeft: boolean;
		/** -1 if it is before the axis, 1 if after it. */
		readonly broken: -1 | 0 | 1;
		readonly colour: string;
	} | null;
	/** Title of the case, beside the footer. */
	readonly case: Block;
	readonly footer: Block;
}

/** The title in the largest size at which it fits in two lines. */
function titleOf(text: string, y: number, typeset: Typeset): Block {
	const styles = TITLE_SIZES.map((size) => serif(600, size));
	const style = styles.find((s) => linesOf(text, ROOM, s, typeset).length < 3) ?? styles.at(-1)!;
	return block(linesOf(text, ROOM, style, typeset, 3), style, y, LEADING.title);
}

/** Date, status and as many agencies as there is room for. */
function headOf(
	event: TimelineEvent,
	{ agency, vocabulary }: Dataset,
	typeset: Typeset,
): NonNullable<SharePicture['head']> {
	const date = formatWhen(event.when, event.coverage);
	const status = [vocabulary.statuses.get(event.currentStatus.kind)!.name, publicDelay(event)]
		.filter(Boolean)
		.join(' · ');
	const end = SIZE.width - SIZE.margin - typeset(status, STYLES.status) - 24;
	let next = SIZE.margin + typeset(date, STYLES.head) + 18;
	const agencies = event.agencies.flatMap((id) => {
		const { short, ...rest } = agency.get(id)!;
		const x = next;
		next += 23 + typeset(short, STYLES.head) + 18;
		return next < end ? [{ x, short, colour: colours(rest).light }] : [];
	});
	return { date, status, agencies };
}

/** Length of the dashed piece that leads to an event beyond the axis. */
const BEYOND = 70;

/** Ends of the event's mark, on the axis or beyond it, and its words on the side with room. */
function markOf(event: TimelineEvent, { figure, label: letters }: SizedFigure, whole: Dataset, typeset: Typeset) {
	const { when, agencies } = event;
	const { from, to, xOf, extent } = figure;
	const broken: -1 | 0 | 1 = when.end <= extent.start ? -1 : when.start >= extent.end ? 1 : 0;
	const beyond = broken < 0 ? from - BEYOND : to + BEYOND;
	const [x0, x1] = broken ? [beyond, beyond] : [xOf(when.start), xOf(when.end)];
	const half = when.end - when.start > DAY && !broken ? Math.max((x1 - x0) / 2, 10) : 10;
	const middle = (x0 + x1) / 2;
	const label = broken ? `${event.label}, ${yearWords(yearOf(when.start))}` : event.label;
	return {
		...{ x: middle - half, width: 2 * half, label, colour: colours(whole.agency.get(agencies[0]!)!).light },
		...{ y: figure.axis + 2.2 * letters.size, broken },
		isLeft: middle + half + 12 + typeset(label, STYLES.head) > ROOM,
	};
}

/** Removes the date that the line from the mark to the axis would cross. */
function clearOf(mark: SharePicture['mark'], { figure, label, ...rest }: SizedFigure, typeset: Typeset): SizedFigure {
	const at = mark ? mark.x + mark.width / 2 : Infinity;
	const isCrossed = (tick: EvenTick) => at > tick.x && at < tick.x + typeset(tick.label, label) + 10;
	const ticks = figure.ticks.map((tick) => (isCrossed(tick) ? { ...tick, label: '' } : tick));
	return { ...rest, label, figure: { ...figure, ticks } };
}

/** Path of the picture from the top of the site. @param id of the event; the default is the case itself */
export const sharePicturePath = (id = 'index') => `pictures/${id}.png`;

/** @param event null for the case itself */
export function sharePictureOf(whole: Dataset, event: TimelineEvent | null, typeset: Typeset): SharePicture {
	const title = titleOf(event?.title ?? whole.case.title, event ? 78 : 46, typeset);
	const delays = delaysOf(whole);
	const sentence = event ? (delays ? '' : summaryText(event)) : whole.lead ? plain(whole.lead) : whole.case.deck;
	const lead = block(linesOf(sentence, ROOM, STYLES.lead, typeset, 3), STYLES.lead, endOf(title) + 14, LEADING.lead);
	const top = endOf(lead) + (event ? 12 : 22);

	const below = event?.side === 'below' ? event : null;
	const space = BOTTOM - top - 40 - (below ? MARK : 0);
	const sized = delays && sizedFigure(delays, ROOM, 17, space, typeset);
	const mark = below && sized && markOf(below, sized, whole, typeset);
	const kin = new Set(event ? [event.id, ...event.follows, ...event.followedBy] : []);
	const cameThen = ({ known }: TimelineEvent) => !!below && known >= below.when.start && known < below.when.end;
	const isKin = (entry: DelayEntry) => kin.has(entry.event.id) || cameThen(entry.event);
	const hasKin = delays?.entries.some(isKin) ?? false;
	const foot = linesOf(whole.case.footer, ROOM * (event ? 0.6 : 1), STYLES.foot, typeset, 2);
	return {
		...{ title, lead },
		head: event && headOf(event, whole, typeset),
		figure: sized && { ...clearOf(mark, sized, typeset), top, y: top + 20 + Math.max(0, (space - sized.height) / 2) },
		isPale: (entry) => hasKin && !isKin(entry),
		mark,
		case: block(
			event ? linesOf(whole.case.title, ROOM * 0.38, STYLES.case, typeset, 2) : [],
			STYLES.case,
			BOTTOM + 17,
			1.1,
		),
		footer: block(foot, STYLES.foot, BOTTOM + 20 - (foot.length - 1) * 11, 1.15),
	};
}
