import type { Withdrawal } from '../../api/wire-wallet';
import { useAsk } from '../../shared/asking';
import { isZero, Money } from '../../shared/money';
import { Notice, TroubleNotice } from '../../shared/notice';
import { address } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { formatWhen } from '../../shared/when';
import { WithdrawalState } from '../history/line';
import { Old } from '../state/old';
import { useStore } from '../state/store';
import { client, store } from '../state/wallet';
import { t } from '../words';
import { Dispute } from './dispute';

/** One withdrawal, live while it is among the newest. */
export function Receipt({ transaction_id }: { transaction_id: string }) {
  const { snapshot } = useStore(store);
  const known = snapshot?.withdrawals.find((one) => one.transaction_id === transaction_id);
  const asked = useAsk(transaction_id, () => client.get<Withdrawal>(`/wallet/withdrawals/${encodeURIComponent(transaction_id)}`));
  const withdrawal = known ?? asked.value;
  return (
    <Screen title={t('wallet.receipt.title')} back={address(['history'])}>
      <Old />
      {!withdrawal && asked.trouble && <TroubleNotice trouble={asked.trouble} onRetry={asked.ask} />}
      {!withdrawal && asked.busy && <p class="quiet">{t('shared.loading')}</p>}
      {withdrawal && <Facts of={withdrawal} />}
      {withdrawal && <Dispute withdrawal={withdrawal} />}
    </Screen>
  );
}

function Facts({ of }: { of: Withdrawal }) {
  return (
    <>
      <Money of={of.amount} size="huge" />
      <p>
        <WithdrawalState state={of.state} />
      </p>
      {of.state === 'unconfirmed' && (
        <Notice tone="wait" title={t('wallet.live.unconfirmed')}>
          <p>{t('wallet.live.unconfirmed_text')}</p>
        </Notice>
      )}
      <dl class="facts card">
        <dt>{t('wallet.receipt.place')}</dt>
        <dd>
          <bdi>{of.pos_name}</bdi>
        </dd>
        <dt>{t('wallet.receipt.when')}</dt>
        <dd>{formatWhen(of.created_at)}</dd>
        <dt>{t('wallet.receipt.paid')}</dt>
        <dd>
          <Money of={of.paid} />
        </dd>
        {!isZero(of.held.amount) && (
          <>
            <dt>{t('wallet.receipt.held')}</dt>
            <dd>
              <Money of={of.held} />
            </dd>
          </>
        )}
        {!isZero(of.returned.amount) && (
          <>
            <dt>{t('wallet.receipt.returned')}</dt>
            <dd>
              <Money of={of.returned} />
            </dd>
          </>
        )}
        <dt>{t('wallet.fee')}</dt>
        <dd>
          <Money of={of.fee} />
        </dd>
        <dt>{t('wallet.code.word')}</dt>
        <dd>
          <bdi lang="en">{of.check_word}</bdi>
        </dd>
        <dt>{t('wallet.receipt.id')}</dt>
        <dd class="small">
          <bdi>{of.transaction_id}</bdi>
        </dd>
      </dl>
    </>
  );
}
