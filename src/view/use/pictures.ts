/** The pictures to download, with the words around them. */
import type { TimelineEvent } from '../../domain/model/dataset.ts';
import { plain } from '../../domain/model/narrative.ts';
import { shortDay, yearWords } from '../../domain/model/when.ts';
import { capital, viewWords } from '../../domain/exchange/words.ts';
import type { Chart } from '../../state/chart.svelte.ts';
import { delaysOf } from '../../layout/delays.ts';
import type { Timeline } from '../../state/timeline.svelte.ts';
import { onDayWords } from '../shared/sentences.ts';
import { colours } from '../shared/agency-colours.ts';
import { chartOf } from '../chart/build.svelte.ts';
import { living } from '../chart/living.svelte.ts';
import { measure } from '../chart/measure.svelte.ts';
import { roomIn } from '../chart/room.ts';
import { typeset } from '../picture/browser-typeset.ts';
import { legendWords, sizedFigure } from '../picture/figure.ts';
import { pictureFile, type PictureFile } from '../picture/file.ts';
import FramedChart from '../picture/FramedChart.svelte';
import FramedDelays from '../picture/FramedDelays.svelte';
import { frameOf } from '../picture/frame.ts';
import { DARK, LIGHT, type Palette } from '../picture/palette.ts';
import { sharePictureOf } from '../picture/share-picture.ts';
import SharePicture from '../picture/SharePicture.svelte';
import type { Extract } from '../../domain/exchange/extract.ts';

/** The palette of the page's current theme. */
export function paletteOf(): Palette {
	const { theme } = document.documentElement.dataset;
	const isDark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
	return isDark ? DARK : LIGHT;
}

/** The finding of the record, or, as of a day, what was public; '' where filters show only a part. */
function findingOf({ whole }: Timeline, { dataset, asOf, filters }: Extract): string {
	if (filters) return '';
	if (dataset.lead) return plain(dataset.lead);
	return asOf === null ? '' : onDayWords(whole.events, asOf);
}
/** The words above and below a picture: what it shows, and its address. */
const around = (timeline: Timeline, extract: Extract, address: string) => ({
	...{ title: extract.dataset.case.title, finding: findingOf(timeline, extract), about: viewWords(extract) },
	...{ footer: extract.dataset.case.footer, address },
});

const DELAYS = { width: 860, size: 13.5, height: 420 };
/** @returns null where the view has no delays */
export function delaysPicture(
	timeline: Timeline,
	extract: Extract,
	address: string,
	palette: Palette,
): Promise<PictureFile> | null {
	const { dataset, events } = extract;
	const delays = delaysOf({ ...dataset, events });
	if (!delays) return null;
	const sized = sizedFigure(delays, DELAYS.width, DELAYS.size, DELAYS.height, typeset);
	const { holds } = dataset.vocabulary.sides.above;
	const acts = { ...extract, events: events.filter(({ side }) => side === 'above') };
	const words = around(timeline, acts, address);
	const title = `${capital(holds)}, and when it became public`;
	const about = `${words.title} · ${words.about}`;
	const footer = `${legendWords(delays)} ${words.footer}`;
	const frame = frameOf({ ...words, title, about, footer, width: DELAYS.width, height: sized.height }, typeset);
	return pictureFile(FramedDelays, { frame, palette, sized });
}

/** Explains the signs of the chart and its uneven time. */
function legendOf({ data, unevenness, reader, unpublished, left }: Chart): string {
	const { day = 0, year = 0 } = unevenness ?? {};
	return [
		'Circle or bar above the axis, square below it: when it happened. Striped: at some time within. Hollow: context.',
		...(data.acts && reader.known ? ['Line and ring: until it became public.'] : []),
		'Small square at the top of a lane: took part.',
		...(left.length ? ['Pale: hidden by filters.'] : []),
		...(unpublished.length ? ['Dashed: begun, not yet public.'] : []),
		...(unevenness && reader.asOf === null
			? [`Busy days are wide: ${shortDay(day)} is wider than all of ${yearWords(year)}.`]
			: []),
	].join(' ');
}

/** Width of the plot where the window has no chart, but the vertical timeline. */
const PLOT = 1000;
export function chartPicture(
	timeline: Timeline,
	extract: Extract,
	address: string,
	palette: Palette,
): Promise<PictureFile> {
	let { chart } = living;
	if (!chart) {
		chart = chartOf(timeline, measure);
		chart.prepare(PLOT, roomIn(900));
	}
	const names = chart.geometry.lanes.map(({ name }) => typeset(name, { family: 'sans', weight: 600, size: 13 }));
	const gutter = Math.ceil(Math.max(...names)) + 16;
	const size = { width: gutter + chart.width, height: chart.geometry.height };
	const { agency } = timeline.whole;
	const words = around(timeline, extract, address);
	return pictureFile(FramedChart, {
		...{ chart, palette, gutter, measure },
		frame: frameOf({ ...size, ...words, footer: `${legendOf(chart)} ${words.footer}` }, typeset),
		colourOf: (id: string | null) => (id === null ? palette.act : colours(agency.get(id)!)[palette.theme]),
	});
}

/** The preview picture of an event as of the day of knowledge. */
export const eventPicture = ({ dataset }: Timeline, event: TimelineEvent): Promise<PictureFile> =>
	pictureFile(SharePicture, { picture: sharePictureOf(dataset, event, typeset) });
