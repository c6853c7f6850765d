/** The JSON Schemas for editors agree with those of the check. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { jsonSchemas } from '../../tools/validate/json-schema.ts';
import { root } from './record.ts';

const data = join(root, 'src/data');
const files = readdirSync(data).filter((f) => f.endsWith('.json'));

test.for(Object.entries(jsonSchemas()))('%s.schema.json is what `npm run schema` writes', ([file, text]) => {
	expect(readFileSync(join(data, 'schema', `${file}.schema.json`), 'utf8')).toBe(text);
});

test('every data file has a schema, and there are no others', () => {
	expect(files.map((f) => f.replace('.json', '.schema.json')).toSorted()).toEqual(
		readdirSync(join(data, 'schema')).toSorted(),
	);
	expect(files).toHaveLength(Object.keys(jsonSchemas()).length);
});

test.for(files)('%s names its own schema, which exists', (file) => {
	const { $schema } = JSON.parse(readFileSync(join(data, file), 'utf8')) as { $schema: string };
	expect($schema).toBe(`./schema/${file.replace('.json', '.schema.json')}`);
	expect(existsSync(join(dirname(join(data, file)), $schema))).toBe(true);
});
