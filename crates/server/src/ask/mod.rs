//! Commands to a running server, over its own interfaces: a POS and a customer's phone in a terminal, and the
//! operator's desk. They open no data folder and hold no rule of the ledger.

mod amount;
mod audit;
mod cases;
mod code;
mod desk;
mod fees;
mod float;
mod limits;
mod offline;
mod outcome;
mod people;
mod places;
mod pos;
mod pos_state;
mod proposals;
pub(crate) mod reach;
mod reconcile;
mod reports;
mod settlement;
mod sheet;
mod staff;
mod table;
mod tills;
mod verdict;
mod wallets;

use clap::Subcommand;

use self::audit::{AuditArguments, SessionsArguments};
use self::cases::CaseVerb;
use self::code::CodeArguments;
use self::fees::{QuoteArguments, TariffVerb};
use self::float::FloatVerb;
use self::limits::{BrakeVerb, LimitVerb};
use self::people::PeopleVerb;
use self::places::{DepositVerb, KeyVerb, OwnerVerb, PlaceVerb, WithdrawalVerb};
use self::pos::PosVerb;
use self::proposals::ProposalVerb;
use self::reach::Environment;
use self::reconcile::ReconcileVerb;
use self::reports::ReportVerb;
use self::settlement::SettlementVerb;
use self::staff::OperatorKeyVerb;
use self::tills::{CashierVerb, TillVerb};
use self::wallets::WalletVerb;
use crate::stopped::Stopped;

/// Every command to a running server.
#[derive(Subcommand)]
pub(crate) enum Asked {
    /// A POS in a terminal: echo, login, withdraw, reverse, deposit, outcome, logout, status
    #[command(subcommand)]
    Pos(PosVerb),
    /// A customer's phone in a terminal: arm a code, or make one offline, and show it while it is good
    Code(Box<CodeArguments>),
    /// Wallets: open, show, top up, freeze, list accounts and entries, enrol an offline device
    #[command(subcommand)]
    Wallet(WalletVerb),
    /// POS owners: register one, list
    #[command(subcommand)]
    PosOwner(OwnerVerb),
    /// Places where cash is handed out: register, list, inspect, disable, enable, prefund, show
    #[command(subcommand)]
    PosPlace(PlaceVerb),
    /// Access keys of POS: make one, revoke one
    #[command(subcommand)]
    Key(KeyVerb),
    /// Withdrawals: what became of one, its whole story, and a customer's dispute
    #[command(subcommand)]
    Withdrawal(WithdrawalVerb),
    /// Deposits: what became of one, and who brought its cash
    #[command(subcommand)]
    Deposit(DepositVerb),
    /// Cases, where the ledger alone cannot decide: list, show, note, assign, propose to close
    #[command(subcommand)]
    Case(CaseVerb),
    /// Tariffs, by which withdrawals are charged: add a version, list, show
    #[command(subcommand)]
    Tariff(TariffVerb),
    /// What a withdrawal would cost now
    Quote(Box<QuoteArguments>),
    /// A POS's float, credit line and place: move, return, watch, line, locate, near
    #[command(subcommand)]
    Float(FloatVerb),
    /// How much may pass, and how much has: list, set, usage
    #[command(subcommand)]
    Limit(LimitVerb),
    /// The brake on all payouts: show, set, stop, release
    #[command(subcommand)]
    Brake(BrakeVerb),
    /// What needs two people: list, show, approve, reject; propose a posting or a write-off
    #[command(subcommand)]
    Proposal(ProposalVerb),
    /// Tills: run, add, open, move, hand over, close, list, show, the vault, and counts that differed
    #[command(subcommand)]
    Till(Box<TillVerb>),
    /// Cashiers, who answer for tills: add, list, change
    #[command(subcommand)]
    Cashier(CashierVerb),
    /// Settlement of POS owners: terms, batches, what the bank says, statements
    #[command(subcommand)]
    Settlement(SettlementVerb),
    /// A POS's journal or a bank's statement held against the ledger: import, matches, breaks
    #[command(subcommand)]
    Reconcile(Box<ReconcileVerb>),
    /// Reports: trial balance, aged suspense, an owner's statement, open cases
    #[command(subcommand)]
    Report(ReportVerb),
    /// People who sign in to the console: add, list, disable, reset
    #[command(subcommand)]
    Staff(PeopleVerb),
    /// Sessions that are open now
    Sessions(SessionsArguments),
    /// Who of the operator did what, newest first
    Audit(AuditArguments),
    /// Bearer keys for our own API: create, list, revoke
    #[command(subcommand)]
    OperatorKey(OperatorKeyVerb),
}

impl Asked {
    /// Asks the server, and shows its answer.
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::Pos(verb) => verb.run(environment).await,
            Self::Code(arguments) => arguments.run(environment).await,
            Self::Wallet(verb) => verb.run(environment).await,
            Self::PosOwner(verb) => verb.run(environment).await,
            Self::PosPlace(verb) => verb.run(environment).await,
            Self::Key(verb) => verb.run(environment).await,
            Self::Withdrawal(verb) => verb.run(environment).await,
            Self::Deposit(verb) => verb.run(environment).await,
            Self::Case(verb) => verb.run(environment).await,
            Self::Tariff(verb) => verb.run(environment).await,
            Self::Quote(arguments) => arguments.run(environment).await,
            Self::Float(verb) => verb.run(environment).await,
            Self::Limit(verb) => verb.run(environment).await,
            Self::Brake(verb) => verb.run(environment).await,
            Self::Proposal(verb) => verb.run(environment).await,
            Self::Till(verb) => verb.run(environment).await,
            Self::Cashier(verb) => verb.run(environment).await,
            Self::Settlement(verb) => verb.run(environment).await,
            Self::Reconcile(verb) => verb.run(environment).await,
            Self::Report(verb) => verb.run(environment).await,
            Self::Staff(verb) => verb.run(environment).await,
            Self::Sessions(arguments) => arguments.run(environment).await,
            Self::Audit(arguments) => arguments.run(environment).await,
            Self::OperatorKey(verb) => verb.run(environment).await,
        }
    }
}
