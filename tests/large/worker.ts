/** The worker's entry. */
import { serve, type Port } from '../../src/table/service.ts';

serve(self as unknown as Port, (url) => fetch(url, { cache: 'no-cache' }));
