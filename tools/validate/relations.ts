/** Second stage: references between entries exist, and dates are valid. */
import { isCoarse, parseWhen } from '../../src/domain/model/when.ts';
import { checkRetired } from './changes.ts';
import { checkChapters, checkFollows, checkOrigins } from './order.ts';
import { at, checkId, type At } from './references.ts';
import { quoted, type Report } from './diagnostic.ts';
import { checkFirstStatus } from './public.ts';
import type { DataFiles, FileName } from './schema.ts';
import { checkVocabulary } from './vocabulary.ts';

export function checkRelations(data: DataFiles, report: Report): void {
	const { agencies, sources, events, disputes, discrepancies, omissions, changes } = {
		agencies: data.agencies.agencies,
		sources: data.sources.sources,
		events: data.events.events,
		disputes: data.disputes.disputes,
		changes: data.changes.changes,
		...data.discrepancies,
	};
	const unique = (file: FileName, noun: string, ids: readonly (readonly [id: string, owner: string])[]) => {
		const seen = new Set<string>();
		for (const [id, owner] of ids) {
			if (seen.has(id))
				report({
					...at(file, owner),
					field: 'id',
					found: quoted(id),
					fix: `Two ${noun} have this id; give one of them another.`,
				});
			seen.add(id);
		}
		return seen;
	};
	const agencyIds = unique(
		'agencies',
		'agencies',
		agencies.map((a) => [a.id, a.id]),
	);
	const sourceIds = unique(
		'sources',
		'sources',
		sources.map((s) => [s.id, s.id]),
	);
	const eventIds = unique(
		'events',
		'events',
		events.flatMap((e) => [e.id, ...(e.aliases ?? [])].map((id) => [id, e.id] as const)),
	);
	unique(
		'events',
		'quotes',
		events.flatMap((e) => e.quotes.map((q) => [q.id, e.id] as const)),
	);
	unique(
		'disputes',
		'disputes',
		disputes.map((d) => [d.id, d.id]),
	);
	unique(
		'case',
		'chapters',
		data.case.chapters.map((c) => [c.id, c.id]),
	);

	const known = (where: At, field: string, id: string | undefined, ids: ReadonlySet<string>, file: FileName) => {
		if (id !== undefined) checkId({ ...where, field }, id, ids, file, report);
	};
	const cited = (where: At, field: string, ids: readonly string[]) => {
		for (const id of ids) known(where, field, id, sourceIds, 'sources');
	};
	const date = (where: At, field: string, text: string | undefined) => {
		const when = text === undefined ? null : parseWhen(text);
		if (typeof when !== 'string') return when;
		report({
			...where,
			field,
			found: quoted(text),
			fix: `The date ${when}. Write it as in 2020-10-20, 2020-10, 2020-23, 2020-10~ or 2020-08/2020-11.`,
		});
		return null;
	};

	/** Checks a date that must be a single day, since delays are counted from it. */
	const day = (where: At, field: string, text: string | undefined) => {
		const when = date(where, field, text);
		if (when && isCoarse(when))
			report({ ...where, field, found: quoted(text), fix: 'Give a single day, as in 2020-10-20.' });
	};

	for (const s of sources) {
		const where = at('sources', s.id);
		for (const field of ['published', 'dated', 'heldSince'] as const) date(where, field, s[field]);
		known(where, 'origin', s.origin, sourceIds, 'sources');
	}
	checkOrigins(sources, report);

	const extent = date(at('case', ''), 'extent', data.case.extent);
	for (const marker of data.case.markers) date(at('case', marker.label), 'markers.when', marker.when);
	checkChapters(data.case.chapters, report);

	for (const e of events) {
		const where = at('events', e.id);
		const when = date(where, 'when', e.when);
		if (when && isCoarse(when) && !e.coverage) {
			report({
				...where,
				field: 'coverage',
				found: 'nothing',
				fix: `“${e.when}” is not a single day: say "throughout" if it lasted, "within" if it happened at some time between.`,
			});
		}
		if (when && !isCoarse(when) && e.coverage) {
			report({
				...where,
				field: 'coverage',
				found: quoted(e.coverage),
				fix: 'A single day needs no coverage: take the field out.',
			});
		}
		if (when && extent && (when.start < extent.start || when.start >= extent.end)) {
			report({
				...where,
				field: 'when',
				found: quoted(e.when),
				fix: `It begins outside the extent of the case (${data.case.extent}): correct the date, or widen the extent in src/data/case.json.`,
			});
		}
		const named: Record<string, readonly string[]> = {
			agencies: e.agencies,
			attributedBy: e.attributedBy ?? [],
			'status.by': e.status.map((s) => s.by),
		};
		for (const [field, list] of Object.entries(named)) {
			for (const id of list) known(where, field, id, agencyIds, 'agencies');
		}
		if (!e.quotes.length && !e.references.length) {
			report({
				...where,
				field: 'quotes, references',
				found: 'neither',
				fix: 'Add a quote or a reference: no event is without a source.',
			});
		}
		for (const s of e.status) day(where, 'status.since', s.since);
		cited(
			where,
			'quotes.source',
			e.quotes.map((q) => q.source),
		);
		cited(
			where,
			'references.source',
			e.references.map((r) => r.source),
		);
		cited(
			where,
			'notes.references',
			(e.notes ?? []).flatMap((n) => n.references),
		);
		for (const id of e.follows) known(where, 'follows', id, eventIds, 'events');
		day(where, 'publicOn.date', e.publicOn?.date);
		known(where, 'publicOn.source', e.publicOn?.source, sourceIds, 'sources');
		// Unknown sources are reported elsewhere; they count as dated here.
		const dated = [...e.quotes, ...e.references].some(
			({ source }) => !sourceIds.has(source) || sources.some((s) => s.id === source && s.published),
		);
		if ((e.quotes.length || e.references.length) && !dated && !e.publicOn) {
			report({
				...where,
				field: 'references',
				found: 'only undated sources',
				fix: 'Add a dated source, or say with publicOn when it became public and why.',
			});
		}
	}
	checkVocabulary(data, report);
	checkFirstStatus(data, report);
	checkFollows(events, report);

	for (const d of disputes) {
		for (const id of d.events) known(at('disputes', d.id), 'events', id, eventIds, 'events');
		cited(
			at('disputes', d.id),
			'accounts.references',
			d.accounts.flatMap((a) => a.references),
		);
	}
	const ofDocuments = [
		...discrepancies.map((d) => [d.exact, d] as const),
		...omissions.map((o) => [o.record, o] as const),
	];
	for (const [name, { source, references }] of ofDocuments) {
		cited(at('discrepancies', name), 'source', [source]);
		cited(at('discrepancies', name), 'references', references);
	}
	const nameable = checkRetired(events, changes, report);
	for (const c of changes) {
		date(at('changes', c.date), 'date', c.date);
		for (const id of c.events) known(at('changes', c.date), 'events', id, nameable, 'events');
	}
}
