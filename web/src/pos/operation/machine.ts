// The operation's states, and the only place where they change. Pure: no clock, no network, no chance.
// Three laws hold here and are tested over every reachable state:
//   the cashier is told to hand out only what the server said to hand out since the page last lost sight;
//   what moves money is asked under one idempotency value until it is answered;
//   a word about cash, once said, is kept and sent until the server has it.

import { codeOf, type Trouble } from '../../api';
import { isZero } from '../../shared/money';
import type { Account, Operation, Press, Print, Reply, Seen, Step, Word } from './types';

/** Prints of one receipt that wait to be told; the server keeps no more of them either. */
export const PRINTS_UNTOLD_MAX = 20;

interface Beginning {
  id: string;
  pos_id: string;
  purpose: Operation['purpose'];
  begun_at: string;
  phone_number: string;
  code: string;
  training: boolean;
}

export function begin({ phone_number, code, ...rest }: Beginning): Operation {
  const customer = `${phone_number.slice(0, 3)} … ${phone_number.slice(-3)}`;
  return { ...rest, customer, login: { phone_number, code }, choices: 0, words: 0, returns: 0, printed: 0, step: { at: 'opening' } };
}

/** Refusals of a money request after which the session takes another. */
const STAYS_USABLE: ReadonlySet<string> = new Set([
  'NOT_ENOUGH_FUNDS',
  'INVALID_AMOUNT',
  'INVALID_CURRENCY',
  'ERROR_AMOUNT_MUST_BE_POSITIVE',
  'ERROR_AMOUNT_NOT_APPROVED',
  'ERROR_AMOUNT_NOT_PAYABLE',
  'ERROR_ACCOUNT_NOT_IN_SESSION',
  'ERROR_LIMIT_EXCEEDED',
  'ERROR_PAYOUTS_STOPPED',
  'ERROR_POS_FLOAT_EXCEEDED',
  'ERROR_TILL_CLOSED',
]);
/** Refusals of a word that leave the cashier to say another. */
const WORD_TO_CORRECT: ReadonlySet<string> = new Set(['dispensed_exceeds_withdrawal', 'invalid_amount', 'invalid_body', 'notes_not_acceptable', 'currency_not_served']);
/** Refusals that say no money was moved by this operation, whatever was sent before. */
const NOTHING_HAPPENED: ReadonlySet<string> = new Set(['ERROR_SESSION_CLOSED', 'ERROR_SESSION_EXPIRED', 'ERROR_FEE_NOT_APPROVED', 'ERROR_PURPOSE_NOT_APPROVED', 'ERROR_EWALLET_DISABLED', 'ERROR_POS_DISABLED']);

const at = (operation: Operation, step: Step): Operation => ({ ...operation, step });
const doubt = (operation: Operation, trouble: Trouble): Operation => at(operation, { at: 'doubt', from: operation.step, trouble });

/** Whether the operation is nobody's concern any more. */
export const isOver = ({ step }: Operation): boolean => step.at === 'done' || step.at === 'ended';

/** The cashier has said all there is to say; what is left needs a network and no eyes. */
export const needsNobody = ({ step }: Operation): boolean => step.at === 'telling' || step.at === 'closing' || isOver({ step } as Operation);

/** Whether held money waits for a word: then a logout would be one. */
const nothingHeld = (seen: Seen | undefined): boolean => !seen?.held || isZero(seen.held.amount);

/** After a reload: whatever was on its way may have arrived, and what was shown is no longer sure. */
export function resumed(operation: Operation): Operation {
  const { step } = operation;
  switch (step.at) {
    case 'moving':
    case 'returning':
      return at(operation, { ...step, unsure: true });
    case 'counting':
      return at(operation, { ...step, fresh: false, again: true });
    case 'choosing':
      return at(operation, { at: 'reading' });
    case 'opening':
    case 'reading':
    case 'checking':
    case 'telling':
    case 'closing':
    case 'done':
    case 'ended':
    case 'doubt':
      return operation;
  }
}

/** What a press makes of it; a press that has no place in this state changes nothing. */
export function pressed(operation: Operation, press: Press): Operation {
  const { step } = operation;
  switch (press.press) {
    case 'choose': {
      if (step.at !== 'choosing') return operation;
      const choice = { amount: press.amount, ...(press.account_id !== undefined && { account_id: press.account_id }) };
      return { ...operation, choice, choices: operation.choices + 1, step: { at: 'moving', unsure: false } };
    }
    case 'word':
      return maySay(operation) && fits(operation, press.word) ? say(operation, press.word) : operation;
    case 'cancel':
      return cancelled(operation);
    case 'look':
      return step.at === 'counting' && step.fresh ? at(operation, { ...step, fresh: false }) : operation;
    case 'give_back':
      if (!mayGiveBack(operation)) return operation;
      return { ...operation, returns: operation.returns + 1, step: { at: 'returning', amount: press.amount, unsure: false } };
    case 'ask_again':
      return step.at === 'doubt' ? resumed(at(operation, step.from)) : operation;
    case 'printed':
      return isOver(operation) ? printed(operation, press.print) : operation;
  }
}

function printed(operation: Operation, print: Print): Operation {
  const untold = [...(operation.untold ?? []), { number: operation.printed, print }].slice(0, PRINTS_UNTOLD_MAX);
  return { ...operation, printed: operation.printed + 1, untold };
}

/** The oldest untold print is told, or will never be taken. */
const printHeard = (operation: Operation): Operation => ({ ...operation, untold: operation.untold?.slice(1) ?? [] });

/** Whether a word about the cash has a place now: also where the operation waits for the operator, who may hear of it yet. */
export function maySay({ step, seen }: Operation): boolean {
  if (step.at === 'counting') return true;
  if (step.at === 'doubt') return step.from.at === 'counting';
  return step.at === 'done' && seen?.do === 'call_operator';
}

/** A deposit is undone by a reversal, and that names the account. */
const mayUndo = ({ purpose, choice }: Operation): boolean => purpose === 'deposit' && choice?.account_id !== undefined;

const fits = (operation: Operation, { kind }: Word): boolean =>
  operation.purpose === 'withdraw' ? kind !== 'undo' : kind === 'dispensed' || (kind === 'undo' && mayUndo(operation));

/** Cash that was handed over may come back, as long as the session's token is known. */
export const mayGiveBack = ({ step, purpose, seen, session, choice }: Operation): boolean =>
  step.at === 'done' && purpose === 'withdraw' && session !== undefined && choice?.account_id !== undefined && seen?.do === 'already_paid';

/** Whether "nothing is to be paid" can be said now. */
export function mayCancel(operation: Operation): boolean {
  const { step, purpose, word, returns } = operation;
  if (step.at === 'opening' || step.at === 'reading' || step.at === 'choosing') return true;
  // What was said or brought back is being looked after: "nothing was paid" would undo it.
  if (word !== undefined || returns > 0) return false;
  return (step.at === 'moving' || step.at === 'checking') && (purpose === 'withdraw' || mayUndo(operation));
}

function cancelled(operation: Operation): Operation {
  if (!mayCancel(operation)) return operation;
  if (operation.session === undefined) return ended(operation, 'cancelled');
  // A money request that was ever sent may arrive yet: only a word bars it, and a logout would pay it.
  if (operation.choices > 0 && operation.purpose === 'withdraw') return say(operation, { kind: 'not_dispensed' });
  if (operation.choices > 0 && mayUndo(operation)) return say(operation, { kind: 'undo' });
  return at(operation, { at: 'closing' });
}

function say(operation: Operation, word: Word): Operation {
  // A deposit's cash is taken: there is nothing to tell but that the session is over.
  if (operation.purpose === 'deposit' && word.kind === 'dispensed' && nothingHeld(operation.seen)) return { ...operation, word, step: { at: 'closing' } };
  return { ...operation, word, words: operation.words + 1, step: { at: 'telling', word } };
}

type Why = Extract<Step, { at: 'ended' }>['why'];

function ended(operation: Operation, why: Why, trouble?: Trouble): Operation {
  const { login: _, ...rest } = operation;
  return { ...rest, step: { at: 'ended', why, ...(trouble && { trouble }) } };
}

/** What an answer makes of it. The answer belongs to the request of this very state. */
export function heard(operation: Operation, reply: Reply): Operation {
  const { step } = operation;
  if (reply.kind === 'lost') {
    return (step.at === 'moving' || step.at === 'returning') && !step.unsure ? at(operation, { ...step, unsure: true }) : operation;
  }
  const known = reply.kind === 'ok' ? withExpiry(operation, reply.expires_at) : operation;
  switch (step.at) {
    case 'opening':
      return reply.kind === 'ok' ? opened(known, reply.value) : ended(known, 'refused', reply.trouble);
    case 'reading':
      if (reply.kind === 'ok') return read(known, reply.value as Seen);
      return known.choices > 0 ? doubt(known, reply.trouble) : ended(known, 'refused', reply.trouble);
    case 'moving':
      if (reply.kind === 'ok') return at({ ...known, transaction_id: (reply.value as { transaction_id: string }).transaction_id }, { at: 'checking' });
      return moneyRefused(known, reply.trouble, step.unsure);
    case 'checking':
      return reply.kind === 'ok' ? checked(known, reply.value as Seen) : doubt(known, reply.trouble);
    case 'counting':
      return reply.kind === 'ok' ? looked(known, step, reply.value as Seen) : doubt(known, reply.trouble);
    case 'telling':
      return reply.kind === 'ok' ? told(known, step.word, reply.value) : wordRefused(known, step.word, reply.trouble);
    case 'closing':
      return finished(known);
    case 'returning':
      if (reply.kind === 'ok') return at(known, { at: 'checking' });
      return step.unsure ? at(known, { at: 'checking', trouble: reply.trouble }) : at(known, { at: 'done', trouble: reply.trouble });
    case 'done':
    case 'ended':
      return printHeard(operation);
    case 'choosing':
    case 'doubt':
      return operation;
  }
}

function withExpiry(operation: Operation, expires_at: string | undefined): Operation {
  if (!operation.session || expires_at === undefined) return operation;
  return { ...operation, session: { ...operation.session, expires_at } };
}

interface Opened {
  token_id: string;
  operation_id: string;
  accounts: { account_id: string; account_currency: string; account_alias: string; account_balance: number }[];
}

function opened(operation: Operation, value: unknown): Operation {
  const { token_id, operation_id, accounts } = value as Opened;
  const { login: _, ...rest } = operation;
  const session = { token: token_id, operation_id, accounts: accounts.map(account) };
  return { ...rest, session, step: { at: 'reading' } };
}

const account = (raw: Opened['accounts'][number]): Account => ({
  account_id: raw.account_id,
  currency: raw.account_currency,
  alias: raw.account_alias,
  // Beyond 15 digits a number of JSON is no longer what the server wrote.
  ...(Math.abs(raw.account_balance) < 1e12 && { balance: String(raw.account_balance) }),
});

function read(operation: Operation, seen: Seen): Operation {
  if (seen.do !== 'withdraw') return checked(operation, seen);
  const armed = seen.armed?.purpose;
  const purpose = armed === 'withdraw' || armed === 'deposit' ? armed : operation.purpose;
  return { ...operation, purpose, seen, step: { at: 'choosing' } };
}

function moneyRefused(operation: Operation, trouble: Trouble, unsure: boolean): Operation {
  const code = codeOf(trouble);
  if (unsure || code === 'ERROR_SESSION_ALREADY_USED' || code === 'ERROR_WITHDRAWAL_ALREADY_REVERSED' || code === 'ERROR_DEPOSIT_ALREADY_REVERSED') {
    return at(operation, { at: 'checking', trouble });
  }
  if (STAYS_USABLE.has(code)) return at(operation, { at: 'choosing', trouble });
  if (NOTHING_HAPPENED.has(code)) return ended(operation, 'refused', trouble);
  return at(operation, { at: 'checking', trouble });
}

/** The server's word on what is to be done decides, whatever this page believed. */
function checked(operation: Operation, seen: Seen): Operation {
  const trouble = operation.step.at === 'checking' ? operation.step.trouble : undefined;
  const next = { ...operation, seen };
  switch (seen.do) {
    case 'hand_out':
    case 'take_cash':
    case 'call_operator':
      return at(next, { at: 'counting', fresh: true, again: operation.step.at === 'counting' ? operation.step.again : false });
    case 'already_paid':
      return at(next, { at: 'done', ...(trouble && { trouble }) });
    case 'do_not_hand_out':
      if (seen.amount) return at(next, { at: 'done', ...(trouble && { trouble }) });
      return operation.word ? ended(next, 'cancelled') : ended(next, trouble ? 'refused' : 'over', trouble);
    case 'withdraw':
      return at(next, { at: 'choosing', ...(trouble && { trouble }) });
  }
}

function looked(operation: Operation, step: Extract<Step, { at: 'counting' }>, seen: Seen): Operation {
  const next = checked(operation, seen);
  return next.step.at === 'counting' && step.trouble ? at(next, { ...next.step, trouble: step.trouble }) : next;
}

function told(operation: Operation, word: Word, value: unknown): Operation {
  // A reversal answers ids; what it made of the operation is asked.
  if (word.kind === 'undo') return at(operation, { at: nothingHeld(operation.seen) ? 'closing' : 'checking' });
  const seen = { ...operation.seen, ...(value as Seen) };
  const next = { ...operation, seen };
  // A logout is a word too: while money is held it would say "handed over".
  return nothingHeld(seen) ? at(next, { at: 'closing' }) : at(next, { at: 'done' });
}

function wordRefused(operation: Operation, word: Word, trouble: Trouble): Operation {
  if (word.kind === 'partial' && WORD_TO_CORRECT.has(codeOf(trouble))) {
    const { word: _, ...rest } = operation;
    return { ...rest, step: { at: 'counting', fresh: false, again: true, trouble } };
  }
  return doubt(operation, trouble);
}

function finished(operation: Operation): Operation {
  if (operation.word?.kind === 'undo') return at(operation, { at: 'checking' });
  if (operation.seen?.amount) return at(operation, { at: 'done' });
  // A deposit sent before may have arrived before the logout, and is final then.
  return operation.choices > 0 && operation.word === undefined ? at(operation, { at: 'checking' }) : ended(operation, 'cancelled');
}
