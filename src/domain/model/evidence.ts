/** `evidence.json`: the files that the build wrote, with their checksums. */
export interface Evidence {
	/** The data version. */
	readonly version: string;
	/** Path relative to the page's folder → SHA-256. */
	readonly files: Readonly<Record<string, string>>;
}
