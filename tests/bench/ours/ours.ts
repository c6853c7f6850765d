/** The chart as it opens: elastic time. */
import { ours } from './chart.ts';

export default ours(false);
