// A desk that is left is signed out. The server counts from its last call, so that somebody who types but calls
// nothing is told to it once a minute; without a touch for `idle_s` the page signs out by itself.

import { useEffect, useState } from 'preact/hooks';
import { Intent } from '../../api';
import { call, lastCall_ms, signOut } from './seat';

/** Somebody who touches the page is told to the server at most so often. */
export const TOUCH_EVERY_MS = 60_000;
/** The warning stands so long before the end. */
export const WARN_MS = 60_000;
const LOOK_EVERY_MS = 1_000;

/** Seconds left once the end is near; undefined before. */
export function useIdle(idle_s: number): number | undefined {
  const [left_s, setLeft] = useState<number>();
  useEffect(() => {
    let touched_ms = performance.now();
    const touch = () => {
      touched_ms = performance.now();
      if (touched_ms - lastCall_ms() > TOUCH_EVERY_MS) void call('GET', '/staff/session');
    };
    const look = () => {
      const left_ms = idle_s * 1000 - (performance.now() - touched_ms);
      setLeft(left_ms <= WARN_MS ? Math.max(0, Math.ceil(left_ms / 1000)) : undefined);
      if (left_ms <= 0) {
        clearInterval(timer);
        void signOut(new Intent(), 'idle');
      }
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    addEventListener('pointerdown', touch);
    addEventListener('keydown', touch);
    return () => {
      clearInterval(timer);
      removeEventListener('pointerdown', touch);
      removeEventListener('keydown', touch);
    };
  }, [idle_s]);
  return left_s;
}
