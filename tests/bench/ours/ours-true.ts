/** The chart turned to true scale: its windows are, to the day, those of the other libraries. */
import { ours } from './chart.ts';

export default ours(true);
