/** The rules of the second stage that need all data, each in a file of its own. */
import { checkAddresses } from './addresses.ts';
import { checkFacts } from './facts.ts';
import { checkGrounds } from './grounds.ts';
import { checkIds } from './ids.ts';
import { checkLists } from './lists.ts';
import { checkNarrative } from './narrative.ts';
import { checkPeople } from './people.ts';
import type { Report } from './diagnostic.ts';
import type { DataFiles } from './schema.ts';
import { checkTexts } from './texts.ts';
import { checkWords } from './words.ts';

export const RULES: readonly ((data: DataFiles, report: Report) => void)[] = [
	checkTexts,
	checkLists,
	checkIds,
	checkAddresses,
	checkFacts,
	checkPeople,
	checkGrounds,
	checkWords,
	checkNarrative,
];
