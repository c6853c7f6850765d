// One frame of the hand-written canvas: two searches per row, then each event with a label, or a column per pixel.
import { BINS, GROUP_ROWS, lower } from './limit-index.mjs';

export const [WIDTH, HEIGHT, LEFT, TOP] = [1200, 600, 90, 6];
const BOTTOM = 26;
/** Width of the plot. */
export const PLOT = WIDTH - LEFT - 10;
const FONT = '10px "DejaVu Sans",sans-serif';
const COLOURS = [
	[31, 119, 180],
	[184, 86, 0],
	[32, 112, 31],
	[176, 32, 31],
	[107, 68, 150],
	[140, 86, 75],
	[156, 61, 128],
	[85, 85, 85],
];
const DOT = COLOURS.map((c) => `rgb(${c})`);
const BAR = COLOURS.map((c) => `rgb(${c.map((v) => (255 + (v - 255) * 0.75) | 0)})`);
/** Sixteen strengths of each colour, as pixels; 0 is white. */
const PIXELS = COLOURS.map(([red, green, blue]) =>
	Uint32Array.from({ length: 17 }, (_, i) => {
		const part = i ? 0.25 + (0.75 * i) / 16 : 0;
		const mixed = (v) => (255 + (v - 255) * part) | 0;
		return 0xff000000 | (mixed(blue) << 16) | (mixed(green) << 8) | mixed(red);
	}),
);
const WHITE = 0xffffffff;
const BLACK = 0xff000000;

/** First and last group in view, and the height of a row. */
export const rowsInView = (only, groups) =>
	only === null
		? { g0: 0, g1: groups, rowHeight: (HEIGHT - TOP - BOTTOM) / (groups * GROUP_ROWS) }
		: { g0: only, g1: only + 1, rowHeight: (HEIGHT - TOP - BOTTOM) / GROUP_ROWS };

export function painter(canvas, index, events, { SPAN_START, GROUPS }) {
	const g = canvas.getContext('2d', { alpha: false });
	const { S, E, ids, off, latest, begun, lasting, binMs } = index;
	const image = new ImageData(PLOT, 12);
	const pixels = new Uint32Array(image.data.buffer);
	const line = new Uint32Array(PLOT);
	const bins = new Int32Array(PLOT + 1);
	g.font = FONT;
	const glyphs = new Float32Array(128);
	for (let i = 32; i < 127; i++) glyphs[i] = g.measureText(String.fromCharCode(i)).width;
	const widthOf = (text) => {
		let w = 0;
		for (let i = 0; i < text.length; i++) w += glyphs[text.charCodeAt(i) & 127];
		return w;
	};
	const putLine = (y, h) => {
		for (let i = 0; i < h; i++) pixels.set(line, i * PLOT);
		g.putImageData(image, LEFT, y, 0, 0, PLOT, h);
	};

	function denseRow(r, y, h, shades) {
		const base = r * (BINS + 1);
		for (let i = 0; i < PLOT; i++) {
			const p = base + bins[i];
			const count = begun[base + bins[i + 1]] - begun[p];
			let v = 0;
			if (count) v = 6 + (31 - Math.clz32(count)) * 2;
			else if (lasting[p] > 0) v = 3;
			line[i] = v ? shades[v > 16 ? 16 : v] : WHITE;
		}
		putLine(y, h);
	}

	/** Draws every event; more than 24 into the pixel buffer of the row. A label ends before the next mark. */
	function sparseRow(r, i0, i1, y, h, { a, k, chosen, labels }) {
		const group = (r / GROUP_ROWS) | 0;
		const byPixel = i1 - i0 > 24;
		if (byPixel) line.fill(WHITE);
		let fill = '';
		for (let i = i0; i < i1; i++) {
			const x0 = (S[i] - a) * k;
			const x1 = Math.max((E[i] - a) * k, x0 + 4);
			const q = Math.min((x1 + 0.5) | 0, PLOT);
			if (q <= 0) continue;
			const p = Math.max(x0 | 0, 0);
			const lasts = E[i] > S[i];
			if (byPixel) {
				const c = ids[i] === chosen ? BLACK : PIXELS[group][lasts ? 11 : 16];
				for (let u = p; u < q; u++) line[u] = c;
			} else {
				const c = ids[i] === chosen ? '#000' : (lasts ? BAR : DOT)[group];
				if (c !== fill) g.fillStyle = fill = c;
				g.fillRect(LEFT + p, y, q - p, h);
			}
			const room = (i + 1 < off[r + 1] ? (S[i + 1] - a) * k : Infinity) - q - 6;
			if (room <= 24) continue;
			const text = events[ids[i]].label;
			const width = widthOf(text);
			const fits = ((text.length * room) / width - 2) | 0;
			if (width <= room) labels.push(text, q + 3, y + h);
			else if (fits >= 6) labels.push(`${text.slice(0, fits)}…`, q + 3, y + h);
		}
		if (byPixel) putLine(y, h);
	}

	/** @param x time scale @param only a group, or null @param chosen index of an event, or -1 @param row its row */
	return function draw(x, only, chosen, row) {
		const [a, b] = x.domain().map(Number);
		const k = PLOT / (b - a);
		const { g0, g1, rowHeight } = rowsInView(only, GROUPS.length);
		const topOf = (r) => (TOP + (r - g0 * GROUP_ROWS) * rowHeight) | 0;
		const h = Math.max(4, Math.min(12, (rowHeight - 3) | 0));
		const labels = [];
		g.fillStyle = '#fff';
		g.fillRect(0, 0, WIDTH, HEIGHT);
		g.save();
		g.beginPath();
		g.rect(LEFT, 0, PLOT, HEIGHT);
		g.clip();
		for (let i = 0; i <= PLOT; i++) bins[i] = Math.min(Math.max(((a + i / k - SPAN_START) / binMs) | 0, 0), BINS);
		for (let r = g0 * GROUP_ROWS; r < g1 * GROUP_ROWS; r++) {
			const i0 = lower(latest, a, off[r], off[r + 1]);
			const i1 = lower(S, b, i0, off[r + 1]);
			if (i1 - i0 > PLOT / 2) denseRow(r, topOf(r), h, PIXELS[(r / GROUP_ROWS) | 0]);
			else sparseRow(r, i0, i1, topOf(r), h, { a, k, chosen, labels });
		}
		g.font = FONT;
		g.fillStyle = '#111';
		g.textBaseline = 'bottom';
		for (let i = 0; i < labels.length; i += 3) g.fillText(labels[i], LEFT + labels[i + 1], labels[i + 2] + 1);
		g.restore();
		if (chosen >= 0 && row >= g0 * GROUP_ROWS && row < g1 * GROUP_ROWS) {
			g.strokeStyle = '#000';
			g.lineWidth = 2;
			g.strokeRect(LEFT + (events[chosen].start - a) * k - 2, topOf(row) - 1, 8, h + 2);
		}
		g.fillStyle = '#111';
		g.textBaseline = 'alphabetic';
		for (let i = g0; i < g1; i++) g.fillText(GROUPS[i], 4, TOP + (i - g0) * GROUP_ROWS * rowHeight + 12);
		g.fillStyle = '#333';
		const format = x.tickFormat(10);
		g.fillRect(LEFT, HEIGHT - BOTTOM, PLOT, 1);
		for (const t of x.ticks(10)) {
			g.fillRect(LEFT + (t - a) * k, HEIGHT - BOTTOM, 1, 5);
			g.fillText(format(t), LEFT + (t - a) * k + 3, HEIGHT - BOTTOM + 14);
		}
	};
}
