import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
export const FIELD = join(import.meta.dirname, 'field');
/** Bundles, and figures that were not asked for elsewhere: never committed. */
export const OUT = join(ROOT, 'node_modules/.bench');
