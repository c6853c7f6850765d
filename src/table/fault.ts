/** A problem with a file, in words for the reader. */
export interface Fault {
	readonly where: string;
	readonly found: string;
	readonly fix: string;
}

export const isFault = (what: object): what is Fault => 'fix' in what;
export const faultWords = ({ where, found, fix }: Fault) => `${where}: ${found}. ${fix}`;
