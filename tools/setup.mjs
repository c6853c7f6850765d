// Uses no dependencies, as it must run in a clone without node_modules.
// node tools/setup.mjs            dependencies
// node tools/setup.mjs --browser  dependencies, and a Chromium
// node tools/setup.mjs --engines  dependencies, and every browser engine that the tests use
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));

const [major, minor] = process.versions.node.split('.').map(Number);
if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22)) {
	console.error(`This project needs Node.js 20.19 or later of 20, or 22.12 or later; this is ${process.version}.`);
	process.exit(1);
}

try {
	accessSync('.', constants.W_OK);
} catch {
	console.error(`Nothing can be written to ${process.cwd()}, where dependencies and the site go: copy the project to a
folder of your own and run the command there.`);
	process.exit(1);
}

const run = (command, args, options = {}) =>
	spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32', ...options })
		.status === 0;

// Install dependencies if node_modules was not made from this lock file on this platform and Node version.
const stampFile = 'node_modules/.setup-stamp';
const stamp = createHash('sha256')
	.update(readFileSync('package-lock.json'))
	.update(`${process.platform}-${process.arch}-${major}`)
	.digest('hex');
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
	console.log('Installing dependencies (npm ci) …');
	// Under NODE_ENV=production npm would leave out the development dependencies.
	if (!run('npm', ['ci', '--include=dev'])) {
		console.error(`The dependencies could not be installed: npm says why above. This needs a connection to the npm registry once;
without one, copy node_modules from where it was installed or fill npm's cache, and set npm_config_offline=true.`);
		process.exit(1);
	}
	writeFileSync(stampFile, stamp);
}

const isEvery = process.argv.includes('--engines');
if (isEvery || process.argv.includes('--browser')) {
	const { ENGINES } = await import('./engines.mjs');
	const wanted = isEvery ? Object.keys(ENGINES) : ['chromium'];
	const lacking = () => wanted.filter((name) => !ENGINES[name].find());
	if (lacking().includes('chromium')) {
		console.log('No Chromium yet: trying Playwright’s own download …');
		run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], { timeout: 600_000 });
	}
	if (lacking().length && existsSync('/usr/bin/apt-get')) {
		console.log(`Not here yet: ${lacking().join(', ')}. Trying the system’s packages …`);
		const sudo = process.getuid() === 0 ? [] : ['sudo', '-n'];
		const apt = (...args) => {
			const [command, ...rest] = [...sudo, 'apt-get', ...args];
			return run(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
		};
		const install = (...packages) => apt('install', '-y', '-q', '--no-install-recommends', ...packages);
		// All at once; if one is not available, one by one.
		if (apt('update', '-q') && !install(...lacking().flatMap((name) => ENGINES[name].packages))) {
			for (const name of lacking()) install(...ENGINES[name].packages);
			if (lacking().includes('chromium')) install('chromium');
		}
	}
	const missing = lacking();
	for (const name of missing) {
		const { packages, otherwise } = ENGINES[name];
		console.error(`No ${name} found: on Debian apt-get install ${packages.join(' ')}; else ${otherwise}.`);
	}
	// Engines other than Chromium are optional, except in CI.
	if (missing.includes('chromium') || (missing.length && process.env.CI)) process.exit(1);
}
