/** Types for the part of citation-js that the tests use: it has none. */
declare module '@citation-js/core' {
	/** @returns CSL-JSON */
	export const plugins: { readonly input: { chain(text: string, options: { forceType: string }): unknown } };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
