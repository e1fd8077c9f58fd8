import { useEffect, useState } from 'preact/hooks';
import { now_ms } from './clock';

/** The server's time, anew every `every_ms`, for countdowns. */
export function useNow(every_ms = 250): number {
  const [now, tick] = useState(now_ms);
  useEffect(() => {
    const timer = setInterval(() => tick(now_ms()), every_ms);
    return () => clearInterval(timer);
  }, [every_ms]);
  return now;
}
