// Options of `npm run bench -- …`: what is measured, how often, and where the figures go.
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { peers } from './bundles.mjs';
import { OUT } from './paths.mjs';

export const HELP = `npm run bench [-- options]
  --quick             a few libraries, two sizes, in three minutes
  --peers a,b         of: ${peers().join(', ')}
  --n 40,1000         numbers of events
  --reps 5            repetitions, interleaved
  --ceiling 60        seconds that one step may take
  --budget 3600       seconds after which no further measurement begins
  --json file         where the figures go
  --write             write tests/bench/results.md
  --pictures folder   a picture of each, after its last step
  --no-access         leave out the part about keyboard and names
  --page              our own page alone: its weight, how soon it answers, and what Lighthouse says`;

const FULL = { n: '40,1000,10000,100000,1000000', reps: '5', peers: peers().join(','), ceiling: '60', budget: '20000' };
const QUICK = { n: '1000,100000', reps: '2', peers: 'limit,ours,event-drops,echarts', ceiling: '20', budget: '150' };

/** @throws {TypeError} for an unknown option or library */
export function options(args) {
	const text = { type: 'string' };
	const flag = { type: 'boolean', default: false };
	const { values } = parseArgs({
		args,
		options: {
			...{ quick: flag, write: flag, 'no-access': flag, help: flag, page: flag },
			...{ peers: text, n: text, reps: text, ceiling: text, budget: text, json: text, pictures: text },
		},
	});
	const all = { ...(values.quick ? QUICK : FULL), ...values };
	const asked = all.peers.split(',');
	const unknown = asked.filter((peer) => !peers().includes(peer));
	if (unknown.length) throw new TypeError(`No library is called ${unknown.join(', ')}.\n\n${HELP}`);
	return {
		help: values.help,
		page: values.page,
		quick: values.quick,
		write: values.write,
		access: !values['no-access'] && !values.quick,
		peers: asked,
		sizes: all.n.split(',').map(Number),
		repetitions: Number(all.reps),
		ceiling: Number(all.ceiling) * 1000,
		budget: Number(all.budget) * 1000,
		json: all.json ?? join(OUT, 'results.json'),
		pictures: all.pictures ?? null,
	};
}
