import { useState } from 'preact/hooks';
import type { Shape } from '../../api';
import { Button } from '../../shared/button';
import { Field } from '../../shared/field';
import { TroubleNotice } from '../../shared/notice';
import { go } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { Act } from '../act';
import { may, part, post, query, remove, useAnswer } from '../desk';
import { UsageTable } from '../limits';
import { Facts, Id, MoneyOr, Secrets, State } from '../pieces';
import { Drawers } from '../tills';
import { codes } from '../wallet';
import { t, tx } from '../words';

/** POS owners and their POS. */
export function PosRoom() {
  const [named, setNamed] = useState('');
  return (
    <Screen title={t('console.pos')}>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (named.trim()) go(['find'], { q: named.trim() });
        }}
      >
        <Field name="pos" label={t('console.pos.find')} value={named} onValue={setNamed} />
        <Button type="submit">{t('console.find')}</Button>
      </form>
      {may('admin') && (
        <div class="row">
          <RegisterPos />
          <Act<Shape<'PosOwner'>>
            label={t('console.owner.register')}
            submit={t('console.owner.register')}
            asks={[{ name: 'name', label: t('console.name'), maxLength: 128 }]}
            send={(values, intent) => post('/pos-owners', intent, { name: values['name'] })}
            done={(made) => <Facts of={[[t('console.name'), <bdi>{made.name}</bdi>], [t('console.owner.id'), <Id of={made.owner_id} whole />]]} />}
          />
        </div>
      )}
    </Screen>
  );
}

function RegisterPos() {
  return (
    <Act<Shape<'Pos'>>
      kind="main"
      label={t('console.pos.register')}
      submit={t('console.pos.register')}
      said={t('console.saved')}
      asks={[
        { name: 'owner_id', label: t('console.owner.id'), kind: 'code' },
        { name: 'name', label: t('console.name'), maxLength: 128 },
        { name: 'currencies', label: t('console.currencies'), hint: t('console.currencies.hint'), kind: 'code' },
        { name: 'pos_id', label: t('console.pos.own_id'), hint: t('console.pos.own_id.hint'), kind: 'code', optional: true },
      ]}
      send={(values, intent) =>
        post('/pos', intent, { owner_id: values['owner_id']?.trim(), name: values['name'], currencies: codes(values['currencies']), ...(values['pos_id'] && { pos_id: values['pos_id'].trim() }) })
      }
      done={(made) => go(['pos', made.pos_id])}
    />
  );
}

/** One POS: its position, its keys, its cash. */
export function PosOf({ pos_id }: { pos_id: string }) {
  const path = `/pos/${part(pos_id)}`;
  const found = useAnswer<Shape<'Found'>>(query('/search', { q: pos_id }));
  const cash = useAnswer<Shape<'PosCash'>>(`${path}/cash`);
  const of = found.value?.pos[0];
  const [version, setVersion] = useState(0);
  const again = () => {
    found.reread();
    setVersion((before) => before + 1);
  };
  return (
    <Screen title={of?.name ?? t('console.pos.one')} back="#/pos" aside={of?.disabled !== undefined && <State of={of.disabled ? 'disabled' : 'live'} />}>
      {found.trouble && <TroubleNotice trouble={found.trouble} onRetry={found.reread} />}
      <Facts
        of={[
          [t('console.id'), <Id of={pos_id} whole />],
          of && of.number !== null && [t('console.number'), of.number],
          of && [t('console.owner'), <Id of={of.owner_id} whole />],
        ]}
      />
      {cash.value && <Positions key={version} pos_id={pos_id} currencies={cash.value.cash.map((line) => line.vault.currency)} />}
      <Service path={path} again={again} disabled={of?.disabled} />
      <Float path={path} again={again} />
      <Keys path={path} />
      <Drawers pos_id={pos_id} />
      <section class="stack-s">
        <h2>{t('console.usage')}</h2>
        <UsageTable pos_id={pos_id} />
      </section>
    </Screen>
  );
}

function Positions({ pos_id, currencies }: { pos_id: string; currencies: readonly string[] }) {
  return (
    <section class="stack-s" aria-label={t('console.position')}>
      <h2>{t('console.position')}</h2>
      <dl class="facts">
        {currencies.map((currency) => (
          <Position key={currency} account={`pos:${pos_id}:${currency}`} currency={currency} />
        ))}
      </dl>
    </section>
  );
}

function Position({ account, currency }: { account: string; currency: string }) {
  const read = useAnswer<Shape<'Account'>>(`/accounts/${part(account)}`);
  return (
    <>
      <dt>{currency}</dt>
      <dd>{read.value ? <a href={`#/account/${part(account)}`}><MoneyOr of={read.value.balance} /></a> : '—'}</dd>
    </>
  );
}

const amountAsks = () => [
  { name: 'amount', label: t('console.amount'), kind: 'decimal' as const },
  { name: 'currency', label: t('console.currency'), kind: 'code' as const, maxLength: 3 },
];

const amountOf = (values: Readonly<Record<string, string>>) => ({ amount: values['amount']?.trim() ?? '', currency: (values['currency'] ?? '').trim().toUpperCase() });

/** Whether it is in service, where it is, and what becomes of cash of which nobody says anything. */
function Service({ path, again, disabled }: { path: string; again: () => void; disabled: boolean | undefined }) {
  if (!may('admin')) return null;
  return (
    <section class="stack-s" aria-label={t('console.service')}>
      <h2>{t('console.service')}</h2>
      <div class="row">
        {disabled !== true && (
          <Act<Shape<'PosSwitch'>> danger label={t('console.disable')} submit={t('console.disable')} said={t('console.saved')} send={(_, intent) => post(`${path}/disable`, intent)} done={again}>
            <p>{t('console.disable.what')}</p>
          </Act>
        )}
        {disabled !== false && <Act<Shape<'PosSwitch'>> label={t('console.enable')} submit={t('console.enable')} said={t('console.saved')} send={(_, intent) => post(`${path}/enable`, intent)} done={again} />}
        <Act<void>
          label={t('console.place')}
          submit={t('console.save')}
          said={t('console.saved')}
          asks={[
            { name: 'latitude', label: t('console.latitude'), kind: 'decimal' },
            { name: 'longitude', label: t('console.longitude'), kind: 'decimal' },
            { name: 'town', label: t('console.town') },
            { name: 'hours', label: t('console.hours') },
          ]}
          send={(values, intent) => post(`${path}/place`, intent, values)}
          done={again}
        />
        <Act<void>
          label={t('console.on_expiry')}
          submit={t('console.save')}
          said={t('console.saved')}
          asks={[
            { name: 'on_expiry', label: t('console.on_expiry'), kind: 'choice', options: [{ value: 'case', text: t('console.on_expiry.case') }, { value: 'assume_dispensed', text: t('console.on_expiry.assume') }] },
            { name: 'after_s', label: t('console.after_s'), kind: 'number', first: '86400', when: (values) => values['on_expiry'] === 'assume_dispensed' },
          ]}
          send={(values, intent) => post(`${path}/on-expiry`, intent, values['on_expiry'] === 'case' ? { on_expiry: 'case' } : { on_expiry: 'assume_dispensed', after_s: Number(values['after_s']) })}
          done={again}
        >
          <p>{t('console.on_expiry.what')}</p>
        </Act>
      </div>
    </section>
  );
}

/** What the operator brings, moves and takes back, and how far the position may go below zero. */
function Float({ path, again }: { path: string; again: () => void }) {
  if (!may('admin', 'finance')) return null;
  const pos_id = decodeURIComponent(path.slice('/pos/'.length));
  const review = (key: 'console.prefund.review' | 'console.float.back.review' | 'console.float.move.review') => (values: Readonly<Record<string, string>>) =>
    <p>{tx(key, { amount: <MoneyOr of={amountOf(values)} />, pos: <Id of={values['to_pos_id'] ?? pos_id} /> })}</p>;
  return (
    <section class="stack-s" aria-label={t('console.float')}>
      <h2>{t('console.float')}</h2>
      <div class="row">
        <Act<Shape<'Funding'>> label={t('console.prefund')} submit={t('console.prefund')} said={t('console.money_moved')} asks={amountAsks()} review={review('console.prefund.review')} send={(values, intent) => post(`${path}/prefundings`, intent, { amount: amountOf(values) })} done={again} />
        <Act<Shape<'Funding'>>
          label={t('console.float.move')}
          submit={t('console.float.move')}
          said={t('console.money_moved')}
          asks={[{ name: 'to_pos_id', label: t('console.float.to'), kind: 'code' }, ...amountAsks()]}
          review={review('console.float.move.review')}
          send={(values, intent) => post(`${path}/float-moves`, intent, { to_pos_id: values['to_pos_id']?.trim(), amount: amountOf(values) })}
          done={again}
        />
        <Act<Shape<'Funding'>> label={t('console.float.back')} submit={t('console.float.back')} said={t('console.money_moved')} asks={amountAsks()} review={review('console.float.back.review')} send={(values, intent) => post(`${path}/float-returns`, intent, { amount: amountOf(values) })} done={again} />
        <Act<void> label={t('console.float.low')} submit={t('console.save')} said={t('console.saved')} asks={amountAsks()} send={(values, intent) => post(`${path}/low-float`, intent, { amount: amountOf(values) })} done={again}>
          <p>{t('console.float.low.what')}</p>
        </Act>
        {may('admin') && (
          <Act<void>
            label={t('console.credit_line')}
            submit={t('console.save')}
            said={t('console.saved')}
            asks={[...amountAsks(), { name: 'why', label: t('console.why'), hint: t('console.why.wider'), kind: 'area', optional: true, maxLength: 2000 }]}
            send={(values, intent) => post(`${path}/credit-line`, intent, { amount: amountOf(values) })}
            done={again}
            instead={{
              code: 'needs_two_people',
              label: t('console.propose.wider'),
              send: (values, intent) => post('/proposals', intent, { kind: 'set_credit_line', pos_id, amount: amountOf(values), why: values['why'] }),
              done: (made: Shape<'Proposal'>) => go(['proposal', made.proposal_id]),
            }}
          >
            <p>{t('console.credit_line.what')}</p>
          </Act>
        )}
      </div>
    </section>
  );
}

/** Access keys: shown once, and gone with their name. */
function Keys({ path }: { path: string }) {
  if (!may('admin')) return null;
  return (
    <section class="stack-s" aria-label={t('console.keys')}>
      <h2>{t('console.keys')}</h2>
      <div class="row">
        <Act<Shape<'PosKey'>>
          label={t('console.key.add')}
          submit={t('console.key.add')}
          asks={[
            { name: 'profile', label: t('console.profile'), kind: 'choice', options: [{ value: 'plain', text: t('console.profile.plain') }, { value: 'signed', text: t('console.profile.signed') }] },
            { name: 'balance_view', label: t('console.balance_view'), kind: 'choice', options: [{ value: 'approved', text: t('console.balance_view.approved') }, { value: 'zero', text: t('console.balance_view.zero') }, { value: 'full', text: t('console.balance_view.full') }] },
            { name: 'networks', label: t('console.networks'), hint: t('console.networks.hint'), kind: 'code', optional: true },
          ]}
          send={(values, intent) => post(`${path}/keys`, intent, { profile: values['profile'], balance_view: values['balance_view'], networks: (values['networks'] ?? '').split(/[\s,;]+/).filter(Boolean) })}
          done={(made) => <Secrets note={t('console.once')} of={[[t('console.key.id'), made.key_id], [t('console.access_key'), made.access_key], [t('console.secret_key'), made.secret_key]]} />}
        />
        <Act<void> danger label={t('console.key.revoke')} submit={t('console.key.revoke')} said={t('console.saved')} asks={[{ name: 'key_id', label: t('console.key.id'), kind: 'code' }]} send={(values, intent) => remove(`${path}/keys/${part(values['key_id']?.trim() ?? '')}`, intent)} done={() => undefined}>
          <p>{t('console.key.revoke.what')}</p>
        </Act>
      </div>
    </section>
  );
}

