// A limit and a brake as lines that can be held against each other.

import type { Shape } from '../../api';
import { formatNumber } from '../../shared/money';
import { changes, named, span, type Change } from '../pieces';
import { t } from '../words';

type Limit = Shape<'Limit'>;
type Brake = Shape<'SetBrake'>;

/** Whether two are about the same: then one takes the other's place. */
export const sameLimit = (one: Limit, other: Limit): boolean =>
  one.action === other.action && one.scope === other.scope && one.subject === other.subject && one.tier === other.tier && one.currency === other.currency && one.window_s === other.window_s;

/** Which one it is, in words. */
export function limitName(of: Limit): string {
  const whom = of.subject ?? (of.tier === undefined ? named('scope', of.scope) : t('console.tier.of', { tier: of.tier }));
  return t('console.limit.name', { action: named('action', of.action), whom, currency: of.currency, window: windowName(of.window_s) });
}

export const windowName = (window_s: number): string => (window_s === 0 ? t('console.window.each') : span(window_s));

const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const POP_ISOLATE = '\u2069';

/** Isolated: an amount is never turned over by the text around it. */
const sum = (text: string | undefined, currency: string): string => (text ? `${LEFT_TO_RIGHT_ISOLATE}${formatNumber(text)} ${currency}${POP_ISOLATE}` : '');
const count = (number: number | undefined): string => (number === undefined ? '' : String(number));

export const limitChanges = (before: Limit | undefined, after: Limit | undefined): Change[] =>
  changes([
    [t('console.value_max'), sum(before?.value_max, before?.currency ?? ''), sum(after?.value_max, after?.currency ?? '')],
    [t('console.count_max'), count(before?.count_max), count(after?.count_max)],
    [t('console.value_min'), sum(before?.value_min, before?.currency ?? ''), sum(after?.value_min, after?.currency ?? '')],
    [t('console.multiple_of'), sum(before?.multiple_of, before?.currency ?? ''), sum(after?.multiple_of, after?.currency ?? '')],
  ]);

export const brakeChanges = (before: Brake | undefined, after: Brake | undefined): Change[] => {
  const line = (of: Brake | undefined, level: 'slow' | 'stop') => of?.[level];
  const currency = after?.currency ?? before?.currency ?? '';
  return changes([
    [t('console.window'), before ? windowName(before.window_s) : '', after ? windowName(after.window_s) : ''],
    [t('console.slow.value'), sum(line(before, 'slow')?.value_max, currency), sum(line(after, 'slow')?.value_max, currency)],
    [t('console.slow.count'), count(line(before, 'slow')?.count_max), count(line(after, 'slow')?.count_max)],
    [t('console.stop.value'), sum(line(before, 'stop')?.value_max, currency), sum(line(after, 'stop')?.value_max, currency)],
    [t('console.stop.count'), count(line(before, 'stop')?.count_max), count(line(after, 'stop')?.count_max)],
  ]);
};

/** A limit's names alone: which one, and not how much. */
export const whichLimit = ({ action, scope, subject, tier, currency, window_s }: Limit): Limit => ({
  action,
  scope,
  currency,
  window_s,
  ...(subject !== undefined && { subject }),
  ...(tier !== undefined && { tier }),
});
