//! The steps a simulated history is made of. Each stands for itself: when others are left out, it does what
//! it still can, or nothing. So a failing history can be shortened.

use specie_domain::rows::{PrintMedium, Purpose};

use crate::ask::{Approval, Ask, Found, Said, Sum};
use crate::engine::CrashPoint;
use crate::notes::Pieces;

/// What a customer wants at a POS, and with which key the cashier works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Plan {
    /// The customer.
    pub(crate) customer: usize,
    /// The POS.
    pub(crate) pos: usize,
    /// The cashier's key.
    pub(crate) key: usize,
    /// The currency.
    pub(crate) currency: usize,
    /// The sum, minor units.
    pub(crate) minor: i64,
    /// Of it, what the drawer will jam on.
    pub(crate) jam: i64,
    /// What the code is armed for.
    pub(crate) purpose: Purpose,
    /// What the customer approves.
    pub(crate) approval: Approval,
    /// Whether the code is bound to the POS.
    pub(crate) bound: bool,
    /// Whether the code is her offline device's.
    pub(crate) offline: bool,
}

/// In what way a call in a session is not as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bend {
    /// In none.
    Straight,
    /// It bears a token nobody has.
    WrongToken,
    /// It bears the token of another visit.
    TokenOf(u32),
    /// It comes with another key.
    Key(usize),
    /// It sends somebody's phone number.
    Phone(usize),
    /// It names another customer's account.
    AccountOf(usize),
    /// It names another currency.
    Currency(usize),
}

/// Whether a reversal names the money action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Naming {
    /// It does not.
    Nothing,
    /// It names what the cashier was told.
    Own,
    /// It names that of another visit.
    Of(u32),
    /// It names something else.
    Foreign,
}

/// What is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// A visit begins, or goes on, with a code.
    Arm(Plan),
    /// A visit begins, or goes on, with what the customer's offline device shows so many half-minutes from now.
    Show(Plan, i64),
    /// The customer cancels the code.
    Cancel,
    /// The cashier logs in.
    Login,
    /// The cashier withdraws.
    Withdraw(Sum, Bend),
    /// The cashier deposits.
    Deposit(Sum, Bend),
    /// The cashier reverses.
    Reverse(Sum, Naming, Bend),
    /// The cashier logs out.
    Logout(Bend),
    /// The cashier says what became of the cash, and perhaps in which notes.
    Tell(Said, Bend, Option<Pieces>),
    /// The cashier has printed a receipt so, so many milliseconds ago.
    Print(PrintMedium, i64, Bend),
    /// The customer says that the cash did not come.
    Dispute,
    /// Somebody of the operator writes about the visit's case, and perhaps takes it.
    Note(bool),
    /// Somebody of the operator proposes what the visit's case be closed with.
    Close(Found),
    /// Something that belongs to no visit.
    Other(Ask),
}

/// What the network does with a request and its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fate {
    /// The request does not arrive (it may arrive later, as a repeat).
    pub(crate) lost: bool,
    /// The answer does not arrive.
    pub(crate) deaf: bool,
    /// The request arrives twice at once.
    pub(crate) twin: bool,
    /// It is a byte-for-byte copy of the one before, where its sender would have signed anew.
    pub(crate) copy: bool,
    /// How wrong the sender's clock is, seconds.
    pub(crate) skew_s: i64,
    /// The server's own draws on its arrival, and the sender's.
    pub(crate) dice: u64,
}

/// A crash and the restart after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Crash {
    /// Where the commit stops.
    pub(crate) point: CrashPoint,
    /// Transactions of the tables that were not synced and are gone.
    pub(crate) tables_lost: usize,
    /// After so many journal rows the restart crashes as well.
    pub(crate) again_after: Option<usize>,
}

/// A request that is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sending {
    /// The call's number.
    pub(crate) call: u32,
    /// The visit's number.
    pub(crate) visit: u32,
    /// What is sent.
    pub(crate) what: What,
    /// With this idempotency value.
    pub(crate) value: Option<u64>,
    /// What the network does.
    pub(crate) fate: Fate,
}

/// What happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Act {
    /// Somebody sends a request.
    Send(Sending),
    /// The same request comes once more, from its sender or out of the network.
    Again {
        /// The call's number.
        call: u32,
        /// What the network does.
        fate: Fate,
    },
    /// The sweep names the sessions that are due, and one that may not be, and cuts batches.
    Sweep,
    /// The working set forgets.
    Forget,
    /// The tables take in so many batches.
    Project(usize),
    /// The server decides what waits, in an order that `mix` gives (0: as it came), and may crash.
    Commit {
        /// The order.
        mix: u64,
        /// The crash.
        crash: Option<Crash>,
    },
    /// The whole journal is replayed, and the books are audited.
    Prove,
}

/// One step: the clock moves, and then something happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step {
    /// How far the clock moves before it, milliseconds; it may move back.
    pub(crate) after_ms: i64,
    /// What happens.
    pub(crate) act: Act,
}
