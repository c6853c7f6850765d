/** Part of the second stage: the kinds, statuses and sides of a case, and what an event's kind requires. */
import { vocabularyOf } from '../../src/domain/model/vocabulary.ts';
import { quoted, type Report } from './diagnostic.ts';
import type { DataFiles } from './schema.ts';

const CASE = 'src/data/case.json';

/** Reports names that readers could not tell apart. */
function checkNames({ case: { kinds = [], statuses = [] }, agencies }: DataFiles, lane: string, report: Report): void {
	for (const [noun, list] of Object.entries({ kinds, statuses })) {
		for (const field of ['id', 'name'] as const) {
			const seen = new Set<string>();
			for (const { id, [field]: value } of list) {
				const fix = `Two ${noun} have this ${field}; give one of them another.`;
				if (seen.has(value)) report({ file: CASE, id, field, found: quoted(value), fix });
				seen.add(value);
			}
		}
	}
	const same = agencies.agencies.find((agency) => agency.lane === lane);
	if (!same) return;
	const fix = `The lane above the axis has this name: give one of them another, here or in “sides” of ${CASE}.`;
	report({ file: 'src/data/agencies.json', id: same.id, field: 'lane', found: quoted(lane), fix });
}

export function checkVocabulary(data: DataFiles, report: Report): void {
	const { sides, kinds, statuses } = vocabularyOf(data.case);
	checkNames(data, sides.above.name, report);
	for (const e of data.events.events) {
		const problem = (field: string, found: string, fix: string) =>
			report({ file: 'src/data/events.json', id: e.id, field, found, fix });
		const unknown = (field: string, id: string, list: 'kinds' | 'statuses', ids: Iterable<string>) => {
			const add = data.case[list]
				? `add a line to “${list}” in ${CASE}`
				: `give the case “${list}” of its own in ${CASE}`;
			problem(field, quoted(id), `Use one of ${[...ids].join(', ')}, or ${add}.`);
		};
		e.status.forEach(({ kind }, i) => {
			if (!statuses.has(kind)) unknown(`status[${i}].kind`, kind, 'statuses', statuses.keys());
		});
		const kind = kinds.get(e.kind);
		if (!kind) {
			unknown('kind', e.kind, 'kinds', kinds.keys());
			continue;
		}
		// Only for known kinds: an unknown kind has no side.
		const is = `“${kind.name}” is ${kind.side} the axis`;
		if (kind.side === 'above' && e.agencies.length)
			problem(
				'agencies',
				quoted(e.agencies),
				`${is}, where no agency acts: leave this empty and name in attributedBy those who say it.`,
			);
		if (kind.side === 'below' && !e.agencies.length)
			problem('agencies', 'nothing', 'Name the agency that acted; the first one is its lane.');
		if (kind.side === 'below' && e.attributedBy)
			problem(
				'attributedBy',
				quoted(e.attributedBy),
				`${is}, and only what is above it is attributed: take the field out.`,
			);
	}
}
