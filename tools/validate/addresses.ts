/** Part of the second stage: addresses are valid and not deceptive, and files are named after their sources. */
import { codePoint } from './characters.ts';
import { quoted, type Report } from './diagnostic.ts';
import type { DataFiles } from './schema.ts';

const FIELDS = ['url', 'officialUrl', 'archiveUrl'] as const;
/** Invisible characters, and those that change text direction. */
const UNSEEN = /[\p{C}\p{Z}]/u;
const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Hebrew', 'Arabic', 'Han', 'Hangul', 'Thai', 'Devanagari'];
const scriptsOf = (text: string) => SCRIPTS.filter((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(text));

/** Not URL.canParse: in Node.js 20 it rejects an umlaut after it has been called many times. */
function parsed(address: string): URL | null {
	try {
		return new URL(address);
	} catch {
		return null;
	}
}

/** What is wrong with an address, as a sentence, or null. */
function wrongWith(address: string): string | null {
	const unseen = UNSEEN.exec(address)?.[0];
	if (unseen) return `It has ${codePoint(unseen)} in it, which cannot be seen: take it out, or write it with % signs.`;
	const read = parsed(address);
	if (!read) return 'This is not an address: copy it from the browser again.';
	const { username, password, hostname } = read;
	if (username || password) return 'It has a name or a password before the host: take that out.';
	if (!/\.\S/.test(hostname) && !hostname.startsWith('['))
		return `“${hostname}” is not a host on the Internet: write the whole address.`;
	// The host as written, before it is converted to xn--…
	const written = /^https?:\/\/([^/?#]*)/i.exec(address)?.[1] ?? '';
	const mixed = written.split('.').find((part) => scriptsOf(part).length > 1);
	if (mixed)
		return `“${mixed}” mixes letters of ${scriptsOf(mixed).join(' and ')}, which can look alike: if that is the host, write it as ${hostname}.`;
	return null;
}

export function checkAddresses({ sources: { sources } }: DataFiles, report: Report): void {
	for (const s of sources) {
		const problem = (field: string, found: string, fix: string) =>
			report({ file: 'src/data/sources.json', id: s.id, field, found: quoted(found), fix });
		for (const field of FIELDS) {
			const fix = s[field] === undefined ? null : wrongWith(s[field]);
			if (fix) problem(field, s[field]!, fix);
		}
		const name = `seeds/${s.id}.txt`;
		if (s.file !== undefined && s.file !== name)
			problem('file', s.file, `Name the file after the id of its source: ${name}.`);
	}
}
