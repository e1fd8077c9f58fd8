// What happens, heard once for the whole page: screens say what they show, and read it anew when somebody changed it.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Seen } from '../../api/wire-console';
import { useEvents, type Line } from '../../shared/events';
import { toast } from '../../shared/toast';
import { t } from '../words';
import { OFFICE, lastChange_ms, may } from './seat';

/** A kind of thing (`case`), or one of them (`case:ID`), as the server names what an event is about or what it says happened. */
export type About = string;

/** What happens in one burst is read once. */
const GATHER_MS = 250;
/** What this desk has just changed itself is no news to it. */
const OWN_MS = 1_000;
/** How often it is looked whether an open dialog has gone. */
const LOOK_MS = 200;

type Hear = (name: string, data: unknown) => void;

const NAMES = ['hello', 'operation', 'case', 'brake', 'proposal', 'till', 'notice', 'deed'] as const;
const hearers = new Set<Hear>();
const lines = new Set<(line: Line) => void>();
let last: Line = 'opening';

/** Opens the stream; once, in the page's frame. */
export function useHearing(): void {
  const hear = (name: string) => (data: unknown) => hearers.forEach((one) => one(name, data));
  // After a break the server says hello anew.
  const line = useEvents(may(...OFFICE) ? '/api/v1/events' : undefined, Object.fromEntries(NAMES.map((name) => [name, hear(name)])), () => hear('hello')({}));
  useEffect(() => {
    last = line;
    lines.forEach((one) => one(line));
  }, [line]);
}

/** How the stream stands. */
export function useLine(): Line {
  const [line, setLine] = useState(last);
  useEffect(() => {
    lines.add(setLine);
    return () => void lines.delete(setLine);
  }, []);
  return line;
}

/** Every event by its name, while the component is on the page. */
export function useHeard(hear: Hear): void {
  const newest = useRef(hear);
  newest.current = hear;
  useEffect(() => {
    const one: Hear = (name, data) => newest.current(name, data);
    hearers.add(one);
    return () => void hearers.delete(one);
  }, []);
}

/** What an event is about: `payouts.stop` is about payouts, beside the targets it names. */
export function targetsOf(data: unknown): About[] {
  const { what = '', targets = [], operation_id } = (data ?? {}) as Partial<Seen>;
  const kinds = [what.split('.')[0] ?? '', ...targets.map(({ kind }) => kind)].filter(Boolean);
  return [...new Set(kinds), ...targets.map(({ kind, id }) => `${kind}:${id}`), ...(operation_id ? [`operation:${operation_id}`] : [])];
}

/** Asks for what is shown once more, soon after one of these things changed or events were missed. */
export function useChanges(of: readonly About[], again: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // What is right when the burst is over, and not what was when it began: a list may have been read meanwhile.
  const newest = useRef(again);
  newest.current = again;
  useHeard((name, data) => {
    if (of.length === 0 || (name !== 'hello' && !targetsOf(data).some((one) => of.includes(one)))) return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      newest.current();
    }, GATHER_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}

/**
 * Shows what somebody else changed, and says so. While a dialog is open nothing moves below it: what was typed there
 * stays. The focus stays, too; where what had it has gone, the screen's name takes it.
 */
export function showAnew(show: () => void): void {
  if (performance.now() - lastChange_ms() > OWN_MS) toast(t('console.changed'));
  const held = () => document.querySelector('dialog[open]') !== null;
  const now = () => {
    const before = document.activeElement;
    show();
    requestAnimationFrame(() => {
      if (before?.isConnected === false && document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    });
  };
  if (!held()) return now();
  const timer = setInterval(() => {
    if (held()) return;
    clearInterval(timer);
    now();
  }, LOOK_MS);
}
