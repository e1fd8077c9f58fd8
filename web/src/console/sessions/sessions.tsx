import type { Shape } from '../../api';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../shared/button';
import { useEvents } from '../../shared/events';
import { Screen } from '../../shared/screen';
import { part } from '../desk';
import { Id, named, State, When } from '../pieces';
import { Listing } from '../table';
import { t } from '../words';

type SessionLine = Shape<'SessionLine'>;

/** The list follows what happens at most so often; the server's own list is that much behind. */
const REREAD_MS = 1_000;

/** The sessions that are open now: a customer stands at a counter in each. */
export function Sessions() {
  const [version, setVersion] = useState(0);
  const waits = useRef<ReturnType<typeof setTimeout>>(undefined);
  const reread = () => setVersion((before) => before + 1);
  const soon = () => {
    waits.current ??= setTimeout(() => {
      waits.current = undefined;
      reread();
    }, REREAD_MS);
  };
  useEvents('/api/v1/events', { operation: soon, hello: soon }, reread);
  useEffect(() => () => clearTimeout(waits.current), []);
  return (
    <Screen title={t('console.sessions')} aside={<Button onPress={reread}>{t('console.reread')}</Button>}>
      <Listing<SessionLine>
        quiet
        version={version}
        caption={t('console.sessions')}
        file="sessions"
        empty={t('console.sessions.none')}
        list={{ path: '/sessions', cursor: 'after', rows: (page: { sessions: SessionLine[] }) => page.sessions }}
        keyOf={(one) => one.operation_id}
        columns={[
          { head: t('console.operation'), show: (one) => <Id of={one.operation_id} to={one.transaction_id === null ? ['operation', one.operation_id] : ['withdrawal', one.transaction_id]} /> },
          { head: t('console.purpose'), show: (one) => named('action', one.purpose) },
          { head: t('console.state'), show: (one) => <State of={one.state} /> },
          { head: t('console.amount'), money: (one) => one.amount },
          { head: t('console.pos.one'), show: (one) => <a href={`#/pos/${part(one.pos_id)}`}><bdi>{one.pos_name}</bdi></a> },
          { head: t('console.wallet'), show: (one) => <Id of={one.wallet_id} to={['wallet', one.wallet_id]} /> },
          { head: t('console.key.id'), show: (one) => <Id of={one.key_id} /> },
          { head: t('console.opened_at'), show: (one) => <When at={one.opened_at} /> },
          { head: t('console.expires_at'), show: (one) => <When at={one.expires_at} /> },
        ]}
      />
    </Screen>
  );
}
