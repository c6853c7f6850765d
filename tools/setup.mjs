// Plain Node without dependencies: it must run in a clone that has no node_modules yet.
// node tools/setup.mjs            dependencies
// node tools/setup.mjs --browser  dependencies, and a Chromium for the tests
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));

const [major, minor] = process.versions.node.split('.').map(Number);
if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22)) {
	console.error(`This project needs Node.js 20.19 or later of 20, or 22.12 or later; this is ${process.version}.`);
	process.exit(1);
}

const run = (command, args, options = {}) =>
	spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32', ...options })
		.status === 0;

// Dependencies, when node_modules was not made from this lock file on this platform and Node.
const stampFile = 'node_modules/.setup-stamp';
const stamp = createHash('sha256')
	.update(readFileSync('package-lock.json'))
	.update(`${process.platform}-${process.arch}-${major}`)
	.digest('hex');
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
	console.log('Installing dependencies (npm ci) …');
	// Under NODE_ENV=production npm would leave out what builds and tests the page.
	if (!run('npm', ['ci', '--include=dev'])) process.exit(1);
	writeFileSync(stampFile, stamp);
}

if (process.argv.includes('--browser')) {
	const { findChromium } = await import('./chromium.mjs');
	if (!findChromium()) {
		console.log('No Chromium yet: trying Playwright’s own download …');
		run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], { timeout: 600_000 });
	}
	if (!findChromium() && existsSync('/usr/bin/apt-get')) {
		console.log('No download possible: trying the system package …');
		const sudo = process.getuid() === 0 ? [] : ['sudo', '-n'];
		const apt = (...args) => {
			const [command, ...rest] = [...sudo, 'apt-get', ...args];
			return run(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
		};
		const install = (name) => apt('install', '-y', '-q', '--no-install-recommends', name);
		if (apt('update', '-q') && !install('chromium-headless-shell')) install('chromium');
	}
	if (!findChromium()) {
		console.error(
			'No Chromium found: install Chromium or Chrome, or set CHROMIUM_PATH to one, and run npm test again.',
		);
		process.exit(1);
	}
}
