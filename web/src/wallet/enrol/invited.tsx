// An invite's link, opened on a phone that is connected already: nothing is spent before the person says what she wants.

import { useState } from 'preact/hooks';
import { useDoing } from '../../shared/asking';
import { Button, ButtonLink } from '../../shared/button';
import { Dialog } from '../../shared/dialog';
import { Notice, TroubleNotice } from '../../shared/notice';
import { address } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { useStore } from '../state/store';
import { signOut, store } from '../state/wallet';
import { t } from '../words';

export function Invited() {
  const { snapshot } = useStore(store);
  const [asking, setAsking] = useState(false);
  if (!snapshot) return null;
  const { wallet } = snapshot;
  return (
    <Screen title={t('wallet.invited.title')}>
      <Notice tone="wait" title={t('wallet.invited.already')}>
        <p>
          <bdi dir="ltr">{wallet.phone_number}</bdi> · <bdi>{wallet.device.name}</bdi>
        </p>
      </Notice>
      <p>{t('wallet.invited.text')}</p>
      <ButtonLink kind="main" wide href={address([])}>
        {t('wallet.invited.stay')}
      </ButtonLink>
      <Button wide onPress={() => setAsking(true)}>
        {t('wallet.invited.change')}
      </Button>
      {asking && <Change onClose={() => setAsking(false)} />}
    </Screen>
  );
}

/** Signs out; the address still holds the invite, so what comes next is the screen that takes it. */
function Change({ onClose }: { onClose: () => void }) {
  const doing = useDoing(signOut);
  return (
    <Dialog
      title={t('wallet.invited.change')}
      onClose={() => !doing.busy && onClose()}
      actions={
        <>
          <Button disabled={doing.busy} onPress={onClose}>
            {t('shared.cancel')}
          </Button>
          <Button kind="danger" busy={doing.busy} onPress={doing.act}>
            {t('wallet.invited.change')}
          </Button>
        </>
      }
    >
      <p>{t('wallet.invited.change_text')}</p>
      {doing.trouble && <TroubleNotice trouble={doing.trouble} />}
    </Dialog>
  );
}
