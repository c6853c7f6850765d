/** Ids of the buttons of marks. They belong to elements, not to events, so that in motion no id changes. */
import type { EdgeCluster } from '../../layout/edge-clusters.ts';

/** @param key that of the element in its pool */
export const idOfMark = (key: number) => `mark-${key}`;
export const idOfEdge = ({ lane, end }: Pick<EdgeCluster, 'lane' | 'end'>) => `mark-${lane}-${end}`;
