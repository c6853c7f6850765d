/**
 * What was sent with the page and is folded at first: it costs the script nothing, and gives way to the living when it is opened.
 * In the browser the living is always in full, so the short forms (`import.meta.env.SSR`) are no part of the script.
 */
import type { Attachment } from 'svelte/attachments';

const kept = new Map<string, readonly ChildNode[]>();

/** Keeps what was sent, and puts it back where its place is drawn anew. @param id of the event or dispute it stands in */
export const sent =
	(id: string): Attachment<HTMLElement> =>
	(node) => {
		const held = kept.get(id);
		if (held) node.replaceChildren(...held);
		else kept.set(id, [...node.childNodes]);
	};
