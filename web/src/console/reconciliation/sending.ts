// Sends a file: begins its reconciliation, sends what the server has not got yet, some lines at a time, and has it
// searched. Cut short anywhere, the same file goes on where the server has it.

import { Intent, type Answer, type Shape } from '../../api';
import { call, part, post } from '../desk';
import type { Line } from './file';

type Reconciliation = Shape<'Reconciliation'>;

/** With the longest references they fit into one body. */
const PART_LINES = 100;
/** Holding a file against a long history takes its time. */
const SEARCH_TIMEOUT_MS = 60_000;

export interface Sending {
  lines: readonly Line[];
  /** Rises with each part. */
  onTaken: (taken: number) => void;
}

/** Sends the lines after those that the server has, then searches. */
export async function goOn(begun: Reconciliation, { lines, onTaken }: Sending): Promise<Answer<Reconciliation>> {
  const path = `/reconciliations/${part(begun.reconciliation_id)}`;
  for (let taken = begun.taken; taken < lines.length; ) {
    const some = lines.slice(taken, taken + PART_LINES);
    // Lines that are there already stay: a part that is sent twice is taken once.
    const answer = await post<Reconciliation>(`${path}/lines`, new Intent(), { first: taken + 1, lines: some });
    if (!answer.ok) return answer;
    taken += some.length;
    onTaken(taken);
  }
  return call<Reconciliation>('POST', `${path}/search`, { intent: new Intent(), body: {}, timeout_ms: SEARCH_TIMEOUT_MS });
}

export async function begin(body: Shape<'BeginReconciliation'>, intent: Intent): Promise<Answer<Reconciliation>> {
  return post<Reconciliation>('/reconciliations', intent, body);
}
