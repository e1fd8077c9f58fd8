// The way into the practice room. It is shut while anything real is open: whoever practises must not be waited for.

import { useState } from 'preact/hooks';
import { Button } from '../../shared/button';
import { Notice } from '../../shared/notice';
import { address } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { useApp, useDesk } from '../app/state';
import { isOver } from '../operation';
import { t } from '../words';

export function Door() {
  const { place, drawer, practise } = useApp();
  const { operations, current } = useDesk();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const open = current !== undefined || drawer.wanted !== undefined || operations.some((operation) => !isOver(operation));
  const begin = async () => {
    setBusy(true);
    try {
      const { enter } = await import('.');
      practise(await enter(place));
    } catch {
      setFailed(true);
      setBusy(false);
    }
  };
  return (
    <Screen title={t('pos.training.title')} back={address([])}>
      <p>{t('pos.training.text')}</p>
      <p>{t('pos.training.text_end')}</p>
      {failed && (
        <Notice tone="bad" title={t('pos.training.failed')} alert>
          <p>{t('pos.training.failed_text')}</p>
        </Notice>
      )}
      {open ? (
        <Notice tone="wait" title={t('pos.training.not_now')}>
          <p>{t('pos.training.not_now_text')}</p>
        </Notice>
      ) : (
        <Button kind="main" wide busy={busy} onPress={() => void begin()}>
          {t('pos.training.begin')}
        </Button>
      )}
    </Screen>
  );
}
