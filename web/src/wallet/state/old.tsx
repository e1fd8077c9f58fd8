// Says that what is on the screen is not of now.

import { codeOf } from '../../api';
import { ButtonLink } from '../../shared/button';
import { Notice, TroubleNotice } from '../../shared/notice';
import { address } from '../../shared/route';
import { formatWhen } from '../../shared/when';
import { t } from '../words';
import { useStore } from './store';
import { isOld, read, store } from './wallet';

export function Old({ offerCode = false }: { offerCode?: boolean }) {
  const state = useStore(store);
  const { trouble, snapshot } = state;
  if (!trouble || !snapshot || !isOld(state)) return null;
  const when = formatWhen(snapshot.read_at);
  const away = codeOf(trouble) === 'offline' || codeOf(trouble) === 'timeout';
  if (!away) return <TroubleNotice trouble={trouble} onRetry={() => void read()} />;
  return (
    <Notice tone="wait" title={t('wallet.old', { when })} alert>
      <p>{t('wallet.old_do')}</p>
      {offerCode && snapshot.wallet.offline === 'enrolled' && !snapshot.wallet.frozen && (
        <ButtonLink href={address(['offline'])}>{t('wallet.offline.show')}</ButtonLink>
      )}
    </Notice>
  );
}
