// Codes without a network, for a wallet that has the option: made on the device, good in their half-minute only.

import '../code/code.css';
import { useEffect, useState } from 'preact/hooks';
import type { OfflineSeed } from '../../api/wire-wallet';
import type { Trouble } from '../../api';
import { useDoing } from '../../shared/asking';
import { Button } from '../../shared/button';
import { offset, useNow } from '../../shared/clock';
import { Notice, TroubleNotice } from '../../shared/notice';
import { codeText, Qr } from '../../shared/qr';
import { Ring } from '../../shared/ring';
import { address } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { Digits } from '../code/digits';
import { load, save } from '../state/kept';
import { useStore } from '../state/store';
import { client, dropOffline, read, store } from '../state/wallet';
import { t } from '../words';
import { codeOf, importSeed, periodAt, type OfflineKey } from './totp';

/** A clock further off than this is told to the customer. */
const OFFSET_TOLD_MS = 5_000;

export function Offline() {
  const { snapshot } = useStore(store);
  const [kept, setKept] = useState<OfflineKey | null>();
  useEffect(() => void load('offline').then((found) => setKept(found ?? null)), [snapshot?.wallet.offline]);
  if (!snapshot || kept === undefined) return null;
  const { wallet } = snapshot;
  const ready = kept && wallet.offline === 'enrolled';
  return (
    <Screen title={t('wallet.offline.title')} back={address([])}>
      {wallet.frozen && <Notice tone="bad" title={t('wallet.frozen')} />}
      {ready && !wallet.frozen && <Now offline={kept} />}
      {!ready && <p>{t('wallet.offline.text')}</p>}
      {!kept && wallet.offline !== 'off' && (
        <Notice tone="wait" title={t('wallet.offline.elsewhere')}>
          <p>{t('wallet.offline.elsewhere_text')}</p>
        </Notice>
      )}
      {!ready && !wallet.frozen && <SetUp onKept={setKept} />}
      {ready && <Stop onGone={() => setKept(null)} />}
    </Screen>
  );
}

function Now({ offline }: { offline: OfflineKey }) {
  const now = useNow();
  const period = periodAt(now, offline.period_s);
  const [code, setCode] = useState('');
  const [phone_number, setPhone] = useState<string>();
  useEffect(() => void load('phone_number').then(setPhone), []);
  useEffect(() => {
    let late = false;
    void codeOf(offline, period).then((made) => {
      if (!late) setCode(made);
    });
    return () => {
      late = true;
    };
  }, [offline, period]);
  const whole_ms = offline.period_s * 1000;
  const left_ms = (period + 1) * whole_ms - now;
  return (
    <>
      <div class="code-head">
        <p>{t('wallet.offline.say')}</p>
        <Ring left_ms={left_ms} whole_ms={whole_ms} />
      </div>
      {code && <Digits of={code} />}
      {code && phone_number && (
        <div class="code-qr">
          <Qr text={codeText({ phone_number, code })} label={t('wallet.code.qr')} />
        </div>
      )}
      <p class="quiet">{t('wallet.offline.limits')}</p>
      <ClockNote />
    </>
  );
}

/** Whose clock the code goes by, where the phone's is off. */
function ClockNote() {
  const ahead_ms = offset();
  if (ahead_ms === undefined) return <Notice tone="wait" title={t('wallet.clock.unknown')} />;
  if (Math.abs(ahead_ms) < OFFSET_TOLD_MS) return <p class="quiet small">{t('wallet.clock.right')}</p>;
  const n = Math.round(Math.abs(ahead_ms) / 1000);
  return <Notice tone="wait" title={t(ahead_ms > 0 ? 'wallet.clock.behind' : 'wallet.clock.ahead', { n })}><p>{t('wallet.clock.corrected')}</p></Notice>;
}

function SetUp({ onKept }: { onKept: (kept: OfflineKey) => void }) {
  const doing = useDoing(async (intent): Promise<Trouble | undefined> => {
    const answer = await client.post<OfflineSeed>('/wallet/offline-device', intent);
    if (!answer.ok) return answer.trouble;
    const made = await importSeed(answer.value.seed, answer.value.digits, answer.value.period_s);
    if (!made) return { kind: 'garbled', changes: false };
    await save('offline', made);
    onKept(made);
    void read();
    return undefined;
  });
  return (
    <>
      {doing.trouble && <TroubleNotice trouble={doing.trouble} />}
      <Button kind="main" wide busy={doing.busy} onPress={doing.act}>
        {t('wallet.offline.set_up')}
      </Button>
    </>
  );
}

function Stop({ onGone }: { onGone: () => void }) {
  const doing = useDoing(async (intent) => {
    const trouble = await dropOffline(intent);
    if (!trouble) onGone();
    return trouble;
  });
  return (
    <>
      {doing.trouble && <TroubleNotice trouble={doing.trouble} />}
      <Button wide busy={doing.busy} onPress={doing.act}>
        {t('wallet.offline.stop')}
      </Button>
    </>
  );
}
