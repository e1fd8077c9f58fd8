// What the console hears in `/events`: the OpenAPI document says how the stream is opened, not what is in it.

import type { Shape } from './shapes';

/** An `operation` event; `what` is its name in the outbox, such as `withdrawal.held`. */
export type SeenOperation = Shape<'FoundOperation'> & { what: string; at: string; pos_name: string };

/** Any other event. */
export interface Seen {
  what: string;
  operation_id?: string;
  amount?: Shape<'Amount'> | null;
  at: string;
  /** What it is about. */
  targets?: Shape<'DeedTarget'>[];
}
