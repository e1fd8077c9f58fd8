// Getting cash, and putting it in: the place, the amount, what it costs, then the code. Each step is an address, so
// that "back" leads to the step before.

import { useState } from 'preact/hooks';
import type { Places, Place, Quote, WalletAccount } from '../../api/wire-wallet';
import { AmountPad, complete } from '../../shared/amount-pad';
import { useAsk, useDoing } from '../../shared/asking';
import { Button } from '../../shared/button';
import { Choice } from '../../shared/field';
import { decimalsOf, formatMoney, Money } from '../../shared/money';
import { Notice, TroubleNotice } from '../../shared/notice';
import { ChoosePlace } from '../place/choose-place';
import { address, go } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { Old } from '../state/old';
import { useStore } from '../state/store';
import { arm, client, store } from '../state/wallet';
import { t, tx } from '../words';

interface Props {
  purpose: 'withdraw' | 'deposit';
  number: string | undefined;
  account_id: string | undefined;
  amount: string | undefined;
}

export function Cash({ purpose, number, account_id, amount }: Props) {
  const flow = purpose === 'withdraw' ? 'cash' : 'deposit';
  const title = t(purpose === 'withdraw' ? 'wallet.cash' : 'wallet.deposit');
  if (number === undefined) {
    return (
      <Screen title={t('wallet.place.title')} back={address([])}>
        <Old />
        <ChoosePlace purpose={purpose} flow={flow} />
      </Screen>
    );
  }
  return <AtPlace key={number} purpose={purpose} flow={flow} title={title} number={number} account_id={account_id} amount={amount} />;
}

type AtPlaceProps = Omit<Props, 'number'> & { number: string; flow: string; title: string };

function AtPlace({ purpose, flow, title, number, account_id, amount }: AtPlaceProps) {
  const { snapshot } = useStore(store);
  const asked = useAsk(number, () => client.get<Places>(`/wallet/places?number=${encodeURIComponent(number)}`));
  const place = asked.value?.places[0];
  const accounts = snapshot?.wallet.accounts.filter((one) => place?.currencies.includes(one.currency)) ?? [];
  const chosen = accounts.find((one) => one.account_id === account_id);
  const back = chosen && amount ? address([flow, number]) : address([flow]);
  return (
    <Screen title={title} back={back}>
      <Old />
      {asked.trouble && <TroubleNotice trouble={asked.trouble} onRetry={asked.ask} />}
      {!asked.value && asked.busy && <p class="quiet">{t('shared.loading')}</p>}
      {asked.value && !place && (
        <Notice tone="wait" title={t('wallet.place.unknown', { number })} alert>
          <p>{t('wallet.place.unknown_do')}</p>
        </Notice>
      )}
      {place && accounts.length === 0 && (
        <Notice tone="wait" title={t('wallet.place.no_account')} alert>
          <p>{t('shared.trouble.currency_not_served.do')}</p>
        </Notice>
      )}
      {place && accounts.length > 0 && (
        <>
          <p>{tx('wallet.at', { place: <bdi class="list-name">{place.name}</bdi> })}</p>
          {purpose === 'deposit' && <Deposit place={place} accounts={accounts} />}
          {purpose === 'withdraw' && (!chosen || !amount) && <HowMuch number={number} accounts={accounts} />}
          {purpose === 'withdraw' && chosen && amount && <Confirm place={place} account={chosen} amount={amount} />}
        </>
      )}
    </Screen>
  );
}

function ChooseAccount({ accounts, account, onAccount }: { accounts: WalletAccount[]; account: WalletAccount; onAccount: (account: WalletAccount) => void }) {
  if (accounts.length < 2) return null;
  return (
    <Choice
      label={t('wallet.account')}
      name="account"
      value={account.account_id}
      options={accounts.map((one) => ({ value: one.account_id, text: formatMoney(one.available) }))}
      onValue={(id) => onAccount(accounts.find((one) => one.account_id === id) ?? account)}
    />
  );
}

function HowMuch({ number, accounts }: { number: string; accounts: WalletAccount[] }) {
  const [account, setAccount] = useState(accounts[0]!);
  const [text, setText] = useState('');
  const decimals = decimalsOf(account.available.amount);
  const amount = complete(text, decimals);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (amount) go(['cash', number, account.account_id, amount]);
      }}
    >
      <ChooseAccount
        accounts={accounts}
        account={account}
        onAccount={(next) => {
          setAccount(next);
          setText('');
        }}
      />
      <p class="quiet">{tx('wallet.you_have', { amount: <Money of={account.available} /> })}</p>
      <AmountPad value={text} onValue={setText} currency={account.currency} decimals={decimals} label={t('wallet.cash.how_much')} />
      <Button type="submit" kind="main" wide disabled={amount === undefined}>
        {t('wallet.next')}
      </Button>
    </form>
  );
}

function Confirm({ place, account, amount }: { place: Place; account: WalletAccount; amount: string }) {
  const money = { amount, currency: account.currency };
  const asked = useAsk(`${place.pos_id} ${account.account_id} ${amount}`, () => quote(place, account, amount));
  const doing = useDoing(async (intent) => {
    const trouble = await arm({ purpose: 'withdraw', place, account, amount }, intent);
    if (!trouble) go(['code'], {}, true);
    return trouble;
  });
  return (
    <div class="stack">
      {asked.trouble && <TroubleNotice trouble={asked.trouble} onRetry={asked.ask} />}
      {!asked.value && asked.busy && <p class="quiet">{t('shared.loading')}</p>}
      {asked.value && (
        <dl class="facts card">
          <dt>{t('wallet.cash.in_hand')}</dt>
          <dd>
            <Money of={money} size="large" />
          </dd>
          <dt>{t('wallet.fee')}</dt>
          <dd>
            <Money of={asked.value.fee} />
          </dd>
          <dt class="facts-total">{t('wallet.cash.total')}</dt>
          <dd class="facts-total">
            <Money of={asked.value.total} />
          </dd>
        </dl>
      )}
      <p class="quiet">{t('wallet.cash.only_there')}</p>
      {doing.trouble && <TroubleNotice trouble={doing.trouble} />}
      <Button kind="main" wide busy={doing.busy} disabled={!asked.value} onPress={doing.act}>
        {t('wallet.cash.get_code')}
      </Button>
    </div>
  );
}

// A question, not a deed: it needs a value only because the server wants one with every POST.
const quote = (place: Place, account: WalletAccount, amount: string) =>
  client.call<Quote>('POST', '/wallet/quotes', {
    body: { account_id: account.account_id, pos_id: place.pos_id, amount: { amount, currency: account.currency } },
  });

function Deposit({ place, accounts }: { place: Place; accounts: WalletAccount[] }) {
  const [account, setAccount] = useState(accounts[0]!);
  const doing = useDoing(async (intent) => {
    const trouble = await arm({ purpose: 'deposit', place, account, amount: undefined }, intent);
    if (!trouble) go(['code'], {}, true);
    return trouble;
  });
  return (
    <div class="stack">
      <ChooseAccount accounts={accounts} account={account} onAccount={setAccount} />
      <p>{t('wallet.deposit.text')}</p>
      {doing.trouble && <TroubleNotice trouble={doing.trouble} />}
      <Button kind="main" wide busy={doing.busy} onPress={doing.act}>
        {t('wallet.cash.get_code')}
      </Button>
    </div>
  );
}
