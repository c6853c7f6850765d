/** By which the parts of a chart get at its state, and the controls around it at no more than its type. */
import { createContext } from 'svelte';
import type { Chart } from './chart.svelte.ts';

export const [getChart, setChart] = createContext<Chart>();
