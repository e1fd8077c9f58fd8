import './live.css';
import { lazy, Suspense } from 'preact/compat';
import { useRef, useState } from 'preact/hooks';
import type { Shape } from '../../api';
import type { Seen, SeenOperation } from '../../api/wire-console';
import { formatMoney } from '../../shared/money';
import { TroubleNotice } from '../../shared/notice';
import { Screen } from '../../shared/screen';
import { StatePill } from '../../shared/state-pill';
import { locale } from '../../shared/words';
import { part, useAnswer, useHeard, useLine } from '../desk';
import { Id, named, State, When } from '../pieces';
import { Table } from '../table';
import { t, tx } from '../words';

type FloatLine = Shape<'FloatLine'>;
type LiveMinute = Shape<'LiveMinute'>;
type LiveView = Shape<'LiveView'>;

const Chart = lazy(() => import('./chart'));

/** Events that passed while the screen was open, at most. */
const SEEN_MAX = 50;
/** The numbers are read anew at most so often, however much happens. */
const REREAD_MS = 2_000;

/** What happens now, from the server's own counts; events say when to read them anew. */
export function Live() {
  const live = useAnswer<LiveView>('/live');
  const float = useAnswer<{ lines: FloatLine[] }>('/live/float');
  const [operations, setOperations] = useState<SeenOperation[]>([]);
  const [others, setOthers] = useState<Seen[]>([]);
  const waits = useRef<ReturnType<typeof setTimeout>>(undefined);
  const soon = () => {
    waits.current ??= setTimeout(() => {
      waits.current = undefined;
      live.reread();
      float.reread();
    }, REREAD_MS);
  };
  const other = (data: unknown) => {
    setOthers((before) => [data as Seen, ...before].slice(0, SEEN_MAX));
    soon();
  };
  const line = useLine();
  useHeard((name, data) => {
    if (name === 'hello') return soon(); // Also when the stream fell behind.
    if (name === 'deed') return;
    const one = data as SeenOperation;
    if (name !== 'operation' || !one.wallet_id) return other(data);
    setOperations((before) => [one, ...before.filter((known) => known.operation_id !== one.operation_id)].slice(0, SEEN_MAX));
    soon();
  });
  const now = live.value;
  return (
    <Screen title={t('console.live')} aside={<StatePill tone={line === 'live' ? 'good' : line === 'opening' ? 'quiet' : 'bad'}>{t(`console.line.${line}`)}</StatePill>}>
      {live.trouble && <TroubleNotice trouble={live.trouble} onRetry={live.reread} />}
      {now && (
        <>
          <Figures of={now} />
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
          <div class="panels">
            <Refusals of={now.minutes} />
            {float.value && <LowFloat of={float.value.lines} />}
          </div>
          {float.trouble && <TroubleNotice trouble={float.trouble} onRetry={float.reread} />}
        </>
      )}
      <Table caption={t('console.live.seen')} empty={t('console.live.seen.none')} rows={operations} keyOf={(one) => one.operation_id} columns={seenColumns()} />
      {others.length > 0 && (
        <Table
          caption={t('console.live.others')}
          empty={t('console.none')}
          rows={others}
          keyOf={(one) => `${one.at} ${one.what} ${one.operation_id ?? ''}`}
          columns={[
            { head: t('console.at'), show: (one) => <When at={one.at} /> },
            { head: t('console.what'), show: (one) => named('event', one.what) },
            { head: t('console.amount'), money: (one) => one.amount },
            { head: t('console.operation'), show: (one) => (one.operation_id ? <Id of={one.operation_id} to={['operation', one.operation_id]} /> : '—') },
          ]}
        />
      )}
    </Screen>
  );
}

/** Counts of requests and of seconds, not of money: their sums and shares are said here. */
function Figures({ of }: { of: LiveView }) {
  const sum = (count: (minute: LiveMinute) => number) => of.minutes.reduce((all, minute) => all + count(minute), 0);
  const [approved, refused] = [sum(approvedIn), sum(refusedIn)];
  const number = new Intl.NumberFormat(locale());
  const share = approved + refused === 0 ? '—' : new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(approved / (approved + refused));
  const slow = of.time_to_cash;
  return (
    <dl class="figures">
      <Figure name={t('console.live.withdrawals')} value={number.format(sum((minute) => minute.withdrawals))} />
      <Figure name={t('console.live.share')} value={share} />
      <Figure name={t('console.live.time')} value={slow ? seconds(slow.p50_s) : '—'} {...(slow && { note: t('console.live.time.p95', { time: seconds(slow.p95_s) }) })} />
      <Figure name={t('console.live.open')} value={number.format(of.open_sessions)} to="#/sessions" />
      <Figure name={t('console.live.unconfirmed')} value={number.format(of.unconfirmed)} bad={of.unconfirmed > 0} to="#/cases" />
    </dl>
  );
}

/** A login that was let in opened a session; a withdrawal that was let through set money aside. */
const approvedIn = (minute: LiveMinute): number => minute.sessions + minute.withdrawals;

const refusedIn = (minute: LiveMinute): number => minute.refused.reduce((all, one) => all + one.count, 0);

const seconds = (count: number): string => new Intl.NumberFormat(locale(), { style: 'unit', unit: 'second', unitDisplay: 'short' }).format(count);

interface FigureProps {
  name: string;
  value: string;
  note?: string;
  bad?: boolean;
  /** Where it is looked into. */
  to?: string;
}

const Figure = ({ name, value, note, bad = false, to }: FigureProps) => (
  <div class={bad ? 'figure figure-bad' : 'figure'}>
    <dt>{to ? <a href={to}>{name}</a> : name}</dt>
    <dd>
      {value}
      {note && <span class="figure-note">{note}</span>}
    </dd>
  </div>
);

/** Why requests of the last hour were refused, the most frequent first. */
function Refusals({ of }: { of: readonly LiveMinute[] }) {
  const counts = new Map<string, number>();
  for (const minute of of) for (const { code, count } of minute.refused) counts.set(code, (counts.get(code) ?? 0) + count);
  return (
    <Table
      caption={t('console.live.refusals')}
      empty={t('console.live.refusals.none')}
      rows={[...counts].sort(([, one], [, other]) => other - one)}
      keyOf={([code]) => code}
      columns={[
        { head: t('console.live.code'), show: ([code]) => <a href={`/errors/${code}`}><bdi dir="ltr" class="id">{code}</bdi></a> },
        { head: t('console.live.refused'), text: ([, count]) => String(count) },
      ]}
    />
  );
}

/** The POS nearest to having too little, or below it already. */
const LowFloat = ({ of }: { of: readonly FloatLine[] }) => (
  <Table
    caption={t('console.live.float')}
    file={{ name: 'float', path: '/live/float.csv' }}
    empty={t('console.live.float.none')}
    rows={of}
    keyOf={(one) => `${one.pos_id} ${one.position.currency}`}
    columns={[
      { head: t('console.pos.one'), show: (one) => <a href={`#/pos/${part(one.pos_id)}`}><bdi>{one.name}</bdi></a> },
      { head: t('console.position'), money: (one) => one.position },
      { head: t('console.float.mark'), money: (one) => one.mark },
      { head: t('console.state'), show: (one) => (one.is_low ? <State of="low" /> : '—') },
    ]}
  />
);

/** The chart's twin, and what was paid beside it. */
function Minutes({ of }: { of: readonly LiveMinute[] }) {
  return (
    <Table
      quiet
      caption={t('console.live.minutes')}
      file={{ name: 'minutes', path: '/live/minutes.csv' }}
      empty={t('console.none')}
      rows={of.filter((minute) => minute.sessions + minute.withdrawals + minute.completed + minute.reversed + minute.unconfirmed + refusedIn(minute) > 0)}
      keyOf={(minute) => minute.at}
      columns={[
        { head: t('console.at'), show: (minute) => <When at={minute.at} /> },
        { head: t('console.live.sessions'), text: (minute) => String(minute.sessions) },
        { head: t('console.live.withdrawals'), text: (minute) => String(minute.withdrawals) },
        { head: t('console.live.completed'), text: (minute) => String(minute.completed) },
        { head: t('console.live.reversed'), text: (minute) => String(minute.reversed) },
        { head: t('console.live.unconfirmed'), text: (minute) => String(minute.unconfirmed) },
        { head: t('console.live.refused'), text: (minute) => String(refusedIn(minute)) },
        { head: t('console.paid'), text: (minute) => minute.paid.map(formatMoney).join('; ') },
      ]}
    />
  );
}

/** The columns of operations wherever they are listed. */
export const operationColumns = () =>
  [
    { head: t('console.operation'), show: (one: Shape<'FoundOperation'>) => <Id of={one.operation_id} to={one.transaction_id ? ['withdrawal', one.transaction_id] : ['operation', one.operation_id]} /> },
    { head: t('console.state'), show: (one: Shape<'FoundOperation'>) => <State of={one.state} /> },
    { head: t('console.amount'), money: (one: Shape<'FoundOperation'>) => one.amount },
    { head: t('console.pos.one'), show: (one: Shape<'FoundOperation'>) => <Id of={one.pos_id} to={['pos', one.pos_id]} /> },
    { head: t('console.wallet'), show: (one: Shape<'FoundOperation'>) => <Id of={one.wallet_id} to={['wallet', one.wallet_id]} /> },
    { head: t('console.opened_at'), show: (one: Shape<'FoundOperation'>) => <When at={one.opened_at} /> },
  ] as const;

const seenColumns = () => {
  const [operation, state, amount, , wallet] = operationColumns();
  return [
    { head: t('console.at'), show: (one: SeenOperation) => <When at={one.at} /> },
    { head: t('console.what'), show: (one: SeenOperation) => named('event', one.what) },
    operation,
    state,
    amount,
    { head: t('console.pos.one'), show: (one: SeenOperation) => <a href={`#/pos/${part(one.pos_id)}`}>{one.pos_name}</a> },
    wallet,
  ] as const;
};

