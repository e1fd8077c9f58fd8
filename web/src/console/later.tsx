// Every screen but the live one: loaded as soon as the frame stands. Who is not of the office begins with the wallets.

import type { VNode } from 'preact';
import type { Route } from '../shared/route';
import { Screen } from '../shared/screen';
import { Account } from './account';
import { Audit } from './audit';
import { Case, Cases } from './cases';
import { Find, OperationById } from './find';
import { Limits } from './limits';
import { OwnerOf, PosOf, PosRoom } from './pos';
import { ProposalOf, Proposals } from './proposals';
import { ReconciliationOf, Reconciliations, TakeIn } from './reconciliation';
import { ReportOf, Reports } from './reports';
import { Sessions } from './sessions';
import { BatchOf, Settlement } from './settlement';
import { Staff } from './staff';
import { AddTariff, TariffOf, Tariffs } from './tariffs';
import { Tills, TillSession } from './tills';
import { TransferOf } from './transfer';
import { WalletOf, Wallets } from './wallet';
import { Withdrawal } from './withdrawal';
import { t } from './words';

const ROOMS: Record<string, () => VNode> = {
  '': () => <Wallets />,
  sessions: () => <Sessions />,
  cases: () => <Cases />,
  proposals: () => <Proposals />,
  wallets: () => <Wallets />,
  pos: () => <PosRoom />,
  tills: () => <Tills />,
  limits: () => <Limits />,
  tariffs: () => <Tariffs />,
  settlement: () => <Settlement />,
  reconciliations: () => <Reconciliations />,
  reports: () => <Reports />,
  staff: () => <Staff />,
  audit: () => <Audit />,
};

const THINGS: Record<string, (id: string, query: URLSearchParams) => VNode> = {
  case: (id) => <Case key={id} operation_id={id} />,
  proposal: (id) => <ProposalOf key={id} proposal_id={id} />,
  wallet: (id) => <WalletOf key={id} wallet_id={id} />,
  withdrawal: (id) => <Withdrawal key={id} transaction_id={id} />,
  operation: (id) => <OperationById key={id} operation_id={id} />,
  account: (id, query) => <Account key={`${id} ${query.get('from')}`} account_id={id} from={query.get('from')} />,
  pos: (id) => <PosOf key={id} pos_id={id} />,
  'till-session': (id) => <TillSession key={id} till_session_id={id} />,
  tariff: (id, query) => (id === 'new' ? <AddTariff key={query.get('after')} after={query.get('after')} /> : <TariffOf key={id} tariff_id={id} />),
  batch: (id) => <BatchOf key={id} batch_id={id} />,
  reconciliation: (id) => (id === 'new' ? <TakeIn /> : <ReconciliationOf key={id} reconciliation_id={id} />),
  report: (id, query) => <ReportOf name={id} owner_id={query.get('owner') ?? ''} />,
  owner: (id) => <OwnerOf key={id} owner_id={id} />,
  transfer: (id, query) => <TransferOf key={`${id} ${query.get('account')}`} transfer={id} account_id={query.get('account') ?? ''} />,
};

export function screenOf({ path: [room = '', id], query }: Route): VNode {
  if (room === 'find') return <Find text={query.get('q') ?? ''} />;
  const made = id === undefined ? ROOMS[room]?.() : THINGS[room]?.(id, query);
  return made ?? <Screen title={t('console.nowhere')}>{null}</Screen>;
}
