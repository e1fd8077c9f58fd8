//! The invariants 1 to 4 and 7 of cash-lifecycle.md section 7, checked once for every engine over streams of its
//! rows. Sums are minor units in `i128`. Transfers are never held: what is kept in memory is a sum per currency
//! and a balance per POS account under way. Each entry is proved against the one its chain names before it,
//! so an audit may as well look only at what came since the last one. Knows no engine.

use std::collections::{BTreeMap, HashMap};

use specie_domain::Head;
use specie_domain::ids::{CodeId, OperationId};
use specie_domain::rows::{
    Account, AccountKey, AccountKind, Book, Reason, SettleBatch, SettleWindow, Side, Transfer, Withdrawal,
};
use specie_money::Currency;

use crate::port::{Audit, VIOLATIONS_MAX, Violation};

/// Collects what is broken. Feed it [`Self::transfers`], [`Self::accounts`], [`Self::withdrawals`],
/// [`Self::settlements`], [`Self::sessions`] and [`Self::money_actions`] in this order, all from one consistent view.
#[derive(Debug)]
pub struct Auditor {
    audit: Audit,
    sums: BTreeMap<(Book, Currency), i128>,
    /// Balances of `cash_pending` and `fee_pending`, less what withdrawals say is held.
    pending: HashMap<AccountKey, i128>,
    /// Cash that left through customers, less what withdrawals say was dispensed, per POS: a weighted sum of it.
    cash: HashMap<AccountKey, Weighted>,
    /// Balances of `settlement_due`, less what batches say is due.
    due: BTreeMap<AccountKey, i128>,
    /// Float in the positions of POS, less what their windows say.
    float: BTreeMap<AccountKey, i128>,
}

/// A sum of shares, each times a weight of its operation's own: it is zero only if the shares of every operation are,
/// but for a chance of 2^-64 and less. So each of any number of operations is checked in the memory of one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Weighted {
    sum: i128,
    weighed: u128,
}

impl Weighted {
    const fn add(&mut self, operation_id: OperationId, share: i128) {
        self.sum = self.sum.wrapping_add(share);
        self.weighed = self.weighed.wrapping_add(weight(operation_id).wrapping_mul(share.cast_unsigned()));
    }
}

/// An odd number of each operation's own: the bits of its id, mixed as the finishers of hash functions mix them.
const fn weight(operation_id: OperationId) -> u128 {
    let mut mixed = operation_id.as_u128();
    mixed = (mixed ^ (mixed >> 67)).wrapping_mul(0xff51_afd7_ed55_8ccd_c4ce_b9fe_1a85_ec53);
    mixed = (mixed ^ (mixed >> 61)).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
    (mixed ^ (mixed >> 64)) | 1
}

impl Auditor {
    /// For tables whose counters stand at `head`.
    #[must_use]
    pub fn new(head: Head) -> Self {
        let audit = Audit { head, ..Audit::default() };
        Self {
            audit,
            sums: BTreeMap::new(),
            pending: HashMap::new(),
            cash: HashMap::new(),
            due: BTreeMap::new(),
            float: BTreeMap::new(),
        }
    }

    /// All transfers, in the order of their numbers; `find` gives the one of a number.
    ///
    /// # Errors
    /// The first of the stream or of `find`.
    pub fn transfers<E>(
        &mut self,
        transfers: impl Iterator<Item = Result<Transfer, E>>,
        mut find: impl FnMut(u64) -> Result<Option<Transfer>, E>,
    ) -> Result<(), E> {
        let mut last = 0;
        for transfer in transfers {
            let transfer = transfer?;
            last += 1;
            if transfer.number != last {
                self.broken(2, format!("transfer {} stands in place {last}", transfer.number));
                last = transfer.number;
            }
            self.transfer(&transfer);
            self.count_float(&transfer);
            for side in [transfer.debit, transfer.credit] {
                self.audit.entries += 1;
                let before = if side.before == 0 { None } else { find(side.before)? };
                self.entry(&transfer, side, before.as_ref());
            }
        }
        let head = self.audit.head.transfers;
        if last != head {
            self.broken(2, format!("the last transfer is {last}, the counter says {head}"));
        }
        Ok(())
    }

    fn transfer(&mut self, transfer: &Transfer) {
        let (debit, credit) = (transfer.debit.account, transfer.credit.account);
        let is_even = debit.currency == credit.currency && debit.kind.book() == credit.kind.book();
        if !is_even || transfer.amount <= 0 || debit == credit {
            let Transfer { number, amount, .. } = transfer;
            self.broken(1, format!("transfer {number}: {amount} from {} to {}", name(debit), name(credit)));
        }
        let amount = i128::from(transfer.amount);
        let moved = if transfer.reason == Reason::CashPaid {
            Some((credit, amount))
        } else if transfer.reason == Reason::CashBack {
            Some((debit, -amount))
        } else {
            None
        };
        if let (Some((source, share)), Some(operation_id)) = (moved, transfer.operation_id) {
            self.cash.entry(source).or_default().add(operation_id, share);
        }
    }

    /// Float that came to a POS, or left it.
    fn count_float(&mut self, transfer: &Transfer) {
        for (side, amount) in
            [(transfer.debit, -i128::from(transfer.amount)), (transfer.credit, i128::from(transfer.amount))]
        {
            if transfer.reason.is_float() && side.account.kind == AccountKind::Pos {
                *self.float.entry(side.account).or_default() += amount;
            }
        }
    }

    /// An entry follows the one its chain names before it, in number and in balance.
    fn entry(&mut self, transfer: &Transfer, side: Side, before: Option<&Transfer>) {
        let earlier = before.filter(|before| before.number < transfer.number);
        let earlier = earlier.and_then(|before| before.side_of(&side.account)).map(|(side, ..)| side);
        let is_in_chain = earlier.is_some() || side.before == 0;
        let (number, balance) = earlier.map_or((0, 0), |side| (side.entry, i128::from(side.balance)));
        let amount = transfer.side_of(&side.account).map_or(0, |(_, amount, _)| i128::from(amount));
        let Side { account, entry, .. } = side;
        let here = || format!("{}: entry {entry} in transfer {}", name(account), transfer.number);
        if !is_in_chain || entry != number + 1 {
            self.broken(2, format!("{} follows entry {number} in transfer {}", here(), side.before));
        }
        if i128::from(side.balance) != balance + amount {
            let detail =
                format!("{} says balance {}, it comes to {}", here(), side.balance, balance + amount);
            self.broken(2, detail);
        }
        if account.kind.has_floor() && side.balance < 0 {
            self.broken(2, format!("{} leaves {}", here(), side.balance));
        }
    }

    /// All accounts; `find` gives the transfer of a number.
    ///
    /// # Errors
    /// The first of the stream or of `find`.
    pub fn accounts<E>(
        &mut self,
        accounts: impl Iterator<Item = Result<Account, E>>,
        mut find: impl FnMut(u64) -> Result<Option<Transfer>, E>,
    ) -> Result<(), E> {
        let mut entries = 0_u64;
        for account in accounts {
            let account = account?;
            entries = entries.saturating_add(account.entries);
            let last = if account.last_transfer == 0 { None } else { find(account.last_transfer)? };
            self.account(&account, last.as_ref());
        }
        // Each entry was proved to follow another, so a chain that forks leaves an entry that no account counts.
        if entries != self.audit.entries {
            let detail = format!("accounts say {entries} entries, transfers hold {}", self.audit.entries);
            self.broken(2, detail);
        }
        self.audit.sums = self.sums.iter().map(|((book, currency), sum)| (*book, *currency, *sum)).collect();
        let uneven: Vec<_> =
            self.sums.iter().filter(|(_, sum)| **sum != 0).map(|(of, sum)| (*of, *sum)).collect();
        for ((book, currency), sum) in uneven {
            self.broken(1, format!("book {book:?}, {currency}: balances sum to {sum}"));
        }
        Ok(())
    }

    fn account(&mut self, account: &Account, last: Option<&Transfer>) {
        let (key, balance) = (account.key, i128::from(account.balance));
        self.audit.accounts += 1;
        *self.sums.entry((key.kind.book(), key.currency)).or_default() += balance;
        if key.kind.has_floor() && balance < 0 {
            self.broken(2, format!("{}: balance {balance} is below its floor", name(key)));
        }
        let side = last.and_then(|last| last.side_of(&key)).map(|(side, ..)| side);
        let (number, sum) = side.map_or((0, 0), |side| (side.entry, side.balance));
        if (account.entries, account.balance) != (number, sum) {
            let detail = format!(
                "{}: says {} entries and balance {balance}, its last entry is {number} and leaves {sum}",
                name(key),
                account.entries,
            );
            self.broken(2, detail);
        }
        if key.kind == AccountKind::SettlementDue {
            *self.due.entry(key).or_default() += balance;
        }
        if matches!(key.kind, AccountKind::CashPending | AccountKind::FeePending) {
            *self.pending.entry(key).or_default() += balance;
        }
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
        let mut uneven: Vec<_> = self
            .cash
            .iter()
            .filter(|(_, rest)| **rest != Weighted::default())
            .map(|(key, rest)| (*key, rest.sum))
            .collect();
        uneven.sort_unstable();
        for (key, sum) in uneven {
            let detail = format!(
                "{}: of some withdrawal other cash left than was dispensed, in all {sum} more",
                name(key)
            );
            self.broken(7, detail);
        }
        Ok(())
    }

    fn withdrawal(&mut self, withdrawal: &Withdrawal) {
        let Withdrawal { withdrawal_id, pos_id, currency, amount, held, paid, returned, paid_late, .. } =
            withdrawal;
        let Withdrawal { fee, fee_held, fee_kept, tax_kept, cash_out, .. } = withdrawal;
        self.audit.withdrawals += 1;
        let sum = i128::from(*held) + i128::from(*paid) + i128::from(*returned);
        let is_whole = sum == i128::from(*amount)
            && *amount > 0
            && [held, paid, returned].iter().all(|part| **part >= 0);
        let waits = if *held > 0 { *fee } else { 0 };
        let fees_fit = *fee >= 0
            && *fee_held == waits
            && (0..=fee - waits).contains(fee_kept)
            && (0..=*fee_kept).contains(tax_kept);
        let is_out = *cash_out >= 0 && *cash_out <= returned.saturating_sub(*paid_late);
        if !is_whole || !(0..=*returned).contains(paid_late) || !is_out || !fees_fit {
            self.broken(4, format!("withdrawal {withdrawal_id}: {withdrawal:?}"));
        }
        if withdrawal.till_session_id.is_some() {
            self.audit.at_tills += 1;
            let source = AccountKey::of_pos(AccountKind::TillSource, *pos_id, *currency);
            let dispensed = i128::from(*paid) + i128::from(*paid_late) + i128::from(*cash_out);
            self.cash.entry(source).or_default().add(withdrawal.operation_id, -dispensed);
        }
        for (kind, part) in [(AccountKind::CashPending, held), (AccountKind::FeePending, fee_held)] {
            let key = AccountKey::of_pos(kind, *pos_id, *currency);
            *self.pending.entry(key).or_default() -= i128::from(*part);
        }
    }

    /// All windows and all batches of settlement, each in any order: what is due to POS owners is what their batches
    /// say, and what no batch may settle is the float that was brought.
    ///
    /// # Errors
    /// The first of the streams.
    pub fn settlements<E>(
        &mut self,
        windows: impl Iterator<Item = Result<SettleWindow, E>>,
        batches: impl Iterator<Item = Result<SettleBatch, E>>,
    ) -> Result<(), E> {
        for window in windows {
            let window = window?;
            *self.float.entry(window.account).or_default() -= i128::from(window.float);
        }
        for batch in batches {
            let batch = batch?;
            let (owner_id, currency) = (batch.key.owner_id, batch.key.currency);
            let key = AccountKey::of_owner(AccountKind::SettlementDue, owner_id, currency);
            *self.due.entry(key).or_default() -= i128::from(batch.due);
        }
        let rests = |sums: &BTreeMap<AccountKey, i128>| -> Vec<(AccountKey, i128)> {
            sums.iter().filter(|(_, rest)| **rest != 0).map(|(key, rest)| (*key, *rest)).collect()
        };
        for (key, rest) in rests(&self.due) {
            self.broken(3, format!("{}: {rest} more than its batches say", name(key)));
        }
        for (key, rest) in rests(&self.float) {
            self.broken(3, format!("{}: {rest} more float than its window says", name(key)));
        }
        Ok(())
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

fn name(key: AccountKey) -> String {
    format!("{} {:032x} {}", key.kind.name(), key.holder, key.currency)
}

#[cfg(test)]
#[expect(clippy::wildcard_enum_match_arm, reason = "the tests pick the rows they harm")]
mod tests {
    use std::convert::Infallible;

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
        let by_number: BTreeMap<u64, Transfer> =
            contents.transfers.iter().map(|transfer| (transfer.number, transfer.clone())).collect();
        let find = |number: u64| Ok::<_, Infallible>(by_number.get(&number).cloned());
        auditor.transfers(contents.transfers.into_iter().map(Ok), find).unwrap();
        auditor.accounts(accounts, find).unwrap();
        let withdrawals = contents.rows.values().filter_map(|row| match row {
            Row::Withdrawal(withdrawal) => Some(Ok(Withdrawal::clone(withdrawal))),
            _ => None,
        });
        auditor.withdrawals::<Infallible>(withdrawals).unwrap();
        let windows = contents.rows.values().filter_map(|row| match row {
            Row::SettleWindow(window) => Some(Ok(SettleWindow::clone(window))),
            _ => None,
        });
        let batches = contents.rows.values().filter_map(|row| match row {
            Row::SettleBatch(batch) => Some(Ok(SettleBatch::clone(batch))),
            _ => None,
        });
        auditor.settlements::<Infallible>(windows, batches).unwrap();
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
        let harms: [(u8, &str, Harm); 19] = [
            (1, "balances sum to 1", |all| {
                account(all, AccountKind::Funding, |account| account.balance += 1)
            }),
            (2, "below its floor", |all| account(all, AccountKind::Wallet, |account| account.balance = -1)),
            (2, "says 99 entries", |all| account(all, AccountKind::Pos, |account| account.entries = 99)),
            (2, "accounts say", |all| {
                all.rows.retain(
                    |_, row| !matches!(row, Row::Account(account) if account.key.kind == AccountKind::Wallet),
                );
            }),
            (2, "follows entry 0 in transfer 1", |all| {
                all.transfers.remove(0);
            }),
            (2, "entry 9 in transfer 1 follows entry 0", |all| all.transfers[0].debit.entry = 9),
            (2, "its last entry is 0", |all| {
                account(all, AccountKind::Pos, |account| account.last_transfer = 0)
            }),
            (2, "follows entry 0 in transfer 1", |all| {
                // A fork: an entry that follows one of another account.
                let last = all.transfers.last_mut().unwrap();
                last.debit.before = 1;
            }),
            (2, "leaves -5", |all| {
                let to_wallet = |row: &&mut Transfer| row.credit.account.kind == AccountKind::Wallet;
                all.transfers.iter_mut().find(to_wallet).unwrap().credit.balance = -5;
            }),
            (2, "it comes to", |all| all.transfers[2].amount += 1),
            (2, "transfer 4000 stands in place 4", |all| all.transfers[3].number = 4_000),
            (2, "the last transfer is", |all| {
                all.transfers.pop();
            }),
            (1, "transfer 1: 0 from", |all| all.transfers[0].amount = 0),
            (3, "more than its withdrawals hold", |all| {
                withdrawal(all, |row| (row.held, row.paid) = (0, row.held))
            }),
            (3, "more than its batches say", |all| {
                let due = all.rows.values_mut().find_map(|row| match row {
                    Row::SettleBatch(batch) if batch.due != 0 => Some(batch),
                    _ => None,
                });
                std::sync::Arc::make_mut(due.unwrap()).due += 1;
            }),
            (3, "more float than its window says", |all| {
                let window = all.rows.values_mut().find_map(|row| match row {
                    Row::SettleWindow(window) if window.float != 0 => Some(window),
                    _ => None,
                });
                std::sync::Arc::make_mut(window.unwrap()).float -= 1;
            }),
            (4, "withdrawal", |all| withdrawal(all, |row| row.paid += 1)),
            (7, "in all 0 more", |all| {
                // The sum stays, and the cash of one withdrawal is another's.
                let paid = |row: &&mut Transfer| row.reason == Reason::CashPaid;
                let mut paid = all.transfers.iter_mut().filter(paid);
                let (first, second) = (paid.next().unwrap(), paid.next().unwrap());
                assert!(first.operation_id != second.operation_id && first.amount == second.amount);
                first.operation_id = second.operation_id;
            }),
            (7, "than was dispensed", |all| {
                let back = |row: &&mut Transfer| row.reason == Reason::CashBack;
                all.transfers.iter_mut().find(back).unwrap().operation_id = None;
            }),
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
        let side = |account, balance| Side { account, entry: 1, balance, before: 0 };
        let transfer = Transfer {
            number: 1,
            debit: side(key(AccountKind::Funding, "GBP"), -1),
            credit: side(key(AccountKind::Loss, "EUR"), 1),
            amount: 1,
            reason: Reason::TopUp,
            operation_id: None,
            command: 1,
            made_at: Time::from_unix_ms(0),
        };
        let mut auditor = Auditor::new(Head { commands: 1, transfers: 1, events: 0 });
        auditor.transfers::<Infallible>([Ok(transfer)].into_iter(), |_| Ok(None)).unwrap();
        assert_eq!(auditor.finish().violations[0].invariant, 1);
    }
}
