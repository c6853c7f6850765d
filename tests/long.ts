/** Whether this is `npm run test:long`, which has cases that take too long for every run. */
export const isLong = process.env['LONG'] === '1';
