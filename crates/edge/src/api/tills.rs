//! Tills, as the operator sets them up and looks at them, and as a cashier asks for them under `/pos/tills` with the
//! POS's access key, an id and a PIN.

use axum::extract::Path;
use specie_commands::{CashView, MoveRequest, Pin, SignRequest, TillView};
use specie_domain::command::VaultEvent;
use specie_domain::ids::{CashierId, PosId, Reference, TillId, TillSessionId};
use specie_domain::outcome::TillClosed;
use specie_domain::rows::{
    CashRules, Cashier, CashierRole, Counted, Notes, TillLine, TillSession, TillVariance, VarianceKey,
    VarianceState,
};
use specie_money::{Currency, Decimal, Money};
use specie_wire::api::{self, Amount, CurrencyCode, ProblemCode};

use super::caller::{Caller, read_json};
use super::page::lines_max;
use super::places::pos_named;
use super::pos_caller::PosCaller;
use super::problems::Refused;
use super::reply::Reply;
use crate::when::rfc3339;

const PIN_WANTED: &str = "pin: must be 4 to 12 digits.";

/// `POST /pos/{pos_id}/till-running`.
pub(super) async fn run(caller: Caller) -> Result<Reply, Refused> {
    let pos = caller.place().await?;
    let api::RunTills { runs_tills } = caller.body().await?;
    Ok(Reply::nothing(&caller.commands.run_tills(caller.asked(), pos, runs_tills).await?))
}

/// `POST /pos/{pos_id}/tills`.
pub(super) async fn add(caller: Caller) -> Result<Reply, Refused> {
    let pos = caller.place().await?;
    let api::AddTill { name } = caller.body().await?;
    let pos_id = caller.text("pos_id").to_owned();
    let answered = caller.commands.add_till(caller.asked(), pos, name.clone()).await?;
    Reply::done(201, answered, |till_id| api::Till {
        till_id: till_id.to_string(),
        pos_id,
        name,
        till_session_id: None,
        cashier_id: None,
        opened_at: None,
    })
}

/// `GET /pos/{pos_id}/cash`.
pub(super) async fn cash(caller: Caller) -> Result<Reply, Refused> {
    let pos = caller.place().await?;
    let CashView { pos_id, runs_tills, tills, lines } = caller.commands.cash(caller.actor, &pos).await?;
    let cash = lines.iter().map(|line| {
        let amount = |minor| Amount(Money::from_minor(minor, line.currency));
        let (tills, vault) = (amount(line.tills), amount(line.vault));
        api::CashLine { tills, vault, missing: amount(line.variance) }
    });
    let cash = cash.collect();
    Reply::read(&api::PosCash { pos_id, runs_tills, tills: tills.iter().map(shown_till).collect(), cash })
}

/// `POST /pos/{pos_id}/vault`.
pub(super) async fn vault(caller: Caller) -> Result<Reply, Refused> {
    let pos = caller.place().await?;
    let api::VaultCash { event, amount } = caller.body().await?;
    let event = match event {
        api::VaultEvent::Delivered => VaultEvent::Delivered,
        api::VaultEvent::Collected => VaultEvent::Collected,
        api::VaultEvent::Counted => VaultEvent::Counted,
    };
    let answered = caller.commands.vault_cash(caller.asked(), pos, event, amount.0).await?;
    Reply::done(200, answered, |balance| api::VaultBalance { balance: Amount(balance) })
}

/// `POST /pos/{pos_id}/cashiers`.
pub(super) async fn add_cashier(caller: Caller) -> Result<Reply, Refused> {
    let pos = caller.place().await?;
    let api::AddCashier { name, role, pin } = caller.body().await?;
    let pin = caller.judged(pin_of(&pin)).await?;
    let kept = match role {
        api::CashierRole::Cashier => CashierRole::Cashier,
        api::CashierRole::Supervisor => CashierRole::Supervisor,
    };
    let answered = caller.commands.add_cashier(caller.asked(), pos, (name.clone(), kept), &pin).await?;
    Reply::done(201, answered, |cashier_id| api::Cashier {
        cashier_id: cashier_id.to_string(),
        name,
        role,
        active: true,
        locked: false,
    })
}

/// `GET /pos/{pos_id}/cashiers`.
pub(super) async fn cashiers(caller: Caller) -> Result<Reply, Refused> {
    let pos = caller.place().await?;
    let cashiers = caller.commands.cashiers(caller.actor, &pos).await?;
    Reply::read(&api::Cashiers { cashiers: cashiers.iter().map(|cashier| shown_cashier(cashier)).collect() })
}

/// `POST /cashiers/{cashier_id}`.
pub(super) async fn change_cashier(caller: Caller) -> Result<Reply, Refused> {
    let not_found = |_| ProblemCode::CashierNotFound.into();
    let cashier_id: CashierId = caller.judged(caller.text("cashier_id").parse().map_err(not_found)).await?;
    let api::ChangeCashier { pin, active } = caller.body().await?;
    if pin.is_none() && active.is_none() {
        let wanted = Refused::with(ProblemCode::InvalidBody, "Send at least one of pin and active.");
        return caller.judged(Err(wanted)).await;
    }
    let pin = caller.judged(pin.as_deref().map(pin_of).transpose()).await?;
    let changed = caller.commands.change_cashier(caller.asked(), cashier_id, pin.as_ref(), active).await?;
    Ok(Reply::nothing(&changed))
}

/// `POST /tills/{till_id}/close`: the operator counted.
pub(super) async fn close(caller: Caller) -> Result<Reply, Refused> {
    let till_id = caller.judged(till_named(caller.text("till_id"))).await?;
    let api::CloseTill { counts } = caller.body().await?;
    let counts = caller.judged(counted(&counts)).await?;
    let answered = caller.commands.close_till(caller.asked(), till_id, counts).await?;
    Reply::done(200, answered, |closed| shown_closed(&closed))
}

/// `POST /tills/{till_id}/retire`.
pub(super) async fn retire(caller: Caller) -> Result<Reply, Refused> {
    let till_id = caller.judged(till_named(caller.text("till_id"))).await?;
    Ok(Reply::nothing(&caller.commands.retire_till(caller.asked(), till_id).await?))
}

/// `GET /till-sessions/{till_session_id}`.
pub(super) async fn session(caller: Caller) -> Result<Reply, Refused> {
    let till_session_id = caller.till_session_id(ProblemCode::TillNotFound).await?;
    let session = caller.commands.till_session(caller.actor, till_session_id).await?;
    Reply::read(&shown_session(&session))
}

/// `POST /till-sessions/{till_session_id}/explanations`.
pub(super) async fn explain(caller: Caller) -> Result<Reply, Refused> {
    let till_session_id = caller.till_session_id(ProblemCode::VarianceNotFound).await?;
    let api::ExplainVariance { currency, explanation } = caller.body().await?;
    let key = VarianceKey { till_session_id, currency: currency.0 };
    Ok(Reply::nothing(&caller.commands.explain_variance(caller.asked(), key, explanation).await?))
}

/// `GET /till-variances`.
pub(super) async fn variances(caller: Caller) -> Result<Reply, Refused> {
    let query: api::VariancesQuery = caller.query().await?;
    let most = caller.judged(lines_max(query.limit)).await?;
    let past = caller.judged(query.past.as_deref().map(past).transpose()).await?;
    let rows = caller.commands.till_variances(caller.actor, past, most).await?;
    let last = rows.last().map(|row| format!("{}:{}", row.key.till_session_id, row.key.currency));
    let next = last.filter(|_| rows.len() >= most);
    Reply::read(&api::TillVariances { variances: rows.iter().map(|row| shown_variance(row)).collect(), next })
}

/// `GET /currencies/{currency}/cash-rules`.
pub(super) async fn rules(caller: Caller) -> Result<Reply, Refused> {
    let currency = caller.currency().await?;
    Reply::read(&shown_rules(&caller.commands.cash_rules(caller.actor, currency).await?))
}

/// `POST /currencies/{currency}/cash-rules`.
pub(super) async fn set_rules(caller: Caller) -> Result<Reply, Refused> {
    let currency = caller.currency().await?;
    let body: api::CashRules = caller.body().await?;
    let rules = caller.judged(rules_of(currency, &body)).await?;
    let shown = shown_rules(&rules);
    Reply::done(200, caller.commands.set_cash_rules(caller.asked(), rules).await?, |()| shown)
}

/// `GET /pos/tills`.
pub(super) async fn of_key(caller: PosCaller) -> Result<Reply, Refused> {
    caller.knock().await?;
    let tills = caller.commands.tills_of_key(&caller.access_key).await?;
    Reply::read(&api::Tills { tills: tills.iter().map(shown_till).collect() })
}

/// `POST /pos/tills/{till_id}/open`.
pub(super) async fn open(caller: PosCaller, Path(till_id): Path<String>) -> Result<Reply, Refused> {
    let (till_id, api::CountTill { cashier_id, pin, counts }) =
        (till_named(&till_id)?, read_json(caller.body())?);
    let (sign, counts, request) = (sign_of(&cashier_id, &pin)?, counted(&counts)?, caller.request()?);
    caller.commits();
    let answered = caller.commands.open_till(request, till_id, sign, counts).await?;
    Reply::done(201, answered, |session| api::TillOpened { till_session_id: session.to_string() })
}

/// `POST /pos/tills/{till_id}/close`.
pub(super) async fn close_here(caller: PosCaller, Path(till_id): Path<String>) -> Result<Reply, Refused> {
    let (till_id, api::CountTill { cashier_id, pin, counts }) =
        (till_named(&till_id)?, read_json(caller.body())?);
    let (sign, counts, request) = (sign_of(&cashier_id, &pin)?, counted(&counts)?, caller.request()?);
    caller.commits();
    let answered = caller.commands.close_till_here(request, till_id, sign, counts).await?;
    Reply::done(200, answered, |closed| shown_closed(&closed))
}

/// `POST /pos/till-sessions/{till_session_id}/explanations`.
pub(super) async fn explain_here(caller: PosCaller, Path(id): Path<String>) -> Result<Reply, Refused> {
    let till_session_id = id.parse().map_err(|_| Refused::from(ProblemCode::VarianceNotFound))?;
    let api::ExplainVarianceHere { cashier_id, pin, currency, explanation } = read_json(caller.body())?;
    let (sign, request) = (sign_of(&cashier_id, &pin)?, caller.request()?);
    let key = VarianceKey { till_session_id, currency: currency.0 };
    caller.commits();
    Ok(Reply::nothing(&caller.commands.explain_variance_here(request, sign, key, explanation).await?))
}

/// `POST /pos/tills/{till_id}/handover`.
pub(super) async fn hand_over(caller: PosCaller, Path(till_id): Path<String>) -> Result<Reply, Refused> {
    let (till_id, api::HandOverTill { cashier_id, pin, to, counts }) =
        (till_named(&till_id)?, read_json(caller.body())?);
    let signs = (sign_of(&cashier_id, &pin)?, sign_of(&to.cashier_id, &to.pin)?);
    let (counts, request) = (counted(&counts)?, caller.request()?);
    caller.commits();
    let answered = caller.commands.hand_over_till(request, till_id, signs, counts).await?;
    Reply::done(200, answered, |closed| shown_closed(&closed))
}

/// `POST /pos/tills/{till_id}/move`.
pub(super) async fn move_cash(caller: PosCaller, Path(till_id): Path<String>) -> Result<Reply, Refused> {
    let (till_id, body): (TillId, api::MoveCash) = (till_named(&till_id)?, read_json(caller.body())?);
    let sign = sign_of(&body.cashier_id, &body.pin)?;
    let other = match (body.way, body.to_till_id, body.to) {
        (api::MoveWay::FromVault, None, None) => MoveRequest::FromVault,
        (api::MoveWay::ToVault, None, None) => MoveRequest::ToVault,
        (api::MoveWay::ToTill, Some(other), Some(to)) => {
            MoveRequest::ToTill(till_named(&other)?, sign_of(&to.cashier_id, &to.pin)?)
        }
        (api::MoveWay::FromVault | api::MoveWay::ToVault | api::MoveWay::ToTill, _, _) => {
            let detail =
                "to_till_id and to: must be sent with the way to_till, both of them, and with no other.";
            return Err(Refused::with(ProblemCode::InvalidBody, detail));
        }
    };
    let cash = (body.currency.0, notes_of("", body.currency.0, &body.notes)?);
    let request = caller.request()?;
    caller.commits();
    Ok(Reply::nothing(&caller.commands.move_cash(request, (till_id, sign), other, cash).await?))
}

impl Caller {
    async fn place(&self) -> Result<Reference<PosId>, Refused> {
        self.judged(pos_named(self.text("pos_id"))).await
    }

    async fn currency(&self) -> Result<Currency, Refused> {
        let known = Currency::from_code(self.text("currency"));
        self.judged(known.ok_or_else(|| ProblemCode::RouteNotFound.into())).await
    }

    async fn till_session_id(&self, otherwise: ProblemCode) -> Result<TillSessionId, Refused> {
        self.judged(self.text("till_session_id").parse().map_err(|_| otherwise.into())).await
    }
}

fn till_named(text: &str) -> Result<TillId, Refused> {
    text.parse().map_err(|_| ProblemCode::TillNotFound.into())
}

fn pin_of(text: &str) -> Result<Pin, Refused> {
    text.parse().map_err(|_| Refused::with(ProblemCode::Unacceptable, PIN_WANTED))
}

/// What cannot be a cashier's id or PIN is none.
fn sign_of(cashier_id: &str, pin: &str) -> Result<SignRequest, Refused> {
    let not_valid = || Refused::from(ProblemCode::PinNotValid);
    let cashier_id = cashier_id.parse().map_err(|_| not_valid())?;
    Ok(SignRequest { cashier_id, pin: pin.parse().map_err(|_| not_valid())? })
}

fn past(text: &str) -> Result<VarianceKey, Refused> {
    let key = text.split_once(':').and_then(|(session, code)| {
        Some(VarianceKey { till_session_id: session.parse().ok()?, currency: Currency::from_code(code)? })
    });
    key.ok_or_else(|| Refused::with(ProblemCode::InvalidQuery, "past: must be the next of the page before."))
}

fn counted(counts: &[api::TillCount]) -> Result<Vec<Counted>, Refused> {
    let one = |(place, count): (usize, &api::TillCount)| {
        let currency = count.currency.0;
        let notes = notes_of(&format!("counts[{place}]."), currency, &count.notes)?;
        Ok(Counted { currency, notes })
    };
    counts.iter().enumerate().map(one).collect()
}

fn notes_of(before: &str, currency: Currency, notes: &[api::CountedNotes]) -> Result<Vec<Notes>, Refused> {
    let one = |(place, own): (usize, &api::CountedNotes)| {
        let denomination = worth_of(currency, &own.denomination).ok_or_else(|| {
            let detail = format!(
                "{before}notes[{place}].denomination: must be decimal text of more than zero in {currency}, as 20."
            );
            Refused::with(ProblemCode::CountNotAcceptable, detail)
        })?;
        Ok(Notes { denomination, count: own.count })
    };
    notes.iter().enumerate().map(one).collect()
}

fn worth_of(currency: Currency, text: &str) -> Option<i64> {
    Decimal::parse(text).ok()?.to_money(currency).ok().map(|money| money.minor())
}

fn rules_of(currency: Currency, body: &api::CashRules) -> Result<CashRules, Refused> {
    let worth = |(place, text): (usize, &String)| {
        worth_of(currency, text).ok_or_else(|| {
            let detail = format!(
                "denominations[{place}]: must be decimal text of more than zero in {currency}, as 20."
            );
            Refused::with(ProblemCode::Unacceptable, detail)
        })
    };
    let denominations = body.denominations.iter().enumerate().map(worth).collect::<Result<_, _>>()?;
    let alert = Money::parse(&body.variance_alert, currency).ok().filter(|alert| alert.minor() >= 0);
    let alert = alert.ok_or_else(|| {
        let detail = format!("variance_alert: must be decimal text in {currency}, zero or more, as 5.00.");
        Refused::with(ProblemCode::Unacceptable, detail)
    })?;
    Ok(CashRules { currency, denominations, variance_alert: alert.minor() })
}

fn shown_rules(rules: &CashRules) -> api::CashRules {
    let text = |minor: &i64| Money::from_minor(*minor, rules.currency).to_string();
    let denominations = rules.denominations.iter().map(text).collect();
    api::CashRules { denominations, variance_alert: text(&rules.variance_alert) }
}

fn shown_till(view: &TillView) -> api::Till {
    let session = view.session.as_ref();
    api::Till {
        till_id: view.till.till_id.to_string(),
        pos_id: view.pos_id.clone(),
        name: view.till.name.clone(),
        till_session_id: session.map(|session| session.till_session_id.to_string()),
        cashier_id: session.map(|session| session.cashier_id.to_string()),
        opened_at: session.map(|session| rfc3339(session.opened_at)),
    }
}

/// What a cashier may do.
pub(super) const fn shown_cashier_role(role: CashierRole) -> api::CashierRole {
    match role {
        CashierRole::Cashier => api::CashierRole::Cashier,
        CashierRole::Supervisor => api::CashierRole::Supervisor,
    }
}

fn shown_cashier(cashier: &Cashier) -> api::Cashier {
    api::Cashier {
        cashier_id: cashier.cashier_id.to_string(),
        name: cashier.name.clone(),
        role: shown_cashier_role(cashier.role),
        active: cashier.active,
        locked: cashier.locked_at.is_some(),
    }
}

fn shown_line(line: TillLine) -> api::TillLine {
    let amount = |minor| Amount(Money::from_minor(minor, line.currency));
    let variance = amount(line.counted.saturating_sub(line.expected));
    api::TillLine { expected: amount(line.expected), counted: amount(line.counted), variance }
}

fn shown_closed(closed: &TillClosed) -> api::TillClosed {
    api::TillClosed {
        till_session_id: closed.till_session_id.to_string(),
        handed_to: closed.handed_to.map(|session| session.to_string()),
        lines: closed.lines.iter().copied().map(shown_line).collect(),
    }
}

fn shown_session(session: &TillSession) -> api::TillSession {
    let count = |count: &Counted| api::TillCount {
        currency: CurrencyCode(count.currency),
        notes: count.notes.iter().map(|notes| shown_notes(count.currency, *notes)).collect(),
    };
    api::TillSession {
        till_session_id: session.till_session_id.to_string(),
        till_id: session.till_id.to_string(),
        cashier_id: session.cashier_id.to_string(),
        key_id: session.key_id.to_string(),
        opened_at: rfc3339(session.opened_at),
        opened: session.opened.iter().map(count).collect(),
        closed_at: session.closed_at.map(rfc3339),
        closed_by: session.closed_at.map(|_| session.closed_by.clone()),
        lines: session.lines.iter().copied().map(shown_line).collect(),
    }
}

/// Notes as they are shown, in their currency's decimals.
pub(super) fn shown_notes(currency: Currency, notes: Notes) -> api::CountedNotes {
    let denomination = Money::from_minor(notes.denomination, currency).to_string();
    api::CountedNotes { denomination, count: notes.count }
}

fn shown_variance(row: &TillVariance) -> api::TillVariance {
    let TillVariance { expected, counted, .. } = *row;
    let state = match row.state {
        VarianceState::Small => api::VarianceState::Small,
        VarianceState::Open => api::VarianceState::Open,
        VarianceState::Explained => api::VarianceState::Explained,
    };
    let said = |text: &String| Some(text.clone()).filter(|_| row.state == VarianceState::Explained);
    api::TillVariance {
        till_session_id: row.key.till_session_id.to_string(),
        till_id: row.till_id.to_string(),
        cashier_id: row.cashier_id.to_string(),
        line: shown_line(TillLine { currency: row.key.currency, expected, counted }),
        state,
        explanation: said(&row.explanation),
        explained_by: said(&row.explained_by),
        found_at: rfc3339(row.found_at),
    }
}
