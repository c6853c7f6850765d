/** The lanes of a case. */
import type { Dataset } from '../domain/model/dataset.ts';
import type { Lane } from './geometry.ts';

/** The lanes below the axis that have events, in the order of the agencies. */
export function lanesOf({ agencies, events }: Pick<Dataset, 'agencies' | 'events'>): Pick<Lane, 'name' | 'agency'>[] {
	const acting = new Set(events.flatMap((e) => e.agencies));
	const own = new Map<string, string>();
	for (const { id, lane } of agencies) if (acting.has(id) && !own.has(lane)) own.set(lane, id);
	return Array.from(own, ([name, agency]) => ({ name, agency }));
}
