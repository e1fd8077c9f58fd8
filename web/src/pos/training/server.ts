// What stands for the server while a cashier practises: it answers the page's own requests as the server answers them,
// by cash-lifecycle's table for one payment, and spoils what the lesson says. Nothing leaves the device and nothing is
// kept: it forgets all when the practice ends. It knows no real customer, key or session.

import type { Trouble } from '../../api';
import type { PosSelf } from '../../api/wire-pos';
import { now_ms } from '../../shared/clock';
import type { Send } from '../desk';
import type { Purpose, Reply, Seen, Wish } from '../operation';
import type { Asked } from '../wire';
import { lessonOf, PHONE_NUMBER, type Chosen, type Lesson } from './lessons';
import { amountOf, minorOf, notesFor, usualSum, type Currency } from './sums';

/** So long an answer takes, so that the amber screen is seen. */
export const ANSWER_MS = { read: 300, change: 700, money: 1_800, lost: 1_500 } as const;
/** Answers lost in the lesson of them. */
const LOST = 2;
export const SESSION_MS = 180_000;
/** In the lesson that ends while the cash is counted. */
export const LATE_MS = 15_000;
/** The practice customer's wallet holds so many of the usual sums. */
const WALLET_SUMS = 10n;
export const CHECK_WORD = 'olive';

/** What hears of the cash that changes hands. */
interface Cash {
  moves: (currency: string, minor: bigint) => void;
}

interface Visit {
  lesson: Lesson;
  purpose: Purpose;
  currency: Currency;
  ends_ms: number;
  closed: boolean;
  /** The value that moved money; the same one again is answered with the same. */
  by?: string;
  money: 'none' | 'barred' | 'held' | 'unknown' | 'settled' | 'in' | 'undone';
  amount: bigint;
  paid: bigint;
  lost: number;
}

const ok = (value: unknown, visit?: Visit): Reply => ({ kind: 'ok', value, ...(visit && !visit.closed && { expires_at: new Date(visit.ends_ms).toISOString() }) });

function refused(code: string): Reply {
  const problem = { type: '', title: code, status: 400, detail: '', code, money_moved: false, retry: 'no', request_id: '' };
  return { kind: 'refused', trouble: { kind: 'problem', problem } satisfies Trouble };
}

const isLive = ({ closed, ends_ms }: Visit): boolean => !closed && now_ms() < ends_ms;

/** `chosen`: the currency is that of the moment in which the code is opened. */
export function practiceServer(self: PosSelf, chosen: Chosen, cash: Cash): Send {
  const visits = new Map<string, Visit>();
  return async (wish, signal): Promise<Asked> => {
    const visit = visits.get(wish.headers['token_id'] ?? '');
    // What is asked is done at once, as by a server whose answer then takes its time, or never comes.
    const before = visit ? inDrawer(visit) : 0n;
    const reply = visit ? served(visit, wish, self) : opened(visits, wish, chosen);
    if (visit) cash.moves(visit.currency.currency, inDrawer(visit) - before);
    const lost = visit !== undefined && moves(wish) && (visit.lost -= 1) >= 0;
    await pause(lost ? ANSWER_MS.lost : moves(wish) ? ANSWER_MS.money : wish.verb === 'GET' ? ANSWER_MS.read : ANSWER_MS.change, signal);
    return { reply: lost ? { kind: 'lost', trouble: { kind: 'timeout', changes: true } } : reply, wait_ms: 0 };
  };
}

/** What the visit has brought into the drawer; below zero: taken out of it. */
const inDrawer = ({ money, amount, paid }: Visit): bigint => (money === 'in' ? amount : -paid);

const moves = ({ path }: Wish): boolean => /^\/v1\/pos\/(withdraw|deposit)\//.test(path);

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), done()), { once: true });
  });
}

function opened(visits: Map<string, Visit>, { path, headers }: Wish, { currency }: Chosen): Reply {
  const found = lessonOf(decodeURIComponent(path.split('/').at(-1) ?? ''));
  if (!path.startsWith('/v1/pos/login/')) return refused('ERROR_SESSION_NOT_FOUND');
  if (!found || !currency || headers['phone_number'] !== PHONE_NUMBER) return refused('ERROR_OTP_NOT_VALID');
  const operation_id = `practice-${visits.size + 1}`;
  const visit: Visit = { ...found, currency, ends_ms: now_ms() + SESSION_MS, closed: false, money: 'none', amount: 0n, paid: 0n, lost: found.lesson === 'lost' ? LOST : 0 };
  visits.set(operation_id, visit);
  const account = { account_id: 'practice', account_currency: currency.currency, account_alias: currency.currency, account_balance: Number(amountOf(wallet(visit), currency).amount) };
  return ok({ token_id: operation_id, operation_id, accounts: [account] }, visit);
}

const wallet = ({ currency }: Visit): bigint => usualSum(currency) * WALLET_SUMS;

function served(visit: Visit, wish: Wish, self: PosSelf): Reply {
  const [verb = '', , amount = ''] = wish.path.replace(/^\/v1\/pos\//, '').split('/');
  if (wish.path.endsWith('/outcome')) return told(visit, wish.body as Outcome);
  if (wish.path.endsWith('/prints')) return ok({ number: 1, copy: false });
  if (wish.verb === 'GET') return ok(seen(visit), visit);
  switch (verb) {
    case 'withdraw':
      return withdrawn(visit, wish.name, minorOf(amount, visit.currency.decimals));
    case 'deposit':
      return deposited(visit, wish.name, wish.path, self);
    case 'reversal':
      return reversed(visit, minorOf(amount, visit.currency.decimals));
    case 'logout':
      visit.closed = true;
      return ok({});
    default:
      return refused('ERROR_SESSION_NOT_FOUND');
  }
}

function withdrawn(visit: Visit, name: string, minor: bigint): Reply {
  if (visit.by === name && visit.money !== 'none') return ok({ transaction_id: reference(visit) }, visit);
  if (visit.money === 'barred') return refused('ERROR_WITHDRAWAL_ALREADY_REVERSED');
  if (visit.money !== 'none') return refused('ERROR_SESSION_ALREADY_USED');
  if (visit.lesson === 'over') visit.closed = true;
  if (!isLive(visit)) return refused('ERROR_SESSION_EXPIRED');
  if (visit.lesson === 'poor' || minor > wallet(visit)) return refused('NOT_ENOUGH_FUNDS');
  Object.assign(visit, { by: name, money: 'held', amount: minor, ends_ms: now_ms() + (visit.lesson === 'late' ? LATE_MS : SESSION_MS) });
  return ok({ transaction_id: reference(visit) }, visit);
}

function deposited(visit: Visit, name: string, path: string, self: PosSelf): Reply {
  const [amount = '', code = ''] = path.replace('/v1/pos/deposit/', '').split('/');
  const currency = self.currencies.find((one) => one.currency === code);
  if (visit.by === name) return ok({ transaction_id: reference(visit) }, visit);
  if (visit.money !== 'none' || !currency) return refused('ERROR_SESSION_ALREADY_USED');
  if (visit.lesson === 'over') visit.closed = true;
  if (!isLive(visit)) return refused('ERROR_SESSION_EXPIRED');
  Object.assign(visit, { by: name, money: 'in', currency, amount: minorOf(amount, currency.decimals) });
  return ok({ transaction_id: reference(visit) }, visit);
}

const reference = ({ by = '' }: Visit): string => `practice-${by.slice(0, 8)}`;

/** A deposit taken back before it is over, or cash that the customer brings back. */
function reversed(visit: Visit, minor: bigint): Reply {
  if (visit.money === 'in') visit.money = 'undone';
  else if (visit.money !== 'settled' || minor > visit.paid) return refused('ERROR_REVERSAL_AMOUNT_EXCEEDS_WITHDRAWAL');
  else visit.paid -= minor;
  return ok({ transaction_id: reference(visit) }, visit);
}

interface Outcome {
  outcome: 'dispensed' | 'not_dispensed' | 'partial' | 'unknown';
  dispensed?: { amount: string };
}

function told(visit: Visit, { outcome, dispensed }: Outcome): Reply {
  const part = minorOf(dispensed?.amount ?? '0', visit.currency.decimals);
  if (outcome === 'partial' && part > visit.amount) return refused('dispensed_exceeds_withdrawal');
  if (visit.money === 'none') visit.money = 'barred';
  if (visit.money === 'held' || visit.money === 'unknown') {
    visit.money = outcome === 'unknown' ? 'unknown' : 'settled';
    visit.paid = outcome === 'dispensed' ? visit.amount : outcome === 'partial' ? part : 0n;
  }
  return ok(seen(visit), visit);
}

function seen(visit: Visit): Seen {
  const { money, currency, amount, paid, purpose, lesson } = visit;
  const is_held = money === 'held' || money === 'unknown';
  const says = (minor: bigint) => (amount === 0n ? null : amountOf(minor, currency));
  const armed = lesson === 'typed' ? null : amountOf(usualSum(currency), currency);
  return {
    do: todo(visit),
    state: money,
    armed: { purpose, amount: armed },
    check_word: CHECK_WORD,
    amount: says(amount),
    held: says(is_held ? amount : 0n),
    paid: says(money === 'in' ? amount : paid),
    returned: says(is_held || money === 'in' ? 0n : amount - paid),
    fee: null,
    hand_out: money === 'held' ? notesFor(amount, currency) : [],
  };
}

function todo(visit: Visit): Seen['do'] {
  switch (visit.money) {
    case 'none':
      return isLive(visit) ? 'withdraw' : 'do_not_hand_out';
    case 'held':
      return isLive(visit) ? 'hand_out' : 'call_operator';
    case 'unknown':
      return 'call_operator';
    case 'settled':
      return visit.paid > 0n ? 'already_paid' : 'do_not_hand_out';
    case 'in':
      return 'take_cash';
    case 'barred':
    case 'undone':
      return 'do_not_hand_out';
  }
}
