//! The shapes of bodies, made from the wire's own types. What a member's name says everywhere (its format, its
//! pattern) is added here once, for every shape that has it.

use serde_json::{Map, Value, json};
use specie_money::{Currency, DECIMAL_BYTES_MAX};
use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::examples::example;
use crate::api::{
    Account, AccountEntries, AccountEntry, AddCashier, AddKey, AddStaff, AddTariff, AddTill, AgeBand,
    AgedSuspense, AgedSuspenseQuery, Amount, AnswerFloat, ArmCode, ArmOwnCode, Armed, ArmedCode, AskFloat,
    AskOwnQuote, AskQuote, AskedBreaks, AskedCases, AskedFloatRequests, AskedProposals, AskedState,
    BalanceView, BatchLine, BatchLines, BatchLinesQuery, BatchState, BatchesQuery, Bearer,
    BeginReconciliation, Brake, BrakeLevel, BreakKind, BreakState, Case, CaseEvidence, CaseKind, CaseLine,
    CaseState, Cases, CasesQuery, CashLine, CashOutcome, CashRules, Cashier, CashierRole, Cashiers,
    ChangeCashier, ChangePassword, Channel, ClearBreak, ClearedPart, CloseTill, Closing, ConfirmBatch,
    CountTill, CountedNotes, CurrencyCode, CustomerAccount, CustomerWallet, CutBatch, Deposit, DeviceInvite,
    EntriesQuery, EvidenceKind, ExplainVariance, ExplainVarianceHere, FailBatch, FloatRequest,
    FloatRequestState, FloatRequests, FloatRequestsQuery, FloatWay, Found, FoundAccount, FoundOperation,
    FoundPos, FoundWallet, Funding, GivenReason, HandOverTill, HistoryQuery, KycTier, LedgerFact, Limit,
    LimitScope, LimitUsage, LimitUsageQuery, LimitUsages, LimitedAction, Limits, LineBreak, LineBreaks,
    LineBreaksQuery, LineMatch, LineMatches, LineMatchesQuery, LinePlace, LiveMinute, LiveView, MatchByHand,
    MoveCash, MoveFloat, MoveWay, NearPos, NearPosList, NearQuery, NewAccount, NewFunding, NewOperatorKey,
    NewStaff, NoteBreak, NoteCase, OfflineDevice, OfflineState, OnExpiry, OpenCaseLine, OpenCases,
    OpenCasesQuery, OpenOperations, OpenOperationsQuery, OpenWallet, Operation, OperatorKey, OperatorKeys,
    OperatorKeysQuery, OtherSign, OwnCase, OwnCode, OwnDevice, OwnDevices, OwnWithdrawal, OwnWithdrawals,
    OwnerStatement, OwnerStatementQuery, People, PeopleQuery, Person, Place, PlaceCash, PlacedByHand,
    PlacedLine, PlacedLines, PlacedLinesQuery, Places, PlacesQuery, Pos, PosCash, PosCurrency, PosKey,
    PosOwner, PosPlace, PosSelf, PosSwitch, Problem, Profile, Proposal, ProposalKind, ProposalState,
    Proposals, ProposalsQuery, Propose, ProposeOperatorKey, ProposeStaff, ProposeStaffReset,
    ProposedOperatorKey, ProposedStaff, Purpose, Quote, Reconciliation, ReconciliationKind, Reconciliations,
    ReconciliationsQuery, RegisterOperatorKey, RegisterOwner, RegisterPos, Role, RunTills, SearchQuery,
    SetBrake, SetOnExpiry, SetSettlement, Settlement, SettlementBatch, SettlementBatches, Settlements,
    SettlementsQuery, SignInDevice, SignInStaff, SignedInDevice, StaffSession, StatedLine, StatedWhat,
    StopPayouts, SuspenseLine, TakeLines, Tariff, TariffBand, TariffSchedule, Tariffs, TariffsQuery,
    TellOutcome, TellPrint, ThisDevice, Till, TillClosed, TillCount, TillLine, TillOpened, TillSession,
    TillVariance, TillVariances, Tills, Today, TodayLine, TodayQuery, TrialBalance, TrialBalanceLine,
    TrialBalanceSum, VarianceState, VariancesQuery, VaultBalance, VaultCash, VaultEvent, Wallet,
    WalletAccount, WalletQuery, WalletSwitch, WithdrawFloatAsk, Withdrawal, WrittenOff,
};
use crate::api::{
    AuditPage, AuditQuery, Deed, DeedTarget, DisputeOwn, FloatLine, LiveFloat, OwnerLine, Owners,
    OwnersQuery, PosCashier, PosFloat, PosKeyLine, PosLine, PosList, PosQuery, PosShown, PrintMedium,
    Printed, RefusedCount, Searched, SessionLine, Sessions, SessionsQuery, TimeToCash, Timeline,
    TimelineCall, TimelineEvent, TimelinePerson, TimelinePrint, TimelineSession, TimelineTransfer,
};
use crate::pos::{
    DepositBody, DepositData, DepositedBy, JsonNumber, LoginData, ReversalData, SessionAccount, Status,
    Verdict, WithdrawData,
};

/// An E.164 number: a plus and 7 to 15 digits.
pub(super) const PHONE_PATTERN: &str = "^\\+[1-9][0-9]{6,14}$";
/// A sum in a path: plain digits, at most one point between them, more than zero being judged apart.
pub(super) const SUM_PATTERN: &str = "^(0|[1-9][0-9]*)(\\.[0-9]+)?$";
/// The same with a sign: a balance may be below zero.
const SIGNED_SUM_PATTERN: &str = "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$";
/// An id of ours, or the one an import brought.
pub(super) const ID_PATTERN: &str = "^[!-~]{1,64}$";
/// A session's token.
pub(super) const TOKEN_PATTERN: &str =
    "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$";
/// What a cashier may be told to do (pos-api.md section 6).
const INSTRUCTIONS: &[&str] =
    &["withdraw", "hand_out", "already_paid", "do_not_hand_out", "call_operator", "take_cash"];
/// Denominations of one outcome, at most.
const NOTES_MAX: u32 = 32;
/// Lines of a page of entries, at most.
const PAGE_LINES_MAX: u32 = 200;

impl PartialSchema for Amount {
    fn schema() -> RefOr<Schema> {
        let digits = ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some(SIGNED_SUM_PATTERN))
            .max_length(Some(DECIMAL_BYTES_MAX))
            .description(Some("Decimal text with no more decimals than the currency has; never rounded."));
        let object = ObjectBuilder::new()
            .description(Some("An exact amount of one currency."))
            .property("amount", digits)
            .property("currency", CurrencyCode::schema())
            .required("amount")
            .required("currency")
            .additional_properties(Some(AdditionalProperties::FreeForm(false)));
        object.build().into()
    }
}

impl ToSchema for Amount {}

impl PartialSchema for CurrencyCode {
    fn schema() -> RefOr<Schema> {
        let codes: Vec<&str> = Currency::all().map(Currency::code).collect();
        let text = ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some("The three capital letters of ISO 4217."))
            .enum_values(Some(codes));
        text.build().into()
    }
}

impl ToSchema for CurrencyCode {}

impl PartialSchema for JsonNumber {
    fn schema() -> RefOr<Schema> {
        let number = ObjectBuilder::new()
            .schema_type(Type::Number)
            .description(Some("An exact amount as a JSON number: `189` for 189.00, `189.5` for 189.50."));
        number.build().into()
    }
}

impl ToSchema for JsonNumber {}

/// Name and schema of each listed type.
macro_rules! schemas_of {
    ($($Shape:ty),* $(,)?) => { vec![$((<$Shape>::name().into_owned(), <$Shape>::schema())),*] };
}

/// Every shape by its name, with its formats and its example.
pub(super) fn shapes() -> Map<String, Value> {
    let mut shapes = Map::new();
    let approvals = named_of_approvals();
    let others = of_fees()
        .into_iter()
        .chain(named_of_limits_and_float())
        .chain(approvals)
        .chain(of_tills())
        .chain(named_of_settlement())
        .chain(named_of_reconciliation())
        .chain(of_faces())
        .chain(of_console());
    for (name, schema) in named().into_iter().chain(others) {
        let mut schema = serde_json::to_value(schema).unwrap_or_default(); // Texts and numbers always print.
        let is_of_status = name == "Status";
        if !is_of_status {
            say_formats(&mut schema);
        }
        if name == "CustomerWallet" {
            say_masked(&mut schema);
        }
        if let (Value::Object(members), Some(example)) = (&mut schema, example(&name)) {
            members.insert("examples".to_owned(), json!([example]));
        }
        shapes.insert(name, schema);
    }
    shapes
}

fn named() -> Vec<(String, RefOr<Schema>)> {
    schemas_of![
        Account,
        AccountEntries,
        AccountEntry,
        AddKey,
        Amount,
        ArmCode,
        ArmedCode,
        AskedCases,
        AskedState,
        BalanceView,
        Case,
        CaseEvidence,
        CaseKind,
        CaseLine,
        CaseState,
        Cases,
        CasesQuery,
        CashOutcome,
        CountedNotes,
        CurrencyCode,
        DepositBody<'static>,
        DepositedBy,
        DepositData,
        EntriesQuery,
        EvidenceKind,
        Funding,
        JsonNumber,
        LoginData,
        NewAccount,
        NewFunding,
        NewOperatorKey,
        NoteCase,
        OfflineDevice,
        OpenOperations,
        OpenOperationsQuery,
        OpenWallet,
        Operation,
        OperatorKey,
        OperatorKeys,
        OperatorKeysQuery,
        Pos,
        PosKey,
        PosOwner,
        PosSwitch,
        Problem,
        Profile,
        Purpose,
        RegisterOperatorKey,
        RegisterOwner,
        RegisterPos,
        ReversalData,
        Role,
        SessionAccount,
        Status,
        TellOutcome,
        TellPrint,
        PrintMedium,
        Printed,
        Verdict,
        Wallet,
        WalletAccount,
        WalletQuery,
        WalletSwitch,
        WithdrawData,
        Withdrawal,
        Deposit,
    ]
}

fn of_fees() -> Vec<(String, RefOr<Schema>)> {
    schemas_of![
        AddTariff,
        AskQuote,
        Channel,
        KycTier,
        Quote,
        Tariff,
        TariffBand,
        TariffSchedule,
        Tariffs,
        TariffsQuery,
    ]
}

fn named_of_limits_and_float() -> Vec<(String, RefOr<Schema>)> {
    schemas_of![
        Brake,
        BrakeLevel,
        Limit,
        LimitScope,
        LimitUsage,
        LimitUsageQuery,
        LimitUsages,
        LimitedAction,
        Limits,
        MoveFloat,
        NearPos,
        NearPosList,
        NearQuery,
        PosPlace,
        SetBrake,
        StopPayouts,
        AnswerFloat,
        AskFloat,
        AskedFloatRequests,
        FloatRequest,
        FloatRequestState,
        FloatRequests,
        FloatRequestsQuery,
        FloatWay,
        WithdrawFloatAsk,
    ]
}

/// Of cases that wait for two people, and what may come of silence.
fn named_of_approvals() -> Vec<(String, RefOr<Schema>)> {
    schemas_of![
        AskedProposals,
        Bearer,
        Closing,
        OnExpiry,
        Proposal,
        ProposalKind,
        ProposalState,
        Proposals,
        ProposalsQuery,
        Propose,
        ProposeOperatorKey,
        ProposeStaff,
        ProposeStaffReset,
        ProposedOperatorKey,
        ProposedStaff,
        SetOnExpiry,
        WrittenOff,
    ]
}

/// Those of tills.
fn of_tills() -> Vec<(String, RefOr<Schema>)> {
    schemas_of![
        AddCashier,
        AddTill,
        CashLine,
        CashRules,
        Cashier,
        CashierRole,
        Cashiers,
        ChangeCashier,
        CloseTill,
        CountTill,
        ExplainVariance,
        ExplainVarianceHere,
        HandOverTill,
        MoveCash,
        MoveWay,
        OtherSign,
        PosCash,
        RunTills,
        Till,
        TillClosed,
        TillCount,
        TillLine,
        TillOpened,
        TillSession,
        TillVariance,
        TillVariances,
        Tills,
        VarianceState,
        VariancesQuery,
        VaultBalance,
        VaultCash,
        VaultEvent,
    ]
}

fn named_of_settlement() -> Vec<(String, RefOr<Schema>)> {
    schemas_of![
        BatchLine,
        BatchLines,
        BatchLinesQuery,
        BatchState,
        BatchesQuery,
        ConfirmBatch,
        CutBatch,
        FailBatch,
        SetSettlement,
        Settlement,
        SettlementBatch,
        SettlementBatches,
        Settlements,
        SettlementsQuery,
    ]
}

fn named_of_reconciliation() -> Vec<(String, RefOr<Schema>)> {
    schemas_of![
        AskedBreaks,
        BeginReconciliation,
        BreakKind,
        BreakState,
        ClearBreak,
        ClearedPart,
        GivenReason,
        LedgerFact,
        LineBreak,
        LineBreaks,
        LineBreaksQuery,
        LineMatch,
        LineMatches,
        LineMatchesQuery,
        LinePlace,
        MatchByHand,
        NoteBreak,
        PlacedByHand,
        PlacedLine,
        PlacedLines,
        PlacedLinesQuery,
        Reconciliation,
        ReconciliationKind,
        Reconciliations,
        ReconciliationsQuery,
        StatedLine,
        StatedWhat,
        TakeLines,
        AgeBand,
        AgedSuspense,
        AgedSuspenseQuery,
        OpenCaseLine,
        OpenCases,
        OpenCasesQuery,
        OwnerStatement,
        OwnerStatementQuery,
        SuspenseLine,
        TrialBalance,
        TrialBalanceLine,
        TrialBalanceSum,
    ]
}

/// Those of the three faces' pages.
fn of_faces() -> Vec<(String, RefOr<Schema>)> {
    schemas_of![
        ArmOwnCode,
        AskOwnQuote,
        CustomerAccount,
        CustomerWallet,
        DeviceInvite,
        HistoryQuery,
        OfflineState,
        OwnCase,
        OwnCode,
        OwnDevice,
        OwnDevices,
        OwnWithdrawal,
        OwnWithdrawals,
        Place,
        PlaceCash,
        Places,
        PlacesQuery,
        SignInDevice,
        SignedInDevice,
        ThisDevice,
        AddStaff,
        ChangePassword,
        Found,
        FoundAccount,
        FoundOperation,
        FoundPos,
        FoundWallet,
        LiveMinute,
        LiveView,
        NewStaff,
        People,
        PeopleQuery,
        Person,
        SearchQuery,
        SignInStaff,
        StaffSession,
        Armed,
        PosCurrency,
        PosSelf,
        Today,
        TodayLine,
        TodayQuery
    ]
}

/// Those of the console's lists.
fn of_console() -> Vec<(String, RefOr<Schema>)> {
    schemas_of![
        AuditPage,
        AuditQuery,
        Deed,
        DeedTarget,
        DisputeOwn,
        RefusedCount,
        Searched,
        TimeToCash,
        Timeline,
        TimelineCall,
        TimelineEvent,
        TimelinePerson,
        TimelinePrint,
        TimelineSession,
        TimelineTransfer,
        FloatLine,
        LiveFloat,
        OwnerLine,
        Owners,
        OwnersQuery,
        PosCashier,
        PosFloat,
        PosKeyLine,
        PosLine,
        PosList,
        PosQuery,
        PosShown,
        SessionLine,
        Sessions,
        SessionsQuery,
    ]
}

/// A customer's own page hides most digits of her phone number.
fn say_masked(schema: &mut Value) {
    if let Some(Value::Object(phone)) = schema.pointer_mut("/properties/phone_number") {
        phone.insert("pattern".to_owned(), json!("^(\\+[0-9*]{6,15})?$"));
    }
}

/// Adds what the names of a shape's members say.
fn say_formats(schema: &mut Value) {
    let Some(Value::Object(members)) = schema.get_mut("properties") else { return };
    for (name, member) in members {
        if let (Value::Object(member), Some(Value::Object(said))) = (member, format_of(name)) {
            member.extend(said);
        }
    }
}

/// What the name of a member says of its text.
pub(super) fn format_of(member: &str) -> Option<Value> {
    match member {
        "wallet_id" | "owner_id" | "key_id" | "operator_key_id" | "code_id" | "funding_id" | "tariff_id"
        | "transaction_id" | "operation_id" | "proposal_id" | "request_id" | "till_id"
        | "till_session_id" | "cashier_id" | "to_till_id" | "handed_to" | "batch_id" | "device_id"
        | "staff_id" | "reconciliation_id" | "offline_device_id" => Some(json!({ "format": "uuid" })),
        "at" | "opened_at" | "closed_at" | "made_at" | "created_at" | "revoked_at" | "valid_from"
        | "expires_at" | "server_time" | "due_at" | "proposed_at" | "not_before" | "judged_at"
        | "valid_to" | "valid_until" | "found_at" | "asked_at" | "answered_at" | "cut_off_at"
        | "window_ends_at" | "ended_at" | "since" | "rests_until" | "disabled_at" | "locked_until" => {
            Some(json!({ "format": "date-time" }))
        }
        "phone_number" => Some(json!({ "pattern": PHONE_PATTERN })),
        "pos_id" => Some(json!({ "pattern": ID_PATTERN })),
        "token_id" => Some(json!({ "pattern": TOKEN_PATTERN })),
        "after" => Some(json!({ "format": "uuid" })),
        "do" => Some(json!({ "enum": INSTRUCTIONS })),
        "limit" => Some(json!({ "minimum": 1, "maximum": PAGE_LINES_MAX, "default": 50 })),
        "denomination" | "step" | "flat" | "min" | "max" => {
            Some(json!({ "pattern": SUM_PATTERN, "maxLength": DECIMAL_BYTES_MAX }))
        }
        "statements" => {
            Some(json!({ "maxItems": 128, "items": { "type": "string", "minLength": 1, "maxLength": 128 } }))
        }
        "file_sha256" => Some(json!({ "pattern": "^[0-9a-f]{64}$" })),
        "basis_points" | "tax_basis_points" => Some(json!({ "maximum": 10_000 })),
        "bands" => Some(json!({ "maxItems": 16 })),
        "value_max" | "value_min" | "multiple_of" | "used_value" => {
            Some(json!({ "pattern": SUM_PATTERN, "maxLength": DECIMAL_BYTES_MAX }))
        }
        "pin" => Some(json!({ "pattern": "^[0-9]{4,12}$" })),
        "past" => Some(json!({ "maxLength": 1_400 })),
        "csrf_token" => Some(json!({ "pattern": "^[0-9a-f]{32}$" })),
        "device_name" => Some(json!({ "minLength": 1, "maxLength": 128 })),
        "otp" => Some(json!({ "pattern": "^[0-9]{6}$" })),
        "check_word" => Some(json!({ "pattern": "^[a-z]{2,8}$" })),
        "near" => Some(json!({ "pattern": "^-?[0-9]{1,2}([.][0-9]{1,6})?,-?[0-9]{1,3}([.][0-9]{1,6})?$" })),
        "last_seen_on" => Some(json!({ "format": "date" })),
        "q" => Some(json!({ "minLength": 1, "maxLength": 128 })),
        "notes" => Some(json!({ "maxItems": NOTES_MAX })),
        "networks" => Some(json!({ "maxItems": 32 })),
        _ => None,
    }
}
