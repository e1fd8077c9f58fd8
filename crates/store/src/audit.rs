//! The invariants 1 to 4 of cash-lifecycle.md section 7, checked once for every engine over streams of its
//! rows. Sums are minor units in `i128`. Entries and transfers are never held: what is kept in memory is a
//! sum per currency, a balance per POS account under way, and [`SHARES`] fingerprints. Knows no engine.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use specie_domain::Head;
use specie_domain::ids::{CodeId, OperationId};
use specie_domain::rows::{Account, AccountKey, AccountKind, Book, Entry, Transfer, Withdrawal};
use specie_money::Currency;

use crate::port::{Audit, VIOLATIONS_MAX, Violation};

/// Into how many shares transfers are divided to say where an entry is wrong. With fewer transfers each has
/// a share of its own.
const SHARES: u64 = 4096;

/// Collects what is broken. Feed it [`Self::ledger`], [`Self::transfers`], [`Self::withdrawals`],
/// [`Self::sessions`] and [`Self::money_actions`] in this order, all from one consistent view.
#[derive(Debug)]
pub struct Auditor {
    audit: Audit,
    sums: BTreeMap<(Book, Currency), i128>,
    /// Balances of `cash_pending` and `fee_pending`, less what withdrawals say is held.
    pending: HashMap<AccountKey, i128>,
    /// Per share of transfers: fingerprints of the entries less those the transfers should have.
    halves: HashMap<u64, u64>,
    transfers: u64,
}

impl Auditor {
    /// For tables whose counters stand at `head`.
    #[must_use]
    pub fn new(head: Head) -> Self {
        Self {
            audit: Audit { head, ..Audit::default() },
            sums: BTreeMap::new(),
            pending: HashMap::new(),
            halves: HashMap::new(),
            transfers: 0,
        }
    }

    /// Accounts with their entries: both streams in the same order of accounts, an account's entries in the
    /// order of their numbers.
    ///
    /// # Errors
    /// The first of either stream.
    pub fn ledger<E>(
        &mut self,
        accounts: impl Iterator<Item = Result<Account, E>>,
        entries: impl Iterator<Item = Result<Entry, E>>,
    ) -> Result<(), E> {
        let mut entries = entries.peekable();
        for account in accounts {
            let account = account?;
            let of_account = |next: &Result<Entry, E>| match next {
                Ok(entry) => entry.account == account.key,
                Err(_) => true,
            };
            let mut walk = Walk::default();
            while let Some(entry) = entries.next_if(of_account) {
                self.entry(&mut walk, &entry?);
            }
            self.account(&account, &walk);
        }
        if let Some(entry) = entries.next().transpose()? {
            self.broken(2, format!("{} has entries but there is no such account", name(entry.account)));
        }
        self.audit.sums = self.sums.iter().map(|((book, currency), sum)| (*book, *currency, *sum)).collect();
        let uneven: Vec<_> =
            self.sums.iter().filter(|(_, sum)| **sum != 0).map(|(of, sum)| (*of, *sum)).collect();
        for ((book, currency), sum) in uneven {
            self.broken(1, format!("book {book:?}, {currency}: balances sum to {sum}"));
        }
        Ok(())
    }

    fn entry(&mut self, walk: &mut Walk, entry: &Entry) {
        self.audit.entries += 1;
        self.half(entry.transfer, entry.account, i128::from(entry.amount), u64::wrapping_add);
        walk.number += 1;
        walk.sum += i128::from(entry.amount);
        if entry.number != walk.number {
            self.broken(
                2,
                format!("{}: entry {} stands in place {}", name(entry.account), entry.number, walk.number),
            );
            walk.number = entry.number;
        }
        if i128::from(entry.balance) != walk.sum {
            let detail = format!(
                "{}: entry {} says balance {}, its entries sum to {}",
                name(entry.account),
                entry.number,
                entry.balance,
                walk.sum
            );
            self.broken(2, detail);
            walk.sum = i128::from(entry.balance);
        }
        if entry.account.kind.has_floor() && entry.balance < 0 {
            self.broken(
                2,
                format!("{}: entry {} leaves {}", name(entry.account), entry.number, entry.balance),
            );
        }
    }

    fn account(&mut self, account: &Account, walk: &Walk) {
        let (key, balance) = (account.key, i128::from(account.balance));
        self.audit.accounts += 1;
        *self.sums.entry((key.kind.book(), key.currency)).or_default() += balance;
        if key.kind.has_floor() && balance < 0 {
            self.broken(2, format!("{}: balance {balance} is below its floor", name(key)));
        }
        if (account.entries, balance) != (walk.number, walk.sum) {
            let detail = format!(
                "{}: says {} entries and balance {balance}, has {} entries that sum to {}",
                name(key),
                account.entries,
                walk.number,
                walk.sum
            );
            self.broken(2, detail);
        }
        if matches!(key.kind, AccountKind::CashPending | AccountKind::FeePending) {
            *self.pending.entry(key).or_default() += balance;
        }
    }

    /// All transfers, in the order of their numbers.
    ///
    /// # Errors
    /// The first of the stream.
    pub fn transfers<E>(&mut self, transfers: impl Iterator<Item = Result<Transfer, E>>) -> Result<(), E> {
        for transfer in transfers {
            self.transfer(&transfer?);
        }
        let head = self.audit.head.transfers;
        if self.transfers != head {
            self.broken(2, format!("the last transfer is {}, the counter says {head}", self.transfers));
        }
        let width = self.share_width();
        let mut uneven: Vec<_> =
            self.halves.iter().filter(|(_, sum)| **sum != 0).map(|(share, _)| *share).collect();
        uneven.sort_unstable();
        for share in uneven {
            let (first, last) = (share * width + 1, (share + 1) * width);
            self.broken(2, format!("transfers {first} to {last} and their entries do not agree"));
        }
        Ok(())
    }

    fn transfer(&mut self, transfer: &Transfer) {
        let Transfer { number, debit, credit, amount, .. } = transfer;
        self.transfers += 1;
        if *number != self.transfers {
            self.broken(2, format!("transfer {number} stands in place {}", self.transfers));
            self.transfers = *number;
        }
        let is_even = debit.currency == credit.currency && debit.kind.book() == credit.kind.book();
        if !is_even || *amount <= 0 || debit == credit {
            let detail = format!("transfer {number}: {amount} from {} to {}", name(*debit), name(*credit));
            self.broken(1, detail);
        }
        self.half(*number, *debit, -i128::from(*amount), u64::wrapping_sub);
        self.half(*number, *credit, i128::from(*amount), u64::wrapping_sub);
    }

    /// Adds (entries) or takes away (transfers) the fingerprint of one half of a transfer.
    fn half(&mut self, transfer: u64, account: AccountKey, amount: i128, sum: fn(u64, u64) -> u64) {
        let mut hasher = DefaultHasher::new();
        (transfer, account, amount).hash(&mut hasher);
        let share = transfer.saturating_sub(1) / self.share_width();
        let half = self.halves.entry(share).or_default();
        *half = sum(*half, hasher.finish());
    }

    fn share_width(&self) -> u64 {
        self.audit.head.transfers.div_ceil(SHARES).max(1)
    }

    /// All withdrawals, in any order.
    ///
    /// # Errors
    /// The first of the stream.
    pub fn withdrawals<E>(
        &mut self,
        withdrawals: impl Iterator<Item = Result<Withdrawal, E>>,
    ) -> Result<(), E> {
        for withdrawal in withdrawals {
            self.withdrawal(&withdrawal?);
        }
        let mut uneven: Vec<_> =
            self.pending.iter().filter(|(_, rest)| **rest != 0).map(|(key, rest)| (*key, *rest)).collect();
        uneven.sort_unstable();
        for (key, rest) in uneven {
            self.broken(3, format!("{}: {rest} more than its withdrawals hold", name(key)));
        }
        Ok(())
    }

    fn withdrawal(&mut self, withdrawal: &Withdrawal) {
        let Withdrawal { withdrawal_id, pos_id, currency, amount, held, paid, returned, paid_late, .. } =
            withdrawal;
        let Withdrawal { fee, fee_held, .. } = withdrawal;
        self.audit.withdrawals += 1;
        let sum = i128::from(*held) + i128::from(*paid) + i128::from(*returned);
        let is_whole = sum == i128::from(*amount)
            && *amount > 0
            && [held, paid, returned].iter().all(|part| **part >= 0);
        let fees_fit = (0..=*fee).contains(fee_held) && (*held > 0 || *fee_held == 0);
        if !is_whole || !(0..=*returned).contains(paid_late) || !fees_fit {
            self.broken(4, format!("withdrawal {withdrawal_id}: {withdrawal:?}"));
        }
        for (kind, part) in [(AccountKind::CashPending, held), (AccountKind::FeePending, fee_held)] {
            let key = AccountKey::of_pos(kind, *pos_id, *currency);
            *self.pending.entry(key).or_default() -= i128::from(*part);
        }
    }

    /// The code and the operation of every session, in the order of the codes.
    ///
    /// # Errors
    /// The first of the stream.
    pub fn sessions<E>(
        &mut self,
        sessions: impl Iterator<Item = Result<(CodeId, OperationId), E>>,
    ) -> Result<(), E> {
        let mut before: Option<(CodeId, OperationId)> = None;
        for session in sessions {
            let session = session?;
            if let Some((code_id, first)) = before.filter(|(code_id, _)| *code_id == session.0) {
                self.broken(4, format!("code {code_id} opened the sessions {first} and {}", session.1));
            }
            before = Some(session);
        }
        Ok(())
    }

    /// The operation of every withdrawal and every deposit, in the order of the operations.
    ///
    /// # Errors
    /// The first of the stream.
    pub fn money_actions<E>(
        &mut self,
        actions: impl Iterator<Item = Result<OperationId, E>>,
    ) -> Result<(), E> {
        let mut before = None;
        for action in actions {
            let action = action?;
            if before.replace(action) == Some(action) {
                self.broken(4, format!("session {action} moved money twice"));
            }
        }
        Ok(())
    }

    /// What was found.
    #[must_use]
    pub fn finish(self) -> Audit {
        self.audit
    }

    fn broken(&mut self, invariant: u8, detail: String) {
        if self.audit.violations.len() < VIOLATIONS_MAX {
            self.audit.violations.push(Violation { invariant, detail });
        }
    }
}

/// What the entries of one account come to.
#[derive(Debug, Default)]
struct Walk {
    number: u64,
    sum: i128,
}

fn name(key: AccountKey) -> String {
    format!("{} {:032x} {}", key.kind.name(), key.holder, key.currency)
}

#[cfg(test)]
#[expect(clippy::wildcard_enum_match_arm, reason = "the tests pick the rows they harm")]
mod tests {
    use std::convert::Infallible;

    use specie_domain::rows::Reason;
    use specie_domain::{Row, Time};

    use super::*;
    use crate::conformance::{Contents, commit_all, history};
    use crate::memory::MemoryStore;

    /// What the audit says of a history's rows after `harm` was done to them.
    fn found(harm: impl Fn(&mut Contents)) -> Vec<(u8, String)> {
        let store = MemoryStore::new();
        commit_all(&store, &history().commands(), 50);
        let head = store.books().head();
        let mut contents = Contents::from(&store);
        harm(&mut contents);
        let mut auditor = Auditor::new(head);
        let accounts = contents.rows.values().filter_map(|row| match row {
            Row::Account(account) => Some(Ok(Account::clone(account))),
            _ => None,
        });
        auditor.ledger::<Infallible>(accounts, contents.entries.into_values().map(Ok)).unwrap();
        auditor.transfers::<Infallible>(contents.transfers.into_iter().map(Ok)).unwrap();
        let withdrawals = contents.rows.values().filter_map(|row| match row {
            Row::Withdrawal(withdrawal) => Some(Ok(Withdrawal::clone(withdrawal))),
            _ => None,
        });
        auditor.withdrawals::<Infallible>(withdrawals).unwrap();
        let violations = auditor.finish().violations;
        violations.into_iter().map(|violation| (violation.invariant, violation.detail)).collect()
    }

    fn account(contents: &mut Contents, kind: AccountKind, harm: impl Fn(&mut Account)) {
        let row = contents.rows.values_mut().find_map(|row| match row {
            Row::Account(account) if account.key.kind == kind => Some(account),
            _ => None,
        });
        harm(std::sync::Arc::make_mut(row.unwrap()));
    }

    fn withdrawal(contents: &mut Contents, harm: impl Fn(&mut Withdrawal)) {
        let row = contents.rows.values_mut().find_map(|row| match row {
            Row::Withdrawal(withdrawal) if withdrawal.held > 0 => Some(withdrawal),
            _ => None,
        });
        harm(std::sync::Arc::make_mut(row.unwrap()));
    }

    #[test]
    fn an_unharmed_history_is_clean() {
        assert_eq!(found(|_| {}), []);
    }

    #[test]
    fn every_harm_is_found_under_its_number() {
        type Harm = fn(&mut Contents);
        let harms: [(u8, &str, Harm); 12] = [
            (1, "balances sum to 1", |all| {
                account(all, AccountKind::Funding, |account| account.balance += 1)
            }),
            (2, "below its floor", |all| account(all, AccountKind::Wallet, |account| account.balance = -1)),
            (2, "says 99 entries", |all| account(all, AccountKind::Pos, |account| account.entries = 99)),
            (2, "stands in place", |all| {
                all.entries.pop_first();
            }),
            (2, "no such account", |all| {
                all.rows.retain(
                    |_, row| !matches!(row, Row::Account(account) if account.key.kind == AccountKind::Wallet),
                );
            }),
            (2, "its entries sum to", |all| all.entries.first_entry().unwrap().get_mut().amount += 1),
            (2, "transfers 3 to 3", |all| all.transfers[2].amount += 1),
            (2, "transfers 4 to 4", |all| all.transfers[3].number = 4_000),
            (2, "the last transfer is", |all| {
                all.transfers.pop();
            }),
            (1, "transfer 1: 0 from", |all| all.transfers[0].amount = 0),
            (3, "more than its withdrawals hold", |all| {
                withdrawal(all, |row| (row.held, row.paid) = (0, row.held))
            }),
            (4, "withdrawal", |all| withdrawal(all, |row| row.paid += 1)),
        ];
        for (invariant, detail, harm) in harms {
            let found = found(harm);
            let is_named = |(number, what): &(u8, String)| *number == invariant && what.contains(detail);
            assert!(found.iter().any(is_named), "{invariant} {detail}: {found:?}");
        }
    }

    #[test]
    fn a_code_with_two_sessions_and_a_session_with_two_money_actions_are_found() {
        let (code, first, second) =
            (CodeId::from_u128(1), OperationId::from_u128(2), OperationId::from_u128(3));
        let mut auditor = Auditor::new(Head::default());
        auditor.sessions::<Infallible>([(code, first), (code, second)].into_iter().map(Ok)).unwrap();
        auditor.money_actions::<Infallible>([first, second, second].into_iter().map(Ok)).unwrap();
        let found: Vec<u8> =
            auditor.finish().violations.iter().map(|violation| violation.invariant).collect();
        assert_eq!(found, [4, 4]);
    }

    #[test]
    fn a_transfer_between_two_currencies_is_found() {
        let key = |kind, code| AccountKey::of_operator(kind, Currency::from_code(code).unwrap());
        let transfer = Transfer {
            number: 1,
            debit: key(AccountKind::Funding, "GBP"),
            credit: key(AccountKind::Loss, "EUR"),
            amount: 1,
            reason: Reason::TopUp,
            operation_id: None,
            command: 1,
            made_at: Time::from_unix_ms(0),
        };
        let mut auditor = Auditor::new(Head { commands: 1, transfers: 1, events: 0 });
        auditor.transfers::<Infallible>([Ok(transfer)].into_iter()).unwrap();
        assert_eq!(auditor.finish().violations[0].invariant, 1);
    }
}
