//! A withdrawal's life, written from cash-lifecycle.md section 2 alone: one session, one withdrawal of 10.00, what each
//! message moves, and which case is open. The walk in `orderings.rs` holds the core against it. Sums are minor units.

use std::collections::BTreeSet;

use specie_domain::rows::CaseKind;

/// Of the withdrawal.
pub(crate) const SUM: i64 = 1000;
/// Of the part reversed.
pub(crate) const PART: i64 = 400;
/// Of the part that is said to have left the drawer: less than all, and more than is left after the part reversed.
pub(crate) const LEFT: i64 = 700;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Message {
    Withdraw,
    WithdrawOther,
    Logout,
    ReverseAll,
    ReversePart,
    Dispensed,
    NotDispensed,
    Partial,
    Unknown,
    Expiry,
}

pub(crate) const MESSAGES: [Message; 10] = [
    Message::Withdraw,
    Message::WithdrawOther,
    Message::Logout,
    Message::ReverseAll,
    Message::ReversePart,
    Message::Dispensed,
    Message::NotDispensed,
    Message::Partial,
    Message::Unknown,
    Message::Expiry,
];

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Session {
    Open,
    Expired,
    LoggedOut,
}

/// What the design says of a history so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Model {
    session: Session,
    withdrawn: bool,
    barred: bool,
    pub(crate) held: i64,
    pub(crate) paid: i64,
    pub(crate) returned: i64,
    pub(crate) paid_late: i64,
    reversed: BTreeSet<i64>,
    last_word: Option<Message>,
    /// Its kind, and whether it is open.
    pub(crate) case: Option<(CaseKind, bool)>,
}

/// What the design says comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    Ok,
    Repeat,
    AlreadyReversed,
    Exceeds,
    Used,
    Closed,
    Expired,
    None,
}

/// Where the fee of the withdrawal and the commission for it are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Shares {
    pub(crate) pending: i64,
    pub(crate) fee: i64,
    pub(crate) tax: i64,
    pub(crate) commission: i64,
}

impl Shares {
    pub(crate) const fn all_of_wallet(self) -> i64 {
        self.pending + self.fee + self.tax
    }
}

/// What the walk's tariff costs for so much cash, reckoned penny by penny: 1 % up to 5.00, beyond that 3.3 % and 7 once,
/// 25 on top, 55 at most.
fn fee_of(cash: i64) -> i64 {
    if cash == 0 {
        return 0;
    }
    let hundredths: i64 = (0..cash).map(|penny| if penny < 500 { 100 } else { 330 }).sum();
    let begun = hundredths / 10_000 + i64::from(hundredths % 10_000 > 0);
    (begun + if cash > 500 { 7 } else { 0 } + 25).min(55)
}

/// What it earns: 0.5 % up to 6.50, beyond that 1.2 %, 3 on top, 6 at least.
fn commission_of(cash: i64) -> i64 {
    if cash == 0 {
        return 0;
    }
    let hundredths: i64 = (0..cash).map(|penny| if penny < 650 { 50 } else { 120 }).sum();
    (hundredths / 10_000 + 3).max(6)
}

impl Model {
    /// While anything is held the whole fee waits; then the fee of what was paid stays, of which 16 % are a levy.
    pub(crate) fn shares(&self) -> Shares {
        if self.held > 0 {
            return Shares { pending: fee_of(SUM), ..Shares::default() };
        }
        let kept = fee_of(self.paid);
        let tax = (kept * 16 + 50) / 100;
        Shares { pending: 0, fee: kept - tax, tax, commission: commission_of(self.paid) }
    }

    pub(crate) const fn new() -> Self {
        Self {
            session: Session::Open,
            withdrawn: false,
            barred: false,
            held: 0,
            paid: 0,
            returned: 0,
            paid_late: 0,
            reversed: BTreeSet::new(),
            last_word: None,
            case: None,
        }
    }

    pub(crate) fn hear(&mut self, message: Message) -> Answer {
        let answer = match message {
            Message::Withdraw => self.withdraw(true),
            Message::WithdrawOther => self.withdraw(false),
            Message::Logout => self.logout(),
            Message::ReverseAll => self.reverse(SUM),
            Message::ReversePart => self.reverse(PART),
            Message::Dispensed | Message::NotDispensed | Message::Partial | Message::Unknown => {
                self.word(message)
            }
            Message::Expiry => {
                if self.session == Session::Open {
                    self.expire();
                }
                Answer::None
            }
        };
        if let Some((CaseKind::Unconfirmed, open)) = &mut self.case
            && self.held == 0
        {
            *open = false;
        }
        answer
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
        self.leaves(self.held);
        Answer::Ok
    }

    fn reverse(&mut self, sum: i64) -> Answer {
        if self.reversed.contains(&sum) {
            return Answer::Repeat;
        }
        if !self.withdrawn {
            self.barred = true;
        } else if self.paid_late > 0 || sum > self.held.max(self.paid) || (self.held > 0 && sum > self.held) {
            return Answer::Exceeds;
        } else if self.held > 0 {
            self.stays(sum);
        } else {
            self.comes_back(sum);
        }
        self.reversed.insert(sum);
        Answer::Ok
    }

    fn word(&mut self, word: Message) -> Answer {
        // Word that came before the money it speaks of is heard anew once the money is there.
        let is_about_nothing_held = self.held == 0 || word == Message::Unknown;
        if self.last_word.replace(word) == Some(word) && is_about_nothing_held {
            return Answer::Repeat;
        }
        if word == Message::Unknown {
            self.expire();
        } else if !self.withdrawn {
            match word {
                Message::NotDispensed => self.barred = true,
                _ => self.open_case(CaseKind::CashWithoutWithdrawal),
            }
        } else if self.held > 0 {
            let left = match word {
                Message::NotDispensed => 0,
                Message::Partial => LEFT,
                _ => self.held,
            };
            self.leaves(left.min(self.held));
            self.stays(self.held);
            // What left beyond what was held had been reversed before.
            if left > self.paid {
                self.paid_late = left - self.paid;
                self.open_case(CaseKind::PaidLate);
            }
        } else if self.paid_late == 0 {
            let left = match word {
                Message::NotDispensed => 0,
                Message::Partial => LEFT,
                _ => SUM,
            };
            self.comes_back((self.paid - left).max(0));
            if left > self.paid {
                self.paid_late = left - self.paid;
                self.open_case(CaseKind::PaidLate);
            }
        }
        Answer::Ok
    }

    fn expire(&mut self) {
        if self.session == Session::Open {
            self.session = Session::Expired;
        }
        if self.held > 0 {
            self.open_case(CaseKind::Unconfirmed);
        }
    }

    fn leaves(&mut self, sum: i64) {
        self.held -= sum;
        self.paid += sum;
    }

    fn stays(&mut self, sum: i64) {
        self.held -= sum;
        self.returned += sum;
    }

    fn comes_back(&mut self, sum: i64) {
        self.paid -= sum;
        self.returned += sum;
    }

    /// The most serious reason of an open case stays.
    fn open_case(&mut self, kind: CaseKind) {
        let known = self.case.filter(|(_, open)| *open);
        self.case = Some((known.map_or(kind, |(first, _)| first.max(kind)), true));
    }

    pub(crate) fn state(&self) -> &'static str {
        match (self.withdrawn, self.barred) {
            (false, false) => "none yet",
            (false, true) => "none yet, barred",
            (true, _) if self.paid_late > 0 => "paid_late",
            (true, _) if self.held > 0 && self.session == Session::Open => "pending",
            (true, _) if self.held > 0 => "unconfirmed",
            (true, _) if self.returned == 0 => "completed",
            (true, _) if self.returned < SUM => "partially_reversed",
            (true, _) => "reversed",
        }
    }

    /// What has become of the operation's case since `before`.
    pub(crate) fn case_since(&self, before: &Self) -> String {
        match (before.case, self.case) {
            (before, after) if before == after => String::new(),
            (_, Some((_, false))) => "; its case closes".to_owned(),
            (Some((_, true)), Some((kind, true))) => format!("; its case becomes {}", kind.name()),
            (_, Some((kind, true))) => format!("; a case opens: {}", kind.name()),
            (_, None) => panic!("a case is never removed"),
        }
    }
}
