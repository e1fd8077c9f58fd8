//! The routes of our own API, a function a subject. What each does is in the module of its subject.

use axum::Router;
use axum::routing::{delete, get, post};

use specie_commands::Commands;

use super::{
    accounts, audit, cases, customer, fees, float, limits, lists, looking, operations, outcome, people,
    places, pos_page, prints, proposals, reconciliation, reports, settlement, staff, tills, timeline,
    wallets,
};

/// All of them, below `/api/v1`.
pub(super) fn all() -> Router<Commands> {
    of_wallets()
        .merge(of_places())
        .merge(of_ledger())
        .merge(of_cases())
        .merge(of_fees())
        .merge(of_limits())
        .merge(of_proposals())
        .merge(of_tills())
        .merge(of_settlement())
        .merge(of_reconciliation())
        .merge(of_reports())
        .merge(of_staff())
        .merge(of_customers())
        .merge(of_people())
}

fn of_wallets() -> Router<Commands> {
    Router::new()
        .route("/wallets", post(wallets::open).get(wallets::find))
        .route("/wallets/{wallet_id}", get(wallets::show))
        .route("/wallets/{wallet_id}/accounts", post(wallets::open_account))
        .route("/wallets/{wallet_id}/topups", post(wallets::top_up))
        .route("/wallets/{wallet_id}/codes", post(wallets::arm_code))
        .route("/wallets/{wallet_id}/codes/current", delete(wallets::cancel_code))
        .route("/wallets/{wallet_id}/offline-device", post(wallets::enrol).delete(wallets::unenrol))
        .route("/wallets/{wallet_id}/invites", post(wallets::invite))
        .route("/wallets/{wallet_id}/freeze", post(wallets::freeze))
        .route("/wallets/{wallet_id}/unfreeze", post(wallets::unfreeze))
        .route("/wallets/{wallet_id}/personal-data", delete(wallets::erase))
        .route("/wallets/{wallet_id}/confirm", post(wallets::confirm))
        .route("/wallets/{wallet_id}/kyc-tier", post(wallets::set_kyc_tier))
}

fn of_places() -> Router<Commands> {
    Router::new()
        .route("/pos-owners", post(places::register_owner).get(lists::owners))
        .route("/pos", post(places::register_pos).get(lists::pos))
        .route("/pos/{pos_id}", get(lists::pos_file))
        .route("/sessions", get(lists::sessions))
        .route("/live/float", get(lists::lowest_floats))
        .route("/pos/{pos_id}/disable", post(places::disable))
        .route("/pos/{pos_id}/enable", post(places::enable))
        .route("/pos/{pos_id}/on-expiry", post(places::set_on_expiry))
        .route("/pos/{pos_id}/prefundings", post(places::prefund))
        .route("/pos/{pos_id}/float-moves", post(float::move_float))
        .route("/pos/{pos_id}/float-returns", post(float::return_float))
        .route("/pos/{pos_id}/low-float", post(float::set_low))
        .route("/pos/{pos_id}/credit-line", post(float::set_line))
        .route("/pos/{pos_id}/place", post(float::locate))
        .route("/pos/near", get(float::near))
        .route("/pos/float-requests", post(float::ask))
        .route("/pos/float-requests/withdraw", post(float::withdraw_ask))
        .route("/pos/{pos_id}/float-requests/{currency}", post(float::answer))
        .route("/float-requests", get(float::requests))
        .route("/pos/{pos_id}/keys", post(places::add_key))
        .route("/pos/{pos_id}/keys/{key_id}", delete(places::revoke_key))
}

fn of_ledger() -> Router<Commands> {
    Router::new()
        .route("/accounts/{account_id}", get(accounts::show))
        .route("/accounts/{account_id}/entries", get(accounts::entries))
        .route("/withdrawals/{transaction_id}", get(operations::withdrawal))
        .route("/deposits/{transaction_id}", get(operations::deposit))
        .route("/withdrawals/{transaction_id}/timeline", get(timeline::show))
        .route("/pos/self", get(pos_page::own))
        .route("/pos/today", get(pos_page::today))
        .route("/pos/operations", get(operations::open))
        .route("/pos/operations/{operation_id}", get(operations::operation))
        .route("/pos/operations/{operation_id}/outcome", post(outcome::tell))
        .route("/pos/operations/{operation_id}/prints", post(prints::tell))
}

fn of_cases() -> Router<Commands> {
    Router::new()
        .route("/withdrawals/{transaction_id}/disputes", post(cases::dispute))
        .route("/cases", get(cases::list))
        .route("/cases/{operation_id}", get(cases::show))
        .route("/cases/{operation_id}/notes", post(cases::note))
}

fn of_fees() -> Router<Commands> {
    Router::new()
        .route("/tariffs", post(fees::add).get(fees::list))
        .route("/tariffs/{tariff_id}", get(fees::show))
        .route("/quotes", post(fees::quote))
}

fn of_limits() -> Router<Commands> {
    Router::new()
        .route("/limits", post(limits::set).get(limits::list))
        .route("/limits/usage", get(limits::usage))
        .route("/brakes", post(limits::set_brake))
        .route("/payouts/stop", post(limits::stop))
        .route("/payouts/resume", post(limits::resume))
}

fn of_proposals() -> Router<Commands> {
    Router::new()
        .route("/proposals", post(proposals::propose).get(proposals::list))
        .route("/proposals/operator-keys", post(proposals::propose_key))
        .route("/proposals/staff", post(proposals::propose_staff))
        .route("/proposals/staff/{staff_id}/reset", post(proposals::propose_reset))
        .route("/proposals/{proposal_id}", get(proposals::show))
        .route("/proposals/{proposal_id}/approve", post(proposals::approve))
        .route("/proposals/{proposal_id}/reject", post(proposals::reject))
}

fn of_tills() -> Router<Commands> {
    Router::new()
        .route("/pos/{pos_id}/till-running", post(tills::run))
        .route("/pos/{pos_id}/tills", post(tills::add))
        .route("/pos/{pos_id}/cashiers", post(tills::add_cashier).get(tills::cashiers))
        .route("/pos/{pos_id}/cash", get(tills::cash))
        .route("/pos/{pos_id}/vault", post(tills::vault))
        .route("/cashiers/{cashier_id}", post(tills::change_cashier))
        .route("/tills/{till_id}/close", post(tills::close))
        .route("/tills/{till_id}/retire", post(tills::retire))
        .route("/till-sessions/{till_session_id}", get(tills::session))
        .route("/till-sessions/{till_session_id}/explanations", post(tills::explain))
        .route("/till-variances", get(tills::variances))
        .route("/currencies/{currency}/cash-rules", get(tills::rules).post(tills::set_rules))
        .route("/pos/tills", get(tills::of_key))
        .route("/pos/tills/{till_id}/open", post(tills::open))
        .route("/pos/tills/{till_id}/move", post(tills::move_cash))
        .route("/pos/tills/{till_id}/handover", post(tills::hand_over))
        .route("/pos/tills/{till_id}/close", post(tills::close_here))
        .route("/pos/till-sessions/{till_session_id}/explanations", post(tills::explain_here))
}

fn of_staff() -> Router<Commands> {
    Router::new()
        .route("/operator-keys", post(staff::register).get(staff::list))
        .route("/operator-keys/{operator_key_id}", delete(staff::revoke))
        .route("/audit", get(audit::list))
}

fn of_settlement() -> Router<Commands> {
    Router::new()
        .route("/settlement/terms", post(settlement::set).get(settlement::list_terms))
        .route("/settlement/batches", post(settlement::cut).get(settlement::list))
        .route("/settlement/batches/{batch_id}", get(settlement::show))
        .route("/settlement/batches/{batch_id}/lines", get(settlement::lines))
        .route("/settlement/batches/{batch_id}/confirm", post(settlement::confirm))
        .route("/settlement/batches/{batch_id}/fail", post(settlement::fail))
}

fn of_reconciliation() -> Router<Commands> {
    Router::new()
        .route("/reconciliations", post(reconciliation::begin).get(reconciliation::list))
        .route("/reconciliations/{reconciliation_id}", get(reconciliation::show))
        .route(
            "/reconciliations/{reconciliation_id}/lines",
            post(reconciliation::take).get(reconciliation::lines),
        )
        .route("/reconciliations/{reconciliation_id}/search", post(reconciliation::search))
        .route(
            "/reconciliations/{reconciliation_id}/matches",
            post(reconciliation::match_by_hand).get(reconciliation::matches),
        )
        .route("/reconciliations/{reconciliation_id}/matches/{number}/undo", post(reconciliation::undo_match))
        .route("/reconciliations/{reconciliation_id}/breaks", get(reconciliation::breaks))
        .route("/reconciliations/{reconciliation_id}/breaks/{number}", post(reconciliation::note))
        .route("/reconciliations/{reconciliation_id}/breaks/{number}/close", post(reconciliation::close))
        .route("/reconciliations/{reconciliation_id}/breaks/{number}/clear", post(reconciliation::clear))
        .route(
            "/reconciliations/{reconciliation_id}/breaks/{number}/undo-clearing",
            post(reconciliation::undo_clearing),
        )
}

fn of_reports() -> Router<Commands> {
    Router::new()
        .route("/reports/trial-balance", get(reports::trial_balance))
        .route("/reports/aged-suspense", get(reports::aged_suspense))
        .route("/reports/owner-statement", get(reports::owner_statement))
        .route("/reports/open-cases", get(reports::open_cases))
}

fn of_customers() -> Router<Commands> {
    Router::new()
        .route("/wallet", get(customer::show))
        .route("/wallet/device", post(customer::sign_in).delete(customer::sign_out))
        .route("/wallet/places", get(customer::places))
        .route("/wallet/quotes", post(customer::quote))
        .route("/wallet/codes", post(customer::arm))
        .route("/wallet/codes/current", delete(customer::cancel))
        .route("/wallet/withdrawals", get(customer::withdrawals))
        .route("/wallet/withdrawals/{transaction_id}", get(customer::withdrawal))
        .route("/wallet/withdrawals/{transaction_id}/disputes", post(customer::dispute))
        .route("/wallet/accounts/{account_id}/entries", get(customer::entries))
        .route("/wallet/devices", get(customer::devices))
        .route("/wallet/devices/{device_id}", delete(customer::sign_out_other))
        .route("/wallet/freeze", post(customer::freeze))
        .route("/wallet/offline-device", post(customer::enrol).delete(customer::unenrol))
        .route("/wallet/events", get(customer::events))
}

fn of_people() -> Router<Commands> {
    Router::new()
        .route("/staff", post(people::add).get(people::list))
        .route("/staff/session", post(people::sign_in).get(people::session).delete(people::sign_out))
        .route("/staff/password", post(people::change_password))
        .route("/staff/{staff_id}/disable", post(people::disable))
        .route("/staff/{staff_id}/reset", post(people::reset))
        .route("/search", get(looking::search))
        .route("/live", get(looking::live))
        .route("/events", get(looking::events))
}
