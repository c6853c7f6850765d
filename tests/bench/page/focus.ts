/** The event of the focused element: from the library, or the only event whose label is in its accessible text. */
import type { BenchEvent } from './data.ts';

export function focusInfo(root: HTMLElement, events: readonly BenchEvent[], known: string | undefined) {
	const at = document.activeElement;
	if (!at || at === document.body) return { none: true };
	const textOf = (id: string) => document.getElementById(id)?.textContent;
	const texts = [
		at.getAttribute('aria-label'),
		at.getAttribute('title'),
		at.id && document.querySelector(`label[for="${CSS.escape(at.id)}"]`)?.textContent,
		...(at.getAttribute('aria-labelledby') ?? '').split(' ').map(textOf),
		textOf(at.getAttribute('aria-activedescendant') ?? ''),
		at.textContent,
	];
	const said = texts.filter(Boolean).join(' | ');
	const hits = events.filter((e) => said.includes(e.label));
	return { inChart: root.contains(at), event: known ?? (hits.length === 1 ? hits[0]!.id : undefined), id: at.id };
}
