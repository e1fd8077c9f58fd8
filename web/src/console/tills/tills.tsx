import { useState } from 'preact/hooks';
import type { Shape } from '../../api';
import { Button } from '../../shared/button';
import { Field } from '../../shared/field';
import { TroubleNotice } from '../../shared/notice';
import { Screen } from '../../shared/screen';
import { Act } from '../act';
import { may, part, post, useAnswer } from '../desk';
import { Facts, Id, MoneyOr, named, State, When } from '../pieces';
import { Listing, Table } from '../table';
import { t } from '../words';

type Variance = Shape<'TillVariance'>;

/** Closing counts that differed. */
export function Tills() {
  const [version, setVersion] = useState(0);
  return (
    <Screen title={t('console.tills')}>
      <p class="quiet">{t('console.tills.where')}</p>
      <Listing<Variance>
        version={version}
        caption={t('console.variances')}
        file="variances"
        empty={t('console.variances.none')}
        list={{ path: '/till-variances', cursor: 'past', about: ['till_session'], rows: (page: Shape<'TillVariances'>) => page.variances }}
        keyOf={(one) => `${one.till_session_id} ${one.line.expected.currency}`}
        columns={[
          { head: t('console.till_session'), show: (one) => <Id of={one.till_session_id} to={['till-session', one.till_session_id]} /> },
          { head: t('console.state'), show: (one) => <State of={one.state} /> },
          { head: t('console.expected'), money: (one) => one.line.expected },
          { head: t('console.counted'), money: (one) => one.line.counted },
          { head: t('console.variance'), money: (one) => one.line.variance },
          { head: t('console.at'), show: (one) => <When at={one.found_at} /> },
          { head: t('console.explanation'), show: (one) => <bdi>{one.explanation ?? '—'}</bdi> },
          { head: t('console.explained_by'), text: (one) => one.explained_by ?? '' },
          ...(may('admin', 'finance')
            ? [{ head: t('console.change'), show: (one: Variance) => <Explain till_session_id={one.till_session_id} currency={one.line.expected.currency} again={() => setVersion((before) => before + 1)} /> }]
            : []),
        ]}
      />
      <CashRules />
    </Screen>
  );
}

/** Which notes and coins a currency has, and from what difference on a count waits for an explanation. */
function CashRules() {
  const [typed, setTyped] = useState('');
  const [currency, setCurrency] = useState<string>();
  const path = `/currencies/${part(currency ?? '')}/cash-rules`;
  const read = useAnswer<Shape<'CashRules'>>(currency && path);
  const of = read.value;
  return (
    <section class="stack-s narrow">
      <h2>{t('console.cash_rules')}</h2>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          setCurrency(typed.trim().toUpperCase() || undefined);
        }}
      >
        <Field name="rules-currency" label={t('console.currency')} value={typed} onValue={setTyped} maxLength={3} required leftToRight />
        <Button type="submit">{t('console.show')}</Button>
      </form>
      {read.trouble && <TroubleNotice trouble={read.trouble} onRetry={read.reread} />}
      {of && (
        <>
          <Facts of={[[t('console.denominations'), <bdi dir="ltr">{of.denominations.join(' · ')}</bdi>], [t('console.variance_alert'), <MoneyOr of={{ amount: of.variance_alert, currency: currency ?? '' }} />]]} />
          {may('admin') && (
            <div>
              <Act<Shape<'CashRules'>>
                label={t('console.change')}
                title={t('console.cash_rules')}
                submit={t('console.save')}
                said={t('console.saved')}
                asks={[
                  { name: 'denominations', label: t('console.denominations'), kind: 'code', first: of.denominations.join(' ') },
                  { name: 'variance_alert', label: t('console.variance_alert'), kind: 'decimal', first: of.variance_alert },
                ]}
                send={(values, intent) => post(path, intent, { denominations: values['denominations']?.split(/[\s,;]+/).filter(Boolean), variance_alert: values['variance_alert']?.trim() })}
                done={read.reread}
              />
            </div>
          )}
        </>
      )}
    </section>
  );
}

function Explain({ till_session_id, currency, again }: { till_session_id: string; currency: string; again: () => void }) {
  return (
    <Act<void>
      kind="quiet"
      label={t('console.explain')}
      submit={t('console.save')}
      said={t('console.saved')}
      asks={[{ name: 'explanation', label: t('console.explanation'), kind: 'area', maxLength: 500 }]}
      send={(values, intent) => post(`/till-sessions/${part(till_session_id)}/explanations`, intent, { currency, explanation: values['explanation'] })}
      done={again}
    />
  );
}

/** From an opening count to a closing one. */
export function TillSession({ till_session_id }: { till_session_id: string }) {
  const path = `/till-sessions/${part(till_session_id)}`;
  const read = useAnswer<Shape<'TillSession'>>(path, [`till_session:${till_session_id}`]);
  const of = read.value;
  return (
    <Screen title={t('console.till_session')} back="#/tills" aside={of && <State of={of.closed_at === null ? 'open' : 'closed'} />}>
      {read.trouble && <TroubleNotice trouble={read.trouble} onRetry={read.reread} />}
      {of && (
        <>
          <Facts
            of={[
              [t('console.till_session'), <Id of={of.till_session_id} whole />],
              [t('console.till'), <Id of={of.till_id} />],
              [t('console.cashier'), <Id of={of.cashier_id} />],
              [t('console.key.id'), <Id of={of.key_id} />],
              [t('console.opened_at'), <When at={of.opened_at} />],
              [t('console.closed_at'), <When at={of.closed_at} />],
              [t('console.closed_by'), of.closed_by],
            ]}
          />
          <Table
            caption={t('console.counted.opening')}
            file={{ name: `opening-${till_session_id}`, path: `${path}/opened.csv` }}
            empty={t('console.none')}
            rows={of.opened.flatMap((count) => (count.notes ?? []).map((notes) => ({ ...notes, currency: count.currency })))}
            keyOf={(one) => `${one.currency} ${one.denomination}`}
            columns={[
              { head: t('console.denomination'), money: (one) => ({ amount: one.denomination, currency: one.currency }) },
              { head: t('console.pieces'), text: (one) => String(one.count) },
            ]}
          />
          {of.closed_at !== null && (
            <Table
              caption={t('console.counted.closing')}
              file={{ name: `closing-${till_session_id}`, path: `${path}/lines.csv` }}
              empty={t('console.none')}
              rows={of.lines}
              keyOf={(one) => one.expected.currency}
              columns={[
                { head: t('console.expected'), money: (one) => one.expected },
                { head: t('console.counted'), money: (one) => one.counted },
                { head: t('console.variance'), money: (one) => one.variance },
              ]}
            />
          )}
        </>
      )}
    </Screen>
  );
}

/** The cash of a POS: its tills, its vault, its cashiers. */
export function Drawers({ pos_id }: { pos_id: string }) {
  const path = `/pos/${part(pos_id)}`;
  const cash = useAnswer<Shape<'PosCash'>>(`${path}/cash`, ['pos', 'till', 'till_session']);
  const cashiers = useAnswer<Shape<'Cashiers'>>(`${path}/cashiers`, ['cashier']);
  const of = cash.value;
  return (
    <section class="stack">
      <div class="row-ends">
        <h2>{t('console.cash')}</h2>
        {of && <span class="quiet">{t(of.runs_tills ? 'console.runs_tills' : 'console.runs_none')}</span>}
      </div>
      {cash.trouble && <TroubleNotice trouble={cash.trouble} onRetry={cash.reread} />}
      {of && may('admin') && (
        <div class="row">
          <Act<void>
            label={t(of.runs_tills ? 'console.tills.stop' : 'console.tills.run')}
            submit={t('console.save')}
            said={t('console.saved')}
            send={(_, intent) => post(`${path}/till-running`, intent, { runs_tills: !of.runs_tills })}
            done={cash.reread}
          >
            <p>{t(of.runs_tills ? 'console.tills.stop.what' : 'console.tills.run.what')}</p>
          </Act>
          <Act<Shape<'Till'>> label={t('console.till.add')} submit={t('console.till.add')} said={t('console.saved')} asks={[{ name: 'name', label: t('console.name'), maxLength: 64 }]} send={(values, intent) => post(`${path}/tills`, intent, { name: values['name'] })} done={cash.reread} />
          <Act<Shape<'Cashier'>>
            label={t('console.cashier.add')}
            submit={t('console.cashier.add')}
            said={t('console.saved')}
            asks={[
              { name: 'name', label: t('console.name'), maxLength: 64 },
              { name: 'role', label: t('console.role'), kind: 'choice', options: [{ value: 'cashier', text: t('console.role.cashier') }, { value: 'supervisor', text: t('console.role.supervisor') }] },
              { name: 'pin', label: t('console.pin'), hint: t('console.pin.hint'), kind: 'password', maxLength: 12 },
            ]}
            send={(values, intent) => post(`${path}/cashiers`, intent, { name: values['name'], role: values['role'], pin: values['pin'] })}
            done={cashiers.reread}
          />
          <Act<Shape<'VaultBalance'>>
            label={t('console.vault')}
            submit={t('console.save')}
            said={t('console.saved')}
            asks={[
              { name: 'event', label: t('console.vault.event'), kind: 'choice', options: [{ value: 'delivered', text: t('console.vault.delivered') }, { value: 'collected', text: t('console.vault.collected') }, { value: 'counted', text: t('console.vault.counted') }] },
              { name: 'amount', label: t('console.amount'), kind: 'decimal' },
              { name: 'currency', label: t('console.currency'), kind: 'code', maxLength: 3 },
            ]}
            send={(values, intent) => post(`${path}/vault`, intent, { event: values['event'], amount: { amount: values['amount']?.trim(), currency: values['currency']?.trim().toUpperCase() } })}
            done={cash.reread}
          />
        </div>
      )}
      {of && of.cash.length > 0 && (
        <Table
          quiet
          caption={t('console.cash')}
          file={{ name: `cash-${pos_id}`, path: `${path}/cash.csv` }}
          empty={t('console.none')}
          rows={of.cash}
          keyOf={(line) => line.vault.currency}
          columns={[
            { head: t('console.in_tills'), money: (line) => line.tills },
            { head: t('console.in_vault'), money: (line) => line.vault },
            { head: t('console.missing'), money: (line) => line.missing },
          ]}
        />
      )}
      {of && of.tills.length > 0 && (
        <Table
          caption={t('console.tills')}
          file={{ name: `tills-${pos_id}`, path: `${path}/tills.csv` }}
          empty={t('console.none')}
          rows={of.tills}
          keyOf={(till) => till.till_id}
          columns={[
            { head: t('console.name'), show: (till) => <bdi>{till.name}</bdi> },
            { head: t('console.till_session'), show: (till) => (till.till_session_id ? <Id of={till.till_session_id} to={['till-session', till.till_session_id]} /> : '—') },
            { head: t('console.cashier'), text: (till) => cashiers.value?.cashiers.find((one) => one.cashier_id === till.cashier_id)?.name ?? till.cashier_id ?? '' },
            { head: t('console.opened_at'), show: (till) => <When at={till.opened_at} /> },
            ...(may('admin') ? [{ head: t('console.change'), show: (till: Shape<'Till'>) => till.till_session_id && <CloseTill of={till} again={cash.reread} /> }] : []),
          ]}
        />
      )}
      {cashiers.value && cashiers.value.cashiers.length > 0 && (
        <Table
          caption={t('console.cashiers')}
          file={{ name: `cashiers-${pos_id}`, path: `${path}/cashiers.csv` }}
          empty={t('console.none')}
          rows={cashiers.value.cashiers}
          keyOf={(one) => one.cashier_id}
          columns={[
            { head: t('console.name'), show: (one) => <bdi>{one.name}</bdi> },
            { head: t('console.role'), show: (one) => named('role', one.role) },
            { head: t('console.state'), show: (one) => <State of={stateOf(one)} /> },
            ...(may('admin') ? [{ head: t('console.change'), show: (one: Shape<'Cashier'>) => <ChangeCashier of={one} again={cashiers.reread} /> }] : []),
          ]}
        />
      )}
    </section>
  );
}

/** `50x2 20x10` of one currency, as people write a count. */
export function countOf(text: string): Shape<'CountedNotes'>[] {
  return text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((piece) => {
      const [denomination = '', count = ''] = piece.split(/[x×*]/i);
      return { denomination, count: Number(count) };
    });
}

/** For a cashier who is gone, or a key that was revoked. The answer is the first to tell what was expected. */
function CloseTill({ of, again }: { of: Shape<'Till'>; again: () => void }) {
  return (
    <Act<Shape<'TillClosed'>>
      kind="quiet"
      label={t('console.till.close')}
      title={`${t('console.till.close')}: ${of.name}`}
      submit={t('console.till.close')}
      asks={[
        { name: 'currency', label: t('console.currency'), kind: 'code', maxLength: 3 },
        { name: 'notes', label: t('console.counted'), hint: t('console.counted.hint'), kind: 'code', optional: true },
      ]}
      send={(values, intent) => post(`/tills/${part(of.till_id)}/close`, intent, { counts: [{ currency: values['currency']?.toUpperCase(), notes: countOf(values['notes'] ?? '') }] })}
      done={(closed) => {
        again();
        return (
          <Table
            caption={t('console.counted.closing')}
            empty={t('console.none')}
            rows={closed.lines}
            keyOf={(line) => line.expected.currency}
            columns={[
              { head: t('console.expected'), money: (line) => line.expected },
              { head: t('console.counted'), money: (line) => line.counted },
              { head: t('console.variance'), money: (line) => line.variance },
            ]}
          />
        );
      }}
    >
      <p>{t('console.till.close.what')}</p>
    </Act>
  );
}

const stateOf = (one: Shape<'Cashier'>): string => (!one.active ? 'disabled' : one.locked ? 'locked' : 'live');

function ChangeCashier({ of, again }: { of: Shape<'Cashier'>; again: () => void }) {
  return (
    <div class="row">
      <Act<void> kind="quiet" label={t('console.pin.new')} title={`${t('console.pin.new')}: ${of.name}`} submit={t('console.save')} said={t('console.saved')} asks={[{ name: 'pin', label: t('console.pin'), hint: t('console.pin.hint'), kind: 'password', maxLength: 12 }]} send={(values, intent) => post(`/cashiers/${part(of.cashier_id)}`, intent, { pin: values['pin'] })} done={again} />
      <Act<void> kind="quiet" label={t(of.active ? 'console.disable' : 'console.enable')} title={of.name} submit={t(of.active ? 'console.disable' : 'console.enable')} said={t('console.saved')} send={(_, intent) => post(`/cashiers/${part(of.cashier_id)}`, intent, { active: !of.active })} done={again} />
    </div>
  );
}

