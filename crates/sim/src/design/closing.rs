//! Closing a case by two people: cash-lifecycle.md sections 2 and 4. What was found says where the operation's sums go;
//! behind a closed case nothing is held and nothing lies in suspense.

use specie_domain::ids::OperationId;
use specie_domain::outcome::Thing;
use specie_domain::{Refusal, Time};

use super::cases::Case;
use super::money::Why;
use super::{Action, Design, Session, Touched};
use crate::ask::Found;

const RULE: &str = "two people close a case as the design's table says, once";

/// Where the sums of a case go; minor units.
#[derive(Debug, Clone, Copy, Default)]
struct Deed {
    /// Of what is held: to the POS, and back.
    paid: i64,
    back: i64,
    /// Of what was paid: back.
    undone: i64,
    /// Of what lies in suspense.
    to_wallet: i64,
    to_pos: i64,
    to_loss: i64,
    /// What the operator adds to it.
    from_loss: i64,
}

impl Design {
    /// Why a case is not closed with what was found.
    pub(super) fn why_not_closed(&self, operation: OperationId, found: Found, now: Time) -> Option<Why> {
        let no = |refusal| Some((RULE, refusal));
        let (Some(case), Some(number)) = (self.cases.get(&operation), self.session_of(operation)) else {
            return no(Refusal::NotFound(Thing::Case));
        };
        if !case.is_open() {
            return no(Refusal::CaseClosed);
        }
        match self.deed(number, case, found) {
            Err(refusal) => no(refusal),
            Ok(_) if self.is_being_paid(number, now) => no(Refusal::ClosingNotPossible),
            Ok(deed) => {
                let is_forgotten = self.wallets[self.sessions[number].customer].erased;
                let reaches_her = deed.back + deed.undone + deed.to_wallet > 0;
                if is_forgotten && reaches_her { no(Refusal::WalletDisabled) } else { None }
            }
        }
    }

    /// While the session lives a cashier may be counting out what is held.
    pub(super) fn is_being_paid(&self, number: usize, now: Time) -> bool {
        let session = &self.sessions[number];
        let is_held = matches!(session.action, Action::Withdrawal(of) if of.held > 0);
        is_held && session.ended_at(now).is_none()
    }

    fn deed(&self, number: usize, case: &Case, found: Found) -> Result<Deed, Refusal> {
        let (held, paid) = match self.sessions[number].action {
            Action::Withdrawal(of) => (of.held, of.paid),
            Action::Deposit(_) => (0, 0),
            Action::None | Action::Barred if found == Found::Nothing => return Ok(Deed::default()),
            Action::None | Action::Barred => return Err(Refusal::ClosingNotPossible),
        };
        let (there, claimed) = (case.suspended, case.claimed);
        let may = |it: bool, deed: Deed| if it { Ok(deed) } else { Err(Refusal::ClosingNotPossible) };
        let deed = Deed::default();
        match found {
            Found::Left => may(held > 0 && there == 0, Deed { paid: held, ..deed }),
            Found::Part(left, currency) => {
                let part = self.part(number, left, currency)?;
                may(there == 0, part)
            }
            Found::Stayed => {
                // What is recorded as paid is not in question where the POS claims what came back.
                let undone = if claimed == 0 || case.is_disputed() { paid } else { 0 };
                may(held + undone + there > 0, Deed { back: held, undone, to_wallet: there, ..deed })
            }
            Found::PosRight => may(held == 0 && there > 0, Deed { to_pos: there, ..deed }),
            Found::OperatorBears => {
                let lacks = claimed - there;
                may(held == 0 && claimed > 0, Deed { to_pos: claimed, from_loss: lacks, ..deed })
            }
            Found::WrittenOff => may(held == 0 && there > 0, Deed { to_loss: there, ..deed }),
            Found::Nothing => may(held == 0 && there == 0, deed),
        }
    }

    /// So much left, of what is held or else of what was paid.
    fn part(&self, number: usize, left: i64, currency: usize) -> Result<Deed, Refusal> {
        let Action::Withdrawal(of) = self.sessions[number].action else {
            return Err(Refusal::ClosingNotPossible);
        };
        if of.currency != currency {
            return Err(Refusal::CurrencyNotServed(self.currencies[currency]));
        }
        if left <= 0 {
            return Err(Refusal::AmountNotPositive);
        }
        match (of.held, of.paid) {
            (held, _) if held > left => Ok(Deed { paid: left, back: held - left, ..Deed::default() }),
            (0, paid) if paid > left => Ok(Deed { undone: paid - left, ..Deed::default() }),
            _ => Err(Refusal::ClosingNotPossible),
        }
    }

    /// Two people have decided: the sums go where they belong, and the case waits no more.
    pub(super) fn close_case(&mut self, operation: OperationId, found: Found, now: Time) {
        let (Some(case), Some(number)) = (self.cases.get(&operation), self.session_of(operation)) else {
            return;
        };
        let Ok(deed) = self.deed(number, case, found) else {
            return;
        };
        if let Action::Withdrawal(of) = self.sessions[number].action
            && deed.paid + deed.back > 0
        {
            self.settle(number, of, deed.paid, deed.back);
        }
        if let Action::Withdrawal(of) = self.sessions[number].action
            && deed.undone > 0
        {
            self.comes_back(number, of, deed.undone);
        }
        self.empty_suspense(number, deed);
        if let Some(case) = self.cases.get_mut(&operation).filter(|_| found == Found::Stayed) {
            case.gives_back();
        }
        self.case_closes(number, now);
    }

    fn empty_suspense(&mut self, number: usize, deed: Deed) {
        let Session { pos, customer, action, .. } = self.sessions[number];
        let currency = match action {
            Action::Withdrawal(of) => of.currency,
            Action::Deposit(of) => of.currency,
            Action::None | Action::Barred => return,
        };
        let (suspense, loss) = (Touched::Suspense(pos, currency), Touched::Loss(currency));
        self.move_money(loss, suspense, deed.from_loss);
        self.move_money(suspense, Touched::Position(pos, currency), deed.to_pos);
        self.move_money(suspense, Touched::Wallet(customer, currency), deed.to_wallet);
        self.move_money(suspense, loss, deed.to_loss);
    }
}
