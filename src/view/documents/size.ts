/** "700 bytes", "38 kB", "1.2 MB", with decimal units: a kB has 1000 bytes. */
export function sizeWords(bytes: number): string {
	if (bytes < 1000) return `${bytes} bytes`;
	return bytes < 999_500 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
