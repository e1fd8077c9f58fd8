import './home.css';
import type { WalletAccount } from '../../api/wire-wallet';
import { ButtonLink } from '../../shared/button';
import { useNow } from '../../shared/clock';
import { isZero, Money } from '../../shared/money';
import { Notice } from '../../shared/notice';
import { address, Link } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { formatWhen } from '../../shared/when';
import { WithdrawalLine } from '../history/line';
import { Old } from '../state/old';
import { useStore } from '../state/store';
import { store } from '../state/wallet';
import { t, tx } from '../words';

const NEWEST = 3;

export function Home() {
  const state = useStore(store);
  const now = useNow(10_000);
  const { snapshot } = state;
  if (!snapshot) return null;
  const { wallet, withdrawals } = snapshot;
  const waiting = withdrawals.filter((one) => one.state === 'pending' || one.state === 'unconfirmed');
  const others = withdrawals.filter((one) => !waiting.includes(one)).slice(0, NEWEST);
  const rests = wallet.rests_until && Date.parse(wallet.rests_until) > now ? wallet.rests_until : undefined;
  const paysOut = !wallet.frozen && !rests;
  return (
    <Screen
      title={t('wallet.title')}
      aside={
        <Link to={['more']} class="button button-quiet">
          {t('wallet.more')}
        </Link>
      }
    >
      <Old offerCode />
      {wallet.frozen && (
        <Notice tone="bad" title={t('wallet.frozen')}>
          <p>{t('wallet.frozen_do')}</p>
        </Notice>
      )}
      {rests && !wallet.frozen && (
        <Notice tone="wait" title={t('wallet.rests', { when: formatWhen(rests) })}>
          <p>{t('wallet.rests_why')}</p>
        </Notice>
      )}
      <ul class="stack">
        {wallet.accounts.map((account) => (
          <Balance key={account.account_id} account={account} />
        ))}
      </ul>
      {paysOut && (
        <ButtonLink kind="main" wide href={address(['cash'])}>
          {t('wallet.cash')}
        </ButtonLink>
      )}
      {!wallet.frozen && (
        <ButtonLink wide href={address(['deposit'])}>
          {t('wallet.deposit')}
        </ButtonLink>
      )}
      {waiting.length > 0 && (
        <section class="stack-s">
          <h2>{t('wallet.home.waiting')}</h2>
          <ul class="list">
            {waiting.map((one) => (
              <WithdrawalLine key={one.transaction_id} of={one} />
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section class="stack-s">
          <h2>{t('wallet.home.newest')}</h2>
          <ul class="list">
            {others.map((one) => (
              <WithdrawalLine key={one.transaction_id} of={one} />
            ))}
          </ul>
          <Link to={['history']} class="button button-quiet">
            {t('wallet.home.all')}
          </Link>
        </section>
      )}
    </Screen>
  );
}

function Balance({ account }: { account: WalletAccount }) {
  return (
    <li>
      <Link to={['accounts', account.account_id]} class="card balance">
        <span class="quiet">{t('wallet.available')}</span>
        <Money of={account.available} size="huge" />
        {!isZero(account.held.amount) && <span>{tx('wallet.held', { amount: <Money of={account.held} /> })}</span>}
      </Link>
    </li>
  );
}
