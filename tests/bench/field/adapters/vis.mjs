// vis-timeline with its default options (stack: true)
import { makeVis } from '../shared/vis.mjs';
export default makeVis({});
