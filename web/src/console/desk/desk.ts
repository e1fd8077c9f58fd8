// The desk: who sits at it and its calls. An answer that says "not signed in" ends the session on the page, too.

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Client, codeOf, type Answer, type Call, type Intent, type Shape, type Trouble, type Verb } from '../../api';

const client = new Client();

export type Seat = { state: 'asking' } | { state: 'empty'; why?: 'idle' | 'over' } | { state: 'taken'; session: Shape<'StaffSession'> };

let seat: Seat = { state: 'asking' };
const watchers = new Set<() => void>();
let called_ms = 0;

/** When the server last heard from this desk, by the page's own monotonic clock. */
export const lastCall_ms = (): number => called_ms;

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
  return call<T>('POST', path, { intent, body });
}

export function remove<T>(path: string, intent: Intent): Promise<Answer<T>> {
  return call<T>('DELETE', path, { intent });
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

export interface Asked<T> {
  value: T | undefined;
  trouble: Trouble | undefined;
  reread: () => void;
}

/** Reads a path, and again when asked to; what was read stays while it is read anew. Undefined: nothing to read. */
export function useAnswer<T>(path: string | undefined): Asked<T> {
  const [read, setRead] = useState<{ path: string | undefined; value?: T; trouble?: Trouble }>({ path });
  const [times, setTimes] = useState(0);
  const newest = useRef(0);
  useEffect(() => {
    if (path === undefined) return;
    const mine = (newest.current += 1);
    void get<T>(path).then((answer) => {
      if (mine !== newest.current) return;
      setRead(answer.ok ? { path, value: answer.value } : (before) => ({ ...(before.path === path && before), path, trouble: answer.trouble }));
    });
    return () => void (newest.current += 1);
  }, [path, times]);
  const reread = useCallback(() => setTimes((before) => before + 1), []);
  const current = read.path === path ? read : { path };
  return { value: current.value, trouble: current.trouble, reread };
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
