// What a cashier must know at any instant: what to do with the cash, and whether money moved. Drawn from the state
// alone, so that every screen, receipt and list says the same.

import { isZero } from '../../shared/money';
import type { Operation, Seen, Step } from './types';

/** What to do with the cash now. */
export type Cash =
  | 'nothing_yet'
  | 'hand_out'
  /** It was shown before: only if it was not done then. */
  | 'hand_out_unless_done'
  | 'do_not_hand_out'
  /** Held, the time is over: say what happened, hand out nothing. */
  | 'say_what_happened'
  | 'take'
  | 'take_unless_done'
  | 'leave_on_counter'
  | 'give_back'
  | 'take_nothing'
  | 'all_done'
  | 'call_operator';

/** Whether money moved. */
export type Moved = 'no' | 'unknown' | 'held' | 'paid' | 'part' | 'back' | 'in' | 'undone';

export interface Advice {
  cash: Cash;
  moved: Moved;
}

export function advice(operation: Operation): Advice {
  const { step, purpose } = operation;
  const wait: Cash = purpose === 'deposit' ? 'leave_on_counter' : 'do_not_hand_out';
  switch (step.at) {
    case 'opening':
    case 'reading':
      return { cash: 'nothing_yet', moved: operation.choices > 0 ? 'unknown' : 'no' };
    case 'choosing':
      return { cash: 'nothing_yet', moved: 'no' };
    case 'moving':
    case 'checking':
      return { cash: wait, moved: 'unknown' };
    case 'counting':
      return counting(operation, step);
    case 'telling':
      return { cash: afterWord(operation), moved: 'unknown' };
    case 'closing':
      return operation.seen?.amount ? settled(operation) : { cash: wait, moved: 'no' };
    case 'returning':
      return { cash: 'nothing_yet', moved: 'unknown' };
    case 'done':
      return step.trouble && operation.returns > 0 ? { cash: 'give_back', moved: settled(operation).moved } : settled(operation);
    case 'ended':
      if (purpose === 'withdraw') return { cash: 'do_not_hand_out', moved: 'no' };
      return { cash: operation.choices > 0 ? 'give_back' : 'take_nothing', moved: 'no' };
    case 'doubt':
      return { cash: 'call_operator', moved: 'unknown' };
  }
}

function counting({ seen }: Operation, step: Extract<Step, { at: 'counting' }>): Advice {
  if (seen?.do === 'call_operator') return { cash: 'say_what_happened', moved: 'held' };
  if (seen?.do === 'take_cash') return { cash: step.again ? 'take_unless_done' : 'take', moved: 'in' };
  if (!step.fresh) return { cash: 'say_what_happened', moved: 'held' };
  return { cash: step.again ? 'hand_out_unless_done' : 'hand_out', moved: 'held' };
}

/** While the word is on its way the cash is where the word says. */
function afterWord({ word }: Operation): Cash {
  switch (word?.kind) {
    case 'dispensed':
    case 'partial':
      return 'all_done';
    case 'undo':
      return 'give_back';
    case 'unknown':
      return 'call_operator';
    case 'not_dispensed':
    case undefined:
      return 'do_not_hand_out';
  }
}

const some = (of: { amount: string } | null | undefined): boolean => of !== null && of !== undefined && !isZero(of.amount);

function settled({ purpose, seen }: Operation): Advice {
  if (!seen) return { cash: 'call_operator', moved: 'unknown' };
  if (seen.do === 'call_operator' || some(seen.held)) return { cash: 'call_operator', moved: 'held' };
  if (purpose === 'deposit') return seen.do === 'take_cash' ? { cash: 'all_done', moved: 'in' } : { cash: 'give_back', moved: 'undone' };
  return { cash: seen.do === 'do_not_hand_out' ? 'do_not_hand_out' : 'all_done', moved: figures(seen) };
}

function figures(seen: Seen): Moved {
  if (!some(seen.paid)) return 'back';
  return some(seen.returned) ? 'part' : 'paid';
}
