/** Context for the chart's state. In a file of its own, so that controls around the chart import only its type. */
import { createContext } from 'svelte';
import type { Chart } from './chart.svelte.ts';

export const [getChart, setChart] = createContext<Chart>();
