import { makeChrono } from '../shared/chrono.mjs';
export default makeChrono('HORIZONTAL');
