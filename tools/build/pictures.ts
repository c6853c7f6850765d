/** Draws the preview pictures as PNG, with a cache of those drawn before with the same renderer. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createHash, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import type { Drawing } from '../../src/prerender.ts';
import { covers, fontFiles } from './typefaces.ts';

const { version } = createRequire(import.meta.url)('@resvg/resvg-js/package.json') as { version: string };

/** @param kept folder of the cache @returns how many had to be drawn */
export async function drawPictures(drawings: readonly Drawing[], dist: string, kept: string): Promise<number> {
	let drawn = 0;
	let fonts: readonly string[] | undefined;
	await mkdir(kept, { recursive: true });
	for (const { path, svg } of drawings) {
		const name = createHash('sha256').update(`${version}\n${svg}`).digest('hex');
		const file = join(kept, `${name}.png`);
		if (!existsSync(file)) {
			fonts ??= fontFiles(join(kept, 'fonts'));
			// Load the system's fonts, which is slow, only for scripts that our typefaces lack.
			const font = { fontFiles: [...fonts], loadSystemFonts: !covers(svg) };
			const image = await renderAsync(svg, { font });
			// Write atomically, as another build may draw the same picture.
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
