// npm run check: data and evidence, and whether the page can be made of them. What may be written behind it: tools/validate/options.ts.
import { runnerImport } from 'vite';

const { module } = await runnerImport('./tools/validate/report.ts');
const load = async () => (await (await import('./trial.mjs')).loadTrial()).trial;
process.exitCode = await module.check(process.cwd(), process.argv.slice(2), load);
