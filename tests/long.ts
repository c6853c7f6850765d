/** `npm run test:long`: more of each kind than there is time for every time. */
export const isLong = process.env['LONG'] === '1';
