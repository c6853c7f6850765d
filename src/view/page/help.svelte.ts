/** The list of keys, loaded when first asked for. */
import { later } from '../../state/later.ts';
import type { Timeline } from '../../state/timeline.svelte.ts';
import type KeyHelpType from './KeyHelp.svelte';

const NO_HELP = 'The list of keys could not be loaded. Check your connection and try again.';

class Help {
	/** The component; null until first asked for. */
	KeyHelp = $state.raw<typeof KeyHelpType | null>(null);

	async show(timeline: Timeline) {
		try {
			this.KeyHelp = (await later(() => import('./KeyHelp.svelte'))).default;
			if (timeline.notice === NO_HELP) timeline.notice = '';
			timeline.lay('keys');
		} catch {
			timeline.notice = NO_HELP;
		}
	}
}
export const help = new Help();
