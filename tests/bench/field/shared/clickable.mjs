// Finds the first candidate that a real click would reach, and the place to click.
/** Candidates looked at before giving up. */
const ENOUGH = 2000;

export function clickable(candidates, root, idOf, { left = 20, top = 5, bottom = 20 } = {}) {
	const box = root.getBoundingClientRect();
	const [from, to] = [Math.max(box.left, 0) + left, Math.min(box.right, innerWidth) - 30];
	const [above, below] = [Math.max(box.top, 0) + top, Math.min(box.bottom, innerHeight) - bottom];
	let seen = 0;
	for (const element of candidates) {
		const r = element.getBoundingClientRect();
		if (r.width === 0 && r.height === 0) continue;
		const x = Math.max(r.left, from) + Math.min(6, Math.max(0, Math.min(r.right, to) - Math.max(r.left, from)) / 2);
		const y = r.top + r.height / 2;
		if (x < from || x > to || y < above || y > below || x > r.right) continue;
		const hit = document.elementFromPoint(x, y);
		if (hit && element.contains(hit)) return { id: idOf(element), x, y };
		if (++seen > ENOUGH) return undefined;
	}
	return undefined;
}
