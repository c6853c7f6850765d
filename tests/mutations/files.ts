/** Converts the data files of a case to records of the model, and back. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Data } from './making.ts';

export class CaseFiles {
	/** Name of the file of each field at the top of the records. */
	readonly home: Record<string, string> = {};
	readonly #names: readonly string[];
	readonly #folder: string;

	/** @param theCase its folder */
	constructor(theCase: string) {
		this.#folder = join(theCase, 'src/data');
		this.#names = readdirSync(this.#folder).filter((name) => name.endsWith('.json'));
	}
	read(): Data {
		const data: Record<string, unknown> = {};
		for (const name of this.#names) {
			const json = JSON.parse(readFileSync(join(this.#folder, name), 'utf8')) as Record<string, unknown>;
			delete json['$schema'];
			for (const [field, value] of Object.entries(name === 'case.json' ? { case: json } : json)) {
				data[field] = value;
				this.home[field] = name;
			}
		}
		return data as unknown as Data;
	}
	/** @param theCase folder that it is written into */
	write(data: Data, theCase: string) {
		const files: Record<string, object> = Object.fromEntries(this.#names.map((name) => [name, {}]));
		for (const [field, value] of Object.entries(data))
			Object.assign(files[this.home[field]!]!, field === 'case' ? value : { [field]: value });
		for (const [name, json] of Object.entries(files))
			writeFileSync(join(theCase, 'src/data', name), JSON.stringify(json, null, '\t'));
	}
}
