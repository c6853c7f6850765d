/** The options of `npm run check --`. */
import { FORMATS, type Format } from './formats/formats.ts';

export interface Options {
	/** File for the curator's review; "" prints it. */
	readonly report?: string;
	readonly format?: Format;
	readonly watch?: true;
}

const isFormat = (name: string): name is Format => Object.hasOwn(FORMATS, name);
const FORMAT = `--format takes one of ${Object.keys(FORMATS).join(', ')}`;

/** @returns the options, or a sentence that says what is wrong with them */
export function optionsFrom(args: readonly string[]): Options | string {
	let options: Options = {};
	// Accept "--format json" for "--format=json".
	const written = args.flatMap((arg, i) => {
		if (args[i - 1] === '--format') return [];
		return [arg === '--format' ? `--format=${args[i + 1] ?? ''}` : arg];
	});
	for (const arg of written) {
		const [, name, value] = /^--([a-z]+)(?:=(.*))?$/s.exec(arg) ?? [];
		if (name === 'report' && value !== '') options = { ...options, report: value ?? '' };
		else if (name === 'watch' && value === undefined) options = { ...options, watch: true };
		else if (name === 'format') {
			if (!isFormat(value ?? '')) return `“${value ?? ''}” is not a format: ${FORMAT}.`;
			options = { ...options, format: value as Format };
		} else return `“${arg}” is not an option: write --report, --report=FILE, --format=FORMAT or --watch. ${FORMAT}.`;
	}
	if (options.format && options.report === '')
		return '--report prints a review and --format the problems: name a file for the review, as in --report=FILE.';
	return options;
}
