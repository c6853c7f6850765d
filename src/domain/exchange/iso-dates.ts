/** Dates in ISO 8601, which cannot express uncertainty: a date that would look more certain than it is is left out. */
import type { Coverage } from '../model/records.ts';
import { machineDate, readWhen, type When } from '../model/when.ts';

export interface IsoDates {
	/** "2020-10-20", "2020-10" or "2020": as precise as is known. */
	readonly startDate?: string;
	/** Inclusive. */
	readonly endDate?: string;
}

/**
 * Both ends in ISO 8601, '' for an open one; null where either is approximate, uncertain, a season or before the
 * year 1.
 */
function ends({ text }: When): readonly string[] | null {
	const iso = text.split('/').map((edge) => (edge === '..' ? '' : (machineDate(readWhen(edge)) ?? null)));
	return iso.includes(null) ? null : (iso as string[]);
}

/** The parts that two dates share: "2020-10" for two days of one month; '' if not even the year. */
function common(a: string, b: string): string {
	const parts = a.split('-');
	const differs = parts.findIndex((part, i) => part !== b.split('-')[i]);
	return parts.slice(0, differs < 0 ? parts.length : differs).join('-');
}

/** When an event began and ended; for one at an unknown time within an interval, the parts that its ends share. */
export function isoDates(when: When, coverage?: Coverage): IsoDates {
	const iso = ends(when);
	if (!iso) return {};
	const [from, to] = [iso[0]!, iso.at(-1)!];
	if (coverage === 'within') {
		const date = common(from, to);
		return date ? { startDate: date } : {};
	}
	const isLong = iso.length > 1 || coverage === 'throughout';
	return { ...(from && { startDate: from }), ...(isLong && to && { endDate: to }) };
}

/** "2020-08/2020-11", "2020-10-20", "2021/..": the period that a text is about; undefined if not expressible. */
export function isoInterval(when: When): string | undefined {
	const iso = ends(when);
	return iso?.[0] ? iso.map((end) => end || '..').join('/') : undefined;
}
