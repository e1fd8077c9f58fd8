import './reports.css';
import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Shape } from '../../api';
import { Button } from '../../shared/button';
import { Field } from '../../shared/field';
import { Notice, TroubleNotice } from '../../shared/notice';
import { Screen } from '../../shared/screen';
import { useAnswer } from '../desk';
import { AccountLink, Id, named, State, When } from '../pieces';
import { Listing, Table } from '../table';
import { t } from '../words';

const REPORTS = ['trial-balance', 'aged-suspense', 'owner-statement', 'open-cases'] as const;
type Report = (typeof REPORTS)[number];

const SCREENS: Record<Report, (owner_id: string) => VNode> = {
  'trial-balance': () => <TrialBalance />,
  'aged-suspense': () => <AgedSuspense />,
  'owner-statement': (owner_id) => <OwnerStatement key={owner_id} owner_id={owner_id} />,
  'open-cases': () => <OpenCases />,
};

const isReport = (name: string): name is Report => (REPORTS as readonly string[]).includes(name);

/** What can be asked of the books. */
export function Reports() {
  return (
    <Screen title={t('console.reports')}>
      <ul class="reports">
        {REPORTS.map((name) => (
          <li key={name}>
            <a href={`#/report/${name}`}>{t(`console.report.${name}`)}</a>
            <p class="quiet">{t(`console.report.${name}.what`)}</p>
          </li>
        ))}
      </ul>
    </Screen>
  );
}

export function ReportOf({ name, owner_id }: { name: string; owner_id: string }) {
  return isReport(name) ? SCREENS[name](owner_id) : <Screen title={t('console.nowhere')}>{null}</Screen>;
}

const money = (amount: string, currency: string): Shape<'Amount'> => ({ amount, currency });

/** All accounts by kind and currency, on one consistent view. */
function TrialBalance() {
  const read = useAnswer<Shape<'TrialBalance'>>('/reports/trial-balance');
  const of = read.value;
  return (
    <Screen title={t('console.report.trial-balance')} back="#/reports">
      {read.trouble && <TroubleNotice trouble={read.trouble} onRetry={read.reread} />}
      {!of && !read.trouble && <p class="quiet">{t('shared.loading')}</p>}
      {of && (
        <>
          <Notice tone={of.is_zero ? 'good' : 'bad'} title={t(of.is_zero ? 'console.report.zero' : 'console.report.not_zero')}>
            <p>{t('console.report.as_of', { command: of.as_of_command })}</p>
          </Notice>
          <Table
            caption={t('console.report.sums')}
            file={{ name: 'trial-balance-sums', path: '/reports/trial-balance/sums.csv' }}
            empty={t('console.none')}
            rows={of.sums}
            keyOf={(one) => `${one.book} ${one.currency}`}
            columns={[
              { head: t('console.report.book'), show: (one) => named('book', one.book) },
              { head: t('console.report.debits'), money: (one) => money(one.debits, one.currency) },
              { head: t('console.report.credits'), money: (one) => money(one.credits, one.currency) },
              { head: t('console.report.is_zero'), show: (one) => t(one.is_zero ? 'console.report.yes' : 'console.report.no') },
            ]}
          />
          <Table
            caption={t('console.report.lines')}
            file={{ name: 'trial-balance', path: '/reports/trial-balance.csv' }}
            empty={t('console.none')}
            rows={of.lines}
            keyOf={(one) => `${one.book} ${one.currency} ${one.kind}`}
            columns={[
              { head: t('console.report.book'), show: (one) => named('book', one.book) },
              { head: t('console.kind'), show: (one) => named('account', one.kind) },
              { head: t('console.accounts'), text: (one) => String(one.accounts) },
              { head: t('console.report.debits'), money: (one) => money(one.debits, one.currency) },
              { head: t('console.report.credits'), money: (one) => money(one.credits, one.currency) },
            ]}
          />
        </>
      )}
    </Screen>
  );
}

/** What lies or lacks under investigation, and for how long. */
function AgedSuspense() {
  return (
    <Screen title={t('console.report.aged-suspense')} back="#/reports">
      <Listing<Shape<'SuspenseLine'>>
        quiet
        caption={t('console.report.aged-suspense')}
        file="aged-suspense"
        empty={t('console.report.aged-suspense.none')}
        list={{ path: '/reports/aged-suspense', cursor: 'start_after', rows: (page: Shape<'AgedSuspense'>) => page.lines }}
        keyOf={(one) => `${one.pos_id} ${one.operation_id ?? ''} ${one.amount.currency}`}
        columns={[
          { head: t('console.pos.one'), show: (one) => <Id of={one.pos_id} to={['pos', one.pos_id]} /> },
          { head: t('console.operation'), show: (one) => (one.operation_id ? <Id of={one.operation_id} to={['operation', one.operation_id]} /> : '—') },
          { head: t('console.case'), show: (one) => (one.case ? <State of={one.case} /> : '—') },
          { head: t('console.amount'), money: (one) => one.amount },
          { head: t('console.report.since'), show: (one) => <When at={one.since} /> },
          { head: t('console.report.age'), show: (one) => named('band_of', one.band) },
        ]}
      />
    </Screen>
  );
}

/** The cases that wait, with their age. */
function OpenCases() {
  return (
    <Screen title={t('console.report.open-cases')} back="#/reports">
      <Listing<Shape<'OpenCaseLine'>>
        quiet
        caption={t('console.report.open-cases')}
        file="open-cases"
        empty={t('console.cases.none')}
        list={{ path: '/reports/open-cases', cursor: 'after', rows: (page: Shape<'OpenCases'>) => page.cases }}
        keyOf={(one) => one.operation_id}
        columns={[
          { head: t('console.case'), show: (one) => <a href={`#/case/${encodeURIComponent(one.operation_id)}`}>{named('case', one.kind)}</a> },
          { head: t('console.pos.one'), show: (one) => <Id of={one.pos_id} to={['pos', one.pos_id]} /> },
          { head: t('console.amount'), money: (one) => one.amount },
          { head: t('console.assigned_to'), show: (one) => <bdi>{one.assigned_to ?? '—'}</bdi> },
          { head: t('console.opened_at'), show: (one) => <When at={one.opened_at} /> },
          { head: t('console.report.age'), show: (one) => named('band_of', one.band) },
          { head: t('console.due_at'), show: (one) => <When at={one.due_at} /> },
        ]}
      />
    </Screen>
  );
}

interface Asked {
  owner_id: string;
  currency: string;
  from: string;
  to: string;
}

/** The first of this month and of the one before it, as days of this desk. */
function lastMonth(): Pick<Asked, 'from' | 'to'> {
  const now = new Date();
  const day = (month: number) => new Intl.DateTimeFormat('sv-SE').format(new Date(now.getFullYear(), month, 1)); // 2026-01-31
  return { from: day(now.getMonth() - 1), to: day(now.getMonth()) };
}

/** A day of this desk as the instant at which it begins; what cannot be read goes to the server as it is. */
function dayOf(text: string): string {
  const at = new Date(`${text}T00:00:00`);
  return Number.isNaN(at.getTime()) ? text : at.toISOString();
}

/** An owner's accounts over a period: opening, entries, closing. */
function OwnerStatement({ owner_id }: { owner_id: string }) {
  const [typed, setTyped] = useState<Asked>({ owner_id, currency: '', ...lastMonth() });
  const [asked, setAsked] = useState<Asked>();
  const change = (some: Partial<Asked>) => setTyped({ ...typed, ...some });
  return (
    <Screen title={t('console.report.owner-statement')} back="#/reports">
      <form
        class="ask"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked({ owner_id: typed.owner_id.trim(), currency: typed.currency.trim().toUpperCase(), from: dayOf(typed.from), to: dayOf(typed.to) });
        }}
      >
        <Field name="owner_id" label={t('console.owner.id')} value={typed.owner_id} onValue={(owner_id) => change({ owner_id })} required leftToRight />
        <Field name="currency" label={t('console.currency')} value={typed.currency} onValue={(currency) => change({ currency })} required maxLength={3} leftToRight />
        <Field name="from" type="date" label={t('console.report.from')} value={typed.from} onValue={(from) => change({ from })} required leftToRight />
        <Field name="to" type="date" label={t('console.report.to')} value={typed.to} onValue={(to) => change({ to })} required leftToRight />
        <div class="ask-actions">
          <Button type="submit" kind="main">
            {t('console.show')}
          </Button>
        </div>
      </form>
      {asked && <Statement of={asked} />}
    </Screen>
  );
}

/** A line of a statement: a balance where the period begins or ends, or an entry between. */
interface StatementLine {
  key: string;
  account_id: string;
  kind: 'opening' | 'closing' | 'entry';
  balance: Shape<'Amount'>;
  entry?: Shape<'AccountEntry'>;
}

/** Newest first, as the server tells them: the closing balance stands above the entries, the opening one below. */
function linesOf({ account_id, closing, entries, opening }: Shape<'OwnerStatement'>): StatementLine[] {
  if (account_id === null) return [];
  const balance = (kind: 'opening' | 'closing', of: Shape<'Amount'> | null): StatementLine[] => (of ? [{ key: `${account_id} ${kind}`, account_id, kind, balance: of }] : []);
  return [...balance('closing', closing), ...entries.map((entry) => ({ key: `${account_id} ${entry.number}`, account_id, kind: 'entry' as const, balance: entry.balance, entry })), ...balance('opening', opening)];
}

function Statement({ of }: { of: Asked }) {
  return (
    <Listing<StatementLine>
      key={JSON.stringify(of)}
      caption={t('console.report.statement')}
      file={`owner-${of.owner_id}-${of.currency}`}
      empty={t('console.none')}
      list={{ path: '/reports/owner-statement', cursor: 'start_after', query: { ...of }, rows: linesOf }}
      keyOf={(one) => one.key}
      columns={[
        { head: t('console.account'), show: (one) => <AccountLink of={one.account_id} /> },
        { head: t('console.what'), show: (one) => (one.entry ? named('reason', one.entry.reason) : <strong>{t(one.kind === 'opening' ? 'console.opening' : 'console.closing')}</strong>) },
        { head: t('console.at'), show: (one) => <When at={one.entry?.made_at} /> },
        { head: t('console.amount'), money: (one) => one.entry?.amount },
        { head: t('console.balance'), money: (one) => one.balance },
        { head: t('console.operation'), show: (one) => (one.entry?.operation_id ? <Id of={one.entry.operation_id} to={['operation', one.entry.operation_id]} /> : '—') },
      ]}
    />
  );
}
