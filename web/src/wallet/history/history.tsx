import { useState } from 'preact/hooks';
import type { Trouble } from '../../api';
import type { Withdrawal, Withdrawals } from '../../api/wire-wallet';
import { Button } from '../../shared/button';
import { TroubleNotice } from '../../shared/notice';
import { address } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { Old } from '../state/old';
import { useStore } from '../state/store';
import { client, store, WITHDRAWALS_SHOWN } from '../state/wallet';
import { t } from '../words';
import { WithdrawalLine } from './line';

/** All withdrawals, newest first: those the page knows, and older ones as they are asked for. */
export function History() {
  const { snapshot } = useStore(store);
  const [older, setOlder] = useState<Withdrawal[]>([]);
  const [next, setNext] = useState<string | null | undefined>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [busy, setBusy] = useState(false);
  const newest = snapshot?.withdrawals ?? [];
  const known = new Set(newest.map((one) => one.transaction_id));
  const shown = [...newest, ...older.filter((one) => !known.has(one.transaction_id))];
  const maybeMore = next !== null && (next !== undefined || newest.length >= WITHDRAWALS_SHOWN);

  const more = async () => {
    setBusy(true);
    // The first page again, for its `next`; its lines are known.
    const past = next ? `&past=${encodeURIComponent(next)}` : '';
    const answer = await client.get<Withdrawals>(`/wallet/withdrawals?limit=${WITHDRAWALS_SHOWN}${past}`);
    setBusy(false);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (!answer.ok) return;
    setOlder((before) => [...before, ...answer.value.withdrawals]);
    setNext(answer.value.next);
  };

  return (
    <Screen title={t('wallet.history.title')} back={address([])}>
      <Old />
      {shown.length === 0 && <p class="quiet">{t('wallet.history.none')}</p>}
      <ul class="list">
        {shown.map((one) => (
          <WithdrawalLine key={one.transaction_id} of={one} />
        ))}
      </ul>
      {trouble && <TroubleNotice trouble={trouble} />}
      {maybeMore && (
        <Button wide busy={busy} onPress={() => void more()}>
          {t('wallet.history.more')}
        </Button>
      )}
    </Screen>
  );
}
