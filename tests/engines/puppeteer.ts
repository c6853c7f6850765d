/** Chromium over its own protocol, Firefox over WebDriver BiDi. */
import { launch, type KeyInput, type LaunchOptions, type Viewport } from 'puppeteer-core';
import { findChromium } from '../../tools/chromium.mjs';
import type { Launch } from './driver.ts';

const FOLDED = 'Rendering was performed in a subtree hidden by content-visibility.';

/** @param granted permission that a headless browser cannot ask for */
const opening =
	(options: LaunchOptions, granted?: string): Launch =>
	async (executablePath) => {
		const browser = await launch({ executablePath, headless: true, defaultViewport: null, ...options });
		const permission = { permission: { name: granted! }, state: 'granted' } as const;
		if (granted) await browser.defaultBrowserContext().setPermission('*', permission);
		const said: string[] = [];
		let size: Viewport = { width: 1440, height: 900 };
		/** A new tab, so that no state is left from the previous page. */
		async function tab() {
			const made = await browser.newPage();
			await made.setViewport(size);
			made.on('console', (m) => {
				// Chromium logs this when a test inspects folded elements.
				if (!m.text().startsWith(FOLDED)) said.push(`${m.type()}: ${m.text()}`);
			});
			made.on('pageerror', (e) => said.push(String(e)));
			return made;
		}
		let page = await tab();
		const holding = async (held: string | undefined, act: () => Promise<unknown>) => {
			if (held) await page.keyboard.down(held as KeyInput);
			await act();
			if (held) await page.keyboard.up(held as KeyInput);
		};
		return {
			said,
			async go(url) {
				const left = page;
				page = await tab();
				await left.close();
				await page.goto(url);
			},
			run: (act, ...given) => page.evaluate(act as unknown as (...all: unknown[]) => never, ...given),
			// Headless Chromium needs a command for Ctrl+V, because it has no menu.
			press: (key, held) =>
				holding(held, () => page.keyboard.press(key as KeyInput, held && key === 'v' ? { commands: ['Paste'] } : {})),
			type: (text) => page.keyboard.type(text),
			drag: async (from, ...to) => {
				const { mouse } = page;
				await mouse.move(from.x, from.y);
				await mouse.down();
				for (const { x, y } of to) await mouse.move(x, y, { steps: 4 });
				await mouse.up();
			},
			wheel: async ({ x, y }, deltaX, deltaY, held) => {
				await page.mouse.move(x, y);
				await holding(held, () => page.mouse.wheel({ deltaX, deltaY }));
			},
			resize: (width, height) => page.setViewport((size = { width, height })),
			shot: () => page.screenshot({ encoding: 'base64' }),
			close: () => browser.close(),
		};
	};

export const chromium = opening(
	{ args: [...findChromium()!.args, '--blink-settings=preferredColorScheme=0'] },
	'clipboard-write',
);
export const firefox = opening({
	browser: 'firefox',
	extraPrefsFirefox: {
		// Headless Firefox reports that there is no mouse.
		'ui.primaryPointerCapabilities': 6,
		'ui.allPointerCapabilities': 6,
		'layout.css.prefers-color-scheme.content-override': 0,
	},
});
