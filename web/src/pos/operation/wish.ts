// The request that an operation's state asks for. It follows from what is kept, so that a page that comes back sends
// the same one under the same value. `name` tells two requests apart: an answer to another name is not this state's.

import type { Verb } from '../../api';
import type { Operation } from './types';

export interface Wish {
  name: string;
  verb: Verb;
  path: string;
  headers: Record<string, string>;
  body?: unknown;
  /** Of our own API: its answer is the body itself, its errors are problems. */
  own: boolean;
}

const part = encodeURIComponent;

export function wish(operation: Operation): Wish | undefined {
  const { step, id } = operation;
  switch (step.at) {
    case 'opening':
      return opening(operation);
    case 'reading':
    case 'checking':
      return look(operation, step.at);
    case 'counting':
      return step.fresh ? undefined : look(operation, step.at);
    case 'moving':
      return moving(operation);
    case 'telling':
      return step.word.kind === 'undo' ? reversal(operation, `${id}.word.${operation.words}`, operation.choice?.amount.amount) : outcome(operation);
    case 'closing':
      return inSession(operation, `${id}.close`, '/v1/pos/logout');
    case 'returning':
      return reversal(operation, `${id}.back.${operation.returns}`, step.amount.amount);
    case 'done':
    case 'ended':
      return printing(operation);
    case 'choosing':
    case 'doubt':
      return undefined;
  }
}

/** What was printed is told once all else is said: it waits for nobody, and nobody for it. */
function printing({ id, session, untold = [] }: Operation): Wish | undefined {
  const [first] = untold;
  if (!session || !first) return undefined;
  const name = `${id}.print.${first.number}`;
  const path = `/api/v1/pos/operations/${part(session.operation_id)}/prints`;
  return { name, verb: 'POST', path, headers: { token_id: session.token, idempotency: name }, body: first.print, own: true };
}

function opening({ id, pos_id, login }: Operation): Wish | undefined {
  if (!login) return undefined;
  const name = `${id}.open`;
  const path = `/v1/pos/login/${part(pos_id)}/${part(login.code)}`;
  return { name, verb: 'POST', path, headers: { phone_number: login.phone_number, idempotency: name }, own: false };
}

function inSession({ session }: Operation, name: string, path: string): Wish | undefined {
  if (!session) return undefined;
  const headers = { token_id: session.token, operation_id: session.operation_id, idempotency: name };
  return { name, verb: 'POST', path, headers, own: false };
}

function look({ id, session }: Operation, why: string): Wish | undefined {
  if (!session) return undefined;
  const path = `/api/v1/pos/operations/${part(session.operation_id)}`;
  return { name: `${id}.look.${why}`, verb: 'GET', path, headers: { token_id: session.token }, own: true };
}

function moving(operation: Operation): Wish | undefined {
  const { id, choice, choices, purpose } = operation;
  if (!choice) return undefined;
  const { amount, currency } = choice.amount;
  const path = purpose === 'deposit' ? `/v1/pos/deposit/${part(amount)}/${part(currency)}` : `/v1/pos/withdraw/${part(choice.account_id ?? '')}/${part(amount)}`;
  return inSession(operation, `${id}.money.${choices}`, path);
}

function reversal(operation: Operation, name: string, amount: string | undefined): Wish | undefined {
  const account = operation.choice?.account_id;
  if (account === undefined || amount === undefined) return undefined;
  return inSession(operation, name, `/v1/pos/reversal/${part(account)}/${part(amount)}`);
}

function outcome(operation: Operation): Wish | undefined {
  const { id, words, session, step } = operation;
  if (!session || step.at !== 'telling') return undefined;
  const { word } = step;
  const name = `${id}.word.${words}`;
  const body = word.kind === 'partial' ? { outcome: word.kind, dispensed: word.dispensed } : { outcome: word.kind };
  const path = `/api/v1/pos/operations/${part(session.operation_id)}/outcome`;
  return { name, verb: 'POST', path, headers: { token_id: session.token, idempotency: name }, body, own: true };
}
