/** References to other entries by id. */
import { quoted, type Diagnostic, type Report } from './diagnostic.ts';
import type { FileName } from './schema.ts';

export type At = Pick<Diagnostic, 'file' | 'id'>;

export const at = (file: FileName, id: string): At => ({ file: `src/data/${file}.json`, id });

/** Reports an id that does not exist. @param ids all ids in the file `list` */
export function checkId(
	where: At & Pick<Diagnostic, 'field'>,
	id: string,
	ids: ReadonlySet<string>,
	list: FileName,
	report: Report,
): void {
	if (ids.has(id)) return;
	const near = [...ids].filter((other) => other.includes(id) || id.includes(other)).slice(0, 3);
	const hint = near.length ? ` Did you mean ${near.join(' or ')}?` : '';
	const fix = `No such id in src/data/${list}.json: correct it, or add the entry there.${hint}`;
	report({ ...where, found: quoted(id), fix });
}
