// npm run check: data and evidence only. Prints every problem at once, or what was proven.
import { runnerImport } from 'vite';

const { module } = await runnerImport('./tools/gate/report.ts');
process.exitCode = module.check(process.cwd());
