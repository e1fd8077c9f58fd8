//! What came of a command: a receipt or a refusal. Not a word of HTTP here.

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::{Currency, Money};

use crate::ids::{
    AccountId, BatchId, CashierId, CodeId, DepositId, DeviceId, FundingId, KeyId, OperationId, OperatorKeyId,
    OwnerId, PosId, ProposalId, ReconciliationId, ReversalId, TariffId, TillId, TillSessionId, WalletId,
    WithdrawalId,
};
use crate::rows::{BatchState, Placed, Quote, Standing, TillLine};
pub use crate::rows::{RuleBound, RuleHit, ScheduleName};
use crate::time::Time;

/// What came of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The receipt, or the lawful no.
    pub result: Result<Receipt, Refusal>,
    /// The receipt is the first answer to an earlier, equal request.
    pub replayed: bool,
    /// When the session's limits end it, if the command belongs to a live one.
    pub session_expires_at: Option<Time>,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Receipt {
    /// It is done, and there is nothing to tell.
    Done,
    /// An operator key is registered.
    OperatorKeyRegistered(OperatorKeyId),
    /// A wallet is open, with these accounts in the order asked for.
    WalletOpened(WalletId, Vec<AccountId>),
    /// An account is open.
    AccountOpened(AccountId),
    /// Money came in; the balance after it.
    Funded(FundingId, Money),
    /// A POS owner is registered.
    OwnerRegistered(OwnerId),
    /// A POS is registered.
    PosRegistered(PosId),
    /// An access key is made.
    KeyAdded(KeyId),
    /// A code is armed.
    CodeArmed(CodeArmed),
    /// A session is open.
    SessionOpened(SessionOpened),
    /// Money is set aside: hand out the cash.
    Withdrawn(WithdrawalId),
    /// The cash is taken in; the metadata sealed as it came first.
    Deposited(DepositId, Vec<u8>),
    /// The sum went back.
    Reversed(ReversalId, OperationId),
    /// The session is closed.
    SessionClosed,
    /// What became of an operation's cash is recorded.
    OutcomeTold(OperationId),
    /// The operation has an open case.
    CaseOpened(OperationId),
    /// What was proposed waits for another person.
    Proposed(ProposalId),
    /// A version of a tariff is added.
    TariffAdded(TariffId),
    /// The settlement batch is begun, or was under way.
    BatchCut(BatchId),
    /// A till is registered.
    TillAdded(TillId),
    /// A cashier is registered.
    CashierAdded(CashierId),
    /// A till is open.
    TillOpened(TillSessionId),
    /// A till is closed: what was expected and counted.
    TillClosed(TillClosed),
    /// A vault's balance after what became of it.
    VaultTold(Money),
    /// A file is held against the ledger.
    ReconciliationBegun(ReconciliationId),
    /// Where lines and facts stand that a person put together.
    Placed(Placed),
    /// A device is invited; until when the invite is good.
    DeviceInvited(Time),
    /// A device is signed in to a wallet.
    DeviceSignedIn(WalletId, DeviceId),
    /// A person is signed in; the operator key she counts as.
    StaffSignedIn(OperatorKeyId),
    /// A print is recorded: the how many-th of its operation it is.
    Printed(u32),
}

/// A till that was closed.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct TillClosed {
    /// The session that ended.
    pub till_session_id: TillSessionId,
    /// The one that began, if it was handed over.
    pub handed_to: Option<TillSessionId>,
    /// What was expected and counted, currency by currency.
    pub lines: Vec<TillLine>,
}

/// An armed code.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct CodeArmed {
    /// Its id.
    pub code_id: CodeId,
    /// Which of the two candidates it is.
    pub candidate: u8,
    /// The first instant it is good.
    pub valid_from: Time,
    /// The first instant it is dead.
    pub expires_at: Time,
    /// What the customer is told it costs.
    pub quote: Quote,
}

/// An open session.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SessionOpened {
    /// The operation.
    pub operation_id: OperationId,
    /// The accounts the key is shown.
    pub accounts: Vec<ShownAccount>,
}

/// An account as a POS is shown it.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ShownAccount {
    /// The id an import brought, or ours.
    pub account_id: String,
    /// Its name, or the currency's code.
    pub alias: String,
    /// The balance the key's view lets it see.
    pub balance: Money,
}

/// A lawful no. A request that reads one has changed nothing but counters of guesses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The key is not known, or was revoked.
    KeyNotKnown,
    /// The signed request is too old, or too far ahead.
    SignatureOutOfTime,
    /// The salt has served before.
    SaltSpent,
    /// The signature has served before.
    SignatureSpent,
    /// The POS is not known, or not one of this key's.
    PosNotOfKey,
    /// The operator key's role does not allow it.
    RoleForbids,
    /// There is no such thing.
    NotFound(Thing),
    /// There is one already.
    Exists(Thing),
    /// A text or number is outside its limits.
    Unacceptable(Limit),
    /// Whatever is wrong with the phone number or the code: one answer.
    CodeNotValid,
    /// The key's guesses are over a limit; try again after so many seconds.
    TooManyRequests(u32),
    /// The POS is disabled.
    PosDisabled,
    /// Token, operation, key and phone number do not belong together.
    SessionNotFound,
    /// The session was closed.
    SessionClosed,
    /// The session's limits have passed.
    SessionExpired,
    /// The session has had its money action.
    SessionAlreadyUsed,
    /// The account is not of this wallet, or of another currency than the code.
    AccountNotInSession,
    /// The customer approved another sum.
    AmountNotApproved,
    /// The customer approved another purpose.
    PurposeNotApproved,
    /// The account does not hold the sum and its fee.
    NotEnoughFunds,
    /// The sum has more decimals than the currency.
    AmountTooPrecise(Currency),
    /// The sum does not fit.
    AmountTooLarge,
    /// The sum is zero or less.
    AmountNotPositive,
    /// The POS's position and credit line do not allow it.
    FloatExceeded,
    /// The withdrawal was reversed: no cash may be handed out.
    WithdrawalAlreadyReversed,
    /// The deposit was reversed.
    DepositAlreadyReversed,
    /// The deposit is final.
    DepositFinal,
    /// More than what is left.
    ReversalExceedsWithdrawal,
    /// The named transaction is not the session's.
    TransactionNotFound,
    /// The wallet is frozen.
    WalletDisabled,
    /// The wallet holds money or has a session open: its customer's data are still needed.
    WalletInUse,
    /// A stated limit is reached.
    LimitExceeded(Limit),
    /// Payouts are stopped.
    PayoutsStopped(String),
    /// The POS does not serve the currency.
    CurrencyNotServed(Currency),
    /// The idempotency value came with another request before.
    IdempotencyKeyReused,
    /// The first answer held a secret that is not shown twice.
    SecretShownOnce,
    /// The code of the first answer has been used, cancelled or replaced.
    CodeNoLongerArmed,
    /// The operator key is the last that may do everything.
    LastAdminKey(OperatorKeyId),
    /// The operation is a deposit: no cash of it can leave the drawer.
    NotAWithdrawal,
    /// More is said to have left the drawer than was withdrawn.
    DispensedExceedsWithdrawal,
    /// The notes are too many kinds, of no worth, or do not come to the sum that left the drawer.
    NotesNotAcceptable,
    /// Whoever proposed it may not approve it.
    OwnProposal,
    /// The proposal may be approved from this time on.
    ProposalNotYet(Time),
    /// The proposal does not wait any more.
    ProposalOver(Standing),
    /// The key that proposed it was revoked meanwhile.
    ProposerRevoked,
    /// A tariff cannot be reckoned by.
    TariffNotAcceptable(TariffFault),
    /// The case cannot be closed in this way as it is.
    ClosingNotPossible,
    /// The case was closed.
    CaseClosed,
    /// It would let more pass than before: two people must want it.
    NeedsTwoPeople,
    /// The settlement batch is in a state in which that cannot be said of it.
    BatchIs(BatchState),
    /// The key serves no open till, and the POS keeps its cash in tills.
    TillClosed,
    /// The drawer cannot make the sum; the nearest ones it can, where there are any.
    NotPayable(Option<Money>, Option<Money>),
    /// What a cashier asked of a till is refused.
    AtTill(TillRefusal),
    /// What was asked of a reconciliation is refused.
    AtReconciliation(ReconRefusal),
    /// Whatever is wrong with an invite: one answer.
    InviteNotValid,
    /// A new device came: the wallet pays nothing out before this time.
    WalletRests(Time),
    /// Whatever is wrong with name, password or code of a person: one answer.
    SignInNotValid,
    /// The withdrawal's fee is this by now, and the customer was told that.
    FeeAboveQuote(Money, Money),
}

/// A lawful no to a cashier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TillRefusal {
    /// Cashier and PIN do not belong together here.
    PinNotValid,
    /// Too many wrong PINs: a new one must be set.
    CashierLocked,
    /// The cashier's role, or that it is another's till, does not allow it.
    CashierForbidden,
    /// The till is open already.
    TillIsOpen,
    /// The till is not open.
    TillNotOpen,
    /// The key serves another open till.
    KeyServesTill(TillId),
    /// The POS does not keep its cash in tills.
    TillsNotRun,
    /// A count cannot be so.
    CountNotAcceptable(BadCount),
}

/// What is wrong with a count: which currency of the list, which note of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadCount {
    /// The POS does not serve this currency.
    Currency(usize),
    /// This currency is named before.
    CurrencyTwice(usize),
    /// The till has held this currency, and it is not counted.
    CurrencyMissing(Currency),
    /// The currency has no note or coin of this worth.
    NoSuchNote(usize, usize),
    /// This note is counted before.
    NoteTwice(usize, usize),
    /// The count comes to more than this (minor units) in this currency.
    TooMuch(usize, i64),
}

/// What a refusal is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// A wallet (or its phone number).
    Wallet,
    /// An account.
    Account,
    /// A POS owner.
    Owner,
    /// A POS.
    Pos,
    /// An access key.
    Key,
    /// An operator key.
    OperatorKey,
    /// An armed code.
    Code,
    /// An offline device.
    Device,
    /// A withdrawal.
    Withdrawal,
    /// A case.
    Case,
    /// A proposal.
    Proposal,
    /// A version of a tariff.
    Tariff,
    /// A limit.
    Limit,
    /// A till.
    Till,
    /// A cashier.
    Cashier,
    /// A difference a closing count found.
    Variance,
    /// How an owner is settled in a currency.
    Settlement,
    /// A settlement batch.
    Batch,
    /// A deposit.
    Deposit,
    /// A request for float that waits, of that number.
    FloatRequest,
    /// A file held against the ledger.
    Reconciliation,
    /// A line of such a file.
    StatedLine,
    /// A fact of ours of which that file could tell.
    Fact,
    /// A match.
    Match,
    /// A break.
    Break,
}

/// A limit with its name and its figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Accounts of one wallet.
    AccountsOfWallet(usize),
    /// Currencies of one POS or key.
    Currencies(usize),
    /// Networks of one key.
    Networks(usize),
    /// Live keys of one POS.
    KeysOfPos(usize),
    /// Bytes of a name.
    NameBytes(usize),
    /// At least one currency.
    NoCurrency,
    /// A currency named twice.
    CurrencyTwice(Currency),
    /// An opaque id of visible ASCII, not of the shape of our own ids.
    OpaqueId(usize),
    /// The cap on one code.
    CodeCap(Money),
    /// The cap on one offline code; where it is zero, the currency has no offline cash-out.
    OfflineCap(Money),
    /// A code must name a POS, and to withdraw a sum.
    OpenCode,
    /// Minor units one account may hold.
    Balance(i64),
    /// A sum must be positive.
    Positive,
    /// Bytes of a sealed note.
    NoteBytes(usize),
    /// Pieces of evidence one case holds.
    EvidenceOfCase(usize),
    /// Bytes of a reason.
    WhyBytes(usize),
    /// A transfer by hand stays in the money book, between two accounts of one currency, and leaves alone what waits
    /// for word.
    AccountsOfPosting,
    /// Seconds after which a POS's cash may be taken to have left.
    AssumeAfterSeconds(u32),
    /// Where tills are run the drawer is counted: no silence counts as word.
    AssumptionWithTills,
    /// Rules, steps and bytes of names of the rule packs; a step that moves money names a law and comes last.
    RulesOfPacks(usize),
    /// No more than what is there.
    ThereIsOnly(Money),
    /// Versions of tariffs that are or will be in force.
    Tariffs(usize),
    /// A rule of the operator, or a ceiling of the configuration file.
    Rule(RuleHit),
    /// The brake is on, and lets only so much pass in one part of its window, in this currency.
    BrakeSlow(Currency),
    /// Limits the operator may set.
    Rules(usize),
    /// A limit's window, seconds: from and to.
    Window(u32, u32),
    /// A limit that bounds nothing, or what its kind cannot bound.
    Bounds,
    /// Tills of one POS.
    TillsOfPos(usize),
    /// Cashiers of one POS.
    CashiersOfPos(usize),
    /// Notes and coins of one currency: so many at most, each positive and named once.
    Denominations(usize),
    /// Bytes of an explanation.
    ExplanationBytes(usize),
    /// A cut-off is a time of day.
    CutOff,
    /// The next cut-off must be later than now.
    NextCutOff,
    /// Float moves between two POS of one owner.
    OneOwner,
    /// Latitude and longitude of a point on the earth.
    Point,
    /// A limit of a file held against the ledger.
    OfFile(FileLimit),
    /// Devices signed in to one wallet at a time.
    DevicesOfWallet(usize),
}

/// A limit of a file held against the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileLimit {
    /// A period ends after it begins.
    Period,
    /// Lines of a file: from one to so many.
    LinesOfFile(u32),
    /// Lines taken in at once: from one to so many.
    LinesTaken(usize),
    /// Groups put together at once.
    Groups(usize),
    /// What is put together: each once, so many on a side at most, and by a person something on both.
    BothSides(usize),
    /// All that is put together is in one currency.
    OneCurrency,
    /// Entries or batches one search looks at.
    Searched(usize),
    /// A part of a difference has its sign and is less than what is left of it, which is this.
    PartOf(Money),
    /// Parts of one difference.
    Parts(usize),
    /// What tells the statements of a bank's file from all others: so many texts at most, each once.
    Statements(usize),
}

/// Why something cannot be done with a reconciliation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReconRefusal {
    /// The file was taken in before.
    FileKnown(ReconciliationId),
    /// So many lines have been taken in, of so many.
    LinesTaken(u32, u32),
    /// The line of this number cannot be so.
    Line(u32, LineFault),
    /// A line or a fact stands elsewhere: in a match, or in a break that is over or somebody else's.
    PlacedElsewhere,
    /// The match was taken apart before.
    MatchUndone,
    /// The break is not open any more.
    BreakOver,
    /// The break was not cleared by a posting.
    BreakNotCleared,
    /// The difference is this much.
    DifferenceIs(Money),
    /// This statement was taken in before, in another file.
    StatementKnown(String, ReconciliationId),
}

impl From<ReconRefusal> for Refusal {
    fn from(refusal: ReconRefusal) -> Self {
        Self::AtReconciliation(refusal)
    }
}

/// What is wrong with a line of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineFault {
    /// A bank's file holds payments, a POS's journal everything else.
    What,
    /// It is in a currency that the POS does not serve, or that the statement is not in.
    Currency,
    /// A sum is more than zero; a bank's may be less, but not zero.
    Amount,
    /// It is outside the period.
    At,
    /// The reference is longer than so many bytes, or holds control characters.
    Reference(usize),
    /// A line of this number was taken in that says something else.
    TakenOtherwise,
}

/// What is wrong with a tariff. Bands are counted from zero, as in the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TariffFault {
    /// It has more bands than this.
    BandsTooMany(ScheduleName, usize),
    /// This band does not begin above the one before it, or the first one below zero.
    BandNotAscending(ScheduleName, usize),
    /// This band's rate is above this many basis points.
    BandRate(ScheduleName, usize, u32),
    /// A sum of this band is below zero or above this many minor units.
    BandSum(ScheduleName, usize, i64),
    /// The flat sum, the minimum or the maximum is below zero or above this many minor units.
    Sum(ScheduleName, i64),
    /// The minimum is above the maximum.
    MinAboveMax(ScheduleName),
    /// The levy is above this many basis points of the fee.
    Tax(u32),
    /// It would be in force before it was added.
    InThePast,
    /// It would end before it begins.
    EndsBeforeItBegins,
    /// This band's rate is above the configuration's ceiling, basis points.
    RateAboveCeiling(ScheduleName, usize, u32),
    /// Flat sum, steps and minimum let a withdrawal go above the configuration's ceiling: so much, beside so many basis
    /// points of its sum.
    SumAboveCeiling(ScheduleName, Money, u32),
}

impl Receipt {
    /// The operation a login opened.
    #[must_use]
    pub const fn opened_operation(&self) -> Option<OperationId> {
        match self {
            Self::SessionOpened(opened) => Some(opened.operation_id),
            Self::Done
            | Self::OperatorKeyRegistered(_)
            | Self::WalletOpened(..)
            | Self::AccountOpened(_)
            | Self::Funded(..)
            | Self::OwnerRegistered(_)
            | Self::PosRegistered(_)
            | Self::KeyAdded(_)
            | Self::CodeArmed(_)
            | Self::Withdrawn(_)
            | Self::Deposited(..)
            | Self::Reversed(..)
            | Self::SessionClosed
            | Self::OutcomeTold(_)
            | Self::CaseOpened(_)
            | Self::Proposed(_)
            | Self::TariffAdded(_)
            | Self::TillAdded(_)
            | Self::CashierAdded(_)
            | Self::TillOpened(_)
            | Self::TillClosed(_)
            | Self::VaultTold(_)
            | Self::ReconciliationBegun(_)
            | Self::Placed(_)
            | Self::BatchCut(_)
            | Self::DeviceInvited(_)
            | Self::DeviceSignedIn(..)
            | Self::StaffSignedIn(_)
            | Self::Printed(_) => None,
        }
    }
}
