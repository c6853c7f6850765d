/** The chart at true scale: it shows the same days as the other libraries. */
import { ours } from './chart.ts';

export default ours(true);
