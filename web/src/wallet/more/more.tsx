import { useState } from 'preact/hooks';
import { useDoing } from '../../shared/asking';
import { Button } from '../../shared/button';
import { Dialog } from '../../shared/dialog';
import { TroubleNotice } from '../../shared/notice';
import { address, Link, useRoute } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { ChoosePin } from '../lock/lock';
import { Old } from '../state/old';
import { useStore } from '../state/store';
import { freeze, lock, store } from '../state/wallet';
import { t } from '../words';
import { Languages } from './languages';

export function More() {
  const { snapshot } = useStore(store);
  const { path } = useRoute();
  const [freezing, setFreezing] = useState(false);
  if (path[1] === 'pin') return <ChoosePin back={address(['more'])} />;
  return (
    <Screen title={t('wallet.more')} back={address([])}>
      <Old />
      <ul class="list">
        <Line to={['history']} name={t('wallet.history.title')} />
        <Line to={['prices']} name={t('wallet.prices.title')} />
        <Line to={['offline']} name={t('wallet.offline.title')} />
        <Line to={['devices']} name={t('wallet.devices.title')} />
        <Line to={['more', 'pin']} name={t('wallet.pin.change')} />
      </ul>
      <Languages />
      {snapshot && (
        <p class="quiet small">
          <bdi dir="ltr">{snapshot.wallet.phone_number}</bdi> · <bdi>{snapshot.wallet.device.name}</bdi>
        </p>
      )}
      <Button wide onPress={lock}>
        {t('wallet.lock')}
      </Button>
      {snapshot && !snapshot.wallet.frozen && (
        <Button kind="danger" wide onPress={() => setFreezing(true)}>
          {t('wallet.freeze')}
        </Button>
      )}
      {freezing && <Freeze onClose={() => setFreezing(false)} />}
    </Screen>
  );
}

function Line({ to, name }: { to: string[]; name: string }) {
  return (
    <li>
      <Link to={to} class="list-link">
        <span class="list-name">{name}</span>
      </Link>
    </li>
  );
}

function Freeze({ onClose }: { onClose: () => void }) {
  const doing = useDoing(async (intent) => {
    const trouble = await freeze(intent);
    if (!trouble) {
      onClose();
      location.hash = address([]);
    }
    return trouble;
  });
  return (
    <Dialog
      title={t('wallet.freeze.title')}
      onClose={() => !doing.busy && onClose()}
      actions={
        <>
          <Button disabled={doing.busy} onPress={onClose}>
            {t('shared.cancel')}
          </Button>
          <Button kind="danger" busy={doing.busy} onPress={doing.act}>
            {t('wallet.freeze')}
          </Button>
        </>
      }
    >
      <p>{t('wallet.freeze.text')}</p>
      {doing.trouble && <TroubleNotice trouble={doing.trouble} />}
    </Dialog>
  );
}
