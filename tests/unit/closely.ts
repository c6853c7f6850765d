/** For tests that others almost cover, or that are slow: they run only in `npm run test:long`. */
import { test } from 'vitest';
import { isLong } from '../long.ts';

export const closely = (name: string, does: () => void | Promise<void>) => {
	if (isLong) test(name, does);
};
