/** Random cases of realistic size: 1 to 300 events, close together or years apart, public on some later day. */
import fc from 'fast-check';
import { DEFAULTS } from '../../src/domain/model/defaults.ts';
import type { Agency, EventRecord, Records, Source } from '../../src/domain/model/records.ts';
import { DAY, isoDay } from '../../src/domain/model/when.ts';

const FIRST = Date.UTC(2018, 0, 1);
const SIDES = new Map(DEFAULTS.kinds.map(({ id, side }) => [id, side]));
const BELOW = DEFAULTS.kinds.filter(({ side }) => side === 'below').map(({ id }) => id);
const ABOVE = DEFAULTS.kinds.filter(({ side }) => side === 'above').map(({ id }) => id);

interface Given {
	/** Days from the start of the record. */
	readonly at: number;
	readonly days: number;
	/** Days until the event became public. */
	readonly late: number;
	readonly form: 'day' | 'throughout' | 'within' | 'about' | 'month' | 'open';
	readonly kind: string;
	readonly tier: EventRecord['tier'];
	readonly by: number;
	readonly helped: readonly number[];
	readonly label: string;
	readonly follows: readonly number[];
}

const letters = 'etaoinshrdlu MWEQ';
const words = fc
	.array(fc.nat(letters.length - 1), { minLength: 3, maxLength: 20 })
	.map((list) => `N${list.map((i) => letters[i]).join('')}`.trim().replace(/ +/g, ' '));

const given = (days: number, agencies: number): fc.Arbitrary<Given> =>
	fc.record({
		at: fc.oneof(fc.nat(days - 1), fc.nat(Math.min(20, days - 1)), fc.nat(Math.min(90, days - 1))),
		days: fc.oneof({ weight: 3, arbitrary: fc.nat(4) }, fc.nat(40), fc.nat(days)),
		late: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(40), fc.nat(700)),
		form: fc.oneof(
			{ weight: 4, arbitrary: fc.constant('day' as const) },
			fc.constantFrom('throughout' as const, 'within' as const, 'about' as const, 'month' as const, 'open' as const),
		),
		kind: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...BELOW) }, fc.constantFrom(...ABOVE)),
		tier: fc.constantFrom('core', 'related', 'context'),
		by: fc.nat(agencies - 1),
		helped: fc.array(fc.nat(agencies - 1), { maxLength: 2 }),
		label: words,
		follows: fc.array(fc.nat(299), { maxLength: 2 }),
	});

const whenOf = ({ form }: Given, from: string, to: string) => {
	if (form === 'day' || (from === to && form !== 'month')) return from;
	if (form === 'month') return from.slice(0, 7);
	if (form === 'about') return `${from}~`;
	return form === 'open' ? `${from}/..` : `${from}/${to}`;
};

function recordsOf(
	days: number,
	agencies: readonly Agency[],
	list: readonly Given[],
	parts: number,
	notes: number,
): Records {
	const day = (n: number) => isoDay(FIRST + Math.min(Math.max(n, 0), days - 1) * DAY);
	const sorted = [...list].sort((a, b) => a.at - b.at);
	const idOf = (i: number) => `event-${i}`;
	const sources = sorted.map((of, i): Source => {
		const last =
			of.form === 'within' || of.form === 'throughout' ? of.at + of.days : of.at + (of.form === 'month' ? 31 : 0);
		return {
			...{ id: `source-${i}`, title: 'Minutes', publisher: 'Council', type: 'release', standing: 'own' },
			published: day(last + of.late),
		};
	});
	const events = sorted.map((of, i): EventRecord => {
		const by = agencies[of.by]!.id;
		const others = of.helped.map((n) => agencies[n]!.id).filter((id) => id !== by);
		const isAct = SIDES.get(of.kind) === 'above';
		const agents = [...new Set([by, ...others])];
		return {
			...{
				id: idOf(i),
				title: `${of.label} ${i}`,
				label: of.label,
				when: whenOf(of, day(of.at), day(of.at + of.days)),
			},
			...(of.form === 'within' || of.form === 'throughout' ? { coverage: of.form } : {}),
			...{ kind: of.kind, tier: of.tier, actors: [], quotes: [], later: [] },
			...(isAct ? { agencies: [], attributedBy: agents } : { agencies: agents }),
			status: [{ kind: isAct ? 'alleged' : 'stated', by, since: sources[i]!.published! }],
			summary: 'A sentence.',
			references: [{ source: `source-${i}`, establishes: 'it' }],
			follows: [...new Set(of.follows.filter((n) => n < i).map(idOf))],
		};
	});
	const step = Math.ceil(days / parts);
	const chapters = Array.from({ length: parts }, (_, i) => ({
		...{ id: `part-${i}`, title: `Part ${'of the whole'.slice(0, 3 * i)}` },
		from: i ? day(i * step) : '..',
		to: i < parts - 1 ? day((i + 1) * step - 1) : '..',
	}));
	return {
		...{ version: '', agencies, sources, events, texts: {} },
		...{ people: [], discrepancies: [], omissions: [], disputes: [], changes: [] },
		case: {
			...{ title: 'A case', deck: 'A sentence.', footer: 'Made up.', chapters },
			extent: `${day(0)}/${day(days - 1)}`,
			markers: [{ when: day(Math.floor(days / 3)), label: 'A day' }],
			annotations: events
				.filter((_, i) => notes && i % Math.ceil(events.length / notes) === 0)
				.map(({ id }) => ({ at: id, text: 'a few words of ours', basis: [id] })),
		},
	};
}

/** @param most the maximum number of events */
export const cases = (most: number): fc.Arbitrary<Records> =>
	fc
		.record({
			days: fc.oneof(fc.integer({ min: 40, max: 400 }), fc.integer({ min: 400, max: 4000 })),
			lanes: fc.integer({ min: 1, max: 8 }),
			parts: fc.integer({ min: 1, max: 6 }),
			notes: fc.oneof(fc.nat(4), fc.nat(60)),
			few: fc.boolean(),
		})
		.chain(({ days, lanes, parts, notes, few }) => {
			const agencies = Array.from({ length: lanes + 1 }, (_, i): Agency => {
				const lane = `Lane ${Math.min(i, lanes - 1)}`;
				return { id: `agency-${i}`, name: `Agency ${i}`, short: `A${i}`, lane, hue: 40 * i };
			});
			return fc
				.array(given(days, agencies.length), { minLength: 1, maxLength: few ? Math.min(20, most) : most, size: 'max' })
				.map((list) => recordsOf(days, agencies, list, parts, notes));
		});
