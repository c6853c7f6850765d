/** Widths of texts, measured once per font and kept. */
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

const SANS = ['"Public Sans"', '"Public Sans as Arial", system-ui, sans-serif'] as const;
const SERIF = ['Newsreader', '"Newsreader as Georgia", "Newsreader as Times", serif'] as const;
const wanted = ([first, rest]: typeof SANS | typeof SERIF) => `${first}, ${rest}`;

/** Families the page really shows: a font that came too late is not used by the page, but would be by the canvas. */
let family = $state.raw({ sans: wanted(SANS), serif: wanted(SERIF) });
const known = new Map<Font, Map<string, number>>();
let context: CanvasRenderingContext2D | null = null;

function widthIn(text: string, weight: string, stack: string): number {
	context ??= document.createElement('canvas').getContext('2d')!;
	context.font = `${weight} ${stack}`;
	return context.measureText(text).width;
}

/** In pixels, rounded up. */
export function measure(text: string, font: Font): number {
	let widths = known.get(font);
	// Read in any case: who asked must hear of another family.
	const stack = family[font === 'note' ? 'serif' : 'sans'];
	if (!widths) known.set(font, (widths = new Map()));
	let width = widths.get(text);
	if (width === undefined) widths.set(text, (width = Math.ceil(widthIn(text, WEIGHTS[font], stack))));
	return width;
}

/** Compares a line of the page with the same line on the canvas, once all fonts are there and the chart is painted. */
export function learnFonts(parent: HTMLElement) {
	const text = 'Fountain repaired, Minutes published, 20 October 2020';
	const probe = document.createElement('span');
	probe.className = 'visually-hidden';
	probe.textContent = text;
	const shown = (font: Font, stack: typeof SANS | typeof SERIF) => {
		probe.style.font = `${WEIGHTS[font]} ${wanted(stack)}`;
		return Math.abs(probe.scrollWidth - widthIn(text, WEIGHTS[font], wanted(stack))) < 2 ? wanted(stack) : stack[1];
	};
	const compare = () => {
		parent.append(probe);
		family = { sans: shown('label', SANS), serif: shown('note', SERIF) };
		probe.remove();
		known.clear();
	};
	// To ask for the fonts has the page laid out: not before it is anyway.
	requestAnimationFrame(() => void document.fonts.ready.then(compare));
}
