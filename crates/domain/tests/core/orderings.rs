//! The life of a withdrawal, walked through: every ordering of up to five messages, repeats included,
//! against a model written from cash-lifecycle.md section 2 alone. The walk prints the table it proved; the
//! table is kept in `docs/lifecycle-table.md`, and a core that answers otherwise fails here.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use specie_domain::command::AddTariff;
use specie_domain::ids::OperationId;
use specie_domain::rows::{AccountKey, AccountKind, Approved, CaseState, Purpose, Schedule, Told};
use specie_domain::{Body, Outcome, Receipt, Refusal};

use crate::fees::{band, tariff};
use crate::lifecycle_model::{Answer, MESSAGES, Message, Model, Shares};
use crate::rig::{Rig, gbp, pounds};

/// Messages in one history.
const MESSAGES_MAX: usize = 5;

fn tell(rig: &mut Rig, operation: OperationId, message: Message) -> Answer {
    let outcome = match message {
        Message::Withdraw => rig.withdraw(operation, "10"),
        Message::WithdrawOther => rig.withdraw(operation, "11"),
        Message::Logout => rig.logout(operation),
        Message::ReverseAll => rig.reverse(operation, "10"),
        Message::ReversePart => rig.reverse(operation, "4"),
        Message::Dispensed => rig.tell(operation, Told::Dispensed),
        Message::NotDispensed => rig.tell(operation, Told::NotDispensed),
        Message::Partial => rig.tell(operation, Told::Partial(pounds("7.00"))),
        Message::Unknown => rig.tell(operation, Told::Unknown),
        Message::Expiry => {
            rig.pass_s(301);
            rig.expire(operation);
            return Answer::None;
        }
    };
    answer(outcome)
}

fn answer(outcome: Outcome) -> Answer {
    let replayed = outcome.replayed;
    match outcome.result {
        Ok(
            Receipt::Withdrawn(_) | Receipt::Reversed(..) | Receipt::SessionClosed | Receipt::OutcomeTold(_),
        ) => {
            if replayed {
                Answer::Repeat
            } else {
                Answer::Ok
            }
        }
        Ok(other) => panic!("{other:?}"),
        Err(Refusal::WithdrawalAlreadyReversed) => Answer::AlreadyReversed,
        Err(Refusal::ReversalExceedsWithdrawal) => Answer::Exceeds,
        Err(Refusal::SessionAlreadyUsed) => Answer::Used,
        Err(Refusal::SessionClosed) => Answer::Closed,
        Err(Refusal::SessionExpired) => Answer::Expired,
        Err(other) => panic!("{other:?}"),
    }
}

/// Where the fee, the levy and the commission are.
fn fees(rig: &Rig) -> Shares {
    let of_operator = |kind| rig.balance(AccountKey::of_operator(kind, gbp()));
    let commission = rig.balance(AccountKey::of_owner(AccountKind::Commission, rig.owner_id, gbp()));
    assert_eq!(of_operator(AccountKind::CommissionCost), -commission);
    Shares {
        pending: rig.balance(AccountKey::of_pos(AccountKind::FeePending, rig.pos_id, gbp())),
        fee: of_operator(AccountKind::Fee),
        tax: of_operator(AccountKind::Tax),
        commission,
    }
}

/// A tariff whose every part counts for the sums of the walk.
fn tariff_of_the_walk() -> AddTariff {
    let fee = Schedule { flat: 25, bands: vec![band(0, 100, 0), band(500, 330, 7)], min: 0, max: Some(55) };
    let commission = Schedule { flat: 3, bands: vec![band(0, 50, 0), band(650, 120, 0)], min: 6, max: None };
    AddTariff { fee, commission, tax_basis_points: 1600, ..tariff() }
}

/// Balances and cases are what the model says.
fn check(rig: &Rig, operation: OperationId, model: &Model, history: &[Message]) {
    let Model { held, paid, returned, paid_late, case, .. } = model;
    let shares = model.shares();
    let expected = (18_900 - held - paid - paid_late - shares.all_of_wallet(), *held, 100_000 + paid);
    assert_eq!(rig.money(), expected, "{history:?}");
    assert_eq!(fees(rig), shares, "{history:?}");
    assert_eq!(rig.suspense(), *paid_late, "{history:?}");
    if rig.till().is_some() {
        assert_eq!(rig.cash(), 16_000 - paid - paid_late, "{history:?}");
    }
    let sums = rig.withdrawal().map(|row| (row.held, row.paid, row.returned, row.paid_late));
    assert_eq!(sums.unwrap_or_default(), (*held, *paid, *returned, *paid_late), "{history:?}");
    let kept = rig.case(operation).map(|row| (row.kind, row.state == CaseState::Open));
    assert_eq!(kept, *case, "{history:?}");
}

/// What a walk has met.
#[derive(Default)]
struct Walk {
    histories: usize,
    table: BTreeMap<(&'static str, Message), BTreeSet<String>>,
}

impl Walk {
    /// Goes on from a history with every message, as far as [`MESSAGES_MAX`].
    fn go_on(&mut self, rig: &Rig, operation: OperationId, model: &Model, history: &mut Vec<Message>) {
        self.histories += 1;
        if history.len() == MESSAGES_MAX {
            return;
        }
        for message in MESSAGES {
            // Another sum never comes before the first one.
            if message == Message::WithdrawOther && !history.contains(&Message::Withdraw) {
                continue;
            }
            let (mut rig, before) = (rig.fork(), model);
            let mut model = before.clone();
            history.push(message);
            let expected = model.hear(message);
            let told = tell(&mut rig, operation, message);
            assert_eq!(told, expected, "{history:?}");
            check(&rig, operation, &model, history);
            let cell = self.table.entry((before.state(), message)).or_default();
            cell.insert(format!("{told:?} → {}{}", model.state(), model.case_since(before)));
            self.go_on(&rig, operation, &model, history);
            history.pop();
        }
    }
}

#[test]
fn every_ordering_of_five_messages_has_the_result_the_design_gives_it() {
    let mut rig = Rig::new();
    rig.ok(Body::AddTariff(tariff_of_the_walk()));
    let operation = rig.session_for(Approved::UpTo(pounds("11")), Purpose::Withdraw);
    let mut walk = Walk::default();
    walk.go_on(&rig, operation, &Model::new(), &mut Vec::new());
    assert!(walk.histories > 74_000, "the walk is as long as it should be: {}", walk.histories);
    let printed = print_table(&walk);
    let kept = include_str!("../../../../docs/lifecycle-table.md");
    assert_eq!(printed, kept, "docs/lifecycle-table.md says otherwise; the proved table is:\n{printed}");
}

#[test]
fn with_a_till_on_every_ordering_has_the_same_result_and_the_cash_follows() {
    let mut rig = Rig::new();
    // Closed in mid-history by nobody here: the rig holds each withdrawal's cash against what was dispensed of it.
    rig.ok(Body::AddTariff(tariff_of_the_walk()));
    rig.open_shop_till(&[(500, 20), (200, 20), (100, 20)]);
    let operation = rig.session_for(Approved::UpTo(pounds("11")), Purpose::Withdraw);
    let mut walk = Walk::default();
    walk.go_on(&rig, operation, &Model::new(), &mut Vec::new());
    let kept = include_str!("../../../../docs/lifecycle-table.md");
    assert_eq!(print_table(&walk), kept, "a till changes no answer");
}

fn print_table(walk: &Walk) -> String {
    let mut text = format!(
        "# The life of a withdrawal, as walked\n\n\
         Printed by `cargo test -p specie-domain --test core orderings` from {} histories: every \
         ordering of up to five messages and their repeats. A withdrawal of 10.00, a reversal of all of it or \
         of 4.00, a logout, the word of the POS that all left the drawer, nothing, 7.00, or that it does not know, and \
         the passing of the session's limits. In each cell: what was answered, the state after it, and what \
         becomes of its case. Where a cell has several lines, they differ by what had been said and reversed \
         before or by whether the session lived.\n\n\
         | In state | heard | answer → state |\n|---|---|---|\n",
        walk.histories
    );
    for ((before, message), cells) in &walk.table {
        let cells: Vec<_> = cells.iter().cloned().collect();
        writeln!(text, "| {before} | {message:?} | {} |", cells.join("<br>")).unwrap();
    }
    text
}
