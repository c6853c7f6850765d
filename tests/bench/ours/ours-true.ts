/** The chart at true scale: its views are, to the day, those of the other libraries. */
import { ours } from './chart.ts';

export default ours(true);
