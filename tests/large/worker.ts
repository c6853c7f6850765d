/** The worker's entry. */
import { serve, type Port } from '../../src/state/service.ts';

serve(self as unknown as Port, (url) => fetch(url, { cache: 'no-cache' }));
