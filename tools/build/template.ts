/** Fills the placeholders of a template. Each occurs exactly once, and texts are inserted literally. */

/** @param places name → text; the placeholder "head" is `<!--head-->` @throws where one is missing, repeated or unknown */
export function fill(template: string, places: Readonly<Record<string, string>>): string {
	const parts = template.split(/<!--([a-z-]+)-->/);
	const names = parts.filter((_, i) => i % 2);
	for (const name of Object.keys(places))
		if (names.filter((n) => n === name).length !== 1) throw new Error(`The template has no one place <!--${name}-->.`);
	return parts
		.map((part, i) => {
			if (i % 2 === 0) return part;
			const text = places[part];
			if (text === undefined) throw new Error(`Nothing was given for the place <!--${part}--> of the template.`);
			return text;
		})
		.join('');
}
