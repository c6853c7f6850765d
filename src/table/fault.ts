/** What is wrong with a file that was to be opened, for the one who reads it: where, what was found, and how to mend it. */
export interface Fault {
	readonly where: string;
	readonly found: string;
	readonly mend: string;
}

export const isFault = (what: object): what is Fault => 'mend' in what;
export const faultWords = ({ where, found, mend }: Fault) => `${where}: ${found}. ${mend}`;
