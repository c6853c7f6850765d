/** All formats that the record is exported to, in the order in which they are offered. */
import type { Format } from './extract.ts';

/** A line here is a file of its own beside this one. */
export const FORMATS: readonly Format[] = [];
