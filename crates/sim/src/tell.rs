//! A history in readable lines.

mod office;

use specie_domain::ids::ProposalId;
use specie_domain::outcome::TillRefusal;
use specie_domain::rows::Purpose;
use specie_domain::{Outcome, Receipt, Refusal};
use specie_money::Money;

use crate::ask::{Approval, Ask, Call, Named, Said, Sum};
use crate::devices::EIGHT_DIGITS;
use crate::disk::Unsynced;
use crate::engine::CrashPoint;
use crate::step::{Act, Crash, Fate, Sending};
use crate::town::Town;

/// What happens in a step.
pub(crate) fn act(act: &Act) -> String {
    match act {
        Act::Send(Sending { call, visit, value, fate, .. }) => {
            let value = value.map_or_else(String::new, |value| format!(" with idempotency value {value}"));
            format!("visit {visit} sends call {call}{value}{}", network(fate))
        }
        Act::Again { call, fate } => format!("call {call} comes again{}", network(fate)),
        Act::Sweep => "the sweep looks for sessions that are over".to_owned(),
        Act::Forget => "the working set forgets".to_owned(),
        Act::Project(batches) => format!("the tables take in up to {batches} batches"),
        Act::Commit { mix, crash } => {
            let order = if *mix == 0 { "" } else { ", in another order" };
            let end = crash.as_ref().map_or_else(String::new, crashed);
            format!("the server decides what waits{order}{end}")
        }
        Act::Prove => "the journal is replayed and the books are audited".to_owned(),
    }
}

fn network(fate: &Fate) -> String {
    let copy = if fate.copy { ", byte for byte" } else { "" };
    let clock = if fate.skew_s == 0 { String::new() } else { format!(", by a clock {} s off", fate.skew_s) };
    format!("{copy}{clock}{}", passage(fate))
}

fn passage(fate: &Fate) -> &'static str {
    match (fate.lost, fate.deaf, fate.twin) {
        (true, _, _) => "; it is lost on the way",
        (false, false, false) => "",
        (false, true, false) => "; the answer will be lost",
        (false, false, true) => ", twice at once",
        (false, true, true) => ", twice at once; the answers will be lost",
    }
}

fn crashed(crash: &Crash) -> String {
    let point = match crash.point {
        CrashPoint::BeforeDeciding => "before deciding".to_owned(),
        CrashPoint::Decided => "before writing".to_owned(),
        CrashPoint::Appended(Unsynced::Lost) => "before the sync; the row is lost".to_owned(),
        CrashPoint::Appended(Unsynced::Kept) => "before the sync; the row is kept".to_owned(),
        CrashPoint::Appended(Unsynced::Torn(part)) => {
            format!("before the sync; {part}/1000 of the row are kept")
        }
        CrashPoint::Synced => "after the sync, before answering".to_owned(),
    };
    let again =
        crash.again_after.map_or_else(String::new, |rows| format!(", crashes again after {rows} rows"));
    format!(" and crashes {point}; it restarts, {} transactions of its tables gone{again}", crash.tables_lost)
}

/// What somebody asks for.
pub(crate) fn ask(town: &Town, number: u32, ask: &Ask, by: Option<u64>) -> String {
    let money = |currency: usize, minor| money(town, currency, minor);
    let spelt = |currency: usize, sum: &Sum| {
        let more = if sum.too_precise { " and a decimal too many" } else { "" };
        format!("{}{more}", money(currency, sum.minor))
    };
    let what = match ask {
        Ask::Arm { customer, pos, purpose, approval } => {
            let place = pos.map_or_else(|| "anywhere".to_owned(), |pos| format!("at POS {pos}"));
            format!("customer {customer} arms a code {} {place}", armed_for(town, *purpose, *approval))
        }
        Ask::Cancel { customer } => format!("customer {customer} cancels the code"),
        Ask::Login { key, pos, phone, digits } => {
            let digits = match digits.checked_sub(EIGHT_DIGITS) {
                Some(digits) => format!("{digits:08}"),
                None => format!("{digits:06}"),
            };
            format!("key {key} logs in at POS {pos} with phone {phone} and code {digits}")
        }
        Ask::Withdraw { call, account, sum } => {
            format!("{} withdraws {} from customer {}", caller(call), spelt(account.1, sum), account.0)
        }
        Ask::Deposit { call, currency, sum } => {
            format!("{} deposits {}", caller(call), spelt(*currency, sum))
        }
        Ask::Reverse { call, account, sum, named } => {
            let named = match named {
                Named::Nothing => "",
                Named::Id(_) => ", naming a transaction",
                Named::Foreign => ", naming what is no transaction",
            };
            format!("{} reverses {} of customer {}{named}", caller(call), spelt(account.1, sum), account.0)
        }
        Ask::Logout { call } => format!("{} logs out", caller(call)),
        Ask::Tell { call, said, currency, notes } => {
            let notes = notes.map_or_else(String::new, |notes| format!(", in notes: {notes:?}"));
            let became = became(*said, |minor| money(*currency, minor));
            format!("{} says of the cash: {became}{notes}", caller(call))
        }
        Ask::Print { call, .. } => format!("{} has printed a receipt", caller(call)),
        Ask::Expire { .. }
        | Ask::Step { .. }
        | Ask::TopUp { .. }
        | Ask::Prefund { .. }
        | Ask::Freeze { .. }
        | Ask::Confirm { .. }
        | Ask::Disable { .. }
        | Ask::Revoke { .. }
        | Ask::Stop { .. }
        | Ask::OpenAccount { .. }
        | Ask::Erase { .. }
        | Ask::Enrol { .. }
        | Ask::Unenrol { .. }
        | Ask::Hire { .. }
        | Ask::Fire { .. }
        | Ask::Dispute { .. }
        | Ask::Price { .. }
        | Ask::Note { .. }
        | Ask::Propose { .. }
        | Ask::Close { .. }
        | Ask::Float(_)
        | Ask::Settle(_)
        | Ask::AtTill(_)
        | Ask::Desk(_)
        | Ask::Phone(_)
        | Ask::File(_)
        | Ask::Want(_)
        | Ask::Judge { .. } => what_else(town, ask),
    };
    let by = by.map_or_else(String::new, |staff| format!(", with operator key {}", short(staff)));
    format!("call {number}: {what}{by}")
}

/// The same of what neither a customer with a code nor a cashier asks for.
fn what_else(town: &Town, ask: &Ask) -> String {
    match ask {
        Ask::Expire { operation } => format!("the sweep names {operation}"),
        Ask::Step { operation } => format!("the sweep says that the case of {operation} has come to a step"),
        Ask::TopUp { customer, currency, minor } => {
            format!("{} come into the wallet of customer {customer}", money(town, *currency, *minor))
        }
        Ask::Prefund { pos, currency, minor } => {
            format!("{} of float come to POS {pos}", money(town, *currency, *minor))
        }
        Ask::Freeze { customer, frozen } => format!("frozen = {frozen} for customer {customer}"),
        Ask::Confirm { customer } => format!("customer {customer} confirms the wallet"),
        Ask::Disable { pos, disabled } => format!("disabled = {disabled} for POS {pos}"),
        Ask::Revoke { key } => format!("key {key} is revoked"),
        Ask::Stop { stopped } => format!("payouts stopped = {stopped}"),
        Ask::OpenAccount { customer, currency } => {
            format!("customer {customer} gets an account in {}", town.currencies[*currency])
        }
        Ask::Erase { customer } => format!("customer {customer} is to be forgotten"),
        Ask::Enrol { customer } => format!("an offline device is enrolled for customer {customer}"),
        Ask::Unenrol { customer } => format!("the offline device of customer {customer} is removed"),
        Ask::Hire { role } => format!("somebody gets an operator key as {role:?}"),
        Ask::Dispute { .. } => "a customer says that the cash of a withdrawal did not come".to_owned(),
        Ask::Note { operation, takes } => {
            let takes = if *takes { " and takes it" } else { "" };
            format!("somebody writes about the case of {operation}{takes}")
        }
        Ask::Price { currency, owner, entry, late } => {
            let of = owner.map_or_else(|| "all owners".to_owned(), |owner| format!("owner {owner}"));
            let late = if *late { ", to be in force already" } else { "" };
            format!("tariff {entry} of the menu is added for {} and {of}{late}", town.currencies[*currency])
        }
        Ask::Fire { staff } => format!("operator key {} is revoked", short(*staff)),
        Ask::Propose { pos, currency, minor } => {
            format!("somebody proposes {} into the suspense of POS {pos}", money(town, *currency, *minor))
        }
        Ask::Close { operation, found } => {
            format!("somebody proposes to close the case of {operation}: {found:?}")
        }
        Ask::Judge { id, approve } => {
            format!("somebody judges {}: approve = {approve}", ProposalId::from_u128(*id))
        }
        Ask::Float(ask) => office::float(town, ask),
        Ask::Settle(ask) => office::settle(town, ask),
        Ask::AtTill(ask) => office::till(town, ask),
        Ask::Want(want) => format!("somebody proposes {want:?}"),
        Ask::Phone(ask) => format!("of a customer's devices: {ask:?}"),
        Ask::Desk(ask) => format!("of people who sign in: {ask:?}"),
        Ask::File(ask) => format!("of a file that is held against the ledger: {ask:?}"),
        Ask::Arm { .. }
        | Ask::Cancel { .. }
        | Ask::Login { .. }
        | Ask::Withdraw { .. }
        | Ask::Deposit { .. }
        | Ask::Reverse { .. }
        | Ask::Tell { .. }
        | Ask::Print { .. }
        | Ask::Logout { .. } => unreachable!("it is told elsewhere"),
    }
}

/// What a code is armed for.
fn armed_for(town: &Town, purpose: Purpose, approval: Approval) -> String {
    let purpose = match purpose {
        Purpose::Withdraw => "to withdraw",
        Purpose::Deposit => "to deposit",
        Purpose::Any => "for either",
    };
    let sum = match approval {
        Approval::Exactly(currency, minor) => format!("exactly {}", money(town, currency, minor)),
        Approval::UpTo(currency, minor) => format!("up to {}", money(town, currency, minor)),
        Approval::Any => "any sum".to_owned(),
    };
    format!("{purpose} {sum}")
}

fn money(town: &Town, currency: usize, minor: i64) -> String {
    let currency = town.currencies[currency];
    format!("{} {currency}", Money::from_minor(minor, currency))
}

/// What became of the cash, as it is said.
fn became(said: Said, part: impl Fn(i64) -> String) -> String {
    match said {
        Said::Dispensed => "it left the drawer".to_owned(),
        Said::NotDispensed => "it did not leave the drawer".to_owned(),
        Said::Partial(minor) => format!("{} left the drawer", part(minor)),
        Said::Unknown => "he does not know".to_owned(),
    }
}

/// A number that may be a drawn one.
fn short(number: u64) -> String {
    if number < 1_000 { number.to_string() } else { format!("{:04x}", number >> 48) }
}

fn caller(call: &Call) -> String {
    let phone = call.phone.map_or_else(String::new, |phone| format!(" and phone {phone}"));
    format!("key {} with token {:04x}{phone} in {}", call.key, call.token >> 48, call.operation)
}

/// The kind of an outcome: the refusal's name, or the verb that was done, or done before.
pub(crate) fn kind(outcome: &Outcome) -> String {
    let mut kind = match &outcome.result {
        Ok(receipt) => format!("{receipt:?}"),
        Err(Refusal::AtTill(TillRefusal::CountNotAcceptable(bad))) => format!("{bad:?}"),
        Err(Refusal::AtTill(refusal)) => format!("{refusal:?}"),
        Err(refusal) => format!("{refusal:?}"),
    };
    kind.truncate(kind.find(['(', ' ']).unwrap_or(kind.len()));
    if outcome.replayed {
        kind.push_str(" again");
    }
    kind
}

/// What came of it.
pub(crate) fn outcome(outcome: &Outcome) -> String {
    let again = if outcome.replayed { ", as before" } else { "" };
    match &outcome.result {
        Err(refusal) => format!("refused: {refusal:?}"),
        Ok(Receipt::CodeArmed(armed)) => {
            let (from, until) = (armed.valid_from.unix_ms(), armed.expires_at.unix_ms());
            format!("armed{again}, good for {} ms", until - from)
        }
        Ok(Receipt::SessionOpened(opened)) => format!("opened {}{again}", opened.operation_id),
        Ok(receipt) => format!("{receipt:?}{again}"),
    }
}
