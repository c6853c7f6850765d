/** The chart in its default state: elastic time. */
import { ours } from './chart.ts';

export default ours(false);
