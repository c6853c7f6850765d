// Pure: makes the results page of a run.
import { behindTheField, overTheBar, union } from './losses.mjs';
import { LIMIT, MEASURES, SMOOTHNESS } from './measures.mjs';
import { accessTable, bytesTable, ceilingsTable, measureTable, rounded, smoothnessTable, table } from './tables.mjs';
import { WHY } from './why.mjs';

const METHOD = `Each figure is taken in a fresh browser process with one library in a page of its own, over the same seeded synthetic events:
20 years, 8 groups, labels of 36 to 42 characters, 70 % spread evenly and 30 % in bursts, 30 % lasting from an hour to 180 days, unsorted.
Repetitions are interleaved: all libraries take their turn, in another order each time, before any is measured again. The chart is
1200 px wide at a density of 1, without a graphics processor.

- **First complete paint**: the script's text is in memory, and so are the events; from its insertion to the second frame after the library
  says it is done. Two frames, 33 ms, are the floor.
- **Pan and zoom**: three seconds each, one step a frame: a tenth of the whole there and back, and from the whole to a thousandth and
  back. Main-thread time counts every task of the page, drawing included; processor time also what other processes of the browser do.
- **Filter**: from the call to the task after the next frame. **Click**: a real press; from the pointer's release to the selection painted.
- **Memory**: after two collections, less what the events and the page take before the library comes.
- **Ratios** are medians of ratios within one repetition, never of two repetitions with each other.

\`limit\` is a canvas drawn by hand: what this platform allows to someone who needs no names, no keyboard and no styling. \`noop\` draws
nothing: the floor of the bench itself. \`d3svg\` is the plain SVG that is written first. \`ours\` is this page's chart, from the
page's own components, with its named and focusable buttons; \`ours-true\` the same at true scale, where its windows are those of the others.`;

const section = (title, ...blocks) => [`## ${title}`, ...blocks].join('\n\n');
const sizes = (n) => n.toLocaleString('en');

function losses(list, none) {
	if (list.length === 0) return none;
	return list
		.map(({ title, n, by, than }) => `- ${title}, ${sizes(n)} events: ${rounded(by, 2)} times ${than}`)
		.join('\n');
}

const notesOf = ({ cells, asked }) =>
	asked.peers.flatMap((peer) => {
		const notes = cells.find((c) => c.peer === peer && c.notes)?.notes ?? {};
		return Object.entries(notes).map(([what, words]) => `- ${peer}, ${what}: ${words}`);
	});

/** @param run in the form that run.mjs writes @returns Markdown */
export function report(run) {
	const { machine, asked, versions } = run;
	const hasLimit = asked.peers.includes(LIMIT);
	const busy = machine.load > machine.processors / 2;
	const sums = asked.peers.map((peer) => [peer, rounded(union(run, peer), 2)]);
	const parts = [
		`# The chart beside the field\n\nWritten by \`npm run bench -- --write\`; not by hand.`,
		`Measured on ${run.date.slice(0, 10)}, ${machine.processors} × ${machine.model}, Node ${machine.node}, ${asked.repetitions} repetitions${run.cut ? ' (the last not complete: its time was up)' : ''}, ${rounded(run.minutes, 0)} minutes, median load ${rounded(machine.load)}.${busy ? ' **Others were working on this machine: times are too high for all, and ratios uncertain.**' : ''}`,
		section(
			'Where we lose',
			'### To a library of the field',
			losses(behindTheField(run), 'Nowhere in this run.'),
			'### To what we aim at',
			losses(overTheBar(run), 'Nowhere in this run.'),
		),
		...(hasLimit
			? [
					section(
						'All in one',
						'Geometric mean of the ratios to `limit` over first paint, pan and zoom at all sizes; – where one of them is missing.',
						table(['', '÷ limit'], sums),
					),
				]
			: []),
		section('Why, and what was tried', WHY),
		section('Method', METHOD),
		section(
			'Figures',
			'In brackets: times the limit. ✗: failed, or over the ceiling of one step; n/a: the library cannot; –: not measured.',
			...MEASURES.flatMap((m) => [`### ${m.title}`, measureTable(run, m)]),
			...SMOOTHNESS.flatMap(({ kind, title }) => [`### ${title}`, smoothnessTable(run, kind)]),
		),
		section(
			'Bytes',
			'Script and styles together, without fonts and pictures. Ours hold the styles of the whole page.',
			bytesTable(run),
		),
		...(Object.keys(run.access).length ? [section('Keyboard and names, 40 events', accessTable(run))] : []),
		...(Object.keys(run.ceilings).length ? [section('Ceilings', ceilingsTable(run))] : []),
		section('Read with care', ...[notesOf(run).join('\n')]),
		section(
			'Versions',
			Object.entries(versions)
				.map(([name, version]) => `${name} ${version}`)
				.join(' · '),
		),
	];
	return `${parts.join('\n\n')}\n`;
}
