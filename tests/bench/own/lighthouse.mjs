// Lighthouse with its mobile profile. npx downloads it, so it is not a dependency.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VERSION = '12';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** @returns the scores out of 100, what cost points, and the version; or the reason why there are no scores */
export async function lighthouse(address, executablePath) {
	const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
	const file = join(folder, 'report.json');
	const args = [
		...['--yes', `lighthouse@${VERSION}`, address, '--quiet', '--output=json', `--output-path=${file}`],
		...[`--only-categories=${CATEGORIES.join(',')}`, '--chrome-flags=--headless --no-sandbox --disable-gpu'],
	];
	const { status, words } = await new Promise((done) => {
		// The settings of the npm that runs this script, such as `engines`, must not apply to Lighthouse.
		const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
		const npx = spawn('npx', args, {
			cwd: folder,
			env: { ...env, CHROME_PATH: executablePath },
			stdio: ['ignore', 'ignore', 'pipe'],
			shell: process.platform === 'win32',
		});
		let words = '';
		npx.stderr.on('data', (text) => (words += text));
		npx.on('error', (e) => done({ status: 1, words: e.message }));
		npx.on('close', (status) => done({ status, words }));
	});
	try {
		const { categories, audits, lighthouseVersion } = JSON.parse(readFileSync(file, 'utf8'));
		const weighed = Object.values(categories).flatMap((c) => c.auditRefs.filter((r) => r.weight > 0).map((r) => r.id));
		return {
			version: lighthouseVersion,
			scores: Object.fromEntries(CATEGORIES.map((id) => [id, Math.round(categories[id].score * 100)])),
			lost: [...new Set(weighed)]
				.map((id) => audits[id])
				.filter((a) => a.score !== null && a.score < 0.995)
				.map((a) => `${a.title}: ${a.displayValue ?? a.score}`),
		};
	} catch {
		return { problem: `npx could not run Lighthouse (${status}): ${words.trim().split('\n').at(-1) ?? ''}` };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
