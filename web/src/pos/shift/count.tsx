// A count by denomination. No sum is shown: the count is blind, and pages compute no money.

import type { TillCount } from '../../api/wire-pos';
import { formatNumber } from '../../shared/money';
import { useApp } from '../app/state';
import { t } from '../words';

/** Notes of one denomination, typed: `GBP 20.00` → `12`. */
export type Counted = Record<string, string>;
const COUNT_DIGITS_MAX = 6;

export const nameOf = (currency: string, denomination: string): string => `${currency} ${denomination}`;

/** What is sent: a currency without notes is an empty one. */
export function countsOf(counted: Counted, currencies: readonly { currency: string; denominations: readonly string[] }[]): TillCount[] {
  return currencies.map(({ currency, denominations }) => ({
    currency,
    notes: denominations
      .map((denomination) => ({ denomination, count: Number.parseInt(counted[nameOf(currency, denomination)] ?? '', 10) || 0 }))
      .filter(({ count }) => count > 0),
  }));
}

export function Count({ counted, onCounted, only }: { counted: Counted; onCounted: (next: Counted) => void; only?: string }) {
  const { place } = useApp();
  const currencies = place.bound!.self.currencies.filter(({ currency }) => only === undefined || currency === only);
  return (
    <>
      {currencies.map(({ currency, denominations }, at) => (
        // A drawer of many currencies is a long list: those after the first are opened where there is some of it.
        <details key={currency} class="count" open={at === 0}>
          <summary>{currency}</summary>
          <div class="count-rows" role="group" aria-label={currency}>
            {denominations.map((denomination) => {
              const name = nameOf(currency, denomination);
              return (
                <Row key={name} name={name} label={t('pos.count.of', { worth: `${formatNumber(denomination)} ${currency}` })} value={counted[name] ?? ''} onValue={(text) => onCounted({ ...counted, [name]: text })} />
              );
            })}
            {denominations.length === 0 && <p class="quiet">{t('pos.count.none')}</p>}
          </div>
        </details>
      ))}
    </>
  );
}

function Row({ name, label, value, onValue }: { name: string; label: string; value: string; onValue: (text: string) => void }) {
  const id = `count-${name.replace(/\W/g, '-')}`;
  return (
    <>
      <label for={id}>{label}</label>
      <input
        id={id}
        class="digits"
        inputMode="numeric"
        autocomplete="off"
        placeholder="0"
        dir="ltr"
        maxLength={COUNT_DIGITS_MAX}
        value={value}
        onInput={(event) => {
          const text = event.currentTarget.value.normalize('NFKC').replace(/\D/g, '');
          event.currentTarget.value = text;
          onValue(text);
        }}
      />
    </>
  );
}
