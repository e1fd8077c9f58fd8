// What getting cash costs: the server's own quotes at a place, for a few sums and for one's own.

import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../api';
import type { Place, Places, Quote, WalletAccount } from '../../api/wire-wallet';
import { AmountPad, complete } from '../../shared/amount-pad';
import { useAsk } from '../../shared/asking';
import { Choice } from '../../shared/field';
import { decimalsOf, formatMoney, formatNumber, Money, type Amount } from '../../shared/money';
import { TroubleNotice } from '../../shared/notice';
import { address } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { load } from '../state/kept';
import { Old } from '../state/old';
import { useStore } from '../state/store';
import { client, store } from '../state/wallet';
import { t, tx } from '../words';

/** Whole units: those a currency with decimals is paid in, and those of one without. */
const SUMS = { some: ['10', '20', '50', '100', '200', '500'], none: ['1000', '2000', '5000', '10000', '20000', '50000'] };

export function Prices() {
  const { snapshot } = useStore(store);
  const asked = useAsk('places', () => client.get<Places>('/wallet/places'));
  const [last, setLast] = useState<Place>();
  useEffect(() => void load('last_place').then(setLast), []);
  const [chosen, setChosen] = useState('');
  const [account_id, setAccount] = useState('');
  const accounts = snapshot?.wallet.accounts ?? [];
  const account = accounts.find((one) => one.account_id === account_id) ?? accounts[0];
  const places = asked.value?.places.filter((one) => account && one.purposes.includes('withdraw') && one.currencies.includes(account.currency)) ?? [];
  const place = places.find((one) => one.pos_id === chosen) ?? places.find((one) => one.pos_id === last?.pos_id) ?? places[0];
  return (
    <Screen title={t('wallet.prices.title')} back={address(['more'])}>
      <Old />
      {asked.trouble && <TroubleNotice trouble={asked.trouble} onRetry={asked.ask} />}
      {!asked.value && asked.busy && <p class="quiet">{t('shared.loading')}</p>}
      {account && accounts.length > 1 && (
        <Choice
          label={t('wallet.account')}
          name="account"
          value={account.account_id}
          options={accounts.map((one) => ({ value: one.account_id, text: formatMoney(one.available) }))}
          onValue={setAccount}
        />
      )}
      {asked.value && places.length === 0 && <p class="quiet">{t('wallet.place.none')}</p>}
      {place && <Choice label={t('wallet.receipt.place')} name="place" value={place.pos_id} options={places.map((one) => ({ value: one.pos_id, text: one.name }))} onValue={setChosen} />}
      {place && account && <Table key={`${place.pos_id} ${account.account_id}`} place={place} account={account} />}
    </Screen>
  );
}

const ask = (place: Place, account: WalletAccount, amount: string): Promise<Answer<Quote>> =>
  client.call<Quote>('POST', '/wallet/quotes', {
    body: { account_id: account.account_id, pos_id: place.pos_id, amount: { amount, currency: account.currency } },
  });

async function askAll(place: Place, account: WalletAccount, decimals: number): Promise<Answer<Quote[]>> {
  const quotes: Quote[] = [];
  for (const sum of decimals === 0 ? SUMS.none : SUMS.some) {
    const answer = await ask(place, account, complete(sum, decimals) ?? sum);
    if (answer.ok) quotes.push(answer.value);
    else if (answer.trouble.kind !== 'problem') return answer; // A refused sum is only no line of the table.
  }
  return { ok: true, value: quotes };
}

function Table({ place, account }: { place: Place; account: WalletAccount }) {
  const decimals = decimalsOf(account.available.amount);
  const all = useAsk('all', () => askAll(place, account, decimals));
  const [text, setText] = useState('');
  const own = complete(text, decimals);
  return (
    <>
      {all.trouble && <TroubleNotice trouble={all.trouble} onRetry={all.ask} />}
      {!all.value && all.busy && <p class="quiet">{t('shared.loading')}</p>}
      {all.value && (
        <table class="prices">
          <caption>{account.currency}</caption>
          <thead>
            <tr>
              <th scope="col">{t('wallet.cash.in_hand')}</th>
              <th scope="col">{t('wallet.fee')}</th>
              <th scope="col">{t('wallet.cash.total')}</th>
            </tr>
          </thead>
          <tbody>
            {all.value.map((quote) => (
              <tr key={quote.amount.amount}>
                <th scope="row">
                  <Sum of={quote.amount} />
                </th>
                <td>
                  <Sum of={quote.fee} />
                </td>
                <td>
                  <Sum of={quote.total} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <AmountPad plain value={text} onValue={setText} currency={account.currency} decimals={decimals} label={t('wallet.prices.own')} />
      {own && <Own key={own} place={place} account={account} amount={own} />}
      <p class="quiet small">{t('wallet.prices.note')}</p>
    </>
  );
}

/** The number alone: the table's caption names the currency. */
function Sum({ of }: { of: Amount }) {
  return <bdi dir="ltr">{formatNumber(of.amount)}</bdi>;
}

function Own({ place, account, amount }: { place: Place; account: WalletAccount; amount: string }) {
  const asked = useAsk(amount, () => ask(place, account, amount));
  if (asked.trouble) return <TroubleNotice trouble={asked.trouble} />;
  if (!asked.value) return null;
  return <p role="status">{tx('wallet.code.cost', { fee: <Money of={asked.value.fee} />, total: <Money of={asked.value.total} /> })}</p>;
}
