import './withdrawal.css';
import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Shape } from '../../api';
import { TroubleNotice } from '../../shared/notice';
import { Screen } from '../../shared/screen';
import { isZero } from '../../shared/money';
import { Act } from '../act';
import { may, part, post, useAnswer, type About } from '../desk';
import { evidenceLine } from '../cases';
import { AccountLink, Facts, Id, MoneyOr, named, State, TransferLink, When } from '../pieces';
import { Table } from '../table';
import { t, tx } from '../words';

type Timeline = Shape<'Timeline'>;
type TimelineTransfer = Shape<'TimelineTransfer'>;

/** A withdrawal: where its money is, what happened when, and what the ledger holds of it. */
export function Withdrawal({ transaction_id }: { transaction_id: string }) {
  const [about, setAbout] = useState<About[]>([`withdrawal:${transaction_id}`]);
  const read = useAnswer<Timeline>(`/withdrawals/${part(transaction_id)}/timeline`, about);
  const whole = read.value;
  const of = whole?.withdrawal;
  useEffect(() => {
    if (of) setAbout([`withdrawal:${transaction_id}`, `operation:${of.operation_id}`, `case:${of.operation_id}`]);
  }, [transaction_id, of?.operation_id]);
  const own = useAnswer<Shape<'Case'>>(whole?.case ? `/cases/${part(whole.case)}` : undefined, about);
  const again = () => {
    read.reread();
    own.reread();
  };
  const happened = whole ? timeline(whole, own.value) : [];
  return (
    <Screen title={t('console.withdrawal')} aside={of && <State of={of.state} />}>
      {read.trouble && <TroubleNotice trouble={read.trouble} onRetry={read.reread} />}
      {whole && of && (
        <>
          <div class="panels">
            <Where of={of} />
            <section class="panel" aria-label={t('console.facts')}>
              <h2>{t('console.facts')}</h2>
              <Facts
                of={[
                  [t('console.transaction'), <Id of={of.transaction_id} whole />],
                  [t('console.operation'), <Id of={of.operation_id} whole />],
                  [t('console.wallet'), <Id of={of.wallet_id} to={['wallet', of.wallet_id]} />],
                  [t('console.account'), <AccountLink of={of.account_id} />],
                  [t('console.pos.one'), <a href={`#/pos/${part(of.pos_id)}`}><bdi>{whole.pos_name}</bdi></a>],
                  [t('console.owner'), <Id of={of.owner_id} to={['owner', of.owner_id]} />],
                  [t('console.key.id'), <Id of={whole.key_id} />],
                  [t('console.check_word'), <bdi>{whole.check_word}</bdi>],
                  [t('console.made_at'), <When at={of.made_at} />],
                  [t('console.session.end'), <>{named('session', whole.session.end)} {whole.session.ended_at && <When at={whole.session.ended_at} />}</>],
                  ...whole.people.map(({ part: did, name }) => [named('people', did), <bdi>{name}</bdi>] as const),
                  of.tariff_id !== null && [t('console.tariff'), <Id of={of.tariff_id} to={['tariff', of.tariff_id]} />],
                ]}
              />
              {own.value ? (
                <p>
                  <a href={`#/case/${part(of.operation_id)}`}>{named('case', own.value.kind)}</a> · <State of={own.value.state} />
                </p>
              ) : (
                may('admin', 'wallet_backend') && (
                  <div>
                    <Act<Shape<'CaseLine'>>
                      label={t('console.dispute')}
                      submit={t('console.dispute')}
                      said={t('console.dispute.said')}
                      send={(_, intent) => post(`/withdrawals/${part(transaction_id)}/disputes`, intent)}
                      done={again}
                    >
                      <p>{t('console.dispute.what')}</p>
                    </Act>
                  </div>
                )
              )}
            </section>
          </div>
          <section class="stack-s" aria-label={t('console.timeline')}>
            <h2>{t('console.timeline')}</h2>
            <ol class="timeline">
              {happened.map((event, at) => (
                <li key={at}>
                  <When at={event.at} />
                  <div>{event.what}</div>
                </li>
              ))}
            </ol>
            {whole.prints_left_out > 0 && <p class="quiet">{t('console.timeline.more_prints', { n: whole.prints_left_out })}</p>}
          </section>
          <Table
            caption={t('console.ledger')}
            file={{ name: `withdrawal-${transaction_id}`, path: `/withdrawals/${part(transaction_id)}/transfers.csv` }}
            empty={t('console.none')}
            rows={whole.transfers}
            keyOf={(one) => one.transfer}
            columns={transferColumns()}
          />
        </>
      )}
    </Screen>
  );
}

/** Where its money is: the amount is always held, paid and returned together. */
function Where({ of }: { of: Shape<'Withdrawal'> }) {
  return (
    <section class="panel" aria-label={t('console.money')}>
      <h2>{t('console.money')}</h2>
      <Facts
        of={[
          [t('console.amount'), <MoneyOr of={of.amount} />],
          [t('console.held'), <MoneyOr of={of.held} />],
          [t('console.paid'), <MoneyOr of={of.paid} />],
          [t('console.returned'), <MoneyOr of={of.returned} />],
          !isZero(of.paid_late.amount) && [t('console.paid_late'), <MoneyOr of={of.paid_late} />],
          [t('console.fee'), <MoneyOr of={of.fee} />],
          [t('console.fee_kept'), <MoneyOr of={of.fee_kept} />],
          [t('console.tax_kept'), <MoneyOr of={of.tax_kept} />],
          [t('console.commission'), <MoneyOr of={of.commission} />],
        ]}
      />
      {of.assumed && <p class="quiet">{t('console.assumed')}</p>}
    </section>
  );
}

const transferColumns = () =>
  [
    { head: t('console.transfer'), show: (one: TimelineTransfer) => <TransferLink of={one.transfer} account_id={one.debit} /> },
    { head: t('console.at'), show: (one: TimelineTransfer) => <When at={one.at} /> },
    { head: t('console.reason'), show: (one: TimelineTransfer) => named('reason', one.reason) },
    { head: t('console.debit'), show: (one: TimelineTransfer) => <AccountLink of={one.debit} /> },
    { head: t('console.credit'), show: (one: TimelineTransfer) => <AccountLink of={one.credit} /> },
    { head: t('console.amount'), money: (one: TimelineTransfer) => one.amount },
  ] as const;

/** So long after it was printed a receipt may be told of and is still told at once. */
const TOLD_AT_ONCE_MS = 60_000;

/** A print: what it was, how, by whom, and when it was told if that was later. */
function printLine({ number, copy, at, told_at, medium, cashier, till }: Shape<'TimelinePrint'>) {
  const is_late = Date.parse(told_at) - Date.parse(at) > TOLD_AT_ONCE_MS;
  return (
    <>
      <strong>{copy ? t('console.timeline.copy', { number: number - 1 }) : t('console.timeline.original')}</strong> · {named('print', medium)}
      {[cashier, till].map((name) => name !== null && <> · <bdi>{name}</bdi></>)}
      {is_late && <> · {tx('console.timeline.told_at', { at: <When at={told_at} /> })}</>}
    </>
  );
}

interface Happened {
  at: string;
  what: ComponentChild;
}

/** Everything that is kept of it, in the order in which it happened: calls of the POS, transfers, what others were told, the case. */
function timeline(of: Timeline, own: Shape<'Case'> | undefined): Happened[] {
  const calls = of.calls.map((one) => ({
    at: one.at,
    what: (
      <>
        <strong>{named('call', one.call)}</strong>
        {one.said && `: ${named('outcome', one.said)}`} {one.amount && <MoneyOr of={one.amount} />}
      </>
    ),
  }));
  const transfers = of.transfers.map((one) => ({
    at: one.at,
    what: tx('console.timeline.posted', { reason: <strong>{named('reason', one.reason)}</strong>, amount: <MoneyOr of={one.amount} />, debit: <AccountLink of={one.debit} />, credit: <AccountLink of={one.credit} /> }),
  }));
  const prints = of.prints.map((one) => ({ at: one.at, what: printLine(one) }));
  const told = of.events.map((one) => ({ at: one.at, what: tx('console.timeline.told', { event: <strong>{named('event', one.what)}</strong>, number: one.number }) }));
  const known = (own?.evidence ?? []).map((one) => ({ at: one.at, what: evidenceLine(one) }));
  const opened = own ? [{ at: own.opened_at, what: tx('console.timeline.case', { kind: <strong>{named('case', own.kind)}</strong> }) }] : [];
  // What happened at one instant keeps the order in which one leads to the other.
  return [...calls, ...transfers, ...prints, ...told, ...opened, ...known].sort((one, other) => one.at.localeCompare(other.at));
}
