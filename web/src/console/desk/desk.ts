// The desk: who sits at it and its calls. An answer that says "not signed in" ends the session on the page, too.

import { useEffect, useState } from 'preact/hooks';
import { Client, codeOf, type Answer, type Call, type Intent, type Shape, type Verb } from '../../api';

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

function sit(next: Seat): void {
  seat = next;
  client.csrf = next.state === 'taken' ? next.session.csrf_token : undefined;
  for (const watcher of [...watchers]) watcher();
}

export function useSeat(): Seat {
  const [seen, see] = useState(seat);
  useEffect(() => {
    const watcher = () => see(seat);
    watchers.add(watcher);
    watcher();
    return () => void watchers.delete(watcher);
  }, []);
  return seen;
}

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

const waiting = new Set<() => void>();

/** Payouts were stopped or go on: whoever shows it reads it anew. */
export function payoutsChanged(): void {
  for (const reread of [...waiting]) reread();
}

export function usePayoutsChanged(reread: () => void): void {
  useEffect(() => {
    waiting.add(reread);
    return () => void waiting.delete(reread);
  }, [reread]);
}
