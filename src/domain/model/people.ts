/** Fields of `people.json`: people and organisations. */

/** A statement about a person with ids of sources, each of which states the whole of it. */
interface Sourced {
	readonly references: readonly string[];
}

/** A person or an organisation that events name. */
export interface PersonRecord extends Sourced {
	readonly id: string;
	readonly name: string;
	readonly kind: 'person' | 'organisation';
	/** In a few words by the curator. */
	readonly role?: string;
	readonly aliases?: readonly (Sourced & { readonly name: string })[];
	readonly born?: Sourced & { readonly when: string };
	/** Charged with a crime: the page then says that everyone charged is presumed innocent. */
	readonly charged?: Sourced;
}
