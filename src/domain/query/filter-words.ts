/** The active filters in words. */
import type { Dataset } from '../model/dataset.ts';
import { facets, FACETS, type Filter } from './filter.ts';

/** "Agency: Mayor, Council; without context; search: “flood”"; empty where no filter is set. */
export function filterWords(filter: Filter, dataset: Dataset): string {
	const pressed = facets.flatMap((facet) => {
		const { name, values } = FACETS[facet];
		const names = values(dataset).flatMap((value) => (filter[facet].includes(value.id) ? [value.name] : []));
		return names.length ? [`${name}: ${names.join(', ')}`] : [];
	});
	return [
		...pressed,
		...(filter.context ? [] : ['without context']),
		...(filter.query ? [`search: “${filter.query}”`] : []),
	].join('; ');
}
