// One account: what is available, held, and every entry.

import { useState } from 'preact/hooks';
import type { Trouble } from '../../api';
import type { Entries, Entry } from '../../api/wire-wallet';
import { useAsk } from '../../shared/asking';
import { Button } from '../../shared/button';
import { isZero, Money } from '../../shared/money';
import { TroubleNotice } from '../../shared/notice';
import { address } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { formatWhen } from '../../shared/when';
import { has, tellKnown } from '../../shared/words';
import { Old } from '../state/old';
import { useStore } from '../state/store';
import { client, store } from '../state/wallet';
import { t, tx } from '../words';

const ENTRIES_SHOWN = 20;

/** Why money moved, in the catalogue's words where there are some. */
const reason = (of: string): string => (has(`wallet.reason.${of}`) ? tellKnown(`wallet.reason.${of}`) : t('wallet.reason.other'));

export function Account({ account_id }: { account_id: string }) {
  const { snapshot } = useStore(store);
  const account = snapshot?.wallet.accounts.find((one) => one.account_id === account_id);
  const path = `/wallet/accounts/${encodeURIComponent(account_id)}/entries?limit=${ENTRIES_SHOWN}`;
  // Read anew whenever the balance is another.
  const asked = useAsk(`${account_id} ${account?.balance.amount}`, () => client.get<Entries>(path));
  const [older, setOlder] = useState<Entry[]>([]);
  const [next, setNext] = useState<Entries['next'] | undefined>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [busy, setBusy] = useState(false);
  const newest = asked.value?.entries ?? [];
  const first = older[0]?.number;
  const shown = [...newest.filter((one) => first === undefined || one.number > first), ...older];
  const from = next === undefined ? asked.value?.next : next;

  const more = async () => {
    setBusy(true);
    const answer = await client.get<Entries>(`${path}&from=${encodeURIComponent(String(from))}`);
    setBusy(false);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (!answer.ok) return;
    setOlder((before) => [...before, ...answer.value.entries]);
    setNext(answer.value.next);
  };

  return (
    <Screen title={t('wallet.account.title')} back={address([])}>
      <Old />
      {account && (
        <div class="card">
          <span class="quiet">{t('wallet.available')}</span>
          <Money of={account.available} size="huge" />
          {!isZero(account.held.amount) && <span>{tx('wallet.held', { amount: <Money of={account.held} /> })}</span>}
        </div>
      )}
      {asked.trouble && <TroubleNotice trouble={asked.trouble} onRetry={asked.ask} />}
      {!asked.value && asked.busy && <p class="quiet">{t('shared.loading')}</p>}
      {asked.value && shown.length === 0 && <p class="quiet">{t('wallet.account.none')}</p>}
      <ul class="list">
        {shown.map((entry) => (
          <li key={entry.number} class="list-link">
            <span class="stack-s">
              <span class="list-name">{reason(entry.reason)}</span>
              <span class="quiet small">{formatWhen(entry.made_at)}</span>
            </span>
            <Money of={entry.amount} />
          </li>
        ))}
      </ul>
      {trouble && <TroubleNotice trouble={trouble} />}
      {from != null && (
        <Button wide busy={busy} onPress={() => void more()}>
          {t('wallet.history.more')}
        </Button>
      )}
    </Screen>
  );
}
