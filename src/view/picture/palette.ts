/** Colours of pictures. They are written into the picture, which has no stylesheet. */

export interface Palette {
	readonly theme: 'light' | 'dark';
	readonly paper: string;
	readonly surface: string;
	readonly shade: string;
	readonly ink: string;
	readonly quiet: string;
	readonly rule: string;
	/** Colour of events above the axis. */
	readonly act: string;
	readonly actSoft: string;
	/** One colour for all agencies, in pictures that do not tell them apart; else null. */
	readonly agency: string | null;
}

/** The same values as in tokens.css. */
export const LIGHT: Palette = {
	theme: 'light',
	paper: '#fbfaf6',
	surface: '#ffffff',
	shade: '#f3f1ea',
	ink: '#1a1a1f',
	quiet: '#4c4a52',
	rule: '#dedad0',
	act: '#b3341f',
	actSoft: '#f6ded8',
	agency: null,
};
export const DARK: Palette = {
	theme: 'dark',
	paper: '#131316',
	surface: '#1b1b20',
	shade: '#0e0e11',
	ink: '#f1efe9',
	quiet: '#bdb9b0',
	rule: '#35343b',
	act: '#ff8a70',
	actSoft: '#43211b',
	agency: null,
};
/** Custom properties of the page, for a picture inside it, so that it is black and white in print. */
export const OF_THE_PAGE: Palette = {
	theme: 'light',
	paper: 'var(--paper)',
	surface: 'var(--paper)',
	shade: 'var(--sunken)',
	ink: 'var(--ink)',
	quiet: 'var(--ink-2)',
	rule: 'var(--rule)',
	act: 'var(--op)',
	actSoft: 'var(--op-soft)',
	agency: null,
};
