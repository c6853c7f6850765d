/** Turns an exported JSON file into the files of a case. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Exported } from '../src/domain/exchange/json.ts';

/** @param folder an empty one @param json the text of a file of the whole record */
export function writeExported(folder: string, json: string): void {
	const { records } = JSON.parse(json) as Exported;
	const { case: told, agencies, people, events, sources, discrepancies, omissions, disputes, changes } = records;
	const files = {
		case: told,
		agencies: { agencies },
		people: { people },
		events: { events },
		sources: { sources },
		discrepancies: { discrepancies, omissions },
		disputes: { disputes },
		changes: { changes },
	};
	const write = (path: string, text: string) => {
		mkdirSync(join(folder, dirname(path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	};
	for (const [name, file] of Object.entries(files)) write(`src/data/${name}.json`, JSON.stringify(file));
	for (const { id, file } of sources) if (file) write(file, records.texts[id]!);
}
