// The server's shapes that the POS page reads.

import type { Shape } from './shapes';

/** Who the access key is. `training`: for a server that tells it. */
export type PosSelf = Shape<'PosSelf'> & { training?: boolean };
export type PosOperation = Shape<'TodayLine'>;
export type PosToday = Shape<'Today'>;
export type Till = Shape<'Till'>;
export type TillCount = Shape<'TillCount'>;
export type TillClosed = Shape<'TillClosed'>;
export type TillOpened = Shape<'TillOpened'>;
