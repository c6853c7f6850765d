// npm run schema: writes the JSON Schemas for editors, generated from the schemas of the check.
import { writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';

const { module } = await runnerImport('./tools/validate/json-schema.ts');
for (const [file, text] of Object.entries(module.jsonSchemas()))
	writeFileSync(`src/data/schema/${file}.schema.json`, text);
