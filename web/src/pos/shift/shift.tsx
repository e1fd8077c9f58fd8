// The shift: opened with a count, cash moved from and to the vault, closed with a blind count. Only after the closing
// count is in does the server tell what should have been there.

import './shift.css';
import { useEffect, useState } from 'preact/hooks';
import type { Answer, Trouble } from '../../api';
import type { Till, TillClosed } from '../../api/wire-pos';
import { Button } from '../../shared/button';
import { Choice, Field } from '../../shared/field';
import { isZero, Money } from '../../shared/money';
import { Notice } from '../../shared/notice';
import { address } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { toast } from '../../shared/toast';
import { useApp } from '../app/state';
import { Refusal } from '../counter';
import { t } from '../words';
import { Count, countsOf, type Counted } from './count';
import type { Wanted } from './drawer';
import { PinForm } from './pin';

type Doing = 'none' | 'open' | 'close' | 'from_vault' | 'to_vault';

export function Shift() {
  const { drawer, changed } = useApp();
  const [tills, setTills] = useState<Answer<Till[]>>();
  const [doing, setDoing] = useState<Doing>('none');
  const [closed, setClosed] = useState<TillClosed>();
  useEffect(() => void drawer.tills().then((answer) => (setTills(answer), changed())), [drawer, doing]);

  if (closed) return <Result closed={closed} onDone={() => setClosed(undefined)} />;
  if (drawer.wanted) {
    return (
      <Pending
        wanted={drawer.wanted}
        onDone={(value) => {
          if (value && 'lines' in value) setClosed(value);
          else toast(t('pos.shift.done'));
          setDoing('none');
          changed();
        }}
        onDropped={changed}
      />
    );
  }
  if (doing !== 'none') return <Counting kind={doing} tills={tills?.ok ? tills.value : []} onBack={() => setDoing('none')} onCounted={changed} />;
  return (
    <Screen title={t('pos.shift.title')} back={address([])}>
      {tills && !tills.ok && <Refusal trouble={tills.trouble} />}
      <Notice tone={drawer.held ? 'good' : 'plain'} title={t(drawer.held ? 'pos.shift.is_open' : 'pos.shift.is_closed')}>
        <p>{drawer.held ? nameOfTill(tills, drawer.held.till_id) : t('pos.shift.closed_text')}</p>
      </Notice>
      {drawer.held ? (
        <>
          <Button wide onPress={() => setDoing('from_vault')}>
            {t('pos.shift.from_vault')}
          </Button>
          <Button wide onPress={() => setDoing('to_vault')}>
            {t('pos.shift.to_vault')}
          </Button>
          <Button wide kind="main" onPress={() => setDoing('close')}>
            {t('pos.shift.close')}
          </Button>
        </>
      ) : (
        <Button wide kind="main" disabled={!tills?.ok} onPress={() => setDoing('open')}>
          {t('pos.shift.open')}
        </Button>
      )}
    </Screen>
  );
}

const nameOfTill = (tills: Answer<Till[]> | undefined, till_id: string): string => (tills?.ok ? (tills.value.find((till) => till.till_id === till_id)?.name ?? '') : '');

/** Who, which till, and what is in it. */
function Counting({ kind, tills, onBack, onCounted }: { kind: Exclude<Doing, 'none'>; tills: Till[]; onBack: () => void; onCounted: () => void }) {
  const { place, drawer } = useApp();
  const self = place.bound!.self;
  const shut = tills.filter((till) => till.till_session_id === null);
  const [till, setTill] = useState(drawer.held?.till_id ?? shut[0]?.till_id ?? '');
  const [cashier, setCashier] = useState(drawer.held?.cashier_id ?? drawer.known[0]?.cashier_id ?? '');
  const [fresh, setFresh] = useState({ id: '', name: '' });
  const [currency, setCurrency] = useState(self.currencies[0]?.currency ?? '');
  const [counted, setCounted] = useState<Counted>({});
  const moves = kind === 'from_vault' || kind === 'to_vault';
  const adding = cashier === '';

  const keep = async () => {
    const cashier_id = adding ? fresh.id.trim() : cashier;
    if (cashier_id === '' || till === '') return;
    if (adding) await drawer.remember({ cashier_id, name: fresh.name.trim() || cashier_id.slice(-6) });
    const currencies = self.currencies.filter((one) => !moves || one.currency === currency);
    await drawer.want({ kind, till_id: till, cashier_id, counts: countsOf(counted, currencies) });
    onCounted();
  };

  if (kind === 'open' && shut.length === 0) {
    return (
      <Screen title={t('pos.shift.open')} back={address([])}>
        <Notice tone="wait" title={t('pos.shift.no_till')}>
          <p>{t('pos.shift.no_till_text')}</p>
        </Notice>
        <Button onPress={onBack}>{t('shared.back')}</Button>
      </Screen>
    );
  }
  return (
    <Screen title={t(`pos.shift.${kind}`)}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        {kind === 'open' && shut.length > 1 && <Choice label={t('pos.shift.till')} name="till" value={till} onValue={setTill} options={shut.map((one) => ({ value: one.till_id, text: one.name }))} />}
        {drawer.known.length > 0 && (
          <Choice
            label={t('pos.shift.cashier')}
            name="cashier"
            value={cashier}
            onValue={setCashier}
            options={[...drawer.known.map((one) => ({ value: one.cashier_id, text: one.name })), ...(self.cashiers ? [] : [{ value: '', text: t('pos.shift.other_cashier') }])]}
          />
        )}
        {adding && (
          <>
            <Field label={t('pos.shift.cashier_id')} name="cashier_id" value={fresh.id} onValue={(id) => setFresh({ ...fresh, id })} hint={t('pos.shift.cashier_hint')} required maxLength={64} leftToRight />
            <Field label={t('pos.shift.cashier_name')} name="cashier_name" value={fresh.name} onValue={(name) => setFresh({ ...fresh, name })} maxLength={40} />
          </>
        )}
        {moves && self.currencies.length > 1 && <Choice label={t('pos.choosing.currency')} name="currency" value={currency} onValue={setCurrency} options={self.currencies.map((one) => ({ value: one.currency, text: one.currency }))} />}
        <p>{t(moves ? 'pos.count.move_text' : 'pos.count.text')}</p>
        <Count counted={counted} onCounted={setCounted} {...(moves && { only: currency })} />
        <Button type="submit" kind="main" wide>
          {t('pos.count.go_on')}
        </Button>
        <Button wide kind="quiet" onPress={onBack}>
          {t('shared.cancel')}
        </Button>
      </form>
    </Screen>
  );
}

/** The count is kept; the PIN signs it. After a reload the same request goes out, so nothing is done twice. */
function Pending({ wanted, onDone, onDropped }: { wanted: Wanted; onDone: (value: TillClosed | undefined) => void; onDropped: () => void }) {
  const { drawer } = useApp();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  // What was refused did not happen; what got no answer may have, and is only to be repeated.
  const [sent, setSent] = useState(false);
  const send = async (pin: string) => {
    setBusy(true);
    setTrouble(undefined);
    setSent(true);
    const answer = await drawer.send(pin);
    setBusy(false);
    if (answer.ok) return onDone(answer.value);
    setTrouble(answer.trouble);
    if (answer.trouble.kind === 'problem' && answer.trouble.problem.money_moved !== null) setSent(false);
  };
  return (
    <Screen title={t(`pos.shift.${wanted.kind}`)}>
      {trouble && <Refusal trouble={trouble} />}
      {sent && trouble && trouble.kind !== 'problem' && <p>{t('pos.shift.repeat')}</p>}
      <p>{t('pos.shift.sign')}</p>
      <PinForm busy={busy} onPin={(pin) => void send(pin)} />
      {!sent && !busy && (
        <Button wide kind="quiet" onPress={() => void drawer.drop().then(onDropped)}>
          {t('pos.shift.count_again')}
        </Button>
      )}
    </Screen>
  );
}

function Result({ closed, onDone }: { closed: TillClosed; onDone: () => void }) {
  const right = closed.lines.every((line) => isZero(line.variance.amount));
  return (
    <Screen title={t('pos.shift.result')}>
      <Notice tone={right ? 'good' : 'wait'} title={t(right ? 'pos.shift.right' : 'pos.shift.differs')}>
        {!right && <p>{t('pos.shift.differs_text')}</p>}
      </Notice>
      <table class="result">
        <thead>
          <tr>
            <th scope="col">{t('pos.shift.counted')}</th>
            <th scope="col">{t('pos.shift.expected')}</th>
            <th scope="col">{t('pos.shift.variance')}</th>
          </tr>
        </thead>
        <tbody>
          {closed.lines.map((line) => (
            <tr key={line.counted.currency}>
              <td>
                <Money of={line.counted} />
              </td>
              <td>
                <Money of={line.expected} />
              </td>
              <td>
                <Money of={line.variance} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button wide kind="main" onPress={onDone}>
        {t('pos.next_shift')}
      </Button>
    </Screen>
  );
}
