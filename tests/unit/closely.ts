/** What a nearby test holds as well, or only takes long: `npm run test:long` runs it. */
import { test } from 'vitest';
import { isLong } from '../long.ts';

export const closely = (name: string, does: () => void | Promise<void>) => {
	if (isLong) test(name, does);
};
