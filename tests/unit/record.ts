/** The record of the repository as the page gets it: most tests use it. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { validate } from '../../tools/validate/validate.ts';
import { formatDiagnostics } from '../../tools/validate/diagnostic.ts';

// A long limit, so that a slow or busy machine fails no test; only a test that hangs should time out.
vi.setConfig({ testTimeout: 120_000 });

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const verdict = validate(root);
if (!verdict.ok) throw new Error(formatDiagnostics(verdict.problems));

export const records = verdict.records;
export const dataset = toDataset(records);
/** The quoted document that the tests use. */
export const document = [...dataset.documents.values()][0]!;
