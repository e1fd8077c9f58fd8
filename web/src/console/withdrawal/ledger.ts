// The ledger's entries of one withdrawal. The server reads entries by account, so those accounts that a withdrawal
// posts to are read back to the moment it was made, and what belongs to its operation is kept.

import { useEffect, useState } from 'preact/hooks';
import type { Shape, Trouble } from '../../api';
import { get, part, query } from '../desk';

type Withdrawal = Shape<'Withdrawal'>;
type Entry = Shape<'AccountEntry'>;

/** One transfer, told from the account it was found at. */
export interface Posting {
  transfer: number;
  made_at: string;
  reason: string;
  debit: string;
  credit: string;
  /** Without a sign: it left the debited account and entered the credited one. */
  amount: Entry['amount'];
}

/** Entries read of one account, at most. */
const PAGE_ROWS = 200;
const PAGES_MAX = 10;

export interface Ledger {
  postings: Posting[];
  busy: boolean;
  /** Accounts whose history goes on past the bound. */
  cut: string[];
  trouble?: Trouble;
}

/** The accounts a withdrawal may post to, the wallet's first. */
export const accountsOf = (of: Withdrawal): string[] => {
  const { currency } = of.amount;
  return [of.account_id, `cash_pending:${of.pos_id}:${currency}`, `fee_pending:${of.pos_id}:${currency}`, `suspense:${of.pos_id}:${currency}`, `commission:${of.owner_id}:${currency}`];
};

function posting(account: string, entry: Entry): Posting {
  const debited = entry.amount.amount.startsWith('-');
  const amount = debited ? { ...entry.amount, amount: entry.amount.amount.slice(1) } : entry.amount;
  const [debit, credit] = debited ? [account, entry.counterpart] : [entry.counterpart, account];
  return { transfer: entry.transfer, made_at: entry.made_at, reason: entry.reason, debit, credit, amount };
}

export function useLedger(of: Withdrawal | undefined): Ledger {
  const [ledger, setLedger] = useState<Ledger>({ postings: [], busy: true, cut: [] });
  const key = of && `${of.transaction_id} ${of.state} ${of.held.amount}`;
  useEffect(() => {
    if (!of) return;
    let over = false;
    void (async () => {
      const found = new Map<number, Posting>();
      const cut: string[] = [];
      for (const account of accountsOf(of)) {
        let next: number | null | undefined;
        for (let pages = 0; ; pages += 1) {
          if (pages === PAGES_MAX) {
            cut.push(account);
            break;
          }
          const answer = await get<Shape<'AccountEntries'>>(query(`/accounts/${part(account)}/entries`, { from: next ?? undefined, limit: PAGE_ROWS }));
          if (over) return;
          if (!answer.ok) {
            // An account that nothing was ever posted to does not exist.
            if (answer.trouble.kind === 'problem' && answer.trouble.problem.code === 'account_not_found') break;
            return setLedger({ postings: sorted(found), busy: false, cut, trouble: answer.trouble });
          }
          for (const entry of answer.value.entries) if (entry.operation_id === of.operation_id && !found.has(entry.transfer)) found.set(entry.transfer, posting(account, entry));
          next = answer.value.next;
          const oldest = answer.value.entries.at(-1);
          if (next === null || next === undefined || !oldest || oldest.made_at < of.made_at) break;
        }
      }
      setLedger({ postings: sorted(found), busy: false, cut });
    })();
    return () => void (over = true);
  }, [key]);
  return ledger;
}

const sorted = (found: Map<number, Posting>): Posting[] => [...found.values()].sort((one, other) => one.transfer - other.transfer);
