// What stands above every screen when it matters: training, no network, words that still wait to be sent.

import './frame.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/button';
import { useApp, useDesk } from '../app/state';
import { t } from '../words';

/** Whether the server can be asked; in the practice room none is. */
export function useOnline(): boolean {
  const { room } = useApp();
  const [online, see] = useState(() => navigator.onLine);
  useEffect(() => {
    const changed = () => see(navigator.onLine);
    addEventListener('online', changed);
    addEventListener('offline', changed);
    return () => {
      removeEventListener('online', changed);
      removeEventListener('offline', changed);
    };
  }, []);
  return online || room !== undefined;
}

export function Frame({ children }: { children: ComponentChildren }) {
  const { place, room, practise } = useApp();
  const { operations, current, broken } = useDesk();
  const online = useOnline();
  const waiting = operations.filter(({ id, step }) => id !== current?.id && (step.at === 'telling' || step.at === 'closing')).length;
  return (
    <>
      <div class={room ? 'frame-practice' : undefined}>
        <div role="status" aria-label={t('pos.frame')}>
          {place.bound?.self.training && <p class="frame-band frame-training">{t('pos.training')}</p>}
          {!online && <p class="frame-band frame-offline">{t('pos.offline')}</p>}
          {waiting > 0 && <p class="frame-band">{t('pos.waiting_words', { n: waiting })}</p>}
          {broken && <p class="frame-band frame-offline">{t('pos.broken')}</p>}
        </div>
        {room && (
          <nav class="frame-leave" aria-label={t('pos.training.title')}>
            <Button onPress={() => practise(undefined)}>{t('pos.training.end')}</Button>
          </nav>
        )}
      </div>
      {children}
    </>
  );
}
