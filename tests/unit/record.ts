/** The record of the repository as the page gets it: what most tests look at. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { validate } from '../../tools/validate/validate.ts';
import { formatDiagnostics } from '../../tools/validate/diagnostic.ts';

// A slow or busy machine is no fault: a test fails for what it finds, and only one that hangs fails for its time.
vi.setConfig({ testTimeout: 120_000 });

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const verdict = validate(root);
if (!verdict.ok) throw new Error(formatDiagnostics(verdict.problems));

export const records = verdict.records;
export const dataset = toDataset(records);
/** The quoted document the tests look at. */
export const document = [...dataset.documents.values()][0]!;
