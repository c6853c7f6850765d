/** Violations of the model's meaning: impossible facts, wrong evidence, and broken references. */
import { becomes, entries, last, named, sideOf, under, whole, type Kind } from './making.ts';

export const FACTS: Readonly<Record<string, Kind>> = {
	'published in a thousand years': becomes(named('published', 'heldSince'), () => '2999-01-01'),
	'corrected in a thousand years': becomes(under('changes', 'date'), () => '2999-01-01'),
	'a status long before there was anything': becomes(named('since'), () => '1900-01-01'),
	'an event outside of the case': becomes(under('events', 'when'), () => '1900-01-01'),
	'a marker outside of the case': becomes(
		(f) => f.path[1] === 'markers' && last(f.path) === 'when',
		() => '1900-01-01',
	),
	'public before it happened': entries(
		'events',
		() => true,
		'publicOn',
		(e) => {
			e.publicOn = { date: '1900-01-01', reason: 'It was said so.' };
		},
	),
	'an event in no stated coverage': entries(
		'events',
		(e) => e.coverage,
		'coverage',
		(e) => {
			delete e.coverage;
		},
	),
	'an address that runs a script': becomes(named('url', 'archiveUrl', 'officialUrl'), () => 'javascript:alert(1)'),
	'an address without a scheme': becomes(named('url', 'archiveUrl', 'officialUrl'), () => 'www.example.org/a'),
	'an address with a password': becomes(
		named('url', 'archiveUrl', 'officialUrl'),
		() => 'https://me:secret@example.org/',
	),
	'an address with a blank': becomes(named('url', 'archiveUrl', 'officialUrl'), () => 'https://example.org/a b'),
	'an address that is turned round': becomes(named('url', 'archiveUrl'), () => 'https://example.org/\u202egpj.exe'),
	'a colour that is none': becomes(named('hue'), () => 400),
	'a colour below 0': becomes(named('hue'), () => -1),
	'a title that is too long': becomes(under('events', 'title'), () => 'Long '.repeat(20).trim()),
	'a label that is too long': becomes(under('events', 'label'), () => 'Long '.repeat(6).trim()),
	'another hash': becomes(named('sha256'), (hash: string) => hash.replace(/./, (c) => (c === '0' ? '1' : '0'))),
	'a file that is not there': becomes(named('file'), () => 'seeds/nowhere.txt'),
	'a file elsewhere': becomes(named('file'), () => '../package.json'),
	'a letter of a quote changed': becomes(named('exact'), (words: string) =>
		words.replace(/\p{L}|\d/u, (c) => (c === 'x' ? 'y' : 'x')),
	),
	'a quote of nothing but blanks': becomes(named('exact'), () => '\n \n'),
	'a quote from a source without a text': entries(
		'events',
		(e) => e.quotes.length,
		'quotes',
		(e, { sources }) => {
			e.quotes[0]!.source = sources.find((s) => !s.file)!.id;
		},
	),
	'a quote that stands there twice': entries(
		'events',
		(e) => e.quotes.length,
		'quotes',
		(e) => {
			Object.assign(e.quotes[0]!, { exact: 'the' });
			delete (e.quotes[0] as { prefix?: string }).prefix;
		},
	),
	'an event that follows itself': entries(
		'events',
		() => true,
		'follows',
		(e) => void e.follows.push(e.id),
	),
	'events that follow one another in a circle': entries(
		'events',
		(e) => e.follows.length,
		'follows',
		(e, { events }) => {
			events.find((other) => other.id === e.follows[0])!.follows.push(e.id);
		},
	),
	'a source that derives from itself': entries(
		'sources',
		() => true,
		'origin',
		(s) => void (s.origin = s.id),
	),
	'an agency acts above the axis': entries(
		'events',
		(e, d) => sideOf(d, e.kind) === 'above',
		'agencies',
		(e, d) => {
			e.agencies = [d.agencies[0]!.id];
		},
	),
	'nobody acts below the axis': entries(
		'events',
		(e, d) => sideOf(d, e.kind) === 'below',
		'agencies',
		(e) => {
			e.agencies = [];
		},
	),
	'what an agency did is attributed': entries(
		'events',
		(e, d) => sideOf(d, e.kind) === 'below',
		'attributedBy',
		(e, d) => {
			e.attributedBy = [d.agencies[0]!.id];
		},
	),
	'nobody says what is above the axis': entries(
		'events',
		(e) => e.attributedBy,
		'attributedBy',
		(e) => {
			delete e.attributedBy;
		},
	),
	'an event without a source': entries(
		'events',
		(e) => e.references.length,
		'references',
		(e) => {
			Object.assign(e, { quotes: [], references: [] });
		},
	),
	'an event without a status': entries(
		'events',
		() => true,
		'status',
		(e) => void (e.status = []),
	),
	'a dispute with one account': entries(
		'disputes',
		() => true,
		'accounts',
		(d) => void (d.accounts.length = 1),
	),
	'a dispute about no event': entries(
		'disputes',
		() => true,
		'events',
		(d) => void (d.events = []),
	),
	'an account without a source': entries(
		'disputes',
		() => true,
		'accounts',
		(d) => {
			d.accounts[0]!.references = [];
		},
	),
	'a former id of which no change tells': entries(
		'events',
		() => true,
		'aliases',
		(e) => {
			e.aliases = ['former-id-nobody-told'];
		},
	),
	'a former id that is another event’s': entries(
		'events',
		() => true,
		'aliases',
		(e, { events }) => {
			e.aliases = [events.find((other) => other.id !== e.id)!.id];
		},
	),
	'an event that is there and retired': entries(
		'changes',
		(c) => c.events.length,
		'retired',
		(c) => {
			c.retired = [c.events[0]!];
		},
	),
	'retired without being named': entries(
		'changes',
		() => true,
		'retired',
		(c) => void (c.retired = ['gone-2020']),
	),
	'chapters with a gap': whole(['case', 'chapters', 1, 'from'], (d) => void (d.case.chapters[1]!.from = '2020-12-30')),
	'chapters that end before the case': whole(['case', 'chapters', 0, 'to'], (d) => {
		d.case.chapters.at(-1)!.to = '2030';
	}),
	'no chapter': whole(['case', 'chapters'], (d) => void (d.case.chapters = [])),
};
