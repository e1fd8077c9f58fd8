// One visit to a place: from the code to its end, as the server's events tell it. A visit never goes back: word that
// comes late or twice changes nothing.

import type { ArmedCode, Money, Place, SessionEvent, Withdrawal } from '../../api/wire-wallet';

/**
 * `code`: shown, not used yet. `opened`: the cashier has opened it. `set_aside`: the money waits for the cash.
 * The others are ends as far as the customer is concerned; `unconfirmed` still waits for word of the place.
 */
export type Stage = 'code' | 'opened' | 'set_aside' | 'unconfirmed' | 'done' | 'part' | 'returned';

export interface Visit {
  purpose: 'withdraw' | 'deposit';
  place: Place;
  account_id: string;
  currency: string;
  amount: Money | undefined;
  armed: ArmedCode;
  stage: Stage;
  operation_id: string | undefined;
  /** Known once the cashier has opened the code. */
  check_word: string | undefined;
  withdrawal: Withdrawal | undefined;
}

const ORDER: Record<Stage, number> = { code: 0, opened: 1, set_aside: 2, unconfirmed: 3, done: 4, part: 4, returned: 4 };

export function stageOf(withdrawal: Withdrawal): Stage {
  switch (withdrawal.state) {
    case 'pending':
      return 'set_aside';
    case 'unconfirmed':
      return 'unconfirmed';
    case 'completed':
    case 'paid_late':
      return 'done';
    case 'partially_reversed':
      return 'part';
    case 'reversed':
      return 'returned';
  }
}

export const isOver = (visit: Visit): boolean => ORDER[visit.stage] >= ORDER.done;

/** The cashier has opened a code. Older codes die when a newer one is armed, so it is this visit's. */
export function onSession(visit: Visit, event: SessionEvent): Visit {
  if (visit.stage !== 'code') return visit;
  return { ...visit, stage: 'opened', operation_id: event.operation_id, check_word: event.check_word };
}

/** Word of a withdrawal: of this visit's session, or, where the session's event was missed, of one made since the code. */
export function onWithdrawal(visit: Visit, withdrawal: Withdrawal): Visit {
  if (visit.purpose !== 'withdraw') return visit;
  const since = Date.parse(withdrawal.created_at) >= Date.parse(visit.armed.server_time);
  const ours = visit.operation_id === undefined ? since : visit.operation_id === withdrawal.operation_id;
  if (!ours) return visit;
  const stage = stageOf(withdrawal);
  const onward = ORDER[stage] >= ORDER[visit.stage];
  return onward ? { ...visit, stage, operation_id: withdrawal.operation_id, check_word: withdrawal.check_word, withdrawal } : visit;
}

/** Money came to an account while the cashier had a deposit's code open. */
export function onBalance(visit: Visit, account_id: string): Visit {
  const ours = visit.purpose === 'deposit' && visit.stage === 'opened' && visit.account_id === account_id;
  return ours ? { ...visit, stage: 'done' } : visit;
}
