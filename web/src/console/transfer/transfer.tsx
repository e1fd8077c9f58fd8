import type { Shape } from '../../api';
import { TroubleNotice } from '../../shared/notice';
import { Screen } from '../../shared/screen';
import { part, query, useAnswer } from '../desk';
import { AccountLink, Facts, Id, named, When } from '../pieces';
import { Table } from '../table';
import { t } from '../words';

type Entries = Shape<'AccountEntries'>;
type Entry = Shape<'AccountEntry'>;

/** The entry of one transfer at an account: the newest that is not past it. */
const entryPath = (account_id: string, transfer: string): string => query(`/accounts/${part(account_id)}/entries`, { from: transfer, limit: 1 });

const entryOf = (page: Entries | undefined, transfer: string): Entry | undefined => page?.entries.find((entry) => String(entry.transfer) === transfer);

/** One transfer: both its entries, the operation it belongs to, and from each side the way to its account. */
export function TransferOf({ transfer, account_id }: { transfer: string; account_id: string }) {
  const one = useAnswer<Entries>(account_id && entryPath(account_id, transfer));
  const here = entryOf(one.value, transfer);
  const other = useAnswer<Entries>(here && entryPath(here.counterpart, transfer));
  const there = entryOf(other.value, transfer);
  const sides = [...(here ? [{ account: account_id, entry: here }] : []), ...(here && there ? [{ account: here.counterpart, entry: there }] : [])];
  const trouble = one.trouble ?? other.trouble;
  return (
    <Screen title={t('console.transfer.of', { number: transfer })}>
      {trouble && <TroubleNotice trouble={trouble} onRetry={one.trouble ? one.reread : other.reread} />}
      {((one.value && !here) || account_id === '') && <p class="quiet">{t('console.transfer.none')}</p>}
      {here && (
        <>
          <Facts
            of={[
              [t('console.reason'), named('reason', here.reason)],
              [t('console.at'), <When at={here.made_at} />],
              [t('console.operation'), here.operation_id && <Id of={here.operation_id} to={['operation', here.operation_id]} whole />],
            ]}
          />
          <Table
            caption={t('console.transfer.sides')}
            empty={t('console.none')}
            rows={sides}
            keyOf={(side) => side.account}
            columns={[
              { head: t('console.account'), show: (side) => <AccountLink of={side.account} /> },
              { head: t('console.number'), show: (side) => <a href={`#/account/${part(side.account)}?from=${transfer}`}>{side.entry.number}</a> },
              { head: t('console.amount'), money: (side) => side.entry.amount },
              { head: t('console.balance_after'), money: (side) => side.entry.balance },
            ]}
          />
        </>
      )}
    </Screen>
  );
}
