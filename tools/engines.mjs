// The browser engines for the tests: Chromium, and, where installed, Firefox and WebKit (WebKitGTK with its driver, and Xvfb as its
// display). Only finding Chromium needs node_modules.
import { existsSync, readdirSync } from 'node:fs';
import { findChromium } from './chromium.mjs';

const first = (...paths) => paths.find((path) => path && existsSync(path)) ?? null;
/** /usr/lib/<machine>/webkit2gtk-4.1/MiniBrowser, newest version first. */
const miniBrowsers = () =>
	(existsSync('/usr/lib') ? readdirSync('/usr/lib') : [])
		.flatMap((machine) => ['4.1', '4.0'].map((version) => `/usr/lib/${machine}/webkit2gtk-${version}/MiniBrowser`))
		.filter(existsSync);

/** Name of an engine → its Debian packages, the advice without Debian, and a function that finds it or returns null. */
export const ENGINES = {
	chromium: {
		packages: ['chromium-headless-shell'],
		otherwise: 'install Chromium or Chrome, or set CHROMIUM_PATH to one',
		find: () => findChromium()?.executablePath ?? null,
	},
	firefox: {
		packages: ['firefox-esr'],
		otherwise: 'install Firefox, or set FIREFOX_PATH to one',
		find: () =>
			process.env.FIREFOX_PATH
				? first(process.env.FIREFOX_PATH)
				: first(
						'/usr/bin/firefox-esr',
						'/usr/bin/firefox',
						'/Applications/Firefox.app/Contents/MacOS/firefox',
						'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
					),
	},
	webkit: {
		packages: ['webkit2gtk-driver', 'xvfb'],
		otherwise: 'on Linux install WebKitGTK’s WebKitWebDriver, its MiniBrowser and Xvfb; there is no other way',
		find: () => (first('/usr/bin/WebKitWebDriver') && first('/usr/bin/Xvfb') ? first(...miniBrowsers()) : null),
	},
};
export const missingEngines = () => Object.keys(ENGINES).filter((name) => !ENGINES[name].find());
