/** The agencies' colours as CSS. */
import type { Agency } from '../../src/domain/model/records.ts';
import { colours } from '../../src/view/shared/agency-colours.ts';

export const agencyCss = (agencies: readonly Agency[]): string =>
	agencies
		.map((agency) => {
			const { light, dark } = colours(agency);
			const name = `--agency-${agency.id}`;
			return `:root { ${name}: light-dark(${light}, ${dark}); } [data-agency='${agency.id}'] { --agency: var(${name}); }`;
		})
		.join('\n');
