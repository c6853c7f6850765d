/** All formats that the record is exported to, in the order in which they are offered. */
import { ANNOTATIONS } from './annotations.ts';
import { BIBTEX } from './bibtex.ts';
import { CSL } from './csl.ts';
import { CSV } from './csv.ts';
import type { Format } from './extract.ts';
import { ICS } from './ics.ts';
import { JSON_FORMAT } from './json.ts';
import { RIS } from './ris.ts';
import { TIMELINEJS } from './timelinejs.ts';

/** To add a format, write it in a file of its own beside this one and list it here. */
export const FORMATS: readonly Format[] = [JSON_FORMAT, CSV, ICS, TIMELINEJS, ANNOTATIONS, CSL, BIBTEX, RIS];
