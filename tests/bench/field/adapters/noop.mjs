// Draws nothing: measures the cost of the benchmark itself.
let sel = null,
	el0;
export default {
	async setup(el) {
		el0 = el;
		el.textContent = 'empty';
		el.addEventListener('click', () => {
			sel = 'x';
			el.style.outline = '1px solid red';
		});
	},
	pan() {},
	zoom() {},
	async filter() {},
	target() {
		const r = el0.getBoundingClientRect();
		return { id: 'x', x: r.left + 300, y: r.top + 100 };
	},
	selected() {
		return sel;
	},
};
