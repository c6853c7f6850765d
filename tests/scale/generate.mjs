/** Synthetic events by SQL alone: every value is a hash of the row number, so it is the same in every run. */
const DAY = 86_400_000;
const FIRST = Date.UTC(2005, 0, 1);
const LAST = Date.UTC(2025, 0, 1);
const BURSTS = 40;

/** The random values of an event. Each hashes one number, because DuckDB's hash of several is a weak XOR. */
const DRAWN = ['burst?', 'which', 'a', 'b', 'c', 'when', 'end?', 'length', 'lane', 'verb', 'noun'];
const hashed = (what) => `hash(i * ${DRAWN.length} + ${DRAWN.indexOf(what)})`;
/** A uniform value in [0, 1). */
const chance = (what) => `((${hashed(what)} >> 11)::DOUBLE / ${2 ** 53})`;
const oneOf = (words, what) => `['${words.join("', '")}'][1 + (${hashed(what)} % ${words.length})::INTEGER]`;
const VERBS = ['Answers', 'Denies', 'Reports', 'Orders', 'Charges', 'Warns of'];
const NOUNS = ['a statement', 'an intrusion', 'a sanction', 'a leak', 'an order', 'a scan'];

/**
 * Twenty years, eight lanes of unequal weight; 30 % in bursts of a few days, the largest with a sixth of them; 30 %
 * with an end, an hour to a year later.
 */
const events = (n) => `
	WITH drawn AS (
		SELECT i,
			CASE WHEN ${chance('burst?')} < 0.3
				THEN hash(-1 - floor(${chance('which')} ** 2 * ${BURSTS})::BIGINT) % ${LAST - FIRST - 20 * DAY}
					+ (${chance('a')} + ${chance('b')} + ${chance('c')}) * ${3 * DAY}
				ELSE ${chance('when')} * ${LAST - FIRST} END AS offs,
			${chance('end?')} < 0.3 AS lasts,
			${DAY / 24} * 2 ** (13 * ${chance('length')}) AS lasting
		FROM range(${n}) t(i)
	), placed AS (SELECT *, ${FIRST} + floor(offs)::BIGINT AS start FROM drawn)
	SELECT i AS id, start,
		CASE WHEN lasts THEN least(start + floor(lasting)::BIGINT, ${LAST}) END AS "end",
		'Agency ' || floor(${chance('lane')} ** 1.5 * 8)::INTEGER AS lane,
		${oneOf(VERBS, 'verb')} || ' ' || ${oneOf(NOUNS, 'noun')} || ', no. ' || i AS title
	FROM placed`;

/** Writes unsorted events. @param db what engine() opens @param {number} n @param {string} file */
export const generate = (db, n, file) => db.run(`COPY (${events(n)}) TO '${file}' (FORMAT parquet)`);
