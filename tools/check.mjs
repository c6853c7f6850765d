// npm run check: data and evidence only. Prints every problem at once, or what was proven; with --report also the curator's review.
import { runnerImport } from 'vite';

const { module } = await runnerImport('./tools/gate/report.ts');
process.exitCode = module.check(process.cwd(), process.argv.slice(2));
