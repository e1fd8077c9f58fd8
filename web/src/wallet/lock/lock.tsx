import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/button';
import { Dialog } from '../../shared/dialog';
import { Field } from '../../shared/field';
import { Notice, TroubleNotice } from '../../shared/notice';
import { Screen } from '../../shared/screen';
import { useDoing } from '../../shared/asking';
import { load, save } from '../state/kept';
import { signOut, store } from '../state/wallet';
import { t } from '../words';
import { counted, forgiven, isPin, makePin, opens, PIN_DIGITS_MAX, type KeptPin } from './pin';

/** Two equal PINs make the lock of this device. */
export function ChoosePin({ back }: { back?: string }) {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const choose = async () => {
    if (!isPin(first)) return setWrong(t('wallet.pin.shape'));
    if (first !== second) return setWrong(t('wallet.pin.differ'));
    setBusy(true);
    await save('pin', await makePin(first));
    setBusy(false);
    store.set({ phase: 'open' });
    if (back) location.hash = back;
  };
  return (
    <Screen title={t('wallet.pin.choose')} back={back}>
      <p>{t('wallet.pin.local')}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void choose();
        }}
      >
        <Pin label={t('wallet.pin.first')} hint={t('wallet.pin.shape')} value={first} onValue={setFirst} />
        <Pin label={t('wallet.pin.second')} value={second} wrong={wrong} onValue={setSecond} />
        <Button type="submit" kind="main" wide busy={busy}>
          {t('wallet.pin.keep')}
        </Button>
      </form>
    </Screen>
  );
}

function Pin(props: { label: string; hint?: string; wrong?: string | undefined; value: string; onValue: (value: string) => void }) {
  return <Field {...props} name="pin" type="password" inputMode="numeric" maxLength={PIN_DIGITS_MAX} large leftToRight />;
}

export function Unlock() {
  const [kept, setKept] = useState<KeptPin>();
  const [pin, setPin] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [lost, setLost] = useState(false);
  const wait_s = useWait(kept?.wait_until_ms ?? 0);
  useEffect(() => void load('pin').then(setKept), []);

  const unlock = async () => {
    if (!kept || wait_s > 0) return;
    setBusy(true);
    const tried = counted(kept, Date.now());
    await save('pin', tried);
    const right = await opens(kept, pin);
    if (right) await save('pin', forgiven(tried));
    setBusy(false);
    setPin('');
    if (right) return store.set({ phase: 'open' });
    setKept(tried);
    setWrong(t('wallet.pin.wrong'));
  };
  return (
    <Screen title={t('wallet.pin.unlock')}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <Pin label={t('wallet.pin.pin')} value={pin} wrong={wrong} onValue={setPin} />
        {wait_s > 0 && (
          <Notice tone="wait" title={t('wallet.pin.wait', { n: wait_s })}>
            <p>{t('wallet.pin.wait_why')}</p>
          </Notice>
        )}
        <Button type="submit" kind="main" wide busy={busy} disabled={!kept || wait_s > 0 || pin === ''}>
          {t('wallet.pin.open')}
        </Button>
      </form>
      <p class="quiet small">{t('wallet.pin.local')}</p>
      <Button kind="quiet" onPress={() => setLost(true)}>
        {t('wallet.pin.forgotten')}
      </Button>
      {lost && <Forgotten onClose={() => setLost(false)} />}
    </Screen>
  );
}

/** Whole seconds until a time of the device's clock; the lock knows no other. */
function useWait(until_ms: number): number {
  const [now, tick] = useState(Date.now);
  useEffect(() => {
    tick(Date.now());
    if (until_ms <= Date.now()) return;
    const timer = setInterval(() => tick(Date.now()), 500);
    return () => clearInterval(timer);
  }, [until_ms]);
  return Math.max(0, Math.ceil((until_ms - now) / 1000));
}

function Forgotten({ onClose }: { onClose: () => void }) {
  const doing = useDoing(signOut);
  return (
    <Dialog
      title={t('wallet.pin.forgotten')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('shared.cancel')}</Button>
          <Button kind="danger" busy={doing.busy} onPress={doing.act}>
            {t('wallet.devices.sign_out')}
          </Button>
        </>
      }
    >
      <p>{t('wallet.pin.forgotten_text')}</p>
      {doing.trouble && <TroubleNotice trouble={doing.trouble} />}
    </Dialog>
  );
}
