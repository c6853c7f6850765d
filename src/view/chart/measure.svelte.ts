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

/** How the page really shows words, whatever was asked of it. */
interface Shown {
	/** Families: a font that came too late is not used by the page, but would be by the canvas. */
	readonly sans: string;
	readonly serif: string;
	/** A reader's own style may enlarge all words, and move letters and words apart; both in em. */
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

/** In pixels, rounded up. */
export function measure(text: string, font: Font): number {
	let widths = known.get(font);
	// Read in any case: who asked must hear when words are shown otherwise.
	const shown = page;
	if (!widths) known.set(font, (widths = new Map()));
	let width = widths.get(text);
	if (width === undefined) widths.set(text, (width = Math.ceil(widthAsShown(text, font, shown))));
	return width;
}

const TEXT = 'Fountain repaired, Minutes published, 20 October 2020';
/** Something that is shown as labels are, for as long as it is read. */
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
/** Compares a line of the page with the same line on the canvas. */
function learnFamilies(probe: HTMLElement, style: ReturnType<typeof learnStyle>) {
	const shown = (font: Font, stack: typeof SANS | typeof SERIF) => {
		probe.style.font = `${WEIGHTS[font]} ${wanted(stack)}`;
		const all = wanted(stack);
		const drawn = widthAsShown(TEXT, font, { sans: all, serif: all, ...style });
		return Math.abs(probe.scrollWidth - drawn) < 2 ? all : stack[1];
	};
	return { sans: shown('label', SANS), serif: shown('note', SERIF) };
}

/** Learns how words are shown once all fonts are there and the chart is painted; their style, whenever that changes. */
export function followFonts(parent: HTMLElement) {
	function learn() {
		const style = probed(parent, learnStyle);
		page = { ...style, ...probed(parent, (probe) => learnFamilies(probe, style)) };
		known.clear();
	}
	function compare() {
		const { enlarged, letters, words } = probed(parent, learnStyle);
		if (enlarged === page.enlarged && letters === page.letters && words === page.words) return;
		page = { ...page, enlarged, letters, words };
		known.clear();
	}
	// As wide as its spaces, which say nothing to who cannot see them.
	const spaces = document.createElement('span');
	Object.assign(spaces, { className: 'spaces', textContent: '\u00a0'.repeat(20), ariaHidden: 'true' });
	const observer = new ResizeObserver(compare);
	// To ask for the fonts has the page laid out: not before it is anyway.
	requestAnimationFrame(
		() =>
			void document.fonts.ready.then(() => {
				learn();
				parent.append(spaces);
				observer.observe(spaces);
			}),
	);
	return () => {
		observer.disconnect();
		spaces.remove();
	};
}
