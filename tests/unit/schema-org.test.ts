/** The schema.org data of documents: an independent parser reads them, all terms exist, and no allegation is a fact. */
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { isoDates, isoInterval } from '../../src/domain/exchange/iso-dates.ts';
import { licenceIn } from '../../src/domain/exchange/licence.ts';
import {
	datasetGraph,
	documentGraph,
	dossierGraph,
	eventGraph,
	scriptText,
	type JsonLdNode,
} from '../../src/domain/exchange/schema-org.ts';
import { toDataset } from '../../src/domain/model/dataset.ts';
import { readWhen } from '../../src/domain/model/when.ts';
import { dataset, records } from './record.ts';
import { TERMS } from './schema-terms.ts';

const TOP = 'https://example.org/a/';
const known = { top: TOP, language: 'en' };
const files = [{ path: 'data/x.csv', name: 'CSV', type: 'text/csv', bytes: 12, sha256: 'ab' }];
const pathOf = ({ id }: { id: string }) => `events/${id}/index.html`;
const graphs = (top: string): readonly (readonly [path: string, graph: JsonLdNode])[] => {
	const place = { top, language: 'en' };
	return [
		['index.html', datasetGraph(dataset, files, place)],
		['dossier.html', dossierGraph(dataset, place)],
		...dataset.events.map((event) => [pathOf(event), eventGraph(event, pathOf(event), dataset, place)] as const),
		...[...dataset.documents.values()].map(
			(held) => [`documents/${held.source.id}/index.html`, documentGraph(held, dataset, place)] as const,
		),
	];
};
/** The JSON-LD as served. */
const sent = (graph: JsonLdNode) => JSON.parse(scriptText(graph)) as JsonLdNode;
/** Every node of a graph, at any depth. */
function nodes(value: unknown): readonly JsonLdNode[] {
	if (Array.isArray(value)) return value.flatMap(nodes);
	if (typeof value !== 'object' || value === null) return [];
	return [value as JsonLdNode, ...Object.values(value).flatMap(nodes)];
}
const ofType = (graph: JsonLdNode, type: string) => nodes(graph).filter((node) => node['@type'] === type);

describe('every document', () => {
	test('uses only schema.org properties that its types have', () => {
		const used = new Set<string>();
		for (const [path, graph] of graphs(TOP))
			for (const node of nodes(sent(graph))) {
				const { '@type': type, ...terms } = node as { '@type'?: string };
				if (!type) continue;
				used.add(type);
				for (const term of Object.keys(terms).filter((name) => !name.startsWith('@')))
					expect(TERMS[type], `${path}: ${term} of ${type}`).toContain(term);
			}
		expect([...used].toSorted()).toEqual(Object.keys(TERMS).toSorted());
	});

	test.for([TOP, './'])('can be parsed as JSON-LD, and its ids are on this site: %s', async (top) => {
		const context = { '@context': { '@vocab': 'https://schema.org/' } };
		const documentLoader = (url: string) => {
			expect(url).toBe('https://schema.org');
			return Promise.resolve({ documentUrl: url, document: context });
		};
		for (const [path, graph] of graphs(top)) {
			const options = { documentLoader: documentLoader as never, base: TOP };
			const flat = (await jsonld.flatten(sent(graph), undefined, options)) as unknown as readonly {
				'@id': string;
				'@type'?: string[];
			}[];
			expect(flat.length, path).toBeGreaterThan(1);
			for (const { '@id': id, '@type': types = [] } of flat) {
				expect(id, path).toMatch(/^(https:\/\/example\.org\/a\/|_:)/);
				for (const type of types) expect(type).toMatch(/^https:\/\/schema\.org\/[A-Z]\w+$/);
			}
		}
	});

	test('has addresses with index.html only if the address of the site is unknown', () => {
		const addresses = (top: string) =>
			graphs(top).flatMap(([, graph]) => nodes(graph).flatMap((node) => node['url'] ?? [])) as string[];
		expect(addresses(TOP).filter((url) => url.includes('index.html'))).toEqual([]);
		for (const url of addresses('../../').filter((url) => url.startsWith('.'))) expect(url).toMatch(/\.html$/);
	});
});

describe('an event', () => {
	const alleged = dataset.events.filter((e) => dataset.vocabulary.statuses.get(e.currentStatus.kind)!.alleged);
	test('that is alleged is a Claim by those whom its status names, and never an Event', () => {
		expect(alleged.length).toBeGreaterThan(0);
		for (const event of alleged) {
			const graph = sent(eventGraph(event, pathOf(event), dataset, known));
			expect(ofType(graph, 'Event')).toEqual([]);
			const [claim] = ofType(graph, 'Claim');
			const status = dataset.vocabulary.statuses.get(event.currentStatus.kind)!;
			expect(claim!['description']).toContain(`${status.name} by `);
			expect(claim!['description']).toContain(dataset.case.footer);
			expect((claim!['author'] as JsonLdNode)['name']).toBe(dataset.agency.get(event.currentStatus.by)!.name);
			expect((claim!['appearance'] as unknown[]).length).toBe(event.sources.length);
		}
	});
	test('has its sources, and each of its exact quotes with its source', () => {
		for (const event of dataset.events) {
			const graph = sent(eventGraph(event, pathOf(event), dataset, known));
			const quotations = ofType(graph, 'Quotation');
			expect(quotations.map((q) => q['text'])).toEqual(event.quotes.map((q) => q.exact));
			const ids = (graph['@graph'] as JsonLdNode[]).map((node) => node['@id']);
			for (const quotation of quotations) expect(ids).toContain((quotation['isBasedOn'] as JsonLdNode)['@id']);
			for (const source of event.sources) expect(ids).toContain(`${TOP}dossier.html#source-${source.id}`);
		}
	});
	test.for([
		['2020-10-20', undefined, { startDate: '2020-10-20' }],
		['2020-10', 'within', { startDate: '2020-10' }],
		['2020-10', 'throughout', { startDate: '2020-10', endDate: '2020-10' }],
		['2020-10-20/2020-11', 'throughout', { startDate: '2020-10-20', endDate: '2020-11' }],
		['2020-10-20/2020-10-28', 'within', { startDate: '2020-10' }],
		['2020-10-20/2020-11-03', 'within', { startDate: '2020' }],
		['2020-10-20/2021-11-03', 'within', {}],
		['2020/2020-11', 'within', { startDate: '2020' }],
		['2020-10-20/..', 'throughout', { startDate: '2020-10-20' }],
		['../2020', 'throughout', { endDate: '2020' }],
		['2020~', 'within', {}],
		['2020-10-20/2020-11?', 'throughout', {}],
		['2020-23', 'within', {}],
		['-0043-03-15', undefined, {}],
	] as const)('of %s, %s, has the precision of its date', ([when, extent, dates]) => {
		expect(isoDates(readWhen(when), extent)).toEqual(dates);
	});
	test.for([
		['2020-08/2020-11', '2020-08/2020-11'],
		['2021/..', '2021/..'],
		['../2021', undefined],
		['2020-23', undefined],
		['2020~/2021', undefined],
	])('of %s covers the time %s', ([when, interval]) => {
		expect(isoInterval(readWhen(when!))).toBe(interval);
	});
});

describe('the case’s page', () => {
	test('is a Dataset with version, date, licence and files, and without the long list of sources', () => {
		const graph = sent(datasetGraph(dataset, files, known));
		expect(graph).toMatchObject({
			...{ '@type': 'Dataset', name: dataset.case.title, version: dataset.version, url: TOP },
			distribution: [{ contentUrl: `${TOP}data/x.csv`, encodingFormat: 'text/csv', contentSize: '12 B', sha256: 'ab' }],
		});
		expect(records.changes.map(({ date }) => date)).toContain(graph['dateModified']);
		expect(scriptText(datasetGraph(dataset, [], known)).length).toBeLessThan(1500);
	});
	test.for([
		['Data: CC BY 4.0.', 'https://creativecommons.org/licenses/by/4.0/'],
		['(CC BY-NC-SA 3.0)', 'https://creativecommons.org/licenses/by-nc-sa/3.0/'],
		['CC0 1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
		['ACC BY 4.0', undefined],
		['All rights reserved.', undefined],
	])('of the licence “%s” knows the address %s', ([words, address]) => {
		expect(licenceIn(words!)?.address).toBe(address);
	});
	test('gives the text of a licence that has no address', () => {
		const { about, ...rest } = records.case;
		const licence = 'Ask the mayor.';
		const other = toDataset({ ...records, case: { ...rest, about: { ...about, licence } } });
		expect(sent(datasetGraph(other, [], known))['license']).toEqual({ '@type': 'CreativeWork', text: licence });
	});
});

test('no text can end its script element or start markup', () => {
	const text = `</script><!--<script>&lt;  “‘"'\\ 👩‍🚀 العربية`;
	const script = scriptText({ name: text });
	expect(script).not.toMatch(/[<>&]/);
	expect(JSON.parse(script)).toEqual({ name: text });
});
