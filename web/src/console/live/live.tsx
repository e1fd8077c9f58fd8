import './live.css';
import { lazy, Suspense } from 'preact/compat';
import { useRef, useState } from 'preact/hooks';
import type { Live as LiveState, SeenOperation } from '../../api/wire-console';
import { useEvents } from '../../shared/events';
import { TroubleNotice } from '../../shared/notice';
import { Screen } from '../../shared/screen';
import { StatePill } from '../../shared/state-pill';
import { locale } from '../../shared/words';
import { useAnswer } from '../desk';
import { Id, State, When } from '../pieces';
import { Table } from '../table';
import { t } from '../words';

const Chart = lazy(() => import('./chart'));

/** Operations that passed while the screen was open, at most. */
const SEEN_MAX = 50;
/** The numbers are read anew at most so often, however much happens. */
const REREAD_MS = 2_000;

/** What happens now, from the server's own counts; events say when to read them anew. */
export function Live() {
  const live = useAnswer<LiveState>('/live');
  const [seen, setSeen] = useState<SeenOperation[]>([]);
  const waits = useRef<ReturnType<typeof setTimeout>>(undefined);
  const soon = () => {
    waits.current ??= setTimeout(() => {
      waits.current = undefined;
      live.reread();
    }, REREAD_MS);
  };
  const line = useEvents(
    '/api/v1/events',
    {
      operation: (data) => {
        const one = data as SeenOperation;
        setSeen((before) => [one, ...before.filter((other) => other.operation_id !== one.operation_id)].slice(0, SEEN_MAX));
        soon();
      },
      case: soon,
      brake: soon,
      hello: () => undefined,
    },
    live.reread,
  );
  const now = live.value;
  return (
    <Screen
      title={t('console.live')}
      aside={<StatePill tone={line === 'live' ? 'good' : line === 'opening' ? 'quiet' : 'bad'}>{t(`console.line.${line}`)}</StatePill>}
    >
      {live.trouble && <TroubleNotice trouble={live.trouble} onRetry={live.reread} />}
      {now && (
        <>
          <Figures of={now} />
          <section class="stack-s" aria-label={t('console.live.hour')}>
            <h2>{t('console.live.hour')}</h2>
            <Suspense fallback={<p class="quiet">{t('shared.loading')}</p>}>
              <Chart minutes={now.minutes} />
            </Suspense>
            <details>
              <summary>{t('console.live.as_table')}</summary>
              <Table
                quiet
                caption={t('console.live.minutes')}
                file="minutes"
                empty={t('console.none')}
                rows={now.minutes.filter((minute) => minute.approved + minute.refused + minute.withdrawals > 0)}
                keyOf={(minute) => minute.at}
                columns={[
                  { head: t('console.at'), text: (minute) => minute.at, show: (minute) => <When at={minute.at} /> },
                  { head: t('console.live.withdrawals'), text: (minute) => String(minute.withdrawals) },
                  { head: t('console.live.approved'), text: (minute) => String(minute.approved) },
                  { head: t('console.live.refused'), text: (minute) => String(minute.refused) },
                ]}
              />
            </details>
          </section>
          <Table
            caption={t('console.live.float')}
            file="float"
            empty={t('console.live.float.none')}
            rows={now.float}
            keyOf={(place) => `${place.pos_id} ${place.position.currency}`}
            columns={[
              { head: t('console.pos.one'), text: (place) => place.name, show: (place) => <a href={`#/pos/${encodeURIComponent(place.pos_id)}`}>{place.name}</a> },
              { head: t('console.position'), money: (place) => place.position },
            ]}
          />
        </>
      )}
      <Table
        caption={t('console.live.seen')}
        empty={t('console.live.seen.none')}
        rows={seen}
        keyOf={(one) => one.operation_id}
        columns={operationColumns()}
      />
    </Screen>
  );
}

/** Counts of requests, not of money: their share is said here. */
function Figures({ of }: { of: LiveState }) {
  const sum = (count: (minute: LiveState['minutes'][number]) => number) => of.minutes.reduce((all, minute) => all + count(minute), 0);
  const approved = sum((minute) => minute.approved);
  const asked = approved + sum((minute) => minute.refused);
  const number = new Intl.NumberFormat(locale());
  const share = asked === 0 ? '—' : new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(approved / asked);
  return (
    <dl class="figures">
      <Figure name={t('console.live.rate')} value={number.format(sum((minute) => minute.withdrawals))} />
      <Figure name={t('console.live.share')} value={share} />
      <Figure name={t('console.live.open')} value={number.format(of.open_sessions)} />
      <Figure name={t('console.live.unconfirmed')} value={number.format(of.unconfirmed)} bad={of.unconfirmed > 0} />
    </dl>
  );
}

const Figure = ({ name, value, bad = false }: { name: string; value: string; bad?: boolean }) => (
  <div class={bad ? 'figure figure-bad' : 'figure'}>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

export const operationColumns = () =>
  [
    { head: t('console.operation'), text: (one: SeenOperation) => one.operation_id, show: (one: SeenOperation) => <Id of={one.operation_id} to={one.transaction_id ? ['withdrawal', one.transaction_id] : ['operation', one.operation_id]} /> },
    { head: t('console.state'), text: (one: SeenOperation) => one.state, show: (one: SeenOperation) => <State of={one.state} /> },
    { head: t('console.amount'), money: (one: SeenOperation) => one.amount },
    { head: t('console.pos.one'), text: (one: SeenOperation) => one.pos_name ?? one.pos_id, show: (one: SeenOperation) => <a href={`#/pos/${encodeURIComponent(one.pos_id)}`}>{one.pos_name ?? one.pos_id}</a> },
    { head: t('console.wallet'), text: (one: SeenOperation) => one.wallet_id ?? '', show: (one: SeenOperation) => (one.wallet_id ? <Id of={one.wallet_id} to={['wallet', one.wallet_id]} /> : '—') },
    { head: t('console.at'), text: (one: SeenOperation) => one.at ?? '', show: (one: SeenOperation) => <When at={one.at} /> },
  ] as const;
