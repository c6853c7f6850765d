// vis-timeline, stack: false (its cheapest layout; items of a group overlap)
import { makeVis } from '../shared/vis.mjs';
export default makeVis({ stack: false });
