import { useEffect } from 'preact/hooks';
import type { Shape } from '../../api';
import { TroubleNotice } from '../../shared/notice';
import { go } from '../../shared/route';
import { Screen } from '../../shared/screen';
import { query, useAnswer } from '../desk';
import { operationColumns } from '../live';
import { AccountLink, Id, State, When } from '../pieces';
import { Table } from '../table';
import { t, tx } from '../words';

type Found = Shape<'Found'>;

const stateOf = (one: Shape<'FoundPos'>): string => (one.disabled ? 'disabled' : 'live');

/** What the server finds for an id, a phone number, a POS's name or number. */
export function Find({ text }: { text: string }) {
  const found = useAnswer<Found>(text ? query('/search', { q: text }) : undefined);
  const all = found.value;
  const only = all && alone(all);
  useEffect(() => {
    if (only) go(only, {}, true);
  }, [only?.join(' ')]);
  const count = all ? all.wallets.length + all.pos.length + all.operations.length + all.accounts.length + all.cases.length : 0;
  return (
    <Screen title={t('console.found', { text })}>
      {found.trouble && <TroubleNotice trouble={found.trouble} onRetry={found.reread} />}
      {!all && !found.trouble && <p class="quiet">{t('shared.loading')}</p>}
      {all && (
        <p class="quiet" role="status">
          {count === 0 ? t('console.found.none') : t('console.found.count', { n: count })}
        </p>
      )}
      {all && (all.searched.amounts || all.searched.references) && (
        <p class="quiet small">{all.searched.since ? tx('console.found.since', { at: <When at={all.searched.since} /> }) : t('console.found.all')}</p>
      )}
      {all && all.wallets.length > 0 && (
        <Table
          caption={t('console.wallets')}
          file={{ name: 'wallets', path: query('/search/wallets.csv', { q: text }) }}
          empty=""
          rows={all.wallets}
          keyOf={(one) => one.wallet_id}
          columns={[
            { head: t('console.wallet'), show: (one) => <Id of={one.wallet_id} to={['wallet', one.wallet_id]} whole /> },
            { head: t('console.phone'), show: (one) => <bdi dir="ltr">{one.phone_number ?? '—'}</bdi> },
            { head: t('console.state'), show: (one) => <State of={one.frozen ? 'frozen' : 'live'} /> },
          ]}
        />
      )}
      {all && all.operations.length > 0 && <Table caption={t('console.operations')} file={{ name: 'operations', path: query('/search/operations.csv', { q: text }) }} empty="" rows={all.operations} keyOf={(one) => one.operation_id} columns={operationColumns()} />}
      {all && all.pos.length > 0 && (
        <Table
          caption={t('console.pos')}
          empty=""
          rows={all.pos}
          keyOf={(one) => one.pos_id}
          columns={[
            { head: t('console.name'), show: (one) => <a href={`#/pos/${encodeURIComponent(one.pos_id)}`}>{one.name}</a> },
            { head: t('console.number'), text: (one) => String(one.number ?? '') },
            { head: t('console.id'), show: (one) => <Id of={one.pos_id} /> },
            { head: t('console.owner'), show: (one) => <Id of={one.owner_id} /> },
            { head: t('console.state'), show: (one) => <State of={stateOf(one)} /> },
          ]}
        />
      )}
      {all && all.cases.length > 0 && (
        <Table
          caption={t('console.cases')}
          empty=""
          rows={all.cases}
          keyOf={(operation_id) => operation_id}
          columns={[{ head: t('console.case'), show: (operation_id) => <Id of={operation_id} to={['case', operation_id]} whole /> }]}
        />
      )}
      {all && all.accounts.length > 0 && (
        <Table
          caption={t('console.accounts')}
          file={{ name: 'accounts', path: query('/search/accounts.csv', { q: text }) }}
          empty=""
          rows={all.accounts}
          keyOf={(one) => one.account_id}
          columns={[
            { head: t('console.account'), show: (one) => <AccountLink of={one.account_id} /> },
            { head: t('console.balance'), money: (one) => one.balance },
            { head: t('console.wallet'), show: (one) => (one.wallet_id ? <Id of={one.wallet_id} to={['wallet', one.wallet_id]} /> : '—') },
          ]}
        />
      )}
    </Screen>
  );
}

/** An operation by its own id: the ledger's entries and cases name it so. */
export function OperationById({ operation_id }: { operation_id: string }) {
  const found = useAnswer<Found>(query('/search', { q: operation_id }));
  const one = found.value?.operations.find((operation) => operation.operation_id === operation_id);
  useEffect(() => {
    if (one?.transaction_id) go(['withdrawal', one.transaction_id], {}, true);
  }, [one?.transaction_id]);
  return (
    <Screen title={t('console.operation')}>
      {found.trouble && <TroubleNotice trouble={found.trouble} onRetry={found.reread} />}
      {!found.value && !found.trouble && <p class="quiet">{t('shared.loading')}</p>}
      {found.value && (
        <Table caption={t('console.operations')} empty={t('console.found.none')} rows={found.value.operations} keyOf={(seen) => seen.operation_id} columns={operationColumns()} />
      )}
    </Screen>
  );
}

/** Where the only thing found stands; several are listed. */
function alone(of: Found): readonly string[] | undefined {
  const things = [
    ...of.operations.map((one) => (one.transaction_id ? ['withdrawal', one.transaction_id] : undefined)),
    ...of.pos.map((one) => ['pos', one.pos_id]),
    ...of.wallets.map((one) => ['wallet', one.wallet_id]),
    ...of.accounts.map((one) => ['account', one.account_id]),
  ];
  return things.length === 1 ? things[0] : undefined;
}
