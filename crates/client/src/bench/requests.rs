//! The requests, written straight into a line's buffer.

use super::crowd::Visit;
use super::line::Line;
use super::population::{Pos, Wallet};

/// What a POS's request is written from.
#[derive(Clone, Copy)]
pub(super) struct Counter<'a> {
    pub(super) pos: &'a Pos,
    pub(super) wallet: &'a Wallet,
    pub(super) visit: &'a Visit,
    /// Whether requests carry an idempotency value.
    pub(super) idempotency: bool,
}

/// Arms a code for the visit's POS and sum.
pub(super) fn arm(line: &mut Line, counter: Counter<'_>, bearer: &str) {
    let Counter { pos, wallet, visit, .. } = counter;
    let purpose = if visit.errand.is_deposit() { "deposit" } else { "withdraw" };
    let body = format!(
        r#"{{"pos_id":"{}","amount":{{"amount":"{}","currency":"{}"}},"purpose":"{purpose}"}}"#,
        pos.pos_id,
        visit.units,
        wallet.code(),
    );
    line.begin("POST", &[b"/api/v1/wallets/", wallet.wallet_id.as_bytes(), b"/codes"]);
    line.header("authorization", bearer.as_bytes());
    line.header("content-type", b"application/json");
    line.end(body.as_bytes());
}

/// Opens a session with the visit's code.
pub(super) fn login(line: &mut Line, counter: Counter<'_>) {
    let Counter { pos, wallet, visit, .. } = counter;
    line.begin("POST", &[b"/v1/pos/login/", pos.pos_id.as_bytes(), b"/", visit.code.as_bytes()]);
    line.header("access_key", pos.access_key.as_bytes());
    line.header("phone_number", wallet.phone.as_bytes());
    idempotency(line, counter, 'l');
    line.end(b"");
}

/// Withdraws the visit's sum.
pub(super) fn withdraw(line: &mut Line, counter: Counter<'_>) {
    let units = counter.visit.units.to_string();
    let account = counter.wallet.account_id.as_bytes();
    line.begin("POST", &[b"/v1/pos/withdraw/", account, b"/", units.as_bytes()]);
    in_session(line, counter);
    idempotency(line, counter, 'w');
    line.end(b"");
}

/// Reverses so many units of the visit's money action.
pub(super) fn reverse(line: &mut Line, counter: Counter<'_>, units: u64) {
    let units = units.to_string();
    let account = counter.wallet.account_id.as_bytes();
    line.begin("POST", &[b"/v1/pos/reversal/", account, b"/", units.as_bytes()]);
    in_session(line, counter);
    idempotency(line, counter, 'r');
    line.end(b"");
}

/// Deposits the visit's sum.
pub(super) fn deposit(line: &mut Line, counter: Counter<'_>) {
    let units = counter.visit.units.to_string();
    let currency = counter.wallet.code().as_bytes();
    line.begin("POST", &[b"/v1/pos/deposit/", units.as_bytes(), b"/", currency]);
    in_session(line, counter);
    idempotency(line, counter, 'd');
    line.end(b"");
}

/// Closes the session.
pub(super) fn logout(line: &mut Line, counter: Counter<'_>) {
    line.begin("POST", &[b"/v1/pos/logout"]);
    in_session(line, counter);
    idempotency(line, counter, 'o');
    line.end(b"");
}

/// Asks what became of the operation.
pub(super) fn status(line: &mut Line, counter: Counter<'_>) {
    line.begin("GET", &[b"/api/v1/pos/operations/", counter.visit.operation.as_bytes()]);
    line.header("access_key", counter.pos.access_key.as_bytes());
    line.header("token_id", counter.visit.token.as_bytes());
    line.end(b"");
}

/// As long as a withdrawal, for a server that does nothing.
pub(super) fn nothing(line: &mut Line) {
    let id = b"01a20717-aa47-731d-981e-44993b5d6708";
    line.begin("POST", &[b"/v1/pos/withdraw/", id, b"/10"]);
    line.header("access_key", b"pak_0123456789abcdef0123456789abcdef");
    line.header("phone_number", b"+999000000000");
    line.header("token_id", id);
    line.header("operation_id", id);
    line.end(b"");
}

/// Reads something of our own API.
pub(super) fn get(line: &mut Line, target: &str, bearer: &str) {
    line.begin("GET", &[target.as_bytes()]);
    line.header("authorization", bearer.as_bytes());
    line.end(b"");
}

/// Asks our own API for a change.
pub(super) fn post(line: &mut Line, target: &str, bearer: &str, body: &str) {
    line.begin("POST", &[target.as_bytes()]);
    line.header("authorization", bearer.as_bytes());
    line.header("content-type", b"application/json");
    line.end(body.as_bytes());
}

fn in_session(line: &mut Line, counter: Counter<'_>) {
    line.header("access_key", counter.pos.access_key.as_bytes());
    line.header("phone_number", counter.wallet.phone.as_bytes());
    line.header("token_id", counter.visit.token.as_bytes());
    line.header("operation_id", counter.visit.operation.as_bytes());
}

/// A value of its own for each request of each session: the operation names the session, the code the login.
fn idempotency(line: &mut Line, counter: Counter<'_>, step: char) {
    if counter.idempotency {
        let Visit { number, operation, code, .. } = counter.visit;
        let session = String::from_utf8_lossy(operation.as_bytes());
        let code = String::from_utf8_lossy(code.as_bytes());
        line.header("idempotency", format!("{step}-{number}-{code}-{session}").as_bytes());
    }
}
