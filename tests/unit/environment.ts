/** Unit tests run in Node, over modules compiled as they are for the browser: what is derived is kept, and not computed again at every reading. */
import type { Environment } from 'vitest/runtime';

export default {
	name: 'browser-modules',
	viteEnvironment: 'client',
	setup: () => ({ teardown: () => undefined }),
} satisfies Environment;
