/** Last stage: all documents are rendered from the data, as in the build, to find errors that no rule covers. */
import type { Records } from '../../src/domain/model/records.ts';
import { prerender } from '../../src/prerender.ts';
import { measure } from '../build/measure.ts';
import { typeset } from '../build/typefaces.ts';
import { failure, type Diagnostic } from './diagnostic.ts';

export type Trial = (records: Records) => readonly Diagnostic[];

export const documentsOf = (records: Records, address?: string) => prerender(records, measure, typeset, '/', address);

export const trial: Trial = (records) => {
	try {
		documentsOf(records);
		return [];
	} catch (error) {
		return [failure(error)];
	}
};
