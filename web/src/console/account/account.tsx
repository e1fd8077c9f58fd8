import type { Shape } from '../../api';
import { TroubleNotice } from '../../shared/notice';
import { Screen } from '../../shared/screen';
import { part, useAnswer } from '../desk';
import { AccountLink, Facts, Id, MoneyOr, named, TransferLink, When } from '../pieces';
import { Listing } from '../table';
import { t } from '../words';

type Entry = Shape<'AccountEntry'>;

const entryColumns = (account_id: string) =>
  [
    { head: t('console.number'), text: (entry: Entry) => String(entry.number) },
    { head: t('console.at'), show: (entry: Entry) => <When at={entry.made_at} /> },
    { head: t('console.reason'), show: (entry: Entry) => named('reason', entry.reason) },
    { head: t('console.amount'), money: (entry: Entry) => entry.amount },
    { head: t('console.balance_after'), money: (entry: Entry) => entry.balance },
    { head: t('console.counterpart'), show: (entry: Entry) => <AccountLink of={entry.counterpart} /> },
    { head: t('console.operation'), show: (entry: Entry) => (entry.operation_id ? <Id of={entry.operation_id} to={['operation', entry.operation_id]} /> : '—') },
    { head: t('console.transfer'), show: (entry: Entry) => <TransferLink of={entry.transfer} account_id={account_id} /> },
  ] as const;

/** An account of the ledger with its entries, each with the other side and the operation it belongs to. */
export function Account({ account_id, from }: { account_id: string; from: string | null }) {
  const path = `/accounts/${part(account_id)}`;
  const account = useAnswer<Shape<'Account'>>(path);
  const known = account.value;
  return (
    <Screen title={t('console.account')}>
      {account.trouble && <TroubleNotice trouble={account.trouble} onRetry={account.reread} />}
      {known && (
        <Facts
          of={[
            [t('console.id'), <Id of={known.account_id} whole />],
            [t('console.kind'), named('account', known.kind)],
            [t('console.alias'), <bdi>{known.alias}</bdi>],
            [t('console.balance'), <MoneyOr of={known.balance} />],
            [t('console.entries'), known.entries],
          ]}
        />
      )}
      {known && (
        <Listing<Entry>
          caption={t('console.entries')}
          file={`entries-${account_id.replaceAll(':', '-')}`}
          empty={t('console.none')}
          list={{ path: `${path}/entries`, cursor: 'from', rows: (page: Shape<'AccountEntries'>) => page.entries, ...(from && { query: { from } }) }}
          keyOf={(entry) => entry.number}
          columns={entryColumns(account_id)}
        />
      )}
    </Screen>
  );
}
