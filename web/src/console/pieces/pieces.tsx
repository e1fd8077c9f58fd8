// Small things that many screens show: a name for a code of the server, an instant, an id, facts, a difference.

import './pieces.css';
import type { ComponentChild } from 'preact';
import { Fragment } from 'preact';
import { Money, type Amount } from '../../shared/money';
import { StatePill, type Tone } from '../../shared/state-pill';
import { address } from '../../shared/route';
import { has, locale, tellKnown } from '../../shared/words';
import { t } from '../words';

/** The words for a code of the server; a code the catalogue does not know stands as it is. */
export function named(kind: string, code: string | null | undefined): string {
  if (!code) return '';
  const key = `console.${kind}.${code}`;
  return has(key) ? tellKnown(key) : code.replaceAll('_', ' ');
}

export function instant(at: string | null | undefined): string {
  const ms = at ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(ms)) return at ?? '';
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }).format(ms);
}

/** An instant as this desk's clock shows it; its exact text in the title. */
export function When({ at }: { at: string | null | undefined }) {
  return at ? (
    <time dateTime={at} title={at}>
      {instant(at)}
    </time>
  ) : (
    <>—</>
  );
}

const SHORT = 8;

/** An id: its end is what tells ids made at one time apart. */
export function Id({ of, to, whole = false }: { of: string; to?: readonly string[]; whole?: boolean }) {
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(of);
  const text = whole || !uuid ? of : `…${of.slice(-SHORT)}`;
  const shown = (
    <bdi dir="ltr" class={text === of ? 'id' : 'id id-short'} title={of}>
      {text}
    </bdi>
  );
  return to ? <a href={address(to)}>{shown}</a> : shown;
}

export type Fact = readonly [name: string, value: ComponentChild] | false | undefined | null;

export function Facts({ of }: { of: readonly Fact[] }) {
  return (
    <dl class="facts">
      {of.map((fact) =>
        fact ? (
          <Fragment key={fact[0]}>
            <dt>{fact[0]}</dt>
            <dd>{fact[1] === '' || fact[1] === null || fact[1] === undefined ? '—' : fact[1]}</dd>
          </Fragment>
        ) : null,
      )}
    </dl>
  );
}

export const MoneyOr = ({ of }: { of: Amount | null | undefined }) => (of ? <Money of={of} /> : <>—</>);

const TONES: Record<string, Tone> = {
  pending: 'wait', open: 'wait', waiting: 'wait', unconfirmed: 'bad', completed: 'good', partially_reversed: 'quiet', reversed: 'quiet', paid_late: 'bad',
  closed: 'quiet', carried_out: 'good', rejected: 'bad', withdrawn: 'quiet', expired: 'quiet', confirmed: 'good', failed: 'bad', due: 'wait', explained: 'good', small: 'quiet',
  live: 'good', frozen: 'bad', disabled: 'bad', revoked: 'quiet', locked: 'bad', taking: 'wait', posting: 'wait', taking_back: 'wait', carried: 'quiet', gone: 'quiet', cleared: 'good', low: 'bad',
};

export const State = ({ of }: { of: string }) => <StatePill tone={TONES[of] ?? 'quiet'}>{named('state', of)}</StatePill>;

export interface Change {
  name: string;
  before: ComponentChild;
  after: ComponentChild;
  changed: boolean;
}

/** What would be different, line by line; a mark stands beside what changes. */
export function Diff({ of, caption }: { of: readonly Change[]; caption: string }) {
  return (
    <table class="diff">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('console.before')}</th>
          <th scope="col">{t('console.after')}</th>
        </tr>
      </thead>
      <tbody>
        {of.map((one) => (
          <tr key={one.name} class={one.changed ? 'diff-changed' : undefined}>
            <th scope="row">
              {one.name}
              {one.changed && <span class="unseen"> {t('console.changes')}</span>}
            </th>
            <td>{one.before || '—'}</td>
            <td>{one.changed ? <ins>{one.after || '—'}</ins> : one.after || '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The lines of a difference of texts. */
export const changes = (lines: readonly (readonly [name: string, before: string, after: string])[]): Change[] =>
  lines.map(([name, before, after]) => ({ name, before, after, changed: before !== after }));

/** A span of seconds in the unit that says it whole. */
export function span(seconds: number): string {
  for (const [unit, size] of [['day', 86_400], ['hour', 3_600], ['minute', 60]] as const) {
    if (seconds >= size && seconds % size === 0) return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(seconds / size);
  }
  return new Intl.NumberFormat(locale(), { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(seconds);
}

/** Something secret, told once. */
export function Secrets({ of, note }: { of: readonly (readonly [name: string, value: string])[]; note: string }) {
  return (
    <div class="stack">
      <p>
        <strong>{note}</strong>
      </p>
      <dl class="secrets">
        {of.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              <code dir="ltr">{value}</code>
            </dd>
          </Fragment>
        ))}
      </dl>
    </div>
  );
}

/** An account of the ledger by its name; one of a wallet by its id. */
export const AccountLink = ({ of }: { of: string }) => <Id of={accountShort(of)} to={['account', of]} />;

/** `pos:01a2…:GBP` with its holder shortened. */
function accountShort(of: string): string {
  return of.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{4}([0-9a-f]{8})/, '…$1');
}

/** A transfer of the ledger, found at one of its accounts. */
export const TransferLink = ({ of, account_id }: { of: number; account_id: string }) => <a href={address(['transfer', String(of)], { account: account_id })}>{of}</a>;
