/** Throttles a text: it changes at once after a quiet second, otherwise when the second is over. */
export function throttled(text: () => string, pause = 1000): { readonly now: string } {
	let now = $state.raw(text());
	let last = -Infinity;
	$effect(() => {
		const next = text();
		if (next === now) return;
		const settle = () => {
			now = next;
			last = performance.now();
		};
		const wait = last + pause - performance.now();
		if (wait <= 0) return settle();
		const timer = setTimeout(settle, wait);
		return () => clearTimeout(timer);
	});
	return {
		get now() {
			return now;
		},
	};
}
