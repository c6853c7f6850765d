// Finds the Chromium for the tests: CHROMIUM_PATH, Playwright's own, or the system's. A headless shell is the same engine without
// a window system, and opens a page in a third of the time.
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM = [
	'/usr/bin/chromium-headless-shell',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @returns {{ executablePath: string, args: string[] } | null} launch options, or null where there is no browser */
export function findChromium() {
	const args = [
		'--disable-gpu',
		'--disable-quic',
		'--no-first-run',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
	];
	// Chromium's sandbox does not start as root.
	if (process.getuid?.() === 0) args.push('--no-sandbox');
	const own = process.env.CHROMIUM_PATH;
	const executablePath = own ? [own].find(existsSync) : [chromium.executablePath(), ...SYSTEM].find(existsSync);
	return executablePath ? { executablePath, args } : null;
}
