//! The life of a withdrawal, walked through: every ordering of up to five messages, repeats included,
//! against a model written from cash-lifecycle.md section 2 alone. The walk prints the table it proved; the
//! table is kept in `docs/lifecycle-table.md`, and a core that answers otherwise fails here.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use specie_domain::{Outcome, Receipt, Refusal};

use crate::rig::Rig;

/// Messages in one history.
const MESSAGES_MAX: usize = 5;
/// Of the withdrawal, minor units.
const SUM: i64 = 1000;
/// Of the part reversed, minor units.
const PART: i64 = 400;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Message {
    Withdraw,
    WithdrawOther,
    Logout,
    ReverseAll,
    ReversePart,
    Expiry,
}

const MESSAGES: [Message; 6] = [
    Message::Withdraw,
    Message::WithdrawOther,
    Message::Logout,
    Message::ReverseAll,
    Message::ReversePart,
    Message::Expiry,
];

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Session {
    Open,
    Expired,
    LoggedOut,
}

/// What the design says of a history so far.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Model {
    session: Session,
    withdrawn: bool,
    barred: bool,
    held: i64,
    paid: i64,
    returned: i64,
    reversed: BTreeSet<i64>,
}

/// What the design says comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Ok,
    Repeat,
    AlreadyReversed,
    Exceeds,
    Used,
    Closed,
    Expired,
    None,
}

impl Model {
    fn new() -> Self {
        Self {
            session: Session::Open,
            withdrawn: false,
            barred: false,
            held: 0,
            paid: 0,
            returned: 0,
            reversed: BTreeSet::new(),
        }
    }

    fn hear(&mut self, message: Message) -> Answer {
        match message {
            Message::Withdraw => self.withdraw(true),
            Message::WithdrawOther => self.withdraw(false),
            Message::Logout => self.logout(),
            Message::ReverseAll => self.reverse(SUM),
            Message::ReversePart => self.reverse(PART),
            Message::Expiry => {
                if self.session == Session::Open {
                    self.session = Session::Expired;
                }
                Answer::None
            }
        }
    }

    fn withdraw(&mut self, same: bool) -> Answer {
        if self.withdrawn && same {
            return if self.returned > 0 { Answer::AlreadyReversed } else { Answer::Repeat };
        }
        match self.session {
            Session::Expired => return Answer::Expired,
            Session::LoggedOut => return Answer::Closed,
            Session::Open => {}
        }
        if self.barred {
            return Answer::AlreadyReversed;
        }
        if self.withdrawn {
            return Answer::Used;
        }
        if !same {
            // Another sum than the approved one never comes first here: the walk skips it.
            return Answer::None;
        }
        self.withdrawn = true;
        self.held = SUM;
        Answer::Ok
    }

    fn logout(&mut self) -> Answer {
        if self.session == Session::LoggedOut {
            return Answer::Repeat;
        }
        self.session = Session::LoggedOut;
        self.paid += self.held;
        self.held = 0;
        Answer::Ok
    }

    fn reverse(&mut self, sum: i64) -> Answer {
        if self.reversed.contains(&sum) {
            return Answer::Repeat;
        }
        if !self.withdrawn {
            self.barred = true;
        } else if self.held > 0 {
            if sum > self.held {
                return Answer::Exceeds;
            }
            self.held -= sum;
            self.returned += sum;
        } else {
            if sum > self.paid {
                return Answer::Exceeds;
            }
            self.paid -= sum;
            self.returned += sum;
        }
        self.reversed.insert(sum);
        Answer::Ok
    }

    fn state(&self) -> &'static str {
        match (self.withdrawn, self.barred) {
            (false, false) => "none yet",
            (false, true) => "none yet, barred",
            (true, _) if self.held > 0 && self.session == Session::Open => "pending",
            (true, _) if self.held > 0 => "unconfirmed",
            (true, _) if self.returned == 0 => "completed",
            (true, _) if self.returned < SUM => "partially_reversed",
            (true, _) => "reversed",
        }
    }
}

fn tell(rig: &mut Rig, operation: specie_domain::ids::OperationId, message: Message) -> Answer {
    let outcome = match message {
        Message::Withdraw => rig.withdraw(operation, "10"),
        Message::WithdrawOther => rig.withdraw(operation, "11"),
        Message::Logout => rig.logout(operation),
        Message::ReverseAll => rig.reverse(operation, "10"),
        Message::ReversePart => rig.reverse(operation, "4"),
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
        Ok(Receipt::Withdrawn(_) | Receipt::Reversed(..) | Receipt::SessionClosed) if replayed => {
            Answer::Repeat
        }
        Ok(Receipt::Withdrawn(_) | Receipt::Reversed(..) | Receipt::SessionClosed) => Answer::Ok,
        Ok(other) => panic!("{other:?}"),
        Err(Refusal::WithdrawalAlreadyReversed) => Answer::AlreadyReversed,
        Err(Refusal::ReversalExceedsWithdrawal) => Answer::Exceeds,
        Err(Refusal::SessionAlreadyUsed) => Answer::Used,
        Err(Refusal::SessionClosed) => Answer::Closed,
        Err(Refusal::SessionExpired) => Answer::Expired,
        Err(other) => panic!("{other:?}"),
    }
}

/// Walks one history; gives each step as (state before, message, answer, state after).
fn walk(history: &[Message]) -> Vec<(&'static str, Message, Answer, &'static str)> {
    let mut rig = Rig::new();
    let operation = rig.session_for(
        specie_domain::rows::Approved::UpTo(crate::rig::pounds("11")),
        specie_domain::rows::Purpose::Withdraw,
    );
    let mut model = Model::new();
    let mut steps = Vec::new();
    for message in history {
        let before = model.state();
        let expected = model.hear(*message);
        let told = tell(&mut rig, operation, *message);
        assert_eq!(told, expected, "{history:?} at {message:?} in {before}");
        let (wallet, pending, pos) = rig.money();
        let expected_money = (18_900 - model.held - model.paid, model.held, 100_000 + model.paid);
        assert_eq!((wallet, pending, pos), expected_money, "{history:?} after {message:?}");
        steps.push((before, *message, told, model.state()));
    }
    steps
}

/// Every history of up to `MESSAGES_MAX` messages in which no other sum comes before the first one.
fn histories() -> Vec<Vec<Message>> {
    let mut all = vec![Vec::new()];
    let mut longest = vec![Vec::new()];
    for _ in 0..MESSAGES_MAX {
        longest = longest
            .iter()
            .flat_map(|history: &Vec<Message>| {
                MESSAGES.iter().map(|message| [history.as_slice(), &[*message]].concat()).collect::<Vec<_>>()
            })
            .filter(|history| {
                let first = |of| history.iter().position(|message| *message == of);
                first(Message::WithdrawOther)
                    .is_none_or(|other| first(Message::Withdraw).is_some_and(|withdraw| withdraw < other))
            })
            .collect();
        all.extend(longest.iter().cloned());
    }
    all
}

#[test]
fn every_ordering_of_five_messages_has_the_result_the_design_gives_it() {
    let mut table: BTreeMap<(&str, Message), BTreeSet<String>> = BTreeMap::new();
    let histories = histories();
    for history in &histories {
        for (before, message, told, after) in walk(history) {
            let cell = table.entry((before, message)).or_default();
            cell.insert(format!("{told:?} → {after}"));
        }
    }
    assert!(histories.len() > 5_000, "the walk is as long as it should be: {}", histories.len());
    let printed = print_table(&table, histories.len());
    let kept = include_str!("../../../../docs/lifecycle-table.md");
    assert_eq!(printed, kept, "docs/lifecycle-table.md says otherwise; the proved table is:\n{printed}");
}

fn print_table(table: &BTreeMap<(&str, Message), BTreeSet<String>>, histories: usize) -> String {
    let mut text = format!(
        "# The life of a withdrawal, as walked\n\n\
         Printed by `cargo test -p specie-domain --test core orderings` from {histories} histories: every \
         ordering of up to five messages and their repeats. A withdrawal of 10.00, a reversal of all of it or \
         of 4.00, a logout, and the passing of the session's limits. In each cell: what was answered, and the \
         state after it. Where a cell has several lines, they differ by what had been reversed before or by \
         whether the session lived.\n\n\
         | In state | heard | answer → state |\n|---|---|---|\n"
    );
    for ((before, message), cells) in table {
        let cells: Vec<_> = cells.iter().cloned().collect();
        writeln!(text, "| {before} | {message:?} | {} |", cells.join("<br>")).unwrap();
    }
    text
}
