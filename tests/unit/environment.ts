/** Unit tests run in Node, with modules compiled as for the browser, where derived values are cached and not recomputed at every reading. */
import type { Environment } from 'vitest/runtime';

export default {
	name: 'browser-modules',
	viteEnvironment: 'client',
	setup: () => ({ teardown: () => undefined }),
} satisfies Environment;
