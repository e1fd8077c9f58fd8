// How practice ends: by the button, by itself when nobody touches the page, and by a reload, after which the page says
// that it is the real one.

import { useEffect } from 'preact/hooks';

export const IDLE_MS = 5 * 60_000;
const MARK = 'specie-pos-practises';

/** Remembers, for this window and until it is closed, that practice is on. */
export function markPractice(on: boolean): void {
  if (on) sessionStorage.setItem(MARK, '1');
  else sessionStorage.removeItem(MARK);
}

/** Whether the page was loaded in the middle of practice. Said once. */
export function wasPractising(): boolean {
  const was = sessionStorage.getItem(MARK) !== null;
  markPractice(false);
  return was;
}

/** Calls `end` when the page was not touched for `IDLE_MS`. */
export function useIdleEnd(on: boolean, end: () => void): void {
  useEffect(() => {
    if (!on) return;
    let timer = setTimeout(end, IDLE_MS);
    const touched = () => {
      clearTimeout(timer);
      timer = setTimeout(end, IDLE_MS);
    };
    const kinds = ['pointerdown', 'keydown'] as const;
    for (const kind of kinds) addEventListener(kind, touched);
    return () => {
      clearTimeout(timer);
      for (const kind of kinds) removeEventListener(kind, touched);
    };
  }, [on]);
}
