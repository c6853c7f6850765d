/** Web Annotations, parsed by jsonld with the terms of the recommendation. */
import fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { ANNOTATIONS } from '../../src/domain/exchange/annotations.ts';
import type { Extract } from '../../src/domain/exchange/extract.ts';
import { markedTitle } from '../../src/domain/exchange/words.ts';
import { NOT_HELD } from '../../src/domain/model/cite.ts';
import { anyText, EXTRACTS, extractOf, recordsWith } from './extracts.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const [OA, DC] = ['http://www.w3.org/ns/oa#', 'http://purl.org/dc/terms/'];
const [AS, RDF] = ['http://www.w3.org/ns/activitystreams#', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'];
const id = (term: string) => ({ '@id': term, '@type': '@id' });
/** The terms that the file uses, as defined in https://www.w3.org/TR/annotation-vocab/. */
const TERMS = {
	...{ id: '@id', type: '@type', dcterms: DC, schema: 'http://schema.org/' },
	...{ Annotation: `${OA}Annotation`, SpecificResource: `${OA}SpecificResource`, TextualBody: `${OA}TextualBody` },
	...{ TextQuoteSelector: `${OA}TextQuoteSelector`, TextPositionSelector: `${OA}TextPositionSelector` },
	...{ AnnotationCollection: `${AS}OrderedCollection`, AnnotationPage: `${AS}OrderedCollectionPage` },
	...{ Text: 'http://purl.org/dc/dcmitype/Text', linking: `${OA}linking`, describing: `${OA}describing` },
	...{ body: id(`${OA}hasBody`), target: id(`${OA}hasTarget`), source: id(`${OA}hasSource`) },
	...{ selector: id(`${OA}hasSelector`), via: id(`${OA}via`), first: id(`${AS}first`) },
	items: { '@id': `${AS}items`, '@type': '@id', '@container': '@list' },
	motivation: { '@id': `${OA}motivatedBy`, '@type': '@vocab' },
	purpose: { '@id': `${OA}hasPurpose`, '@type': '@vocab' },
	...{ exact: `${OA}exact`, prefix: `${OA}prefix`, suffix: `${OA}suffix`, start: `${OA}start`, end: `${OA}end` },
	...{ total: `${AS}totalItems`, startIndex: `${AS}startIndex`, value: `${RDF}value` },
	...{ format: 'http://purl.org/dc/elements/1.1/format', label: 'http://www.w3.org/2000/01/rdf-schema#label' },
	created: { '@id': `${DC}created`, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' },
};
const documentLoader = (url: string) => {
	expect(url).toBe(CONTEXT);
	return Promise.resolve({ contextUrl: undefined, documentUrl: url, document: { '@context': TERMS } });
};

/** A node of the expanded file: property → values. */
interface Node {
	readonly '@id'?: string;
	readonly '@type'?: readonly string[];
	readonly [property: string]: unknown;
}
const nodes = (node: Node, property: string) => (node[property] ?? []) as readonly Node[];
const valueOf = (node: Node, property: string) => nodes(node, property)[0]?.['@value'];
const typed = (list: readonly Node[], type: string) => list.find((node) => node['@type']?.includes(OA + type));

async function read(extract: Extract) {
	const text = ANNOTATIONS.write(extract);
	// Safe mode: a term without a definition in the context is an error and is not dropped.
	const options = { documentLoader, safe: true } as jsonld.Options.Expand;
	const expanded: unknown = await jsonld.expand(JSON.parse(text) as jsonld.JsonLdDocument, options);
	const [collection] = expanded as readonly Node[];
	const [page] = nodes(collection!, `${AS}first`);
	const items = nodes(page!, `${AS}items`).flatMap((list) => list['@list'] as readonly Node[]);
	return { collection: collection!, items };
}

async function compare(extract: Extract) {
	const { collection, items } = await read(extract);
	const { events, dataset } = extract;
	const given = events.flatMap((e) => [
		...e.quotes.map((q) => ({ e, text: q.exact, source: q.source, isHeld: true })),
		...e.words.map((w) => ({ e, text: w.text, source: w.source, isHeld: false })),
	]);
	expect(valueOf(collection, `${AS}totalItems`)).toBe(given.length);
	expect(items).toHaveLength(given.length);
	const ids = items.map((item) => item['@id']!);
	expect(new Set(ids).size).toBe(ids.length);
	for (const [i, { e, text, source, isHeld }] of given.entries()) {
		const item = items[i]!;
		expect(item['@type']).toEqual([`${OA}Annotation`]);
		const bodies = nodes(item, `${OA}hasBody`);
		expect(bodies.some((body) => body['@id']?.includes(`events/${e.id}`) || body['@id']?.includes(`e=${e.id}`))).toBe(
			true,
		);
		expect(bodies.some((body) => valueOf(body, `${DC}date`) === e.when.text)).toBe(true);
		expect(String(valueOf(typed(bodies, 'TextualBody')!, `${RDF}value`))).toContain(markedTitle(e, dataset));
		const [target] = nodes(item, `${OA}hasTarget`);
		const [of] = nodes(target!, `${OA}hasSource`);
		expect(valueOf(of!, `${DC}title`)).toBe(dataset.source.get(source)!.title);
		const selectors = nodes(target!, `${OA}hasSelector`);
		const quote = typed(selectors, 'TextQuoteSelector')!;
		expect(valueOf(quote, `${OA}exact`)).toBe(text);
		expect(valueOf(item, TERMS.label)).toBe(isHeld ? undefined : NOT_HELD);
		const place = typed(selectors, 'TextPositionSelector');
		expect(Boolean(place)).toBe(isHeld);
		if (!place) continue;
		const held = dataset.documents.get(source)!.text;
		const [start, end] = [`${OA}start`, `${OA}end`].map((name) => Number(valueOf(place, name)));
		expect(Array.from(held).slice(start, end).join('')).toBe(text);
		const [prefix, suffix] = [`${OA}prefix`, `${OA}suffix`].map((name) => valueOf(quote, name) as string);
		const around = [prefix, text, suffix].join('');
		expect(held.split(around)).toHaveLength(2);
		expect(around).not.toMatch(/\p{Surrogate}/u);
	}
}

describe.for(Object.entries(EXTRACTS))('%s', ([, extract]) => {
	test('has the same quotes and words, each at its place in its source', () => compare(extract));
	test('has a unique address for everything, and says how much of the record it contains', async () => {
		const { collection, items } = await read(extract);
		for (const item of [collection, ...items]) expect(item['@id']).toMatch(/^(https?|tag):/);
		expect(valueOf(collection, `${DC}description`)).toContain(`${extract.events.length} of ${extract.total} events`);
	});
});

test('any text survives', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 3 }), (texts) =>
			compare(extractOf(recordsWith(texts))),
		),
		{ numRuns: 30 },
	);
});
