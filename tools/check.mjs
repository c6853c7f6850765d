// npm run check: checks data and evidence, and that the page can be rendered from them. Options: tools/validate/options.ts.
import { runnerImport } from 'vite';

const { module } = await runnerImport('./tools/validate/report.ts');
const load = async () => (await (await import('./trial.mjs')).loadTrial()).trial;
process.exitCode = await module.check(process.cwd(), process.argv.slice(2), load);
