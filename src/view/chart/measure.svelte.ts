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

const SANS = ['"Public Sans"', '"Public Sans as Arial", system-ui, sans-serif'] as const;
const SERIF = ['Newsreader', '"Newsreader as Georgia", "Newsreader as Times", serif'] as const;
const wanted = ([first, rest]: typeof SANS | typeof SERIF) => `${first}, ${rest}`;

/** How the page really renders text, which may differ from its stylesheet. */
interface Shown {
	/** Font families in use: the page ignores a font that loaded too late, but the canvas would use it. */
	readonly sans: string;
	readonly serif: string;
	/** A reader's own style may enlarge text, and widen the spaces between letters and words (both in em). */
	readonly enlarged: number;
	readonly letters: number;
	readonly words: number;
}
let page = $state.raw<Shown>({ sans: wanted(SANS), serif: wanted(SERIF), enlarged: 1, letters: 0, words: 0 });
const known = new Map<Font, Map<string, number>>();
let context: CanvasRenderingContext2D | null = null;

function widthIn(text: string, weight: string, stack: string): number {
	context ??= document.createElement('canvas').getContext('2d')!;
	context.font = `${weight} ${stack}`;
	return context.measureText(text).width;
}
const sizeOf = (weight: string) => Number(/([\d.]+)px/.exec(weight)![1]);

function widthAsShown(text: string, font: Font, { sans, serif, enlarged, letters, words }: Shown): number {
	const weight = WEIGHTS[font];
	const apart = letters || words ? letters * Array.from(text).length + words * (text.split(' ').length - 1) : 0;
	return enlarged * (widthIn(text, weight, font === 'note' ? serif : sans) + apart * sizeOf(weight));
}

/** Width of a text in pixels, rounded up. */
export function measure(text: string, font: Font): number {
	let widths = known.get(font);
	// Read even on a cache hit, so that callers depend on it and are re-run when rendering changes.
	const shown = page;
	if (!widths) known.set(font, (widths = new Map()));
	let width = widths.get(text);
	if (width === undefined) widths.set(text, (width = Math.ceil(widthAsShown(text, font, shown))));
	return width;
}

const TEXT = 'Fountain repaired, Minutes published, 20 October 2020';
/** Reads from a temporary element styled like a label. */
function probed<T>(parent: HTMLElement, read: (probe: HTMLElement) => T): T {
	const probe = document.createElement('span');
	probe.className = 'visually-hidden';
	probe.textContent = TEXT;
	probe.style.font = `${WEIGHTS.label} ${wanted(SANS)}`;
	parent.append(probe);
	const value = read(probe);
	probe.remove();
	return value;
}
function learnStyle(probe: HTMLElement) {
	const { fontSize, letterSpacing, wordSpacing } = getComputedStyle(probe);
	const em = (length: string) => (parseFloat(length) || 0) / parseFloat(fontSize);
	return {
		enlarged: parseFloat(fontSize) / sizeOf(WEIGHTS.label),
		...{ letters: em(letterSpacing), words: em(wordSpacing) },
	};
}
/** Finds the families in use by comparing widths of a text on the page and on the canvas. */
function learnFamilies(probe: HTMLElement, style: ReturnType<typeof learnStyle>) {
	const shown = (font: Font, stack: typeof SANS | typeof SERIF) => {
		probe.style.font = `${WEIGHTS[font]} ${wanted(stack)}`;
		const all = wanted(stack);
		const drawn = widthAsShown(TEXT, font, { sans: all, serif: all, ...style });
		return Math.abs(probe.scrollWidth - drawn) < 2 ? all : stack[1];
	};
	return { sans: shown('label', SANS), serif: shown('note', SERIF) };
}

/** Learns how text is rendered once fonts are loaded and the chart is painted, and again when text style changes. */
export function followFonts(parent: HTMLElement) {
	/** Keeps what was measured if nothing changed, as the chart would otherwise be laid out again. */
	function set(shown: Shown) {
		if (Object.entries(shown).every(([key, value]) => value === page[key as keyof Shown])) return;
		page = shown;
		known.clear();
	}
	const learn = () =>
		probed(parent, (probe) => {
			const style = learnStyle(probe);
			set({ ...style, ...learnFamilies(probe, style) });
		});
	const compare = () => set({ ...page, ...probed(parent, learnStyle) });
	// Observed for its width, which changes with letter and word spacing; spaces are silent for screen readers.
	const spaces = document.createElement('span');
	Object.assign(spaces, { className: 'spaces', textContent: '\u00a0'.repeat(20), ariaHidden: 'true' });
	const observer = new ResizeObserver(compare);
	const follow = () => {
		if (!parent.isConnected) return;
		learn();
		parent.append(spaces);
		observer.observe(spaces);
	};
	// Asking for fonts forces a layout, and reading from a probe does, so both wait until the chart is painted.
	requestAnimationFrame(() => setTimeout(() => void document.fonts.ready.then(follow)));
	return () => {
		observer.disconnect();
		spaces.remove();
	};
}
