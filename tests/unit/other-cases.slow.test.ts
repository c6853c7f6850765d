/** Other cases need only data: one with its own words, and the smallest possible case. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../src/domain/model/defaults.ts';
import { toDataset } from '../../src/domain/model/dataset.ts';
import type { CaseRecord, EventRecord, Records, Source } from '../../src/domain/model/records.ts';

import { Timeline } from '../../src/state/timeline.svelte.ts';
import { chartOf } from '../../src/view/chart/build.svelte.ts';
import { markName } from '../../src/view/chart/aria-labels.ts';
import { measure } from './chart-data.ts';
import { closely } from './closely.ts';
import { Project } from './project.ts';
import { dataset, records, root } from './record.ts';

const told: CaseRecord = {
	title: 'A bare case',
	deck: 'One event and one source.',
	extent: '2021',
	markers: [],
	chapters: [{ id: 'all', title: 'All of it', from: '..', to: '..' }],
	footer: 'Made up.',
};
const agencies = [{ id: 'council', name: 'Harbour Council', short: 'Council', lane: 'Council', hue: 250 }];
const source: Source = {
	id: 'minutes',
	title: 'Minutes',
	publisher: 'Harbour Council',
	type: 'release',
	standing: 'own',
	published: '2021-03-04',
};
const event: EventRecord = {
	id: 'promise-2021',
	title: 'The council promises a repair',
	label: 'Promise',
	when: '2021-03-04',
	kind: 'statement',
	tier: 'core',
	agencies: ['council'],
	actors: [],
	status: [{ kind: 'stated', by: 'council', since: '2021-03-04' }],
	summary: 'The council promises a repair.',
	quotes: [],
	references: [{ source: 'minutes', establishes: 'the promise' }],
	later: [],
	follows: [],
};
const above: EventRecord = { ...event, id: 'leak-2021', kind: 'event', agencies: [], attributedBy: ['council'] };
const bare: Records = {
	...{ version: '', case: told, agencies, sources: [source], events: [event], texts: {} },
	...{ discrepancies: [], omissions: [], disputes: [], changes: [], people: [] },
};

/** Removes markup that only sets the direction and the limits of texts. */
const withoutSetting = (html: string) => html.replace(/<\/?bdi[^>]*>|<!--.*?-->| dir="auto"/g, '');

/** Parts that a page has only if there is something to show. */
const ABUNDANT = [
	...[
		'id="disputes"',
		'href="#disputes"',
		'id="corrections"',
		'href="#corrections"',
		'<dt>Changes</dt>',
		'<blockquote',
		'class="cited"',
	],
	...['>Spring</text>', 'class="shade"', 'class="marker"', 'class="count', 'Context', 'Search events and quotes'],
];

/** The prerendered page of a case, without comments. */
function pageOf(prepare: (project: Project) => void): string {
	const project = new Project();
	rmSync(project.at('seeds'), { recursive: true });
	prepare(project);
	const { status, said } = project.build();
	expect(status, said).toBe(0);
	return readFileSync(project.at('dist/index.html'), 'utf8').replace(/<!--[\s\S]*?-->/g, '');
}

closely('a case with words of its own is built with them and with no others', () => {
	const folder = join(root, 'tests/case');
	const html = withoutSetting(pageOf((project) => cpSync(folder, project.root, { recursive: true })));
	const { sides, statuses, about } = JSON.parse(
		readFileSync(join(folder, 'src/data/case.json'), 'utf8'),
	) as Required<CaseRecord>;
	for (const sign of ABUNDANT) expect(html).toContain(sign);
	expect(html).toContain(`>${sides.above!.name}</text>`);
	expect(html).toContain(`Above the axis is ${sides.above!.holds}; below it, in a lane each, ${sides.below!.holds}.`);
	for (const { name, meaning } of statuses) expect(html).toMatch(new RegExp(`>${name}</b> ${meaning}</li>`));
	expect(html).toContain('data-status="alleged"');
	expect(html).toContain(`<dd>${about.limits!}</dd>`);
	expect(html).toContain(`<dd>${DEFAULTS.about.method}</dd>`);
});

describe('nothing empty is drawn', () => {
	const drawn = (of: Records) => chartOf(new Timeline(toDataset(of)), measure).geometry;
	const lanes = (events: readonly EventRecord[]) => drawn({ ...bare, events });

	test('if nothing is above the axis, there is no lane and no room for one', () => {
		const [without, whole] = [lanes([event]), lanes([event, above])];
		expect(without.lanes.filter((lane) => lane.tracks).map((lane) => lane.name)).toEqual(['Council']);
		expect(whole.lanes.map((lane) => lane.name)).toEqual(['Events', 'Council']);
		const { tracks, pitch } = whole.lanes[0]!;
		expect(whole.axis - without.axis).toBe(tracks * pitch);
		expect(whole.height - without.height).toBe(tracks * pitch);
		expect(without.axis - without.head).toBeLessThan(pitch);
	});
	test('if nothing is below the axis, there are no lanes there', () => {
		const { lanes: names, under, height } = lanes([above]);
		expect(names.map((lane) => lane.name)).toEqual(['Events']);
		expect(height - under).toBeLessThan(30);
	});
	test('an agency without events in its lane has no lane', () => {
		const more = [...agencies, { ...agencies[0]!, id: 'port', lane: 'Port' }];
		expect(drawn({ ...bare, agencies: more }).lanes.map((lane) => lane.name)).toEqual(['', 'Council']);
		expect(drawn(records).lanes).toHaveLength(1 + new Set(dataset.agencies.map((a) => a.lane)).size);
	});
	test('a mark without a quote is named by its sources', () => {
		const made = toDataset(bare);
		expect(markName(made, made.events[0]!)).toBe(
			`${made.events[0]!.label}: The council promises a repair, 4 March 2021, Council, stated, 1 source`,
		);
	});

	test('a page of one event and one source has no part, control or sign without content', () => {
		const html = pageOf(({ at }) => {
			const write = (file: string, data: object) => writeFileSync(at(`src/data/${file}.json`), JSON.stringify(data));
			write('case', told);
			write('agencies', { agencies });
			write('people', { people: [] });
			write('sources', { sources: [source] });
			write('events', { events: [event] });
			write('discrepancies', { discrepancies: [], omissions: [] });
			write('disputes', { disputes: [] });
			write('changes', { changes: [] });
		});
		const text = withoutSetting(html.replace(/<(style|script)[\s\S]*?<\/\1>/g, ''));
		for (const sign of [...ABUNDANT, 'zigzag', 'quotes']) expect(text).not.toContain(sign);
		expect(text.match(/>All of it/g)).toHaveLength(1);
		expect(text).toContain(`Below the axis is, in a lane each, ${DEFAULTS.sides.below.holds}.`);
		expect(text).toMatch(/1 event,\s+<a href="[^"]*">1 source<\/a>\./);
		for (const words of Object.values(DEFAULTS.about)) expect(text).toContain(`<dd>${words}`);
		expect(text.match(/<(h[1-6])[^>]*>\s*<\/\1>/g)).toBeNull();
	});
});
