// The amount: the armed one is shown, not typed; else account and pad.

import { useState } from 'preact/hooks';
import { AmountPad, complete } from '../../shared/amount-pad';
import { Button } from '../../shared/button';
import { Choice } from '../../shared/field';
import { formatMoney, Money } from '../../shared/money';
import { Notice } from '../../shared/notice';
import { Screen } from '../../shared/screen';
import { useApp } from '../app/state';
import type { Operation } from '../operation';
import { t } from '../words';
import { CheckWord } from './check-word';
import { usePress } from './counter';
import { Refusal } from './refusal';
import { typedSoFar } from './typed';

export function Choosing({ operation }: { operation: Operation }) {
  const { place } = useApp();
  const { busy, press } = usePress(operation);
  const { session, seen, purpose, step } = operation;
  const self = place.bound!.self;
  const served = session?.accounts.filter((one) => self.currencies.some(({ currency }) => currency === one.currency)) ?? [];
  const armed = seen?.armed?.amount ?? undefined;
  const most = seen?.armed?.max_amount ?? undefined;
  const named_currency = (armed ?? most)?.currency;
  const [chosen, choose] = useState(served.find((one) => one.currency === named_currency)?.account_id ?? served[0]?.account_id ?? '');
  const [currency, setCurrency] = useState(named_currency ?? self.currencies[0]?.currency ?? '');
  const [typed, type] = useState('');
  const [wrong, setWrong] = useState<string>();
  const trouble = step.at === 'choosing' ? step.trouble : undefined;
  const account = purpose === 'withdraw' ? served.find((one) => one.account_id === chosen) : session?.accounts.find((one) => one.currency === currency);
  const spoken = purpose === 'withdraw' ? (account?.currency ?? '') : currency;
  const decimals = self.currencies.find((one) => one.currency === spoken)?.decimals ?? 2;
  const verb = purpose === 'deposit' ? 'pos.choosing.deposit' : 'pos.choosing.withdraw';

  const go = (amount: string | undefined) => {
    if (amount === undefined) return setWrong(t('pos.choosing.nothing'));
    press({ press: 'choose', amount: { amount, currency: spoken }, ...(account && { account_id: account.account_id }) });
  };

  return (
    <Screen title={t(purpose === 'deposit' ? 'pos.home.deposit' : 'pos.home.withdraw')}>
      <p class="quiet">
        {t('pos.customer_is')} <bdi dir="ltr">{operation.customer}</bdi>
      </p>
      <CheckWord operation={operation} />
      {trouble && <Refusal trouble={trouble} money />}
      {purpose === 'withdraw' && served.length === 0 && (
        <Notice tone="bad" title={t('pos.choosing.no_account')}>
          <p>{t('pos.choosing.no_account_text')}</p>
        </Notice>
      )}
      {armed ? (
        <>
          <div class="asked">
            <p class="quiet">{t('pos.choosing.armed')}</p>
            <p class="verdict-amount">
              <Money of={armed} size="huge" />
            </p>
          </div>
          {purpose === 'deposit' && <p class="big">{t('pos.choosing.count_first')}</p>}
          <Button kind="main" wide busy={busy} disabled={purpose === 'withdraw' && !account} onPress={() => go(armed.amount)}>
            {t(verb, { amount: formatMoney(armed) })}
          </Button>
        </>
      ) : (
        (purpose === 'deposit' || served.length > 0) && (
          <form
            class="stack"
            onSubmit={(event) => {
              event.preventDefault();
              go(complete(typed, decimals));
            }}
          >
            {purpose === 'withdraw' && (served.length > 1 || self.show_balance) && (
              <Choice label={t('pos.choosing.account')} name="account" value={chosen} onValue={choose} options={served.map((one) => ({ value: one.account_id, text: named(one, self.show_balance === true) }))} />
            )}
            {purpose === 'deposit' && self.currencies.length > 1 && (
              <Choice label={t('pos.choosing.currency')} name="currency" value={currency} onValue={setCurrency} options={self.currencies.map((one) => ({ value: one.currency, text: one.currency }))} />
            )}
            {purpose === 'deposit' && <p class="big">{t('pos.choosing.count_first')}</p>}
            {most && <p class="quiet">{t('pos.choosing.most', { amount: formatMoney(most) })}</p>}
            <AmountPad
              key={spoken}
              value={typed}
              onValue={(text) => {
                type(text);
                setWrong(undefined);
              }}
              currency={spoken}
              decimals={decimals}
              wrong={wrong}
            />
            <Button type="submit" kind="main" wide busy={busy}>
              {t(verb, { amount: formatMoney({ amount: typedSoFar(typed, decimals), currency: spoken }) })}
            </Button>
          </form>
        )
      )}
      <Button wide kind="quiet" busy={busy} onPress={() => press({ press: 'cancel' })}>
        {t('shared.cancel')}
      </Button>
    </Screen>
  );
}

const named = (one: { currency: string; alias: string; balance?: string }, with_balance: boolean): string => {
  const name = one.alias === one.currency ? one.currency : `${one.alias} (${one.currency})`;
  return with_balance && one.balance !== undefined ? `${name} · ${one.balance}` : name;
};
