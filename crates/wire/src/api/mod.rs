//! Our own API, `/api/v1`: bodies of requests (no unknown member is taken) and of answers, and the problem
//! document. Amounts are `{"amount":"10.00","currency":"GBP"}`; instants are RFC 3339 texts, UTC; identifiers
//! are opaque texts. Shapes that hold a secret have no `Debug`.

mod accounts;
mod amount;
mod cases;
mod codes;
mod console;
mod customer;
mod fees;
mod float;
mod limits;
mod operations;
mod people;
mod places;
mod pos_page;
mod prints;
mod problem;
mod proposals;
mod reconciliation;
mod reports;
mod settlement;
mod staff;
mod tills;
mod wallets;

pub use accounts::{Account, AccountEntries, AccountEntry, EntriesQuery};
pub use amount::{Amount, CurrencyCode};
pub use cases::{
    AskedCases, Case, CaseEvidence, CaseKind, CaseLine, CaseState, Cases, CasesQuery, CashOutcome,
    CountedNotes, EvidenceKind, NoteCase, TellOutcome,
};
pub use codes::ProblemCode;
pub use console::{
    AuditPage, AuditQuery, Deed, DeedTarget, FloatLine, LiveFloat, OwnerLine, Owners, OwnersQuery, PosFloat,
    PosKeyLine, PosLine, PosList, PosQuery, PosShown, SessionLine, Sessions, SessionsQuery, Timeline,
    TimelineCall, TimelineEvent, TimelinePerson, TimelineSession, TimelineTransfer,
};
pub use customer::{
    ArmOwnCode, AskOwnQuote, CustomerAccount, CustomerWallet, DeviceInvite, DisputeOwn, HistoryQuery,
    OfflineState, OwnCase, OwnCode, OwnDevice, OwnDevices, OwnWithdrawal, OwnWithdrawals, Place, PlaceCash,
    Places, PlacesQuery, SignInDevice, SignedInDevice, ThisDevice,
};
pub use fees::{
    AddTariff, AskQuote, Channel, KycTier, Quote, Tariff, TariffBand, TariffSchedule, Tariffs, TariffsQuery,
};
pub use float::{
    AnswerFloat, AskFloat, AskedFloatRequests, FloatRequest, FloatRequestState, FloatRequests,
    FloatRequestsQuery, FloatWay, MoveFloat, NearPos, NearPosList, NearQuery, PosPlace, WithdrawFloatAsk,
};
pub use limits::{
    Brake, BrakeLevel, Limit, LimitScope, LimitUsage, LimitUsageQuery, LimitUsages, LimitedAction, Limits,
    SetBrake, StopPayouts,
};
pub use operations::{AskedState, Deposit, OpenOperations, OpenOperationsQuery, Operation, Withdrawal};
pub use people::{
    AddStaff, ChangePassword, Found, FoundAccount, FoundOperation, FoundPos, FoundWallet, LiveMinute,
    LiveView, NewStaff, People, PeopleQuery, Person, RefusedCount, SearchQuery, Searched, SignInStaff,
    StaffSession, TimeToCash,
};
pub use places::{
    AddKey, BalanceView, Pos, PosKey, PosOwner, PosSwitch, Profile, RegisterOwner, RegisterPos,
};
pub use pos_page::{Armed, PosCashier, PosCurrency, PosSelf, Today, TodayLine, TodayQuery};
pub use prints::{PrintMedium, Printed, TellPrint, TimelinePrint};
pub use problem::{Problem, problem_type};
pub use proposals::{
    AskedProposals, Bearer, Closing, OnExpiry, Proposal, ProposalKind, ProposalState, Proposals,
    ProposalsQuery, Propose, ProposeOperatorKey, ProposeStaff, ProposeStaffReset, ProposedOperatorKey,
    ProposedStaff, SetOnExpiry, WrittenOff,
};
pub use reconciliation::{
    AskedBreaks, BeginReconciliation, BreakKind, BreakState, ClearBreak, ClearedPart, GivenReason,
    LedgerFact, LineBreak, LineBreaks, LineBreaksQuery, LineMatch, LineMatches, LineMatchesQuery, LinePlace,
    MatchByHand, NoteBreak, PlacedByHand, PlacedLine, PlacedLines, PlacedLinesQuery, Reconciliation,
    ReconciliationKind, Reconciliations, ReconciliationsQuery, StatedLine, StatedWhat, TakeLines,
};
pub use reports::{
    AgeBand, AgedSuspense, AgedSuspenseQuery, OpenCaseLine, OpenCases, OpenCasesQuery, OwnerStatement,
    OwnerStatementQuery, SuspenseLine, TrialBalance, TrialBalanceLine, TrialBalanceSum,
};
pub use settlement::{
    BatchLine, BatchLines, BatchLinesQuery, BatchState, BatchesQuery, ConfirmBatch, CutBatch, FailBatch,
    SetSettlement, Settlement, SettlementBatch, SettlementBatches, Settlements, SettlementsQuery,
};
pub use staff::{NewOperatorKey, OperatorKey, OperatorKeys, OperatorKeysQuery, RegisterOperatorKey, Role};
pub use tills::{
    AddCashier, AddTill, CashLine, CashRules, Cashier, CashierRole, Cashiers, ChangeCashier, CloseTill,
    CountTill, ExplainVariance, ExplainVarianceHere, HandOverTill, MoveCash, MoveWay, OtherSign, PosCash,
    RunTills, Till, TillClosed, TillCount, TillLine, TillOpened, TillSession, TillVariance, TillVariances,
    Tills, VarianceState, VariancesQuery, VaultBalance, VaultCash, VaultEvent,
};
pub use wallets::{
    ArmCode, ArmedCode, Funding, NewAccount, NewFunding, OfflineDevice, OpenWallet, Purpose, Wallet,
    WalletAccount, WalletQuery, WalletSwitch,
};
