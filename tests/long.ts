/** Whether this is `npm run test:long`, with more cases than there is time for in every run. */
export const isLong = process.env['LONG'] === '1';
