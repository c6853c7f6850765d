/** Colours of what is drawn to leave the page: each is written into the picture, as no stylesheet goes with it. */

export interface Palette {
	readonly theme: 'light' | 'dark';
	readonly paper: string;
	readonly surface: string;
	readonly shade: string;
	readonly ink: string;
	readonly quiet: string;
	readonly rule: string;
	/** Of what is above the axis. */
	readonly act: string;
	readonly actSoft: string;
	/** Of what an agency did, in a picture without colours of its own. */
	readonly agency: string | null;
}

/** As in tokens.css. */
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
/** Those of the stylesheet, for a picture that is part of a page: on paper they are black and white. */
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
