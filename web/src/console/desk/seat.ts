// The desk: who sits at it and its calls. An answer that says "not signed in" ends the session on the page, too. Without
// Preact: the page's entry asks who sits here before anything that draws is there.

import { Client, type Call, type Verb } from '../../api/client';
import type { Intent } from '../../api/intent';
import type { Shape } from '../../api/shapes';
import { codeOf, type Answer } from '../../api/trouble';

const client = new Client();

export type Seat = { state: 'asking' } | { state: 'empty'; why?: 'idle' | 'over' } | { state: 'taken'; session: Shape<'StaffSession'> };

let seat: Seat = { state: 'asking' };
const watchers = new Set<() => void>();
let called_ms = 0;
let changed_ms = -Infinity;

/** When the server last heard from this desk, by the page's own monotonic clock. */
export const lastCall_ms = (): number => called_ms;

/** When this desk last asked for a change, or heard its answer. */
export const lastChange_ms = (): number => changed_ms;

/** Kept while somebody sits here: the cookie of a session is not for a page to see. */
const SAT_UNDER = 'specie.console.sat';

/** Whether this browser was left with somebody signed in: then it is worth asking who, and getting the rooms ready. */
export const wasTaken = (): boolean => localStorage.getItem(SAT_UNDER) !== null;

function sit(next: Seat): void {
  seat = next;
  if (next.state === 'taken') localStorage.setItem(SAT_UNDER, '');
  else localStorage.removeItem(SAT_UNDER);
  client.csrf = next.state === 'taken' ? next.session.csrf_token : undefined;
  for (const watcher of [...watchers]) watcher();
}

/** Who sits here as far as known. */
export const seatNow = (): Seat => seat;

/** Tells of every change until the returned function is called. */
export function watchSeat(changed: () => void): () => void {
  watchers.add(changed);
  return () => void watchers.delete(changed);
}

/** Who reads the back office: everybody but the wallet's own back end. */
export const OFFICE = ['admin', 'finance', 'auditor'] as const satisfies readonly Shape<'Role'>[];

/** Whether somebody with one of these roles sits here. The server decides; this only hides what it would refuse. */
export const may = (...roles: Shape<'Role'>[]): boolean => seat.state === 'taken' && roles.includes(seat.session.role);

/** The name of who sits here. */
export const person = (): string => (seat.state === 'taken' ? seat.session.person : '');

export async function call<T>(verb: Verb, path: string, of: Call = {}): Promise<Answer<T>> {
  called_ms = performance.now();
  const answer = await client.call<T>(verb, path, of);
  if (!answer.ok && codeOf(answer.trouble) === 'unauthenticated' && seat.state === 'taken') sit({ state: 'empty', why: 'over' });
  return answer;
}

export function get<T>(path: string): Promise<Answer<T>> {
  return call<T>('GET', path);
}

export function post<T>(path: string, intent: Intent, body: unknown = {}): Promise<Answer<T>> {
  return change<T>('POST', path, { intent, body });
}

export function remove<T>(path: string, intent: Intent): Promise<Answer<T>> {
  return change<T>('DELETE', path, { intent });
}

async function change<T>(verb: Verb, path: string, of: Call): Promise<Answer<T>> {
  changed_ms = performance.now();
  const answer = await call<T>(verb, path, of);
  changed_ms = performance.now();
  return answer;
}

/** Asks who sits here, at the page's start. */
export async function resume(): Promise<void> {
  if (!wasTaken()) return sit({ state: 'empty' });
  const answer = await call<Shape<'StaffSession'>>('GET', '/staff/session');
  sit(answer.ok ? { state: 'taken', session: answer.value } : { state: 'empty' });
}

/** A one-time password is good once: a lost answer is not asked for again. */
export async function signIn(intent: Intent, body: { name: string; password: string; otp: string }): Promise<Answer<Shape<'StaffSession'>>> {
  const answer = await call<Shape<'StaffSession'>>('POST', '/staff/session', { intent, body, retries: 0 });
  if (answer.ok) sit({ state: 'taken', session: answer.value });
  return answer;
}

export async function signOut(intent: Intent, why?: 'idle'): Promise<void> {
  await client.call('DELETE', '/staff/session', { intent, retries: 0 });
  sit(why ? { state: 'empty', why } : { state: 'empty' });
}

/** A path with its query; a value that is empty is left out. */
export function query(path: string, values: Record<string, string | number | undefined>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}

/** One part of a path. */
export const part = encodeURIComponent;
