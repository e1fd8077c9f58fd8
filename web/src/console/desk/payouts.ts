// Payouts were stopped or go on: whoever shows it reads it anew.

import { useEffect } from 'preact/hooks';

const waiting = new Set<() => void>();

export function payoutsChanged(): void {
  for (const reread of [...waiting]) reread();
}

export function usePayoutsChanged(reread: () => void): void {
  useEffect(() => {
    waiting.add(reread);
    return () => void waiting.delete(reread);
  }, [reread]);
}
