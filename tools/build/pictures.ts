/** Draws pictures that are sent along: what was drawn before, with the same renderer, is not drawn again. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createHash, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import type { Drawing } from '../../src/prerender.ts';
import { covers, fontFiles } from './typefaces.ts';

const { version } = createRequire(import.meta.url)('@resvg/resvg-js/package.json') as { version: string };

/** @param kept folder of what was drawn before @returns how many had to be drawn */
export async function drawPictures(drawings: readonly Drawing[], dist: string, kept: string): Promise<number> {
	let drawn = 0;
	let fonts: readonly string[] | undefined;
	await mkdir(kept, { recursive: true });
	for (const { path, svg } of drawings) {
		const name = createHash('sha256').update(`${version}\n${svg}`).digest('hex');
		const file = join(kept, `${name}.png`);
		if (!existsSync(file)) {
			fonts ??= fontFiles(join(kept, 'fonts'));
			// Other scripts need the machine's own fonts; to look for them takes time.
			const font = { fontFiles: [...fonts], loadSystemFonts: !covers(svg) };
			const image = await renderAsync(svg, { font });
			// Whole or not at all, also when two builds draw the same.
			const coming = join(kept, randomUUID());
			await writeFile(coming, image.asPng());
			await rename(coming, file);
			drawn++;
		}
		await mkdir(dirname(join(dist, path)), { recursive: true });
		await writeFile(join(dist, path), await readFile(file));
	}
	return drawn;
}
