/** Third gate: every quoted text is the one we hold, and every quote and discrepancy stands in it exactly once. */
import { createHash } from 'node:crypto';
import { anchor, type TextQuoteSelector } from '../../src/domain/evidence/quote.ts';
import { difference, nearest } from './nearest.ts';
import { quoted, type Problem, type Report } from './problem.ts';
import type { DataFiles } from './schema.ts';

export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** @param bytesOf the bytes of a file of the repository, or null where there is none
 *  @returns source id → text, for every source that has a file */
export function checkEvidence(
	data: DataFiles,
	bytesOf: (path: string) => Uint8Array | null,
	report: Report,
): Record<string, string> {
	const texts: Record<string, string> = {};
	for (const s of data.sources.sources) {
		const problem = (field: string, found: string, mend: string) =>
			report({ file: 'src/data/sources.json', id: s.id, field, found, mend });
		if (!s.file) {
			if (s.sha256) problem('file', 'nothing', 'Name the file that this SHA-256 belongs to, or take sha256 out.');
			continue;
		}
		const bytes = bytesOf(s.file);
		if (!bytes) {
			problem('file', quoted(s.file), 'There is no such file: put the text there byte for byte, or correct the name.');
			continue;
		}
		const hash = sha256(bytes);
		if (hash !== s.sha256) {
			problem(
				'sha256',
				s.sha256 ? quoted(s.sha256) : 'nothing',
				`${s.file} has ${hash}. If the file was changed by mistake, restore it; if it is new, write this value.`,
			);
		}
		texts[s.id] = new TextDecoder('utf-8').decode(bytes);
	}

	const prove = (where: Pick<Problem, 'file' | 'id' | 'field'>, source: string, selector: TextQuoteSelector) => {
		const text = texts[source];
		if (text === undefined) {
			// An unknown source is already reported; one without a text cannot prove anything.
			if (data.sources.sources.some((s) => s.id === source && !s.file)) {
				report({
					...where,
					found: quoted(selector.exact),
					mend: `The source “${source}” has no text: give it file and sha256, or cite it as a reference instead.`,
				});
			}
			return;
		}
		const place = anchor(text, selector);
		if (!('problem' in place)) return;
		if (place.problem === 'ambiguous') {
			const lines = place.at.map((i) => text.slice(0, i).split('\n').length);
			report({
				...where,
				found: `${quoted(selector.exact)} ${place.at.length} times, on lines ${lines.join(', ')}`,
				mend: 'Add prefix or suffix: the words directly before or after the place you mean.',
			});
			return;
		}
		const pattern = (selector.prefix ?? '') + selector.exact + (selector.suffix ?? '');
		const near = nearest(text, pattern);
		report({
			...where,
			found: `${quoted(pattern)}, absent from ${source}`,
			mend: near
				? `The nearest text is “${near.text}”. ${difference(pattern, near.text)}`
				: 'Nothing like it stands in the source: copy the words from the file, or remove the quote.',
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
