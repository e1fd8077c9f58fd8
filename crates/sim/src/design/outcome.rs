//! What a POS says became of the cash: the table of cash-lifecycle.md section 2.

use specie_domain::rows::{CaseKind, EventKind, Word};
use specie_domain::{Receipt, Refusal, Time};

use super::answer::{Heard, another, counted, done, refused};
use super::cases::{EVIDENCE_MAX, Known};
use super::codes::{OTHER_REQUEST, SAME_ANSWER};
use super::drawer::Cash;
use super::money::Why;
use super::{Action, Design, End, Recalled, Request, Session, Touched, Withdrawal};
use crate::ask::{Ask, Call, Said};
use crate::broken::Broken;
use crate::notes::{Pieces, worth};

const HEARD: &str = "what became of the cash is heard, and moves what the table says";

impl Design {
    pub(super) fn tell(&mut self, request: &Request<'_>) -> Result<Heard, Broken> {
        let Ask::Tell { call, said, currency, notes } = *request.ask else {
            return Ok(Heard::Nothing);
        };
        let number = match self.enter_at_any_time(call, request) {
            Ok(number) => number,
            Err(why) => return self.not_let_in(request, call, Some(Known::Said(said, currency)), &why),
        };
        match self.recall(request) {
            Recalled::OtherRequest => {
                return self.refused_inside(request, number, (OTHER_REQUEST, Refusal::IdempotencyKeyReused));
            }
            Recalled::First(first) => return self.again(request, number, SAME_ANSWER, &first),
            Recalled::Nothing => {}
        }
        let why = self.why_not_true(number, said, currency);
        if let Some(why) = why.or_else(|| why_not_these(said, currency, &notes.unwrap_or_default())) {
            return self.refused_inside(request, number, why);
        }
        let receipt = Receipt::OutcomeTold(call.operation);
        let is_too_late = self.is_too_late(number, request.at);
        let is_about_held = self.held(number) > 0 && said != Said::Unknown && !is_too_late;
        let is_another = is_about_held || (request.value.is_some() && said != Said::Unknown);
        if self.sessions[number].word.is_some_and(|word| is_same(word, (said, currency))) && !is_another {
            return self.again(request, number, "the last word said again moves nothing", &receipt);
        }
        let told = done(request.outcome, HEARD)?;
        if *told != receipt {
            return Err(another(HEARD, told));
        }
        let known = Known::Said(said, currency);
        match self.sessions[number].action {
            Action::Deposit(_) => {}
            Action::None | Action::Barred if is_too_late => self.too_late(number, None, known),
            Action::Withdrawal(withdrawal) if is_too_late => self.too_late(number, Some(withdrawal), known),
            Action::None | Action::Barred => self.before_money(number, said, currency, request.at),
            Action::Withdrawal(withdrawal) => self.of_cash(number, withdrawal, known, request.at),
        }
        if let Some(notes) = notes.filter(|_| !is_too_late) {
            self.notes_told(number, notes);
        }
        self.sessions[number].word = Some((said, currency));
        self.remember(request, receipt);
        self.told_limits(request, number)?;
        Ok(Heard::Changed)
    }

    /// A key that was revoked moves nothing; its word about its own session goes into an open case, once.
    pub(super) fn not_let_in(
        &mut self,
        request: &Request<'_>,
        call: Call,
        known: Option<Known>,
        (rule, refusal): &Why,
    ) -> Result<Heard, Broken> {
        let own = self.session_of(call.operation).filter(|number| {
            let session = &self.sessions[*number];
            session.key == call.key && session.token == call.token && self.is_proved(request, call.key)
        });
        let case =
            own.filter(|_| self.keys[call.key].revoked).and_then(|_| self.cases.get_mut(&call.operation));
        let is_new = |last: Option<&Known>| match (last, known) {
            (Some(Known::Said(before, of)), Some(Known::Said(said, currency))) => {
                !is_same((*before, *of), (said, currency))
            }
            (last, known) => last.copied() != known,
        };
        match (case, known) {
            (Some(case), Some(known))
                if case.is_open() && case.known.len() < EVIDENCE_MAX && is_new(case.known.last()) =>
            {
                case.known.push(known);
                counted(request.outcome, rule, refusal)
            }
            _ => refused(request.outcome, rule, refusal),
        }
    }

    pub(super) fn held(&self, number: usize) -> i64 {
        match self.sessions[number].action {
            Action::Withdrawal(withdrawal) => withdrawal.held,
            Action::None | Action::Barred | Action::Deposit(_) => 0,
        }
    }

    fn why_not_true(&self, number: usize, said: Said, currency: usize) -> Option<Why> {
        match (self.sessions[number].action, said) {
            (Action::Deposit(_), _) => Some(("a deposit dispenses nothing", Refusal::NotAWithdrawal)),
            (_, Said::Partial(..=0)) => Some(("a part is positive", Refusal::AmountNotPositive)),
            (Action::Withdrawal(of), Said::Partial(_)) if of.currency != currency => {
                let refusal = Refusal::CurrencyNotServed(self.currencies[currency]);
                Some(("a part is of the withdrawal's currency", refusal))
            }
            (Action::Withdrawal(of), Said::Partial(left)) if left > of.amount => {
                Some(("no more left than was withdrawn", Refusal::DispensedExceedsWithdrawal))
            }
            (Action::None | Action::Barred | Action::Withdrawal(_), _) => None,
        }
    }

    fn before_money(&mut self, number: usize, said: Said, currency: usize, now: Time) {
        let known = Known::Said(said, currency);
        match said {
            Said::Dispensed | Said::Partial(_) => {
                self.touch(number, now);
                let amount = if let Said::Partial(left) = said { Some((left, currency)) } else { None };
                self.case_opens(number, (CaseKind::CashWithoutWithdrawal, amount), known);
            }
            Said::NotDispensed => {
                self.touch(number, now);
                self.sessions[number].action = Action::Barred;
                self.case_hears(number, known, 0, now);
            }
            Said::Unknown => {
                self.ends(number, now);
                self.case_hears(number, known, 0, now);
            }
        }
    }

    /// The session is over, as by its limits; whether it was open until now.
    fn ends(&mut self, number: usize, now: Time) -> bool {
        let session = &mut self.sessions[number];
        let was_open = session.end == End::Open;
        if was_open {
            session.end = End::Expired(session.ended_at(now).unwrap_or(now));
        }
        was_open
    }

    fn of_cash(&mut self, number: usize, withdrawal: Withdrawal, known: Known, now: Time) {
        let Known::Said(said, _) = known else {
            return;
        };
        let (held, amount) = (withdrawal.held, withdrawal.amount);
        let left = match said {
            Said::Unknown => return self.not_known(number, withdrawal, known, now),
            Said::NotDispensed => 0,
            Said::Dispensed => amount,
            Said::Partial(left) => left,
        };
        self.touch(number, now);
        if held > 0 {
            let paid = left.min(held);
            self.settle(number, withdrawal, paid, held - paid);
            // A part that is more than what was held: the rest had gone back before, and is paid late.
            if let (Said::Partial(_), Action::Withdrawal(settled)) = (said, self.sessions[number].action)
                && left > settled.paid
                && settled.returned > 0
            {
                let late = (left - settled.paid).min(settled.returned);
                return self.pays_late(number, settled, late, known);
            }
        } else if withdrawal.paid_late == 0 && left < withdrawal.paid {
            self.comes_back(number, withdrawal, withdrawal.paid - left);
        } else if withdrawal.paid_late == 0 && left > withdrawal.paid + withdrawal.cash_out {
            // That the cash left whose money a law gave back is recorded, and no news.
            let late = left - withdrawal.paid - withdrawal.cash_out;
            return self.pays_late(number, withdrawal, late, known);
        }
        self.case_hears(number, known, 0, now);
    }

    fn not_known(&mut self, number: usize, withdrawal: Withdrawal, known: Known, now: Time) {
        let was_open = self.ends(number, now);
        let Withdrawal { held, currency, .. } = withdrawal;
        if held == 0 {
            return self.case_hears(number, known, 0, now);
        }
        if was_open {
            self.told.push((EventKind::WithdrawalUnconfirmed, Some(held)));
        }
        self.case_opens(number, (CaseKind::Unconfirmed, Some((held, currency))), known);
    }

    /// What was held is known now: so much left the drawer, so much did not.
    pub(super) fn settle(&mut self, number: usize, mut withdrawal: Withdrawal, paid: i64, back: i64) {
        let before = withdrawal;
        let Session { pos, customer, .. } = self.sessions[number];
        let currency = withdrawal.currency;
        let pending = Touched::Pending(pos, currency);
        self.move_money(pending, Touched::Position(pos, currency), paid);
        self.move_money(pending, Touched::Wallet(customer, currency), back);
        for (kind, sum) in [(EventKind::WithdrawalCompleted, paid), (EventKind::WithdrawalReversed, back)] {
            if sum > 0 {
                self.told.push((kind, Some(sum)));
            }
        }
        withdrawal.held = 0;
        withdrawal.paid += paid;
        withdrawal.returned += back;
        self.sessions[number].action = Action::Withdrawal(withdrawal);
        self.cash_moves(number, &before, Cash { paid, stayed: back, ..Cash::default() });
        self.fees_follow(number, before);
    }

    /// What was paid had not left the drawer after all.
    pub(super) fn comes_back(&mut self, number: usize, withdrawal: Withdrawal, back: i64) {
        self.goes_back(number, withdrawal, Cash { back, ..Cash::default() });
    }

    /// What was paid goes back to the wallet, its cash with it or not.
    pub(super) fn goes_back(&mut self, number: usize, mut withdrawal: Withdrawal, cash: Cash) {
        let back = cash.back + cash.given;
        let before = withdrawal;
        let Session { pos, customer, .. } = self.sessions[number];
        let currency = withdrawal.currency;
        self.move_money(Touched::Position(pos, currency), Touched::Wallet(customer, currency), back);
        self.told.push((EventKind::WithdrawalReversed, Some(back)));
        withdrawal.paid -= back;
        withdrawal.returned += back;
        withdrawal.cash_out += cash.given;
        self.sessions[number].action = Action::Withdrawal(withdrawal);
        self.cash_moves(number, &before, cash);
        self.fees_follow(number, before);
    }

    /// What went back had left the drawer after all: the wallet pays what it has, and nobody gets it yet.
    fn pays_late(&mut self, number: usize, mut withdrawal: Withdrawal, late: i64, known: Known) {
        let Session { pos, customer, .. } = self.sessions[number];
        let currency = withdrawal.currency;
        let wallet = Touched::Wallet(customer, currency);
        let there = self.balance(wallet).min(late);
        self.move_money(wallet, Touched::Suspense(pos, currency), there);
        self.told.push((EventKind::WithdrawalPaidLate, Some(late)));
        let before = withdrawal;
        withdrawal.paid_late = late;
        self.sessions[number].action = Action::Withdrawal(withdrawal);
        self.cash_moves(number, &before, Cash { late, ..Cash::default() });
        self.case_opens(number, (CaseKind::PaidLate, Some((late, currency))), known);
        self.case_claims(number, late, there);
    }

    /// A case, and nothing else.
    fn too_late(&mut self, number: usize, withdrawal: Option<Withdrawal>, known: Known) {
        let Known::Said(said, currency) = known else {
            return;
        };
        let claims_cash = matches!(said, Said::Dispensed | Said::Partial(_));
        let kind = if withdrawal.is_none() && claims_cash {
            CaseKind::CashWithoutWithdrawal
        } else {
            CaseKind::LateWord
        };
        let amount = match said {
            Said::Partial(left) => Some((left, currency)),
            Said::Dispensed | Said::NotDispensed | Said::Unknown => {
                withdrawal.map(|of| (of.amount, of.currency))
            }
        };
        self.case_opens(number, (kind, amount), known);
    }

    /// Whether this was said last.
    pub(crate) fn was_told(&self, row: &Word) -> bool {
        let word = self.session(row.operation_id).and_then(|session| session.word);
        word.is_some_and(|(said, currency)| said.told(self.currencies[currency]) == row.told)
    }
}

/// Notes that are told come to what is said.
fn why_not_these(said: Said, currency: usize, notes: &Pieces) -> Option<Why> {
    let counted = worth(currency, notes);
    let comes_to = match said {
        Said::Partial(left) => counted == left,
        Said::NotDispensed => counted == 0,
        Said::Dispensed | Said::Unknown => true,
    };
    let rule = "notes that are told come to what is said";
    (!comes_to && counted > 0).then_some((rule, Refusal::NotesNotAcceptable))
}

/// The currency belongs to a part only.
fn is_same(before: (Said, usize), now: (Said, usize)) -> bool {
    before.0 == now.0 && (before.1 == now.1 || !matches!(now.0, Said::Partial(_)))
}
