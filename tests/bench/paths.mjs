import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
export const FIELD = join(import.meta.dirname, 'field');
/** Folder for bundles, and for results without another destination; never committed. */
export const OUT = join(ROOT, 'node_modules/.bench');
