/** Reads printed pages: words with their positions, and colours. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface Word {
	readonly text: string;
	/** The left and right end of a word and its baseline, in points from the lower left corner. */
	readonly left: number;
	readonly right: number;
	readonly y: number;
	readonly size: number;
}
export interface Sheet {
	readonly width: number;
	readonly height: number;
	readonly words: readonly Word[];
	/** All words, in the form of `folded`. */
	readonly text: string;
	/** Colours of filled shapes and of words, such as "#000000", on the first pages, which have one of each kind. */
	readonly fills: ReadonlySet<string>;
	readonly inks: ReadonlySet<string>;
}

/** Ignores line breaks and case, which depend on style. */
export const folded = (text: string) =>
	text
		.normalize('NFKC')
		.replace(/[\s\u00ad\u200b\u2010-]+/g, '')
		.toLowerCase();

const FIRST = 6;
const standardFontDataUrl = `${dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/standard_fonts/`;

const NONE = { fills: new Set<string>(), inks: new Set<string>() };
interface Operators {
	readonly fnArray: readonly number[];
	readonly argsArray: readonly unknown[];
}
function coloursOf({ fnArray, argsArray }: Operators) {
	const [fills, inks] = [new Set<string>(), new Set<string>()];
	const saved: string[] = [];
	let fill = '#000000';
	fnArray.forEach((op, i) => {
		if (op === OPS.setFillRGBColor) fills.add((fill = (argsArray[i] as readonly [string])[0]));
		else if (op === OPS.save) saved.push(fill);
		else if (op === OPS.restore) fill = saved.pop() ?? fill;
		else if (op === OPS.showText) inks.add(fill);
	});
	return { fills, inks };
}

async function sheetsOf(pdf: Uint8Array): Promise<readonly Sheet[]> {
	const task = getDocument({ data: new Uint8Array(pdf), standardFontDataUrl, verbosity: 0 });
	const document = await task.promise;
	const sheets: Sheet[] = [];
	for (let number = 1; number <= document.numPages; number++) {
		const page = await document.getPage(number);
		const { width, height } = page.getViewport({ scale: 1 });
		const { items } = await page.getTextContent();
		const words = items.flatMap((item): readonly Word[] => {
			if (!('str' in item) || !item.str.trim()) return [];
			const [, , , size, left, y] = item.transform as readonly number[];
			return [{ text: item.str, left: left!, right: left! + item.width, y: y!, size: Math.abs(size!) }];
		});
		const { fills, inks } = number > FIRST ? NONE : coloursOf(await page.getOperatorList());
		const text = folded(words.map((word) => word.text).join(''));
		sheets.push({ width, height, words, text, fills, inks });
	}
	await task.destroy();
	return sheets;
}

/** Whether the page puts something into the print view when printing starts. */
function isPut() {
	dispatchEvent(new Event('beforeprint'));
	const { childElementCount } = document.getElementById('paper')!;
	dispatchEvent(new Event('afterprint'));
	return childElementCount > 0;
}

/** The result of Ctrl+P, once the print view has loaded. */
export async function printed(page: Page, format: 'A4' | 'Letter'): Promise<readonly Sheet[]> {
	if (await page.locator('html[data-ready]').count()) {
		await page.keyboard.press('Control');
		await expect.poll(() => page.evaluate(isPut)).toBe(true);
	}
	return sheetsOf(await page.pdf({ format }));
}
export const textOf = (sheets: readonly Sheet[]) => sheets.map(({ text }) => text).join('');
/** The texts that are missing on paper. */
export const lackingOn = (sheets: readonly Sheet[], texts: readonly string[]) => {
	const all = textOf(sheets);
	return texts.filter((text) => !all.includes(folded(text)));
};
