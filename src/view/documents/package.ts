/** Third-party software or a typeface that the site contains. */
export interface Package {
	readonly name: string;
	readonly version: string;
	/** SPDX identifier of its licence: "MIT". */
	readonly identifier: string;
	/** Full text of its licence. */
	readonly text: string;
}
