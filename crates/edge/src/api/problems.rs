//! Where refusals and failures meet our own API, and nowhere else: one row for each refusal, none forgotten.

use std::borrow::Cow;

use axum::response::{IntoResponse, Response};
use http::HeaderValue;
use http::header::WWW_AUTHENTICATE;
use specie_commands::{Failure, RETRY_AFTER_S};
use specie_domain::outcome::{BadCount, ReconRefusal, Thing, TillRefusal};
use specie_domain::rows::{BatchState, Standing};
use specie_domain::{Refusal, Time};
use specie_money::Currency;
use specie_wire::api::{Problem, ProblemCode, problem_type};

use crate::answer::{Answer, Extras, answer, put_request_id};
use crate::limit_text::{limit_text, line_fault_text, tariff_fault_text};
use crate::when::rfc3339;

const DEPOSIT_TOLD: &str = "outcome: the operation is a deposit, and no cash of it can leave the drawer.";
const TOO_MUCH_TOLD: &str = "dispensed.amount: must be at most the amount that was withdrawn.";
const NOTES_WANTED: &str = "notes: at most 32 denominations, each more than zero and in the decimals of the \
    withdrawal's currency, and all of them together the cash that left; leave them out where nothing was withdrawn.";
const CLOSINGS: &str = "closing: held money is paid, returned or parted once its session is over; money in suspense \
    is credited to the POS, returned or written off; paid money is returned or parted; as_it_is where nothing is held \
    or in suspense.";
const ANOTHER_PERSON_WANTED: &str = "Another person must approve what you proposed, not only another key.";
const VALUE_REUSED: &str = "This value came with another request before: use a new one for a new request.";
const SECRET_SHOWN: &str =
    "The secret that the first request made was shown once and is not kept: make another.";
const CODE_GONE: &str = "The code of the first answer was used, cancelled or replaced: arm a new one.";
const TWO_WANTED: &str = "One person alone may not do this: propose it, and have another person approve it.";
const BEARER_WANTED: &str = "Send a known key in the header Authorization: Bearer, or sign in.";
const INVITE_WRONG: &str =
    "The invite is wrong, was used, is too old, or is not the newest: ask for a new one.";
const SIGN_IN_WRONG: &str =
    "Name, password and code do not belong together, the code has served, or the name is locked for a while.";

/// A problem on its way to the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refused {
    /// Its code.
    pub(crate) code: ProblemCode,
    /// What was wrong this time.
    pub(crate) detail: Cow<'static, str>,
    retry_after_s: Option<u32>,
    closes: bool,
}

impl Refused {
    /// A problem, with what was wrong this time.
    pub(crate) fn with(code: ProblemCode, detail: impl Into<Cow<'static, str>>) -> Self {
        Self { code, detail: detail.into(), retry_after_s: None, closes: false }
    }

    /// The same, and the connection is not used again.
    pub(crate) fn closing(self) -> Self {
        Self { closes: true, ..self }
    }

    fn after(self, seconds: u32) -> Self {
        Self { retry_after_s: Some(seconds.max(1)), ..self }
    }

    /// The problem document.
    pub(super) fn into_answer(self, request_id: &str) -> Answer {
        let Self { code, detail, retry_after_s, closes } = self;
        let problem = Problem {
            problem_type: problem_type(code).into(),
            title: code.sentence().into(),
            status: code.http_status(),
            detail,
            code: code.as_str().into(),
            money_moved: money_moved(code),
            retry: retry_advice(code).into(),
            retry_after_s,
            request_id: request_id.to_owned(),
        };
        let body = serde_json::to_vec(&problem).unwrap_or_default(); // Texts and numbers always print.
        let mut answer = answer(code.http_status(), "application/problem+json", body);
        Extras { retry_after_s, closes, ..Extras::default() }.put_into(&mut answer);
        put_request_id(&mut answer, request_id);
        answer
    }
}

/// No problem moves money; one code says that nobody knows.
fn money_moved(code: ProblemCode) -> Option<bool> {
    (code != ProblemCode::OutcomeUnknown).then_some(false)
}

const fn retry_advice(code: ProblemCode) -> &'static str {
    match code.http_status() {
        429 | 503 => "Repeat the same request with the same Idempotency-Key after retry_after_s seconds.",
        500 => "Repeat the same request with the same Idempotency-Key.",
        504 => "Repeat the same request with the same Idempotency-Key until it is answered.",
        _ => "Do not repeat the request unchanged.",
    }
}

impl From<ProblemCode> for Refused {
    fn from(code: ProblemCode) -> Self {
        if code == ProblemCode::Unauthenticated {
            return Self::with(code, BEARER_WANTED);
        }
        Self::with(code, format!("{}.", code.sentence()))
    }
}

impl From<Failure> for Refused {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(refusal, _) => problem(&refusal),
            Failure::NotApplied => Self::with(
                ProblemCode::ServiceUnavailable,
                "The server is busy or draining; surely nothing was done.",
            )
            .after(RETRY_AFTER_S),
            Failure::OutcomeUnknown => Self::with(
                ProblemCode::OutcomeUnknown,
                "The request may or may not have been applied; a repeat finds its answer.",
            ),
        }
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let mut response = Response::default();
        if self.code == ProblemCode::Unauthenticated {
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// The problem that a refusal is on our own API.
#[expect(clippy::too_many_lines, reason = "one row for each, so that none is forgotten")]
pub(crate) fn problem(refusal: &Refusal) -> Refused {
    match refusal {
        Refusal::KeyNotKnown => ProblemCode::Unauthenticated.into(),
        Refusal::SignatureOutOfTime | Refusal::SaltSpent | Refusal::SignatureSpent => {
            Refused::with(ProblemCode::Unauthenticated, crate::signed::unserved(refusal))
        }
        Refusal::RoleForbids => ProblemCode::RoleForbids.into(),
        Refusal::NotFound(thing) => not_found(*thing).into(),
        Refusal::Exists(thing) => exists(*thing).into(),
        Refusal::Unacceptable(limit) => Refused::with(ProblemCode::Unacceptable, limit_text(limit)),
        Refusal::LimitExceeded(limit) => Refused::with(ProblemCode::LimitExceeded, limit_text(limit)),
        Refusal::AmountTooPrecise(currency) => invalid_amount(too_precise(*currency)),
        Refusal::AmountTooLarge => invalid_amount("The amount is larger than any account can hold."),
        Refusal::AmountNotPositive => invalid_amount("The amount must be more than zero."),
        Refusal::CurrencyNotServed(currency) => {
            Refused::with(ProblemCode::CurrencyNotServed, format!("This POS does not serve {currency}."))
        }
        Refusal::NotAWithdrawal => Refused::with(ProblemCode::NotAWithdrawal, DEPOSIT_TOLD),
        Refusal::DispensedExceedsWithdrawal => {
            Refused::with(ProblemCode::DispensedExceedsWithdrawal, TOO_MUCH_TOLD)
        }
        Refusal::NotesNotAcceptable => Refused::with(ProblemCode::NotesNotAcceptable, NOTES_WANTED),
        Refusal::TariffNotAcceptable(fault) => {
            Refused::with(ProblemCode::TariffNotAcceptable, tariff_fault_text(*fault))
        }
        Refusal::AtTill(refusal) => at_till(*refusal),
        Refusal::TillClosed => ProblemCode::TillNotOpen.into(),
        Refusal::BatchIs(state) => batch_is(*state),
        Refusal::AtReconciliation(refusal) => at_reconciliation(refusal),
        Refusal::LastAdminKey(operator_key_id) => Refused::with(
            ProblemCode::LastAdminKey,
            format!("{operator_key_id} is the last live key of the role admin: make another before."),
        ),
        Refusal::OwnProposal => Refused::with(ProblemCode::OwnProposal, ANOTHER_PERSON_WANTED),
        Refusal::ProposalNotYet(from) => Refused::with(ProblemCode::ProposalNotYet, not_yet(*from)),
        Refusal::ProposalOver(standing) => Refused::with(ProblemCode::ProposalOver, over(*standing)),
        Refusal::ProposerRevoked => ProblemCode::ProposerRevoked.into(),
        Refusal::ClosingNotPossible => Refused::with(ProblemCode::ClosingNotPossible, CLOSINGS),
        Refusal::CaseClosed => ProblemCode::CaseClosed.into(),
        Refusal::InviteNotValid => Refused::with(ProblemCode::InviteNotValid, INVITE_WRONG),
        Refusal::WalletRests(until) => Refused::with(ProblemCode::WalletRests, rests(*until)),
        Refusal::SignInNotValid => Refused::with(ProblemCode::SignInNotValid, SIGN_IN_WRONG),
        Refusal::NeedsTwoPeople => Refused::with(ProblemCode::NeedsTwoPeople, TWO_WANTED),
        Refusal::NotEnoughFunds => ProblemCode::NotEnoughFunds.into(),
        Refusal::WalletDisabled => ProblemCode::WalletFrozen.into(),
        Refusal::WalletInUse => ProblemCode::WalletInUse.into(),
        Refusal::PosDisabled => ProblemCode::PosDisabled.into(),
        Refusal::PayoutsStopped(reason) => {
            Refused::with(ProblemCode::PayoutsStopped, format!("Payouts are stopped: {reason}"))
        }
        Refusal::IdempotencyKeyReused => Refused::with(ProblemCode::IdempotencyKeyReused, VALUE_REUSED),
        Refusal::SecretShownOnce => Refused::with(ProblemCode::SecretShownOnce, SECRET_SHOWN),
        Refusal::CodeNoLongerArmed => Refused::with(ProblemCode::CodeNoLongerArmed, CODE_GONE),
        Refusal::TooManyRequests(seconds) => Refused::from(ProblemCode::TooManyRequests).after(*seconds),
        Refusal::SessionNotFound | Refusal::SessionClosed | Refusal::SessionExpired => Refused::with(
            ProblemCode::SessionNotFound,
            "Token, operation and access key do not belong together.",
        ),
        Refusal::PosNotOfKey => ProblemCode::PosNotFound.into(),
        Refusal::CodeNotValid
        | Refusal::SessionAlreadyUsed
        | Refusal::AccountNotInSession
        | Refusal::AmountNotApproved
        | Refusal::FeeAboveQuote(..)
        | Refusal::PurposeNotApproved
        | Refusal::FloatExceeded
        | Refusal::WithdrawalAlreadyReversed
        | Refusal::DepositAlreadyReversed
        | Refusal::DepositFinal
        | Refusal::ReversalExceedsWithdrawal
        | Refusal::TransactionNotFound
        | Refusal::NotPayable(..) => ProblemCode::NotPossible.into(), // Only the POS wire asks for these.
    }
}

/// The problem that a refusal of a cashier is.
fn at_till(refusal: TillRefusal) -> Refused {
    match refusal {
        TillRefusal::PinNotValid => ProblemCode::PinNotValid.into(),
        TillRefusal::CashierLocked => ProblemCode::CashierLocked.into(),
        TillRefusal::CashierForbidden => ProblemCode::CashierForbidden.into(),
        TillRefusal::TillIsOpen => ProblemCode::TillIsOpen.into(),
        TillRefusal::TillNotOpen => ProblemCode::TillNotOpen.into(),
        TillRefusal::TillsNotRun => ProblemCode::TillsNotRun.into(),
        TillRefusal::KeyServesTill(till_id) => Refused::with(
            ProblemCode::KeyServesTill,
            format!("This access key serves the open till {till_id}: close it, or use another key."),
        ),
        TillRefusal::CountNotAcceptable(bad) => {
            Refused::with(ProblemCode::CountNotAcceptable, bad_count(bad))
        }
    }
}

/// The problem that a refusal of a reconciliation is.
fn at_reconciliation(refusal: &ReconRefusal) -> Refused {
    match refusal {
        ReconRefusal::FileKnown(id) => Refused::with(
            ProblemCode::FileKnown,
            format!("This file was taken in as reconciliation {id}: a file is taken in once."),
        ),
        ReconRefusal::StatementKnown(name, id) => Refused::with(
            ProblemCode::FileKnown,
            format!(
                "The statement {name} was taken in as reconciliation {id}: a statement is taken in once, in whatever file."
            ),
        ),
        ReconRefusal::LinesTaken(taken, of) => Refused::with(
            ProblemCode::LinesTaken,
            format!("{taken} of {of} lines have been taken in: send line {} next.", taken.saturating_add(1)),
        ),
        ReconRefusal::Line(number, fault) => Refused::with(
            ProblemCode::LineNotAcceptable,
            format!("Line {number}: {}", line_fault_text(*fault)),
        ),
        ReconRefusal::PlacedElsewhere => Refused::with(
            ProblemCode::PlacedElsewhere,
            "A line or a fact is in a match, or in a break that is over: undo that match first.",
        ),
        ReconRefusal::MatchUndone => ProblemCode::MatchUndone.into(),
        ReconRefusal::BreakOver => Refused::with(ProblemCode::BreakState, "The break is not open any more."),
        ReconRefusal::BreakNotCleared => {
            Refused::with(ProblemCode::BreakState, "The break was not cleared by a posting.")
        }
        ReconRefusal::DifferenceIs(sum) => Refused::with(
            ProblemCode::DifferenceChanged,
            format!("The difference is {sum} {} now: propose that, unless it is zero.", sum.currency()),
        ),
    }
}

/// Which field of a count is wrong, and how.
fn bad_count(bad: BadCount) -> String {
    match bad {
        BadCount::Currency(place) => format!("counts[{place}].currency: this POS does not serve it."),
        BadCount::CurrencyTwice(place) => format!("counts[{place}].currency: it is counted before."),
        BadCount::CurrencyMissing(currency) => {
            format!("counts: the till has held {currency}, and it is not counted.")
        }
        BadCount::NoSuchNote(place, note) => {
            format!("counts[{place}].notes[{note}].denomination: the currency has no such note or coin.")
        }
        BadCount::NoteTwice(place, note) => {
            format!("counts[{place}].notes[{note}].denomination: it is counted before.")
        }
        BadCount::TooMuch(place, most) => {
            format!("counts[{place}].notes: they come to more than {most} minor units.")
        }
    }
}

fn invalid_amount(detail: impl Into<Cow<'static, str>>) -> Refused {
    Refused::with(ProblemCode::InvalidAmount, detail)
}

fn too_precise(currency: Currency) -> String {
    format!("An amount in {} has at most {} decimals.", currency.code(), currency.exponent())
}

fn not_yet(from: Time) -> String {
    format!("The proposal may be approved from {} on.", rfc3339(from))
}

fn rests(until: Time) -> String {
    format!("A new device came: the wallet pays nothing out before {}.", rfc3339(until))
}

fn over(standing: Standing) -> String {
    format!("The proposal does not wait any more: it is {}.", standing.name())
}

fn batch_is(state: BatchState) -> Refused {
    let state = state.name().replace('_', " ");
    Refused::with(
        ProblemCode::BatchState,
        format!("The settlement batch is {state}: that cannot be said of it."),
    )
}

const fn not_found(thing: Thing) -> ProblemCode {
    match thing {
        Thing::Wallet => ProblemCode::WalletNotFound,
        Thing::Account => ProblemCode::AccountNotFound,
        Thing::Owner => ProblemCode::OwnerNotFound,
        Thing::Pos => ProblemCode::PosNotFound,
        Thing::Key => ProblemCode::KeyNotFound,
        Thing::OperatorKey => ProblemCode::OperatorKeyNotFound,
        Thing::Code => ProblemCode::CodeNotFound,
        Thing::Device => ProblemCode::DeviceNotFound,
        Thing::Withdrawal => ProblemCode::WithdrawalNotFound,
        Thing::Case => ProblemCode::CaseNotFound,
        Thing::Proposal => ProblemCode::ProposalNotFound,
        Thing::Tariff => ProblemCode::TariffNotFound,
        Thing::Limit => ProblemCode::LimitNotFound,
        Thing::Till => ProblemCode::TillNotFound,
        Thing::Cashier => ProblemCode::CashierNotFound,
        Thing::Variance => ProblemCode::VarianceNotFound,
        Thing::Settlement => ProblemCode::SettlementNotFound,
        Thing::Batch => ProblemCode::BatchNotFound,
        Thing::Deposit => ProblemCode::DepositNotFound,
        Thing::FloatRequest => ProblemCode::FloatRequestNotFound,
        Thing::Reconciliation => ProblemCode::ReconciliationNotFound,
        Thing::StatedLine => ProblemCode::LineNotFound,
        Thing::Fact => ProblemCode::FactNotFound,
        Thing::Match => ProblemCode::MatchNotFound,
        Thing::Break => ProblemCode::BreakNotFound,
    }
}

const fn exists(thing: Thing) -> ProblemCode {
    match thing {
        Thing::Wallet => ProblemCode::WalletExists,
        Thing::Account => ProblemCode::AccountExists,
        Thing::Owner => ProblemCode::OwnerExists,
        Thing::Pos => ProblemCode::PosExists,
        Thing::Key => ProblemCode::KeyExists,
        Thing::OperatorKey => ProblemCode::OperatorKeyExists,
        Thing::Code => ProblemCode::CodeExists,
        Thing::Tariff => ProblemCode::TariffExists,
        // Enrolling or setting again replaces it; the others come of what happens, and nobody asks for them.
        Thing::Device
        | Thing::Withdrawal
        | Thing::Case
        | Thing::Proposal
        | Thing::Limit
        | Thing::Till
        | Thing::Cashier
        | Thing::Variance
        | Thing::Settlement
        | Thing::Batch
        | Thing::Deposit
        | Thing::FloatRequest
        | Thing::Reconciliation
        | Thing::StatedLine
        | Thing::Fact
        | Thing::Match
        | Thing::Break => ProblemCode::NotPossible,
    }
}

#[cfg(test)]
mod tests {
    use specie_domain::ids::{OperatorKeyId, ReconciliationId, TillId};
    use specie_domain::outcome::{Limit, LineFault, TariffFault};
    use specie_money::Money;

    use super::*;

    #[test]
    #[expect(clippy::too_many_lines, reason = "one row for each, so that none is forgotten")]
    fn every_refusal_is_a_problem_with_a_stable_code() {
        let gbp = Currency::from_code("GBP").unwrap();
        for (refusal, status, code) in [
            (Refusal::KeyNotKnown, 401, "unauthenticated"),
            (Refusal::RoleForbids, 403, "role_forbids"),
            (Refusal::NotFound(Thing::Wallet), 404, "wallet_not_found"),
            (Refusal::NotFound(Thing::Account), 404, "account_not_found"),
            (Refusal::NotFound(Thing::Owner), 404, "owner_not_found"),
            (Refusal::NotFound(Thing::Pos), 404, "pos_not_found"),
            (Refusal::NotFound(Thing::Key), 404, "key_not_found"),
            (Refusal::NotFound(Thing::OperatorKey), 404, "operator_key_not_found"),
            (Refusal::NotFound(Thing::Code), 404, "code_not_found"),
            (Refusal::NotFound(Thing::Device), 404, "device_not_found"),
            (Refusal::NotFound(Thing::Withdrawal), 404, "withdrawal_not_found"),
            (Refusal::NotFound(Thing::Case), 404, "case_not_found"),
            (Refusal::NotFound(Thing::Proposal), 404, "proposal_not_found"),
            (Refusal::OwnProposal, 409, "own_proposal"),
            (Refusal::ProposalNotYet(Time::from_unix_ms(0)), 409, "proposal_not_yet"),
            (Refusal::ProposalOver(Standing::Carried), 409, "proposal_over"),
            (Refusal::ProposerRevoked, 409, "proposer_revoked"),
            (Refusal::ClosingNotPossible, 409, "closing_not_possible"),
            (Refusal::CaseClosed, 409, "case_closed"),
            (Refusal::InviteNotValid, 401, "invite_not_valid"),
            (Refusal::SignInNotValid, 401, "sign_in_not_valid"),
            (Refusal::WalletRests(Time::from_unix_ms(0)), 409, "wallet_rests"),
            (Refusal::LimitExceeded(Limit::ThereIsOnly(Money::zero(gbp))), 422, "limit_exceeded"),
            (Refusal::NotFound(Thing::Tariff), 404, "tariff_not_found"),
            (Refusal::Exists(Thing::Tariff), 409, "tariff_exists"),
            (Refusal::TariffNotAcceptable(TariffFault::Tax(1)), 422, "tariff_not_acceptable"),
            (Refusal::LimitExceeded(Limit::Tariffs(9)), 422, "limit_exceeded"),
            (Refusal::NotFound(Thing::Limit), 404, "limit_not_found"),
            (Refusal::NeedsTwoPeople, 409, "needs_two_people"),
            (Refusal::NotFound(Thing::Settlement), 404, "settlement_not_found"),
            (Refusal::NotFound(Thing::Batch), 404, "batch_not_found"),
            (Refusal::BatchIs(BatchState::Failed), 409, "batch_state"),
            (Refusal::NotAWithdrawal, 409, "not_a_withdrawal"),
            (Refusal::DispensedExceedsWithdrawal, 422, "dispensed_exceeds_withdrawal"),
            (Refusal::NotesNotAcceptable, 422, "notes_not_acceptable"),
            (Refusal::LimitExceeded(Limit::EvidenceOfCase(9)), 422, "limit_exceeded"),
            (Refusal::Exists(Thing::Wallet), 409, "wallet_exists"),
            (Refusal::Exists(Thing::Account), 409, "account_exists"),
            (Refusal::Exists(Thing::Owner), 409, "owner_exists"),
            (Refusal::Exists(Thing::Pos), 409, "pos_exists"),
            (Refusal::Exists(Thing::Key), 409, "key_exists"),
            (Refusal::Exists(Thing::OperatorKey), 409, "operator_key_exists"),
            (Refusal::LastAdminKey(OperatorKeyId::from_u128(7)), 409, "last_admin_key"),
            (Refusal::Exists(Thing::Code), 409, "code_exists"),
            (Refusal::Unacceptable(Limit::OpenCode), 422, "unacceptable"),
            (Refusal::LimitExceeded(Limit::Balance(9)), 422, "limit_exceeded"),
            (Refusal::AmountTooPrecise(gbp), 422, "invalid_amount"),
            (Refusal::AmountTooLarge, 422, "invalid_amount"),
            (Refusal::AmountNotPositive, 422, "invalid_amount"),
            (Refusal::CurrencyNotServed(gbp), 422, "currency_not_served"),
            (Refusal::NotEnoughFunds, 422, "not_enough_funds"),
            (Refusal::WalletDisabled, 409, "wallet_frozen"),
            (Refusal::WalletInUse, 409, "wallet_in_use"),
            (Refusal::PosDisabled, 409, "pos_disabled"),
            (Refusal::PayoutsStopped("why".to_owned()), 409, "payouts_stopped"),
            (Refusal::IdempotencyKeyReused, 409, "idempotency_key_reused"),
            (Refusal::SecretShownOnce, 409, "secret_shown_once"),
            (Refusal::CodeNoLongerArmed, 409, "code_no_longer_armed"),
            (Refusal::TooManyRequests(7), 429, "too_many_requests"),
            (Refusal::SessionNotFound, 401, "session_not_found"),
            (Refusal::SessionClosed, 401, "session_not_found"),
            (Refusal::SessionExpired, 401, "session_not_found"),
            (Refusal::PosNotOfKey, 404, "pos_not_found"),
            (Refusal::CodeNotValid, 422, "not_possible"),
            (Refusal::FloatExceeded, 422, "not_possible"),
        ] {
            let problem = problem(&refusal);
            assert_eq!((problem.code.http_status(), problem.code.as_str()), (status, code), "{refusal:?}");
            assert!(!problem.detail.is_empty(), "{refusal:?}");
        }
    }

    #[test]
    fn every_refusal_of_a_cashier_is_a_problem_with_a_stable_code() {
        for (refusal, status, code) in [
            (Refusal::NotFound(Thing::Till), 404, "till_not_found"),
            (Refusal::NotFound(Thing::Cashier), 404, "cashier_not_found"),
            (Refusal::NotFound(Thing::Variance), 404, "variance_not_found"),
            (Refusal::AtTill(TillRefusal::PinNotValid), 403, "pin_not_valid"),
            (Refusal::AtTill(TillRefusal::CashierLocked), 403, "cashier_locked"),
            (Refusal::AtTill(TillRefusal::CashierForbidden), 403, "cashier_forbidden"),
            (Refusal::AtTill(TillRefusal::TillIsOpen), 409, "till_is_open"),
            (Refusal::AtTill(TillRefusal::TillNotOpen), 409, "till_not_open"),
            (Refusal::AtTill(TillRefusal::TillsNotRun), 409, "tills_not_run"),
            (Refusal::AtTill(TillRefusal::KeyServesTill(TillId::from_u128(7))), 409, "key_serves_till"),
            (
                Refusal::AtTill(TillRefusal::CountNotAcceptable(BadCount::Currency(1))),
                422,
                "count_not_acceptable",
            ),
        ] {
            let problem = problem(&refusal);
            assert_eq!((problem.code.http_status(), problem.code.as_str()), (status, code), "{refusal:?}");
            assert!(!problem.detail.is_empty(), "{refusal:?}");
        }
    }

    #[test]
    fn every_refusal_of_a_reconciliation_is_a_problem_with_a_stable_code() {
        let gbp = Currency::from_code("GBP").unwrap();
        for (refusal, status, code) in [
            (Refusal::NotFound(Thing::Reconciliation), 404, "reconciliation_not_found"),
            (Refusal::NotFound(Thing::StatedLine), 404, "line_not_found"),
            (Refusal::NotFound(Thing::Fact), 404, "fact_not_found"),
            (Refusal::NotFound(Thing::Match), 404, "match_not_found"),
            (Refusal::NotFound(Thing::Break), 404, "break_not_found"),
            (ReconRefusal::FileKnown(ReconciliationId::from_u128(7)).into(), 409, "file_known"),
            (
                ReconRefusal::StatementKnown("GB1 2026-01".to_owned(), ReconciliationId::from_u128(7)).into(),
                409,
                "file_known",
            ),
            (ReconRefusal::LinesTaken(3, 9).into(), 409, "lines_taken"),
            (ReconRefusal::Line(3, LineFault::At).into(), 422, "line_not_acceptable"),
            (ReconRefusal::PlacedElsewhere.into(), 409, "placed_elsewhere"),
            (ReconRefusal::MatchUndone.into(), 409, "match_undone"),
            (ReconRefusal::BreakOver.into(), 409, "break_state"),
            (ReconRefusal::BreakNotCleared.into(), 409, "break_state"),
            (ReconRefusal::DifferenceIs(Money::zero(gbp)).into(), 409, "difference_changed"),
        ] {
            let problem = problem(&refusal);
            assert_eq!((problem.code.http_status(), problem.code.as_str()), (status, code), "{refusal:?}");
            assert!(!problem.detail.is_empty(), "{refusal:?}");
        }
    }

    #[test]
    fn only_an_unknown_outcome_does_not_say_whether_money_moved() {
        for code in ProblemCode::ALL {
            let unknown = *code == ProblemCode::OutcomeUnknown;
            assert_eq!(money_moved(*code), if unknown { None } else { Some(false) }, "{}", code.as_str());
        }
    }

    #[test]
    fn a_failure_tells_when_to_come_back() {
        let busy = Refused::from(Failure::NotApplied).into_answer("id");
        assert_eq!((busy.status().as_u16(), busy.headers()["retry-after"].to_str().unwrap()), (503, "1"));
        let unknown = Refused::from(Failure::OutcomeUnknown);
        assert_eq!(unknown.code, ProblemCode::OutcomeUnknown);
        let refused = Failure::Refused(Refusal::TooManyRequests(0), Some(Time::from_unix_ms(0)));
        assert_eq!(Refused::from(refused).into_answer("id").headers()["retry-after"].to_str().unwrap(), "1");
    }
}
