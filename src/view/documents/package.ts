/** What others have made and the site sends along: a library, or a typeface. */
export interface Package {
	readonly name: string;
	readonly version: string;
	/** Of its licence, as SPDX has it: "MIT". */
	readonly identifier: string;
	/** Of its licence, to the letter. */
	readonly text: string;
}
