/** Machine-readable formats for the result of a check. */
import type { Diagnostic } from '../diagnostic.ts';
import { toJson } from './json.ts';
import { toJunit } from './junit.ts';
import { toSarif } from './sarif.ts';

/** @param proven summary of what was proven, if there are no problems */
type Write = (problems: readonly Diagnostic[], proven: string) => string;

export const FORMATS = { json: toJson, sarif: toSarif, junit: toJunit } as const satisfies Record<string, Write>;
export type Format = keyof typeof FORMATS;
