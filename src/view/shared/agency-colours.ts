/** An agency’s colours in both themes, computed from its hue, so that adding an agency takes one line in one file. */
import type { Agency } from '../../domain/model/records.ts';

/** Lightness and chroma for which every hue has a contrast of at least 4.5:1 on every background of its theme. */
const THEMES = { light: { l: 0.47, c: 0.115 }, dark: { l: 0.79, c: 0.105 } } as const;

/** OKLCH → sRGB as "#rrggbb", after Björn Ottosson's OKLab; chroma is lowered until the colour is in gamut. */
export function hex(l: number, c: number, hue: number): string {
	const a = c * Math.cos((hue * Math.PI) / 180);
	const b = c * Math.sin((hue * Math.PI) / 180);
	const [lm, mm, sm] = [
		l + 0.3963377774 * a + 0.2158037573 * b,
		l - 0.1055613458 * a - 0.0638541728 * b,
		l - 0.0894841775 * a - 1.291485548 * b,
	].map((x) => x ** 3) as [number, number, number];
	const linear = [
		4.0767416621 * lm - 3.3077115913 * mm + 0.2309699292 * sm,
		-1.2684380046 * lm + 2.6097574011 * mm - 0.3413193965 * sm,
		-0.0041960863 * lm - 0.7034186147 * mm + 1.707614701 * sm,
	];
	if (c > 0 && linear.some((x) => x < -1e-4 || x > 1.0001)) return hex(l, Math.max(0, c - 0.005), hue);
	return `#${linear
		.map((x) => Math.min(1, Math.max(0, x)))
		.map((x) => Math.round(255 * (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055)))
		.map((x) => x.toString(16).padStart(2, '0'))
		.join('')}`;
}

export const colours = ({ hue }: Pick<Agency, 'hue'>) => ({
	light: hex(THEMES.light.l, hue === null ? 0.01 : THEMES.light.c, hue ?? 285),
	dark: hex(THEMES.dark.l, hue === null ? 0.01 : THEMES.dark.c, hue ?? 285),
});
