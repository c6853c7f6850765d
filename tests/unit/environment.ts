/** Unit tests run in Node with modules compiled for the browser: only there Svelte caches derived values. */
import type { Environment } from 'vitest/runtime';

export default {
	name: 'browser-modules',
	viteEnvironment: 'client',
	setup: () => ({ teardown: () => undefined }),
} satisfies Environment;
