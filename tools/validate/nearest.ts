/** Finds the part of a text most similar to a quote that is not in it, to help curators correct the quote. */

/** Normalises what readers do not distinguish: case, quotation marks, apostrophes and white space. */
export const plain = (text: string) =>
	text
		.replace(/[“”„"]/g, '"')
		.replace(/[‘’']/g, "'")
		.replace(/\s+/g, ' ')
		.toLowerCase();

/** Classes of letters: those in the quote are numbered; others are OTHER, white space BLANK, not yet looked up UNKNOWN. */
const [OTHER, BLANK, UNKNOWN] = [0, 1, 0xffff];
/** Number of different letters whose pairs are counted; more than any alphabet has. */
const ALPHABET = 1000;

/** Numbers the letters of a quote, and counts its pairs of letters. */
function goalOf(exact: string) {
	const text = plain(exact);
	const numbers = new Map<string, number>();
	for (const unit of new Set([' ', ...text.split('')]))
		if (numbers.size < ALPHABET) numbers.set(unit, numbers.size + 1);
	const size = numbers.size + 1;
	const classes = new Uint16Array(0x10000).fill(UNKNOWN);
	/** Class of a code unit. Capitals whose lower case is several letters count as OTHER. */
	const classOf = (unit: number) => {
		const known = classes[unit]!;
		return known === UNKNOWN ? (classes[unit] = numbers.get(plain(String.fromCharCode(unit))) ?? OTHER) : known;
	};
	const pairs = new Int32Array(size * size);
	for (let i = 1; i < text.length; i++) {
		const [before, here] = [numbers.get(text[i - 1]!), numbers.get(text[i]!)];
		if (before && here) pairs[before * size + here]!++;
	}
	return { classOf, size, pairs, length: Math.max(0, text.length - 1) };
}

/**
 * Of all windows with as many words as the quote, finds the most similar one by the Sørensen–Dice coefficient of letter
 * pairs, which tolerates changed letters. From one window to the next only the pairs of the word that leaves and of the
 * one that enters are counted, so the whole takes as long as reading the text twice.
 * @param meter called with the number of pairs counted
 */
export function nearest(
	text: string,
	exact: string,
	meter?: (pairs: number) => void,
): { text: string; likeness: number } | null {
	const { classOf, size, pairs, length } = goalOf(exact);
	const words = Math.max(1, exact.match(/\S+/g)?.length ?? 0);
	/** Count of each pair of the quote's letters in the window; `shared` is how many of them the quote also has. */
	const held = new Int32Array(size * size);
	let [shared, total, work] = [0, 0, 0];
	/** Adds (1) or removes (-1) the pairs of letters between two offsets; consecutive white space counts as one. */
	const count = (from: number, to: number, by: 1 | -1) => {
		let before = classOf(text.charCodeAt(from));
		for (let i = from + 1; i < to; i++) {
			const here = classOf(text.charCodeAt(i));
			if (here === BLANK && before === BLANK) continue;
			work++;
			total += by;
			if (here !== OTHER && before !== OTHER) {
				const pair = before * size + here;
				// Adding, a pair is shared if the quote has more of it than the window had; removing is the reverse.
				const had = by > 0 ? held[pair]! : held[pair]! - 1;
				if (had < pairs[pair]!) shared += by;
				held[pair]! += by;
			}
			before = here;
		}
	};

	const starts: number[] = [];
	/** Index of the window's first word, the end of its last one, and the best window so far. */
	let [first, end] = [0, 0];
	let best = { start: 0, end: 0, likeness: -1 };
	for (const { index, 0: word } of text.matchAll(/\S+/g)) {
		const isFirst = starts.length === first;
		starts.push(index);
		// Start at the last letter of the previous word, so that its pair with the space is counted.
		count(isFirst ? index : end - 1, index + word.length, 1);
		end = index + word.length;
		if (starts.length - first < words) continue;
		const likeness = (2 * shared) / (length + total);
		if (likeness > best.likeness) best = { start: starts[first]!, end, likeness };
		const next = starts[first + 1] ?? end;
		count(starts[first]!, next < end ? next + 1 : end, -1);
		first++;
	}
	meter?.(work);
	return best.likeness > 0.4 ? { text: text.slice(best.start, best.end), likeness: best.likeness } : null;
}
