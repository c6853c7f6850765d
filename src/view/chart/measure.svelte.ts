/** Text widths, measured on a canvas and cached per font. */
const WEIGHTS = {
	label: '500 12px',
	core: '600 12.5px',
	chapter: '500 12px',
	year: '700 12.5px',
	month: '600 12.5px',
	day: '500 12px',
	told: '700 16px',
	note: 'italic 400 15px',
} as const;
export type Font = keyof typeof WEIGHTS;

const SANS = '"Public Sans", "Public Sans as Arial", system-ui, sans-serif';
const SERIF = 'Newsreader, "Newsreader as Georgia", "Newsreader as Times", serif';

/** A reader's own style may enlarge text, and widen the spaces between letters and words (both in em). */
interface Style {
	readonly enlarged: number;
	readonly letters: number;
	readonly words: number;
}
let style = $state.raw<Style>({ enlarged: 1, letters: 0, words: 0 });
const known = new Map<Font, Map<string, number>>();
let context: CanvasRenderingContext2D | null = null;

/** The canvas uses the typefaces that the page shows: both ignore one that arrived too late for its `font-display`. */
function widthIn(text: string, font: Font): number {
	context ??= document.createElement('canvas').getContext('2d')!;
	context.font = `${WEIGHTS[font]} ${font === 'note' ? SERIF : SANS}`;
	return context.measureText(text).width;
}
const sizeOf = (font: Font) => Number(/([\d.]+)px/.exec(WEIGHTS[font])![1]);

function widthAsShown(text: string, font: Font, { enlarged, letters, words }: Style): number {
	const apart = letters || words ? letters * Array.from(text).length + words * (text.split(' ').length - 1) : 0;
	return Math.ceil(enlarged * (widthIn(text, font) + apart * sizeOf(font)));
}

/** Its width is known in each font in use, and tells whether the font still looks the same. */
const SAMPLE = 'Fountain repaired, Minutes published, 20 October 2020';

/** Width of a text in pixels, rounded up. */
export function measure(text: string, font: Font): number {
	let widths = known.get(font);
	// Read even on a cache hit, so that callers depend on it and are re-run when rendering changes.
	const shown = style;
	if (!widths) known.set(font, (widths = new Map([[SAMPLE, widthAsShown(SAMPLE, font, shown)]])));
	let width = widths.get(text);
	if (width === undefined) widths.set(text, (width = widthAsShown(text, font, shown)));
	return width;
}

/** Reads the reader's style from a temporary element styled like a label. */
function learnStyle(parent: HTMLElement): Style {
	const probe = document.createElement('span');
	probe.className = 'visually-hidden';
	probe.style.font = `${WEIGHTS.label} ${SANS}`;
	parent.append(probe);
	const { fontSize, letterSpacing, wordSpacing } = getComputedStyle(probe);
	const size = parseFloat(fontSize);
	const em = (length: string) => (parseFloat(length) || 0) / size;
	const learned = { enlarged: size / sizeOf('label'), letters: em(letterSpacing), words: em(wordSpacing) };
	probe.remove();
	return learned;
}
const isSame = (a: Style, b: Style) => a.enlarged === b.enlarged && a.letters === b.letters && a.words === b.words;

/** Measures again once typefaces are loaded and the chart is painted, and when the reader's style changes. */
export function followFonts(parent: HTMLElement) {
	/** Keeps what was measured if nothing changed, as the chart would otherwise be laid out again. */
	function learn() {
		const learned = learnStyle(parent);
		const isKnown = [...known].every(([font, widths]) => widths.get(SAMPLE) === widthAsShown(SAMPLE, font, learned));
		if (isKnown && isSame(learned, style)) return;
		style = learned;
		known.clear();
	}
	// Observed for its width, which changes with letter and word spacing; spaces are silent for screen readers.
	const spaces = document.createElement('span');
	Object.assign(spaces, { className: 'spaces', textContent: '\u00a0'.repeat(20), ariaHidden: 'true' });
	const observer = new ResizeObserver(learn);
	const follow = () => {
		if (!parent.isConnected) return;
		parent.append(spaces);
		observer.observe(spaces);
	};
	// Asking for typefaces forces a layout, so it waits until the chart is painted. Observing calls `learn` at once.
	requestAnimationFrame(() => setTimeout(() => void document.fonts.ready.then(follow)));
	return () => {
		observer.disconnect();
		spaces.remove();
	};
}
