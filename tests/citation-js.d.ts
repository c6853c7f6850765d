/** What the tests use of citation-js, which comes without types. */
declare module '@citation-js/core' {
	/** @returns CSL-JSON */
	export const plugins: { readonly input: { chain(text: string, options: { forceType: string }): unknown } };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
