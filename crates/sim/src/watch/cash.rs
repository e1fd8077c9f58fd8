//! What a batch changed of float, settlement and tills: the laws of the cash book and of statements, which need no
//! design, and the rows against the design. Sums are minor units.

use specie_domain::Row;
use specie_domain::rows::{
    AccountKind, Cashier, Drawer, FloatRequest, Mark, SettleBatch, SettleLine, Settlement, SettlementKey,
    Side, Transfer,
};

use super::{ROWS, Watch};
use crate::broken::Broken;
use crate::design::{Design, Touched};

const CASH: &str = "what left the drawers for a withdrawal is what was ever dispensed";
const STATEMENT: &str =
    "a line begins where the one before it ended, and opening and entries come to its closing";

impl Watch {
    /// Cash that enters or leaves in an operation.
    pub(super) fn note_cash(&mut self, transfer: &Transfer) {
        let Transfer { debit, credit, amount, operation_id, .. } = *transfer;
        let Some(operation) = operation_id else { return };
        for (side, amount) in [(debit, -amount), (credit, amount)] {
            if side.account.kind == AccountKind::TillSource {
                *self.left.entry(operation).or_default() += amount;
            }
        }
    }

    /// A changed row against the cash that moved, or against the account it is about.
    ///
    /// # Errors
    /// They differ.
    pub(super) fn check_cash(&mut self, row: &Row) -> Result<(), Broken> {
        let (operation, runs_tills, expected) = if let Row::Withdrawal(row) = row {
            (row.operation_id, row.till_session_id, row.paid + row.paid_late + row.cash_out)
        } else if let Row::Deposit(row) = row {
            (row.operation_id, row.till_session_id, row.returned - row.amount)
        } else if let Row::SettleLine(line) = row {
            return self.check_line(line);
        } else {
            return Ok(());
        };
        let left = self.left.get(&operation).copied().unwrap_or(0);
        let expected = if runs_tills.is_some() { expected } else { 0 };
        if left == expected {
            return Ok(());
        }
        Err(Broken::new(CASH, format!("{left} left, {expected} were dispensed: {row:?}")))
    }

    fn check_line(&mut self, line: &SettleLine) -> Result<(), Broken> {
        let SettleLine { account, opening, closing, amount, .. } = *line;
        let before = self.settled.insert(account, closing).unwrap_or_default();
        let entries = |mark: Mark| usize::try_from(mark.last_transfer).unwrap_or(0);
        let between = self.transfers.get(entries(opening)..entries(closing)).unwrap_or_default();
        let of_account = |side: Side, amount: i64| if side.account == account { amount } else { 0 };
        let moved: i64 = between
            .iter()
            .map(|entry| of_account(entry.credit, entry.amount) - of_account(entry.debit, entry.amount))
            .sum();
        let is_true = opening == before && opening.balance + moved == closing.balance;
        if is_true && amount == closing.balance - closing.float {
            return Ok(());
        }
        Err(Broken::new(STATEMENT, format!("the last ended {before:?}, {moved} moved: {line:?}")))
    }

    pub(super) fn compare_asked(&self, design: &Design, row: &FloatRequest) -> Result<(), Broken> {
        let of = (self.holder(row.key.0.as_u128()), design.currency(row.key.1));
        agreed(design.has_asked(of, row), row)
    }

    pub(super) fn compare_drawer(&self, design: &Design, row: &Drawer) -> Result<(), Broken> {
        let of = (self.holder(row.key.till_id.as_u128()), design.currency(row.key.currency));
        agreed(design.has_drawer(of, row), row)
    }

    pub(super) fn compare_cashier(&self, design: &Design, row: &Cashier) -> Result<(), Broken> {
        agreed(design.has_cashier(self.holder(row.cashier_id.as_u128()), row), row)
    }

    pub(super) fn compare_terms(&self, design: &Design, row: &Settlement) -> Result<(), Broken> {
        agreed(design.has_terms(self.settled_as(design, row.key), row), row)
    }

    pub(super) fn compare_batch(&self, design: &Design, row: &SettleBatch) -> Result<(), Broken> {
        agreed(design.has_batch(self.settled_as(design, row.key), row), row)
    }

    pub(super) fn compare_line(&self, design: &Design, row: &SettleLine) -> Result<(), Broken> {
        let (holder, currency) = (self.holder(row.account.holder), design.currency(row.account.currency));
        let account = if row.account.kind == AccountKind::Pos {
            Touched::Position(holder, currency)
        } else {
            Touched::Commission(holder, currency)
        };
        agreed(design.has_line(account, row), row)
    }

    fn settled_as(&self, design: &Design, key: SettlementKey) -> (usize, usize) {
        (self.holder(key.owner_id.as_u128()), design.currency(key.currency))
    }
}

/// What the design says of a row, if it says so.
pub(super) fn agreed(is_true: bool, row: &impl std::fmt::Debug) -> Result<(), Broken> {
    if is_true { Ok(()) } else { Err(Broken::new(ROWS, format!("the design knows otherwise than {row:?}"))) }
}
