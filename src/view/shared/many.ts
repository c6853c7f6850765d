/** "1 quote", "3 quotes". */
export const many = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;
