import './live.css';
import { lazy, Suspense } from 'preact/compat';
import { useRef, useState } from 'preact/hooks';
import type { Shape } from '../../api';
import type { Seen, SeenOperation } from '../../api/wire-console';
import { useEvents } from '../../shared/events';
import { formatMoney } from '../../shared/money';
import { TroubleNotice } from '../../shared/notice';
import { Screen } from '../../shared/screen';
import { StatePill } from '../../shared/state-pill';
import { locale } from '../../shared/words';
import { part, useAnswer } from '../desk';
import { Id, named, State, When } from '../pieces';
import { Table } from '../table';
import { t, tx } from '../words';

const Chart = lazy(() => import('./chart'));

/** Events that passed while the screen was open, at most. */
const SEEN_MAX = 50;
/** The numbers are read anew at most so often, however much happens. */
const REREAD_MS = 2_000;

/** What happens now, from the server's own counts; events say when to read them anew. */
export function Live() {
  const live = useAnswer<Shape<'LiveView'>>('/live');
  const [operations, setOperations] = useState<SeenOperation[]>([]);
  const [others, setOthers] = useState<Seen[]>([]);
  const waits = useRef<ReturnType<typeof setTimeout>>(undefined);
  const soon = () => {
    waits.current ??= setTimeout(() => {
      waits.current = undefined;
      live.reread();
    }, REREAD_MS);
  };
  const other = (data: unknown) => {
    setOthers((before) => [data as Seen, ...before].slice(0, SEEN_MAX));
    soon();
  };
  const line = useEvents(
    '/api/v1/events',
    {
      operation: (data) => {
        const one = data as SeenOperation;
        if (!one.wallet_id) return other(data);
        setOperations((before) => [one, ...before.filter((known) => known.operation_id !== one.operation_id)].slice(0, SEEN_MAX));
        soon();
      },
      case: other,
      brake: other,
      proposal: other,
      till: other,
      notice: other,
      hello: soon, // Also when the stream fell behind.
    },
    live.reread,
  );
  const now = live.value;
  return (
    <Screen title={t('console.live')} aside={<StatePill tone={line === 'live' ? 'good' : line === 'opening' ? 'quiet' : 'bad'}>{t(`console.line.${line}`)}</StatePill>}>
      {live.trouble && <TroubleNotice trouble={live.trouble} onRetry={live.reread} />}
      {now && (
        <>
          <Figures of={now.minutes} />
          <section class="stack-s" aria-label={t('console.live.hour')}>
            <div class="row-ends">
              <h2>{t('console.live.hour')}</h2>
              <span class="quiet small">{tx('console.live.since', { at: <When at={now.since} /> })}</span>
            </div>
            <Suspense fallback={<div class="chart quiet">{t('shared.loading')}</div>}>
              <Chart minutes={now.minutes} />
            </Suspense>
            <details>
              <summary>{t('console.live.as_table')}</summary>
              <Minutes of={now.minutes} />
            </details>
          </section>
        </>
      )}
      <Table caption={t('console.live.seen')} file="operations" empty={t('console.live.seen.none')} rows={operations} keyOf={(one) => one.operation_id} columns={seenColumns()} />
      {others.length > 0 && (
        <Table
          caption={t('console.live.others')}
          file="events"
          empty={t('console.none')}
          rows={others}
          keyOf={(one) => `${one.at} ${one.what} ${one.operation_id ?? ''}`}
          columns={[
            { head: t('console.at'), text: (one) => one.at, show: (one) => <When at={one.at} /> },
            { head: t('console.what'), text: (one) => one.what, show: (one) => named('event', one.what) },
            { head: t('console.amount'), money: (one) => one.amount },
            { head: t('console.operation'), text: (one) => one.operation_id ?? '', show: (one) => (one.operation_id ? <Id of={one.operation_id} to={['operation', one.operation_id]} /> : '—') },
          ]}
        />
      )}
    </Screen>
  );
}

/** Counts of operations, not of money: their share is said here. */
function Figures({ of }: { of: readonly Shape<'LiveMinute'>[] }) {
  const sum = (count: (minute: Shape<'LiveMinute'>) => number) => of.reduce((all, minute) => all + count(minute), 0);
  const [completed, reversed, unconfirmed] = [sum((minute) => minute.completed), sum((minute) => minute.reversed), sum((minute) => minute.unconfirmed)];
  const ended = completed + reversed + unconfirmed;
  const number = new Intl.NumberFormat(locale());
  const share = ended === 0 ? '—' : new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(completed / ended);
  return (
    <dl class="figures">
      <Figure name={t('console.live.sessions')} value={number.format(sum((minute) => minute.sessions))} />
      <Figure name={t('console.live.withdrawals')} value={number.format(sum((minute) => minute.withdrawals))} />
      <Figure name={t('console.live.share')} value={share} />
      <Figure name={t('console.live.unconfirmed')} value={number.format(unconfirmed)} bad={unconfirmed > 0} />
    </dl>
  );
}

const Figure = ({ name, value, bad = false }: { name: string; value: string; bad?: boolean }) => (
  <div class={bad ? 'figure figure-bad' : 'figure'}>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

/** The chart's twin, and what was paid beside it. */
function Minutes({ of }: { of: readonly Shape<'LiveMinute'>[] }) {
  return (
    <Table
      quiet
      caption={t('console.live.minutes')}
      file="minutes"
      empty={t('console.none')}
      rows={of.filter((minute) => minute.sessions + minute.withdrawals + minute.completed + minute.reversed + minute.unconfirmed > 0)}
      keyOf={(minute) => minute.at}
      columns={[
        { head: t('console.at'), text: (minute) => minute.at, show: (minute) => <When at={minute.at} /> },
        { head: t('console.live.sessions'), text: (minute) => String(minute.sessions) },
        { head: t('console.live.withdrawals'), text: (minute) => String(minute.withdrawals) },
        { head: t('console.live.completed'), text: (minute) => String(minute.completed) },
        { head: t('console.live.reversed'), text: (minute) => String(minute.reversed) },
        { head: t('console.live.unconfirmed'), text: (minute) => String(minute.unconfirmed) },
        { head: t('console.paid'), text: (minute) => minute.paid.map(formatMoney).join('; ') },
      ]}
    />
  );
}

/** The columns of operations wherever they are listed. */
export const operationColumns = () =>
  [
    { head: t('console.operation'), text: (one: Shape<'FoundOperation'>) => one.operation_id, show: (one: Shape<'FoundOperation'>) => <Id of={one.operation_id} to={one.transaction_id ? ['withdrawal', one.transaction_id] : ['operation', one.operation_id]} /> },
    { head: t('console.state'), text: (one: Shape<'FoundOperation'>) => one.state, show: (one: Shape<'FoundOperation'>) => <State of={one.state} /> },
    { head: t('console.amount'), money: (one: Shape<'FoundOperation'>) => one.amount },
    { head: t('console.pos.one'), text: (one: Shape<'FoundOperation'>) => one.pos_id, show: (one: Shape<'FoundOperation'>) => <Id of={one.pos_id} to={['pos', one.pos_id]} /> },
    { head: t('console.wallet'), text: (one: Shape<'FoundOperation'>) => one.wallet_id, show: (one: Shape<'FoundOperation'>) => <Id of={one.wallet_id} to={['wallet', one.wallet_id]} /> },
    { head: t('console.opened_at'), text: (one: Shape<'FoundOperation'>) => one.opened_at, show: (one: Shape<'FoundOperation'>) => <When at={one.opened_at} /> },
  ] as const;

const seenColumns = () => {
  const [operation, state, amount, , wallet] = operationColumns();
  return [
    { head: t('console.at'), text: (one: SeenOperation) => one.at, show: (one: SeenOperation) => <When at={one.at} /> },
    { head: t('console.what'), text: (one: SeenOperation) => one.what, show: (one: SeenOperation) => named('event', one.what) },
    operation,
    state,
    amount,
    { head: t('console.pos.one'), text: (one: SeenOperation) => one.pos_name, show: (one: SeenOperation) => <a href={`#/pos/${part(one.pos_id)}`}>{one.pos_name}</a> },
    wallet,
  ] as const;
};

