/** Widths of texts, measured once per font and kept. */
const WEIGHTS = {
	label: '500 12px',
	core: '600 12.5px',
	chapter: '500 12px',
	year: '700 12.5px',
	month: '600 12.5px',
	day: '500 12px',
	told: '700 16px',
} as const;
export type Font = keyof typeof WEIGHTS;

const FALLBACK = '"Public Sans as Arial", system-ui, sans-serif';
const WANTED = `"Public Sans", ${FALLBACK}`;

/** The family the page really shows: a font that came too late is not used by the page, but would be by the canvas. */
let family = $state.raw(WANTED);
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
	const stack = family;
	if (!widths) known.set(font, (widths = new Map()));
	let width = widths.get(text);
	if (width === undefined) widths.set(text, (width = Math.ceil(widthIn(text, WEIGHTS[font], stack))));
	return width;
}

/** Compares a line of the page with the same line on the canvas, once all fonts are there and the chart is painted. */
export function learnFonts(parent: HTMLElement) {
	const text = 'Fountain repaired, Minutes published, 20 October 2020';
	const probe = document.createElement('span');
	probe.className = 'unseen';
	probe.textContent = text;
	probe.style.font = `${WEIGHTS.label} ${WANTED}`;
	const compare = () => {
		parent.append(probe);
		const shown = probe.scrollWidth;
		probe.remove();
		family = Math.abs(shown - widthIn(text, WEIGHTS.label, WANTED)) < 2 ? WANTED : FALLBACK;
		known.clear();
	};
	// To ask for the fonts has the page laid out: not before it is anyway.
	requestAnimationFrame(() => void document.fonts.ready.then(compare));
}
