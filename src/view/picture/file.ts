/** A picture as a file: SVG with embedded typefaces, or a PNG drawn from that. */
import { flushSync, mount, unmount, type Component } from 'svelte';

const SVG = 'http://www.w3.org/2000/svg';

/** The page's typefaces as data URLs: where the picture is opened they are not installed. */
async function fontFaces(): Promise<string> {
	const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
	const faces = rules.filter((rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule);
	const embedded = faces.map(async ({ style, parentStyleSheet }) => {
		const address = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))?.[1];
		if (!address) return '';
		const response = await fetch(new URL(address, parentStyleSheet?.href ?? document.baseURI));
		if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
		const bytes = new Uint8Array(await response.arrayBuffer());
		const data = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
		const [family, weight] = ['font-family', 'font-weight'].map((name) => style.getPropertyValue(name));
		const file = `url(data:font/woff2;base64,${data}) format("woff2")`;
		return `@font-face{font-family:${family};font-weight:${weight};src:${file}}`;
	});
	return (await Promise.all(embedded)).join('');
}

let fonts: Promise<string> | null = null;
/** Loaded once; after a failure, again with the next picture. */
function fontsOnce(): Promise<string> {
	fonts ??= fontFaces().catch((error: unknown) => {
		fonts = null;
		throw error;
	});
	return fonts;
}

export interface PictureFile {
	readonly svg: string;
	readonly width: number;
	readonly height: number;
}

/** Renders a component whose root element is an `svg`. @throws where the typefaces cannot be loaded */
export async function pictureFile<P extends Record<string, unknown>>(
	part: Component<P>,
	props: P,
): Promise<PictureFile> {
	const faces = await fontsOnce();
	const target = document.createElement('div');
	const made = mount(part, { target, props });
	flushSync();
	const picture = target.querySelector('svg')!;
	const style = document.createElementNS(SVG, 'style');
	style.textContent = faces;
	picture.prepend(style);
	const svg = new XMLSerializer().serializeToString(picture);
	const [width, height] = ['width', 'height'].map((name) => Number(picture.getAttribute(name))) as [number, number];
	void unmount(made);
	return { svg, width, height };
}

/** Data URL of a picture, for an `img`. */
export const addressOf = ({ svg }: PictureFile) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

/** Device pixels per unit of a PNG, so that it is sharp in print and on high-density screens. */
const SCALE = 2;
/** Milliseconds to wait, as embedded typefaces may become usable only a moment after the image has loaded. */
const SETTLE = 100;

export async function pngOf(picture: PictureFile): Promise<Blob> {
	const image = new Image();
	image.src = addressOf(picture);
	await image.decode();
	await new Promise((done) => setTimeout(done, SETTLE));
	const canvas = document.createElement('canvas');
	canvas.width = picture.width * SCALE;
	canvas.height = picture.height * SCALE;
	canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
	return new Promise((resolve, reject) =>
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be drawn.'))), 'image/png'),
	);
}
