/** Third stage: every held text matches its checksum, and every quote and discrepancy occurs in it exactly once. */
import { createHash } from 'node:crypto';
import { anchor, type TextQuoteSelector } from '../../src/domain/evidence/quote.ts';
import { textOf, type Unreadable } from './bytes.ts';
import { oddity } from './characters.ts';
import { difference } from './difference.ts';
import { placer } from './json.ts';
import { nearest } from './nearest.ts';
import { quoted, type Diagnostic, type Report } from './diagnostic.ts';
import type { DataFiles } from './schema.ts';

export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** How many places of an ambiguous quote are named. */
const NAMED = 5;

/** @param bytesOf returns the bytes of a file of the case, null where there is none, or why it cannot be read
 *  @returns source id → text, for every source that has a file */
export function checkEvidence(
	data: DataFiles,
	bytesOf: (path: string) => Uint8Array | Unreadable | null,
	report: Report,
): Record<string, string> {
	// Without a prototype, as an id may be the name of a property of every object, such as "constructor".
	const texts = Object.create(null) as Record<string, string>;
	for (const s of data.sources.sources) {
		const problem = (field: string, found: string, fix: string) =>
			report({ file: 'src/data/sources.json', id: s.id, field, found, fix });
		if (!s.file) {
			if (s.sha256) problem('file', 'nothing', 'Name the file that this SHA-256 belongs to, or take sha256 out.');
			continue;
		}
		const bytes = bytesOf(s.file);
		if (!bytes) {
			problem('file', quoted(s.file), 'There is no such file: put the text there byte for byte, or correct the name.');
			continue;
		}
		if (!(bytes instanceof Uint8Array)) {
			problem('file', `${quoted(s.file)}: ${bytes.found}`, bytes.fix);
			continue;
		}
		const hash = sha256(bytes);
		const isOurs = hash === s.sha256;
		const recorded = s.sha256 ? quoted(s.sha256) : 'nothing';
		const read = textOf(bytes);
		if (!('text' in read)) {
			const fix = `${read.fix} Then write its SHA-256 here.`;
			if (isOurs) problem('file', `${quoted(s.file)}: ${read.found}`, fix);
			else problem('sha256', recorded, `${s.file} has been changed. It is ${read.found}: restore it. Or: ${fix}`);
			continue;
		}
		if (!isOurs) {
			problem(
				'sha256',
				recorded,
				`${s.file} has ${hash}. If the file was changed by mistake, restore it; if it is new, write this value.`,
			);
		}
		const odd = oddity(read.text);
		if (odd) problem('file', `${quoted(s.file)}: ${odd.what} on line ${odd.line}`, odd.fix);
		texts[s.id] = read.text;
	}

	const prove = (where: Pick<Diagnostic, 'file' | 'id' | 'field'>, source: string, selector: TextQuoteSelector) => {
		const text = texts[source];
		if (text === undefined) {
			// An unknown source is reported elsewhere.
			if (data.sources.sources.some((s) => s.id === source && !s.file)) {
				report({
					...where,
					found: quoted(selector.exact),
					fix: `The source “${source}” has no text: give it file and sha256, or cite it as a reference instead.`,
				});
			}
			return;
		}
		const place = anchor(text, selector);
		if (!('problem' in place)) return;
		if (place.problem === 'ambiguous') {
			const placeOf = placer(text);
			const lines = place.at.slice(0, NAMED).map((i) => placeOf(i).line);
			const more = place.at.length > NAMED ? ' …' : '';
			report({
				...where,
				found: `${quoted(selector.exact)} ${place.at.length} times, on lines ${lines.join(', ')}${more}`,
				fix: 'Add prefix or suffix: the words directly before or after the place you mean.',
			});
			return;
		}
		const pattern = (selector.prefix ?? '') + selector.exact + (selector.suffix ?? '');
		const near = nearest(text, pattern);
		report({
			...where,
			found: `${quoted(pattern)}, absent from ${source}`,
			fix: near
				? `The nearest text is “${near.text}”. ${difference(pattern, near.text)}`
				: 'Nothing like it is in the source: copy the words from the file, or remove the quote.',
		});
	};
	for (const e of data.events.events) {
		for (const q of e.quotes) prove({ file: 'src/data/events.json', id: e.id, field: `quotes ${q.id}` }, q.source, q);
	}
	for (const d of data.discrepancies.discrepancies) {
		prove({ file: 'src/data/discrepancies.json', id: d.exact.slice(0, 60), field: 'exact' }, d.source, d);
	}
	return texts;
}
