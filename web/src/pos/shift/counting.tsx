// Who, which till, and what is counted, before it is signed.

import { useState } from 'preact/hooks';
import type { Till } from '../../api/wire-pos';
import { Button } from '../../shared/button';
import { Choice, Field } from '../../shared/field';
import { Notice } from '../../shared/notice';
import { address } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { useApp } from '../app/state';
import { t } from '../words';
import { Count, countsOf, type Counted } from './count';
import type { Taker, Wanted } from './drawer';

type Kind = Wanted['kind'];

interface Props {
  kind: Kind;
  tills: Till[];
  onBack: () => void;
  onCounted: () => void;
}

/** Some cash goes elsewhere, in one currency; else all that is in the drawer is counted. */
const moves = (kind: Kind): boolean => kind === 'from_vault' || kind === 'to_vault' || kind === 'to_till';

export function Counting({ kind, tills, onBack, onCounted }: Props) {
  const { place, drawer } = useApp();
  const self = place.bound!.self;
  const shut = tills.filter((till) => till.till_session_id === null);
  const others = tills.filter((till) => till.till_session_id !== null && till.till_id !== drawer.held?.till_id);
  const [till, setTill] = useState(drawer.held?.till_id ?? shut[0]?.till_id ?? '');
  const [other, setOther] = useState(others[0]?.till_id ?? '');
  const [who, setWho] = useState<Who>({ cashier_id: drawer.held?.cashier_id ?? drawer.known[0]?.cashier_id ?? '', name: '' });
  const [taker, setTaker] = useState<Who>(() => ({ cashier_id: drawer.known.find((one) => one.cashier_id !== drawer.held?.cashier_id)?.cashier_id ?? '', name: '' }));
  const [currency, setCurrency] = useState(self.currencies[0]?.currency ?? '');
  const [counted, setCounted] = useState<Counted>({});

  const otherThan = (cashier_id: string): Who => ({ cashier_id: drawer.known.find((one) => one.cashier_id !== cashier_id)?.cashier_id ?? '', name: '' });
  const giver = (next: Who) => {
    setWho(next);
    if (idOf(next) === taker.cashier_id) setTaker(otherThan(taker.cashier_id)); // Nobody hands over to herself.
  };
  const takes = (): Taker | undefined => {
    if (kind === 'hand_over') return { cashier_id: idOf(taker) };
    const till_of = others.find((one) => one.till_id === other);
    return kind === 'to_till' ? { till_id: other, cashier_id: till_of?.cashier_id ?? '' } : undefined;
  };
  const keep = async () => {
    const to = takes();
    const [cashier_id, currencies] = [idOf(who), self.currencies.filter((one) => !moves(kind) || one.currency === currency)];
    if (cashier_id === '' || till === '' || to?.cashier_id === '') return;
    for (const one of [who, ...(kind === 'hand_over' ? [taker] : [])]) if (one.typed !== undefined) await drawer.remember({ cashier_id: idOf(one), name: one.name.trim() || idOf(one).slice(-6) });
    await drawer.want({ kind, till_id: till, cashier_id, counts: countsOf(counted, currencies), ...(to && { to }) });
    onCounted();
  };

  if (kind === 'open' && shut.length === 0) return <NoTill onBack={onBack} />;
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
        <ChooseCashier name="cashier" label={t('pos.shift.cashier')} who={who} onWho={giver} />
        {kind === 'hand_over' && <ChooseCashier name="taker" label={t('pos.shift.taker')} who={taker} onWho={setTaker} except={idOf(who)} />}
        {kind === 'to_till' && (
          <Choice label={t('pos.shift.other_till')} name="other" value={other} onValue={setOther} options={others.map((one) => ({ value: one.till_id, text: `${one.name} · ${drawer.nameOf(one.cashier_id ?? '')}` }))} />
        )}
        {moves(kind) && self.currencies.length > 1 && <Choice label={t('pos.choosing.currency')} name="currency" value={currency} onValue={setCurrency} options={self.currencies.map((one) => ({ value: one.currency, text: one.currency }))} />}
        <p>{t(moves(kind) ? 'pos.count.move_text' : kind === 'hand_over' ? 'pos.count.both_text' : 'pos.count.text')}</p>
        <Count counted={counted} onCounted={setCounted} {...(moves(kind) && { only: currency })} />
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

function NoTill({ onBack }: { onBack: () => void }) {
  return (
    <Screen title={t('pos.shift.open')} back={address([])}>
      <Notice tone="wait" title={t('pos.shift.no_till')}>
        <p>{t('pos.shift.no_till_text')}</p>
      </Notice>
      <Button onPress={onBack}>{t('shared.back')}</Button>
    </Screen>
  );
}

/** A cashier who is known, or one whose number is typed. */
interface Who {
  cashier_id: string;
  typed?: string;
  name: string;
}

const idOf = ({ cashier_id, typed }: Who): string => (cashier_id || typed || '').trim();

function ChooseCashier({ name, label, who, onWho, except }: { name: 'cashier' | 'taker'; label: string; who: Who; onWho: (who: Who) => void; except?: string }) {
  const { place, drawer } = useApp();
  const known = drawer.known.filter((one) => one.cashier_id !== except);
  const others = place.bound?.self.cashiers ? [] : [{ value: '', text: t('pos.shift.other_cashier') }];
  return (
    <>
      {known.length > 0 && (
        <Choice
          label={label}
          name={name}
          value={who.cashier_id}
          onValue={(cashier_id) => onWho({ cashier_id, name: '', ...(cashier_id === '' && { typed: '' }) })}
          options={[...known.map((one) => ({ value: one.cashier_id, text: one.name })), ...others]}
        />
      )}
      {who.cashier_id === '' && (
        <>
          <Field label={t(name === 'taker' ? 'pos.shift.taker_id' : 'pos.shift.cashier_id')} name={`${name}_id`} value={who.typed ?? ''} onValue={(typed) => onWho({ ...who, typed })} hint={t('pos.shift.cashier_hint')} required maxLength={64} leftToRight />
          <Field label={t(name === 'taker' ? 'pos.shift.taker_name' : 'pos.shift.cashier_name')} name={`${name}_name`} value={who.name} onValue={(text) => onWho({ ...who, name: text })} maxLength={40} />
        </>
      )}
    </>
  );
}
