//! Opening a session with a one-time code (pos-api.md section 4). Whatever is wrong with the phone number
//! or the code reads alike: one refusal.

use std::sync::Arc;

use specie_money::Money;

use super::guesses::{self, WrongCode};
use super::offline::{self, Shown};
use super::turn::{Done, Stop, Turn};
use super::wallet::{known, live};
use crate::command::{OpenSession, OpenSessionOffline};
use crate::ids::OperationId;
use crate::outcome::{Receipt, Refusal, SessionOpened, ShownAccount};
use crate::rows::{
    Account, AccountKey, AccountName, Action, Approved, BalanceView, Code, CodeState, Event, EventKind,
    KeyUsed, Phone, Pos, PosKey, Profile, Session, SessionEnd, UsedCode, Wallet, WalletLive, Withdrawal,
};
use crate::working_set::Missing;

/// Seconds a caller waits who has given too many wrong codes in one second.
const BURST_RETRY_S: u32 = 1;
/// Seconds told to the caller whose key is suspended until it is reviewed.
const SUSPENDED_RETRY_S: u32 = 3600;

/// What a code is worth at this login.
enum Verdict {
    /// It opens a session.
    Opens(Arc<Code>),
    /// It is what the wallet's offline device shows in the half-minute of this number, and opens a session.
    OpensOffline(u64),
    /// It opened this session, of which nothing has been made yet: a lost answer, asked for again.
    Opened(Arc<Session>),
    /// It is right, but good for nothing here and now: no guess.
    GoodForNothing,
    /// It is a guess.
    Wrong {
        /// The armed code it is not, if there is one.
        armed: Option<Arc<Code>>,
        /// Whether it is a guess at the wallet's offline device, too.
        of_device: bool,
    },
}

/// A login with its key and its POS.
pub(super) struct Attempt<'a> {
    pub(super) login: &'a OpenSession,
    pub(super) key: &'a PosKey,
    pub(super) pos: &'a Pos,
    /// What the wallet's offline device shows about now, when the digits are as many as its codes have.
    pub(super) device: Option<&'a OpenSessionOffline>,
}

/// Opens a session.
pub(super) fn open_session(turn: &mut Turn<'_>, login: &OpenSession) -> Result<Done, Stop> {
    look_at_code(turn, login, None)
}

/// Opens a session with digits that may be an offline code.
pub(super) fn open_session_offline(turn: &mut Turn<'_>, device: &OpenSessionOffline) -> Result<Done, Stop> {
    look_at_code(turn, &device.login, Some(device))
}

fn look_at_code(
    turn: &mut Turn<'_>,
    login: &OpenSession,
    device: Option<&OpenSessionOffline>,
) -> Result<Done, Stop> {
    let ((key, pos), (phone, first)) = Missing::both(
        Missing::both(turn.get::<PosKey>(&login.key), turn.pos(&login.pos)),
        Missing::both(turn.get::<Phone>(&login.phone), turn.first_answer()),
    )?;
    let key = turn.good_key(key)?;
    let pos = pos_of_key(pos, &key)?;
    if let Some(receipt) = turn.recalled(first)? {
        return open_remembered(turn, login, &receipt);
    }
    let (guess, wallet) =
        Missing::both(guesses::of_key(turn, key.key_id), wallet_of(turn, phone.as_deref()))?;
    if guess.suspended && !planted!(SuspensionIgnored) {
        return Err(Refusal::TooManyRequests(SUSPENDED_RETRY_S).into());
    }
    if guesses::burst_is_used_up(&guess, &turn.deployment.policy.guesses) {
        return Err(Refusal::TooManyRequests(BURST_RETRY_S).into());
    }
    if pos.disabled {
        return Err(Refusal::PosDisabled.into());
    }
    let attempt = Attempt { login, key: &key, pos: &pos, device };
    let verdict = match &wallet {
        Some(wallet) => judge(turn, &attempt, wallet)?,
        None => Verdict::Wrong { armed: None, of_device: false },
    };
    match verdict {
        Verdict::Opens(code) => open(turn, &attempt, &code),
        Verdict::OpensOffline(counter) => {
            let code = offline::spend(turn, wallet.as_deref(), login.mac, counter)?;
            open(turn, &attempt, &code)
        }
        Verdict::Opened(session) => open_again(turn, login, &key, &session),
        Verdict::GoodForNothing => Err(Refusal::CodeNotValid.into()),
        Verdict::Wrong { armed, of_device } => {
            let wrong = WrongCode {
                key_id: key.key_id,
                owner_id: pos.owner_id,
                wallet_id: wallet.map(|wallet| wallet.wallet_id),
                armed: armed.map(|code| code.code_id),
                of_device,
            };
            guesses::count(turn, &wrong)?;
            Err(Stop::Counted(Refusal::CodeNotValid))
        }
    }
}

/// The wallet of the phone number, if there is one, and with it what lives of it for minutes.
fn wallet_of(turn: &Turn<'_>, phone: Option<&Phone>) -> Result<Option<Arc<Wallet>>, Missing> {
    let Some(Phone { wallet_id, .. }) = phone else {
        return Ok(None);
    };
    let (wallet, _) = Missing::both(turn.get::<Wallet>(wallet_id), turn.get::<WalletLive>(wallet_id))?;
    Ok(wallet)
}

/// The POS that was found, when the key may be used there.
fn pos_of_key(pos: Option<Arc<Pos>>, key: &PosKey) -> Result<Arc<Pos>, Stop> {
    let pos = pos.ok_or(Refusal::PosNotOfKey)?;
    let is_the_owners = pos.owner_id == key.owner_id;
    if is_the_owners && (key.pos.is_empty() || key.pos.contains(&pos.pos_id)) {
        Ok(pos)
    } else {
        Err(Refusal::PosNotOfKey.into())
    }
}

/// Codes that are known come first: the armed one, then those that were armed or used; then what the offline
/// device shows. So a code that opened a session is one of those known, whatever made it.
fn judge(turn: &Turn<'_>, attempt: &Attempt<'_>, wallet: &Wallet) -> Result<Verdict, Stop> {
    let late_s = i64::from(turn.deployment.policy.code_late_s);
    let live = turn.get::<WalletLive>(&wallet.wallet_id)?;
    let mut kept: Vec<Arc<Code>> = Vec::new();
    turn.set.look_at::<Code>(live.iter().flat_map(|live| &live.codes).copied(), |code| {
        kept.extend(code.filter(|code| turn.at < code.expires_at.plus_s(late_s)).cloned());
    })?;
    let is_armed = |code: &&Arc<Code>| code.state == CodeState::Armed;
    let armed = kept.iter().find(|code| is_armed(code) && turn.at < code.expires_at).cloned();
    // Every kept code is compared, whatever the ones before gave.
    let same: Vec<&Arc<Code>> = kept.iter().filter(|code| code.mac.matches(&attempt.login.mac)).collect();
    let is_wanted = |code: &&Arc<Code>| !(code.offline && planted!(OfflineCodeTwice));
    let known = same.iter().copied().find(is_armed).or_else(|| same.last().copied()).filter(is_wanted);
    if let Some(code) = known {
        return judge_code(turn, attempt, wallet, code);
    }
    if used_here(turn, attempt)? {
        return Ok(Verdict::GoodForNothing);
    }
    Ok(match offline::judge(turn, attempt, wallet)? {
        Shown::Now(counter) => Verdict::OpensOffline(counter),
        Shown::Useless => Verdict::GoodForNothing,
        Shown::Never => Verdict::Wrong { armed, of_device: true },
        Shown::NoDevice => Verdict::Wrong { armed, of_device: false },
    })
}

/// What a code with these digits is worth here and now.
fn judge_code(
    turn: &Turn<'_>,
    attempt: &Attempt<'_>,
    wallet: &Wallet,
    code: &Arc<Code>,
) -> Result<Verdict, Stop> {
    let Attempt { key, pos, .. } = *attempt;
    match code.state {
        CodeState::Cancelled if planted!(CancelledCodeOpens) => Ok(Verdict::Opens(Arc::clone(code))),
        CodeState::Cancelled => Ok(Verdict::GoodForNothing),
        CodeState::Used(_) if planted!(UsedCodeOpens) => Ok(Verdict::Opens(Arc::clone(code))),
        CodeState::Used(_) if wallet.frozen => Ok(Verdict::GoodForNothing),
        CodeState::Used(operation_id) => judge_used(turn, key, pos, code, operation_id),
        CodeState::Armed
            if code.pos_id.is_some_and(|pos_id| pos_id != pos.pos_id) && !planted!(CodeElsewhere) =>
        {
            let armed = Some(Arc::clone(code)).filter(|code| turn.at < code.expires_at);
            Ok(Verdict::Wrong { armed, of_device: false })
        }
        CodeState::Armed if is_good(turn, key, pos, wallet, code)? => Ok(Verdict::Opens(Arc::clone(code))),
        CodeState::Armed => Ok(Verdict::GoodForNothing),
    }
}

/// Whether it is a code whose session, opened with the same key, is over.
fn used_here(turn: &Turn<'_>, attempt: &Attempt<'_>) -> Result<bool, Stop> {
    let used = turn.get::<KeyUsed>(&attempt.key.key_id)?;
    let codes = used.iter().flat_map(|used| &used.codes).filter(|code| turn.at < code.known_until);
    // Every one is compared, whatever the ones before gave.
    let same = codes.filter(|code| code.mac.matches(&attempt.login.mac)).count();
    Ok(same > 0)
}

/// The session is over and settled: it and its code leave the wallet's row. The code stays known to its key.
pub(super) fn leave(turn: &mut Turn<'_>, session: &Session) -> Result<(), Missing> {
    let (mut live, (used, code)) = Missing::both(
        live(turn, session.wallet_id),
        Missing::both(turn.get::<KeyUsed>(&session.key_id), turn.get::<Code>(&session.code_id)),
    )?;
    live.sessions.retain(|operation_id| *operation_id != session.operation_id);
    live.codes.retain(|code_id| *code_id != session.code_id);
    if let Some(code) = code {
        let late_s = i64::from(turn.deployment.policy.code_late_s);
        let known_until = code.expires_at.plus_s(late_s);
        let kept = used.iter().flat_map(|used| &used.codes).filter(|code| turn.at < code.known_until);
        let mut codes: Vec<UsedCode> = kept.copied().collect();
        codes.drain(..codes.len().saturating_sub(USED_CODES_MAX.saturating_sub(1)));
        codes.push(UsedCode { mac: code.mac, known_until });
        turn.set.put(KeyUsed { key_id: session.key_id, codes });
    }
    turn.set.put(live);
    Ok(())
}

/// A code that opened a session: its lost answer may be asked for by the same key and POS within the window.
fn judge_used(
    turn: &Turn<'_>,
    key: &PosKey,
    pos: &Pos,
    code: &Code,
    operation_id: OperationId,
) -> Result<Verdict, Stop> {
    let session = turn.get::<Session>(&operation_id)?;
    let same = session.filter(|session| session.key_id == key.key_id && session.pos_id == pos.pos_id);
    // A login that bears a value is repeated under that value alone; a signed one always needs one.
    let may_repeat =
        turn.at < code.expires_at && key.profile == Profile::Plain && !turn.has_idempotency_value();
    match same {
        Some(session) if may_repeat && is_unused(turn, &session) => Ok(Verdict::Opened(session)),
        Some(_) | None => Ok(Verdict::GoodForNothing),
    }
}

/// Whether a right code at its own POS opens a session now.
fn is_good(turn: &Turn<'_>, key: &PosKey, pos: &Pos, wallet: &Wallet, code: &Code) -> Result<bool, Stop> {
    let late_s = if planted!(CodeOneWindowLong) { 30 } else { 0 };
    let has_begun = code.valid_from <= turn.at || planted!(CodeEarly);
    let in_window = has_begun && turn.at < code.expires_at.plus_s(late_s);
    let is_void = guesses::code_is_void(turn, code.code_id, key.key_id);
    let (is_void, admits) = Missing::both(is_void, admits(turn, key, pos, wallet, code.is_bound()))?;
    Ok(in_window && !is_void && admits)
}

/// Whether the wallet opens a session for this key at this POS now, with a code that is bound or not.
pub(super) fn admits(
    turn: &Turn<'_>,
    key: &PosKey,
    pos: &Pos,
    wallet: &Wallet,
    is_bound: bool,
) -> Result<bool, Missing> {
    let live = turn.get::<WalletLive>(&wallet.wallet_id)?;
    let ((is_locked, unbound_off), open) = Missing::both(
        Missing::both(
            guesses::wallet_is_locked(turn, wallet.wallet_id, pos.owner_id),
            guesses::unbound_codes_are_off(turn, wallet.wallet_id),
        ),
        open_sessions(turn, live.as_deref()),
    )?;
    let needs_bound = unbound_off || guesses::of_key(turn, key.key_id)?.restricted;
    let open_max = turn.deployment.policy.open_sessions_max;
    let has_room = open.len() < usize::from(open_max) || planted!(FifthSession);
    Ok(!is_locked && (is_bound || !needs_bound) && has_room && !wallet.frozen)
}

fn is_unused(turn: &Turn<'_>, session: &Session) -> bool {
    (session.action == Action::None || planted!(LoginAfterMoney)) && session.ended_at(turn.at).is_none()
}

/// The wallet's sessions that still live.
pub(super) fn open_sessions(turn: &Turn<'_>, live: Option<&WalletLive>) -> Result<Vec<OperationId>, Missing> {
    let mut open = Vec::new();
    let sessions = live.iter().flat_map(|live| &live.sessions).copied();
    turn.set.look_at::<Session>(sessions, |session| {
        let alive = session.filter(|session| session.ended_at(turn.at).is_none());
        open.extend(alive.map(|session| session.operation_id));
    })?;
    Ok(open)
}

/// Used codes that a key knows after their sessions; an older one, sent once more, is a guess.
const USED_CODES_MAX: usize = 16;

/// Sessions kept in a wallet's list because nobody has said what became of their cash; the oldest fall out.
const UNCONFIRMED_KEPT_MAX: usize = 64;

/// The wallet's sessions that are over while money of theirs is held. A logout holds nothing back.
pub(super) fn unconfirmed_sessions(turn: &Turn<'_>, live: &WalletLive) -> Result<Vec<OperationId>, Stop> {
    let sessions = turn.set.get_all::<Session>(&live.sessions)?;
    let paid_from = |session: &Session| match session.action {
        Action::Withdrawal(withdrawal_id)
            if session.ended_at(turn.at).is_some() && !matches!(session.end, SessionEnd::LoggedOut(_)) =>
        {
            Some((session.operation_id, withdrawal_id))
        }
        Action::None | Action::Barred | Action::Withdrawal(_) | Action::Deposit(_) => None,
    };
    let (operations, withdrawals): (Vec<_>, Vec<_>) =
        sessions.iter().flatten().filter_map(|session| paid_from(session)).unzip();
    let withdrawals = turn.set.get_all::<Withdrawal>(&withdrawals)?;
    let is_held = |withdrawal: &Option<Arc<Withdrawal>>| withdrawal.as_ref().is_some_and(|row| row.held > 0);
    Ok(operations.into_iter().zip(&withdrawals).filter(|(_, row)| is_held(row)).map(|(id, _)| id).collect())
}

fn open(turn: &mut Turn<'_>, attempt: &Attempt<'_>, code: &Arc<Code>) -> Result<Done, Stop> {
    let Attempt { login, key, pos, .. } = *attempt;
    let (wallet, pos_id) = (known(turn, code.wallet_id)?, pos.pos_id);
    let operation_id = OperationId::new(turn.at, turn.fresh, wallet.wallet_id.bucket());
    let closes_at = turn.at.plus_s(i64::from(turn.deployment.policy.session_absolute_s));
    let session = Session {
        operation_id,
        token: login.token,
        key_id: key.key_id,
        pos_id,
        wallet_id: wallet.wallet_id,
        code_id: code.code_id,
        purpose: code.purpose,
        approved: code.approved,
        opened_at: turn.at,
        last_call_at: turn.at,
        closes_at,
        expires_at: closes_at,
        end: SessionEnd::Open,
        amount_refusals: 0,
        action: Action::None,
        offline: code.offline,
        quote: code.quote,
        has_case: false,
    };
    let session = session.called(turn.at, &turn.deployment.policy);
    let accounts = shown_accounts(turn, key, &wallet, &session)?;
    let mut live = live(turn, wallet.wallet_id)?;
    let mut sessions = unconfirmed_sessions(turn, &live)?;
    sessions.drain(..sessions.len().saturating_sub(UNCONFIRMED_KEPT_MAX));
    sessions.extend(open_sessions(turn, Some(&live))?);
    sessions.push(operation_id);
    live.sessions = sessions;
    let event = turn.event(EventKind::SessionOpened);
    turn.tell(Event {
        wallet_id: Some(wallet.wallet_id),
        pos_id: Some(pos_id),
        operation_id: Some(operation_id),
        subject: code.code_id.as_u128(),
        ..event
    });
    let state = if planted!(CodeStaysArmed) { CodeState::Armed } else { CodeState::Used(operation_id) };
    turn.set.put(Code { state, ..(**code).clone() });
    turn.set.put(live);
    turn.set.put(session);
    Ok(turn.remember(Receipt::SessionOpened(SessionOpened { operation_id, accounts })))
}

/// A login repeated under its idempotency value, as long as nothing has been made of the session.
fn open_remembered(turn: &mut Turn<'_>, login: &OpenSession, receipt: &Receipt) -> Result<Done, Stop> {
    let Receipt::SessionOpened(opened) = receipt else {
        return Err(Refusal::IdempotencyKeyReused.into());
    };
    let session = turn.get::<Session>(&opened.operation_id)?.filter(|session| is_unused(turn, session));
    let Some(session) = session else {
        return Err(Refusal::CodeNotValid.into());
    };
    if known(turn, session.wallet_id)?.frozen {
        return Err(Refusal::CodeNotValid.into());
    }
    new_token(turn, login, &session);
    Ok(Done::before(receipt.clone()))
}

/// A login repeated with its code.
fn open_again(
    turn: &mut Turn<'_>,
    login: &OpenSession,
    key: &PosKey,
    session: &Arc<Session>,
) -> Result<Done, Stop> {
    let wallet = known(turn, session.wallet_id)?;
    let accounts = shown_accounts(turn, key, &wallet, session)?;
    new_token(turn, login, session);
    let operation_id = session.operation_id;
    Ok(Done::before(Receipt::SessionOpened(SessionOpened { operation_id, accounts })))
}

/// The old token, whose answer was lost, stops working.
fn new_token(turn: &mut Turn<'_>, login: &OpenSession, session: &Arc<Session>) {
    let token = if planted!(OldTokenStays) { session.token } else { login.token };
    let called = (**session).clone().called(turn.at, &turn.deployment.policy);
    turn.set.put(Session { token, ..called });
}

/// The accounts a key is shown, with the balances its view lets it see.
fn shown_accounts(
    turn: &Turn<'_>,
    key: &PosKey,
    wallet: &Wallet,
    session: &Session,
) -> Result<Vec<ShownAccount>, Stop> {
    let shown: Vec<_> = wallet
        .accounts
        .iter()
        .filter(|(currency, _)| key.currencies.is_empty() || key.currencies.contains(currency))
        .collect();
    let names: Vec<_> = shown.iter().map(|(_, account_id)| *account_id).collect();
    let keys: Vec<_> =
        shown.iter().map(|(currency, _)| AccountKey::wallet(wallet.wallet_id, *currency)).collect();
    let (names, accounts) =
        Missing::both(turn.set.get_all::<AccountName>(&names), turn.set.get_all::<Account>(&keys))?;
    let both = names.into_iter().flatten().zip(accounts.into_iter().flatten());
    Ok(both
        .map(|(name, account)| ShownAccount {
            account_id: name.shown_id.clone().unwrap_or_else(|| name.account_id.to_string()),
            alias: name.alias.clone().unwrap_or_else(|| account.key.currency.code().to_owned()),
            balance: seen_balance(turn, key.balance_view, &account, session),
        })
        .collect())
}

fn seen_balance(turn: &Turn<'_>, view: BalanceView, account: &Account, session: &Session) -> Money {
    let currency = account.key.currency;
    match view {
        BalanceView::Full => Money::from_minor(account.balance, currency),
        BalanceView::Approved if session.offline => turn.deployment.policy.offline_cap(currency),
        BalanceView::Approved => match session.approved {
            Approved::Exactly(sum) | Approved::UpTo(sum) if sum.currency() == currency => sum,
            Approved::Exactly(_) | Approved::UpTo(_) | Approved::Any => Money::zero(currency),
        },
        BalanceView::Zero => Money::zero(currency),
    }
}
