import { laterOf } from '../../shared/later';

export type Later = typeof import('../later');

/** The parts that load after the first screen. */
export const useLater = laterOf(() => import('../later'));
