/** People and organisations: `people.json`, field by field. */

/** Something said of a person, with the sources (ids) each of which states it. */
interface Sourced {
	readonly references: readonly string[];
}

/** Somebody, or a body, that events name. */
export interface PersonRecord extends Sourced {
	readonly id: string;
	readonly name: string;
	readonly kind: 'person' | 'organisation';
	/** In a few words of ours. */
	readonly role?: string;
	readonly aliases?: readonly (Sourced & { readonly name: string })[];
	readonly born?: Sourced & { readonly when: string };
	/** With a crime: the page then says that everyone charged is presumed innocent. */
	readonly charged?: Sourced;
}
