import { useState } from 'preact/hooks';
import type { WalletDevice, WalletDevices } from '../../api/wire-wallet';
import { useAsk, useDoing } from '../../shared/asking';
import { Button } from '../../shared/button';
import { Dialog } from '../../shared/dialog';
import { TroubleNotice } from '../../shared/notice';
import { address } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { StatePill } from '../../shared/state-pill';
import { formatDay, formatWhen } from '../../shared/when';
import { Old } from '../state/old';
import { client, signOut } from '../state/wallet';
import { t } from '../words';

export function Devices() {
  const asked = useAsk('devices', () => client.get<WalletDevices>('/wallet/devices'));
  const devices = asked.value?.devices;
  return (
    <Screen title={t('wallet.devices.title')} back={address(['more'])}>
      <Old />
      <p>{t('wallet.devices.text')}</p>
      {asked.trouble && <TroubleNotice trouble={asked.trouble} onRetry={asked.ask} />}
      {!devices && asked.busy && <p class="quiet">{t('shared.loading')}</p>}
      <ul class="stack">
        {devices?.map((device) => (
          <Device key={device.device_id} device={device} onGone={asked.ask} />
        ))}
      </ul>
    </Screen>
  );
}

function Device({ device, onGone }: { device: WalletDevice; onGone: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <li class="card">
      <div class="row-ends">
        <bdi class="list-name">{device.name}</bdi>
        {device.this && <StatePill tone="good">{t('wallet.devices.this')}</StatePill>}
        {device.revoked_at && <StatePill tone="quiet">{t('wallet.devices.gone')}</StatePill>}
      </div>
      <p class="quiet small">{t('wallet.devices.since', { when: formatWhen(device.created_at) })}</p>
      {device.last_seen_on && <p class="quiet small">{t('wallet.devices.seen', { day: formatDay(device.last_seen_on) })}</p>}
      {!device.revoked_at && (
        <Button onPress={() => setAsking(true)}>{t(device.this ? 'wallet.devices.sign_out' : 'wallet.devices.remove')}</Button>
      )}
      {asking && <Remove device={device} onClose={() => setAsking(false)} onGone={onGone} />}
    </li>
  );
}

function Remove({ device, onClose, onGone }: { device: WalletDevice; onClose: () => void; onGone: () => void }) {
  const doing = useDoing(async (intent) => {
    if (device.this) return signOut(intent);
    const answer = await client.call<undefined>('DELETE', `/wallet/devices/${encodeURIComponent(device.device_id)}`, { intent });
    if (!answer.ok) return answer.trouble;
    onClose();
    onGone();
    return undefined;
  });
  return (
    <Dialog
      title={t(device.this ? 'wallet.devices.sign_out' : 'wallet.devices.remove')}
      onClose={() => !doing.busy && onClose()}
      actions={
        <>
          <Button disabled={doing.busy} onPress={onClose}>
            {t('shared.cancel')}
          </Button>
          <Button kind="danger" busy={doing.busy} onPress={doing.act}>
            {t(device.this ? 'wallet.devices.sign_out' : 'wallet.devices.remove')}
          </Button>
        </>
      }
    >
      <p>
        <bdi>{device.name}</bdi>
      </p>
      <p>{t(device.this ? 'wallet.devices.sign_out_text' : 'wallet.devices.remove_text')}</p>
      {doing.trouble && <TroubleNotice trouble={doing.trouble} />}
    </Dialog>
  );
}
