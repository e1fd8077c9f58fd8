import type { Withdrawal } from '../../api/wire-wallet';
import { Money } from '../../shared/money';
import { Link } from '../../shared/route';
import { StatePill, type Tone } from '../../shared/state-pill';
import { formatWhen } from '../../shared/when';
import { t } from '../words';

const TONE: Record<Withdrawal['state'], Tone> = {
  pending: 'wait',
  unconfirmed: 'wait',
  completed: 'good',
  partially_reversed: 'good',
  reversed: 'quiet',
  paid_late: 'good',
};

export function WithdrawalState({ state }: { state: Withdrawal['state'] }) {
  return <StatePill tone={TONE[state]}>{t(`wallet.state.${state}`)}</StatePill>;
}

export function WithdrawalLine({ of }: { of: Withdrawal }) {
  return (
    <li>
      <Link to={['withdrawals', of.transaction_id]} class="list-link">
        <span class="stack-s">
          <bdi class="list-name">{of.pos_name}</bdi>
          <span class="quiet small">{formatWhen(of.created_at)}</span>
        </span>
        <span class="list-end">
          <Money of={of.amount} />
          <WithdrawalState state={of.state} />
        </span>
      </Link>
    </li>
  );
}
