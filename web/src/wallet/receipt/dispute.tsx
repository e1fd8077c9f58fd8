// "I did not get the cash": opens a case with a number and a clock.

import { useState } from 'preact/hooks';
import type { Case, Withdrawal } from '../../api/wire-wallet';
import { useDoing } from '../../shared/asking';
import { Button } from '../../shared/button';
import { useNow } from '../../shared/clock';
import { Area } from '../../shared/field';
import { Dialog } from '../../shared/dialog';
import { Money } from '../../shared/money';
import { Notice, TroubleNotice } from '../../shared/notice';
import { formatDistance, formatWhen } from '../../shared/when';
import { client, learn, read } from '../state/wallet';
import { t, tx } from '../words';

/** Where there is money that may be in the wrong hands: nothing to dispute once all of it came back. */
export function Dispute({ withdrawal }: { withdrawal: Withdrawal }) {
  const [asking, setAsking] = useState(false);
  if (withdrawal.case) return <CaseNotice of={withdrawal.case} />;
  if (withdrawal.state === 'reversed') return null;
  return (
    <>
      <Button wide onPress={() => setAsking(true)}>
        {t('wallet.dispute.button')}
      </Button>
      {asking && <Ask withdrawal={withdrawal} onClose={() => setAsking(false)} />}
    </>
  );
}

/** What the server takes of her own words. */
const TEXT_MAX = 500;

function Ask({ withdrawal, onClose }: { withdrawal: Withdrawal; onClose: () => void }) {
  const [text, setText] = useState('');
  const doing = useDoing(async (intent) => {
    const path = `/wallet/withdrawals/${encodeURIComponent(withdrawal.transaction_id)}/disputes`;
    const answer = await client.post<Case>(path, intent, text.trim() === '' ? {} : { text: text.trim() });
    if (!answer.ok) return answer.trouble;
    learn({ ...withdrawal, case: answer.value });
    void read();
    onClose();
    return undefined;
  });
  return (
    <Dialog
      title={t('wallet.dispute.title')}
      onClose={() => !doing.busy && onClose()}
      actions={
        <>
          <Button disabled={doing.busy} onPress={onClose}>
            {t('shared.cancel')}
          </Button>
          <Button kind="main" busy={doing.busy} onPress={doing.act}>
            {t('wallet.dispute.send')}
          </Button>
        </>
      }
    >
      <p>{tx('wallet.dispute.text', { amount: <Money of={withdrawal.amount} />, place: <bdi>{withdrawal.pos_name}</bdi> })}</p>
      <Area
        label={t('wallet.dispute.what')}
        hint={t('wallet.dispute.what_hint')}
        name="text"
        value={text}
        maxLength={TEXT_MAX}
        onValue={(value) => {
          setText(value);
          doing.renew();
        }}
      />
      {doing.trouble && <TroubleNotice trouble={doing.trouble} />}
    </Dialog>
  );
}

/** The case's number and how long it may take. */
export function CaseNotice({ of }: { of: Case }) {
  const now = useNow(30_000);
  return (
    <Notice tone={of.state === 'closed' ? 'plain' : 'wait'} title={t('wallet.case')}>
      <p class="small">{tx('wallet.case.number', { number: <bdi>{of.case}</bdi> })}</p>
      <p>{t(of.state === 'closed' ? 'wallet.case.closed' : 'wallet.case.open', { when: formatWhen(of.opened_at) })}</p>
      {of.state !== 'closed' && of.due_at && (
        <p>
          <strong>{t('wallet.case.due', { when: formatWhen(of.due_at), distance: formatDistance(of.due_at, now) })}</strong>
        </p>
      )}
    </Notice>
  );
}
