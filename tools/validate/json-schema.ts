/** The schemas of the check as JSON Schema, one for each data file. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { SCHEMAS } from './schema.ts';

export const jsonSchemas = (): Record<string, string> =>
	Object.fromEntries(
		Object.entries(SCHEMAS).map(([file, schema]) => [file, `${JSON.stringify(toJsonSchema(schema), null, 2)}\n`]),
	);
