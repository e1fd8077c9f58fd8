//! How one value becomes columns of a table and back: ids as 16 bytes, big endian; times as Unix
//! milliseconds; sums as minor units beside the currency's code; kinds as the numbers of the journal's
//! format; short lists as borsh. Knows no table.

use borsh::BorshSerialize;
use rusqlite::types::{FromSql, Type};
use rusqlite::{Error, Result, Statement, ToSql};
use specie_domain::ids::{
    AccountId, BatchId, CashierId, CodeId, DepositId, DeviceId, KeyId, OpaqueId, OperationId, OperatorKeyId,
    OwnerId, PosId, ProposalId, ReconciliationId, ReversalId, TariffId, TillId, TillSessionId, WalletId,
    WithdrawalId,
};
use specie_domain::rows::{
    AccountKey, AccountKind, Action, AliasKey, AliasKind, AnswerKey, Approved, Aside, BalanceView, Band,
    BatchState, BreakKind, BreakState, ByHand, CaseClock, CaseKind, CaseState, CashierRole, Channel,
    Clearing, CodeState, CommissionDayKey, Counted, DeedKind, DeedTarget, DrawerKey, EventKind, Evidence,
    FeeDayKey, FileHash, FloatAnswer, FloatWay, LimitedAction, Limits, LineWhat, Mark, MatchedBy, Matter,
    Network, Notes, OnExpiry, Ours, Part, Placed, Point, Print, Profile, ProposalState, Proposed, Purpose,
    Quote, Reason, ReconScope, ReversalKey, Role, Rule, Safeguards, Schedule, Scope, SessionEnd,
    SettleLineKey, SettlementKey, Signer, SpentKey, StaffTimes, StatedLine, TariffLine, TillLine, Told,
    UsageKey, UsageScope, UsedCode, VarianceKey, VarianceState,
};
use specie_domain::{KeyedHash, Policy, Receipt, Time};
use specie_money::{Currency, Money};

/// Binds values to a statement's parameters, one after another.
pub(crate) struct Binder<'a, 'c> {
    statement: &'a mut Statement<'c>,
    bound: usize,
}

impl<'a, 'c> Binder<'a, 'c> {
    pub(crate) const fn new(statement: &'a mut Statement<'c>) -> Self {
        Self { statement, bound: 0 }
    }

    fn put(&mut self, value: impl ToSql) -> Result<()> {
        self.bound += 1;
        self.statement.raw_bind_parameter(self.bound, value)
    }
}

/// Reads a row's columns, one after another.
pub(crate) struct Cursor<'a> {
    row: &'a rusqlite::Row<'a>,
    read: usize,
}

impl<'a> Cursor<'a> {
    pub(crate) const fn new(row: &'a rusqlite::Row<'a>) -> Self {
        Self { row, read: 0 }
    }

    fn take<T: FromSql>(&mut self) -> Result<T> {
        let value = self.row.get(self.read)?;
        self.read += 1;
        Ok(value)
    }

    fn next_is_null(&self) -> Result<bool> {
        Ok(self.row.get_ref(self.read)?.data_type() == Type::Null)
    }

    /// The columns just read hold no `what`.
    fn wrong(&self, what: &str) -> Error {
        let column = self.read.saturating_sub(1);
        Error::FromSqlConversionFailure(column, Type::Null, format!("it holds no {what}").into())
    }
}

/// A value that is kept in one or more columns.
pub(crate) trait Field: Sized {
    /// How many.
    const COLUMNS: usize;
    fn bind(&self, to: &mut Binder<'_, '_>) -> Result<()>;
    fn read(from: &mut Cursor<'_>) -> Result<Self>;
}

macro_rules! plain {
    ($($Type:ty),*) => {$(
        impl Field for $Type {
            const COLUMNS: usize = 1;
            fn bind(&self, to: &mut Binder<'_, '_>) -> Result<()> {
                to.put(self)
            }
            fn read(from: &mut Cursor<'_>) -> Result<Self> {
                from.take()
            }
        }
    )*};
}

/// A type that is kept as another one: how it is put, and what it is taken from (if it can be).
macro_rules! kept_as {
    ($($Type:ty as $Kept:ty: $put:expr, $take:expr;)*) => {$(
        impl Field for $Type {
            const COLUMNS: usize = <$Kept as Field>::COLUMNS;
            fn bind(&self, to: &mut Binder<'_, '_>) -> Result<()> {
                let put: fn(&$Type) -> $Kept = $put;
                put(self).bind(to)
            }
            fn read(from: &mut Cursor<'_>) -> Result<Self> {
                let take: fn($Kept) -> Option<$Type> = $take;
                take(<$Kept>::read(from)?).ok_or_else(|| from.wrong(stringify!($Type)))
            }
        }
    )*};
}

macro_rules! ids {
    ($($Id:ty),*) => { kept_as! {$( $Id as u128: |id| id.as_u128(), |number| Some(<$Id>::from_u128(number)); )*} };
}

macro_rules! numbered {
    ($($Kind:ty),*) => { kept_as! {$( $Kind as u8: number, |number| borsh::from_slice(&[number]).ok(); )*} };
}

macro_rules! borsh_blobs {
    ($($Type:ty),*) => { kept_as! {$( $Type as Vec<u8>: blob, |bytes| borsh::from_slice(&bytes).ok(); )*} };
}

plain!(i64, bool, String, Vec<u8>, [u8; 16]);

ids!(
    AccountId,
    BatchId,
    CodeId,
    DepositId,
    KeyId,
    OperationId,
    OperatorKeyId,
    OwnerId,
    PosId,
    ProposalId,
    ReversalId,
    TariffId,
    WalletId,
    WithdrawalId
);

// New kinds go to the end of their enum (the journal's format), so a number means the same for ever.
numbered!(
    AccountKind,
    AliasKind,
    BalanceView,
    BatchState,
    CaseKind,
    Channel,
    EventKind,
    FloatWay,
    LimitedAction,
    Profile,
    Purpose,
    Reason,
    Role,
    UsageScope
);

borsh_blobs!(
    CaseClock,
    FloatAnswer,
    Limits,
    Policy,
    Proposed,
    Receipt,
    Safeguards,
    Vec<(Currency, AccountId)>,
    Vec<Band>,
    Vec<BatchId>,
    Vec<CodeId>,
    Vec<UsedCode>,
    Vec<Currency>,
    Vec<Evidence>,
    Vec<KeyId>,
    Vec<Matter>,
    Vec<Money>,
    Vec<Network>,
    Vec<Notes>,
    Vec<OperationId>,
    Vec<Part>,
    Vec<PosId>,
    Vec<Print>,
    Vec<TariffLine>,
    Vec<Rule>,
    Vec<Time>
);

// Of reconciliation.
ids!(ReconciliationId);
numbered!(LineWhat, MatchedBy, BreakKind);
borsh_blobs!(Vec<u32>, Vec<Ours>, Vec<Clearing>);

// Of tills.
ids!(TillId, TillSessionId, CashierId);
numbered!(CashierRole, VarianceState);
// Of devices.
ids!(DeviceId);
borsh_blobs!(Vec<DeviceId>);
// Of deeds.
numbered!(DeedKind);
borsh_blobs!(Vec<DeedTarget>);
// Of people who sign in.
borsh_blobs!(StaffTimes);

borsh_blobs!(Vec<Aside>, Vec<Counted>, Vec<TillLine>, Vec<TillId>, Vec<CashierId>, Vec<i64>);

kept_as! {
    u8 as i64: |number| i64::from(*number), |number| u8::try_from(number).ok();
    u16 as i64: |number| i64::from(*number), |number| u16::try_from(number).ok();
    u32 as i64: |number| i64::from(*number), |number| u32::try_from(number).ok();
    // Counters; SQLite counts to 2^63 − 1. A greater one is kept negative and refused when it is read.
    u64 as i64: |number| number.cast_signed(), |number| u64::try_from(number).ok();
    u128 as [u8; 16]: |number| number.to_be_bytes(), |bytes| Some(Self::from_be_bytes(bytes));
    KeyedHash as [u8; 16]: |hash| *hash.as_bytes(), |bytes| Some(Self::new(bytes));
    Time as i64: |time| time.unix_ms(), |ms| Some(Self::from_unix_ms(ms));
    OpaqueId as String: |id| id.as_str().to_owned(), |text| text.parse().ok();
    Money as (i64, Currency): |money| (money.minor(), money.currency()),
        |(minor, currency)| Some(Self::from_minor(minor, currency));
    AccountKey as (AccountKind, u128, Currency): |key| (key.kind, key.holder, key.currency),
        |(kind, holder, currency)| Some(Self { kind, holder, currency });
    i32 as i64: |number| i64::from(*number), |number| i32::try_from(number).ok();
    Point as (i32, i32): |point| (point.latitude_e6, point.longitude_e6),
        |(latitude_e6, longitude_e6)| Some(Self { latitude_e6, longitude_e6 });
    UsageKey as ((UsageScope, u128, u128), (LimitedAction, Currency, u32)):
        |key| ((key.scope, key.subject, key.place), (key.action, key.currency, key.window_s)),
        |((scope, subject, place), (action, currency, window_s))| {
            Some(Self { scope, subject, place, action, currency, window_s })
        };
    AliasKey as (AliasKind, OpaqueId): |key| (key.kind, key.text.clone()),
        |(kind, text)| Some(Self { kind, text });
    SettlementKey as (OwnerId, Currency): |key| (key.owner_id, key.currency),
        |(owner_id, currency)| Some(Self { owner_id, currency });
    SettleLineKey as (BatchId, u32): |key| (key.batch_id, key.line), |(batch_id, line)| Some(Self { batch_id, line });
    Mark as ((i64, i64), (u64, u64)):
        |mark| ((mark.balance, mark.float), (mark.entries, mark.last_transfer)),
        |((balance, float), (entries, last_transfer))| Some(Self { balance, float, entries, last_transfer });
    ReversalKey as (OperationId, AccountId, i64): |key| (key.operation_id, key.account_id, key.amount),
        |(operation_id, account_id, amount)| Some(Self { operation_id, account_id, amount });
    AnswerKey as (i64, KeyedHash): |key| (key.day, key.name), |(day, name)| Some(Self { day, name });
    DrawerKey as (TillId, Currency): |key| (key.till_id, key.currency),
        |(till_id, currency)| Some(Self { till_id, currency });
    VarianceKey as (TillSessionId, Currency): |key| (key.till_session_id, key.currency),
        |(till_session_id, currency)| Some(Self { till_session_id, currency });
    SpentKey as (i64, KeyedHash): |key| (key.period, key.name), |(period, name)| Some(Self { period, name });
    FeeDayKey as (i64, WalletId, Currency): |key| (key.day, key.wallet_id, key.currency),
        |(day, wallet_id, currency)| Some(Self { day, wallet_id, currency });
    CommissionDayKey as (i64, WalletId, (OwnerId, TariffId)):
        |key| (key.day, key.wallet_id, (key.owner_id, key.tariff_id)),
        |(day, wallet_id, (owner_id, tariff_id))| Some(Self { day, wallet_id, owner_id, tariff_id });
    Scope as (Currency, Option<OwnerId>, (Option<Channel>, Option<u8>)):
        |scope| (scope.currency, scope.owner_id, (scope.channel, scope.kyc_tier)),
        |(currency, owner_id, (channel, kyc_tier))| Some(Self { currency, owner_id, channel, kyc_tier });
    Schedule as (i64, Vec<Band>, (i64, Option<i64>)):
        |schedule| (schedule.flat, schedule.bands.clone(), (schedule.min, schedule.max)),
        |(flat, bands, (min, max))| Some(Self { flat, bands, min, max });
    Quote as (u8, Option<TariffId>, Option<i64>): |quote| match quote {
        Self::Open => (0, None, None),
        Self::Free => (1, None, None),
        Self::Fee(tariff_id, fee) => (2, Some(*tariff_id), Some(*fee)),
    }, |columns| match columns {
        (0, None, None) => Some(Self::Open),
        (1, None, None) => Some(Self::Free),
        (2, Some(tariff_id), Some(fee)) => Some(Self::Fee(tariff_id, fee)),
        _ => None,
    };
    CodeState as (u8, Option<OperationId>): |state| match state {
        Self::Armed => (0, None),
        Self::Used(operation_id) => (1, Some(*operation_id)),
        Self::Cancelled => (2, None),
    }, |columns| match columns {
        (0, None) => Some(Self::Armed),
        (1, Some(operation_id)) => Some(Self::Used(operation_id)),
        (2, None) => Some(Self::Cancelled),
        _ => None,
    };
    CaseState as (u8, Option<Time>): |state| match state {
        Self::Open => (0, None),
        Self::Closed(at) => (1, Some(*at)),
    }, |columns| match columns {
        (0, None) => Some(Self::Open),
        (1, Some(at)) => Some(Self::Closed(at)),
        _ => None,
    };
    OnExpiry as (u8, Option<u32>): |on_expiry| match on_expiry {
        Self::Case => (0, None),
        Self::AssumeDispensedAfter(after_s) => (1, Some(*after_s)),
    }, |columns| match columns {
        (0, None) => Some(Self::Case),
        (1, Some(after_s)) => Some(Self::AssumeDispensedAfter(after_s)),
        _ => None,
    };
    FileHash as Vec<u8>: |file| file.0.to_vec(), |bytes| bytes.try_into().ok().map(Self);
    ReconScope as (u8, Option<PosId>, (Option<Currency>, Option<OwnerId>)): |scope| match scope {
        Self::PosJournal(pos_id) => (0, Some(*pos_id), (None, None)),
        Self::Bank(currency, owner_id) => (1, None, (Some(*currency), *owner_id)),
    }, |columns| match columns {
        (0, Some(pos_id), (None, None)) => Some(Self::PosJournal(pos_id)),
        (1, None, (Some(currency), owner_id)) => Some(Self::Bank(currency, owner_id)),
        _ => None,
    };
    StatedLine as (LineWhat, Option<OperationId>, (String, Money, Time)):
        |line| (line.what, line.operation_id, (line.reference.clone(), line.amount, line.at)),
        |(what, operation_id, (reference, amount, at))| Some(Self { what, operation_id, reference, amount, at });
    Placed as (u8, Option<u32>): |placed| match placed {
        Self::Free => (0, None),
        Self::Matched(number) => (1, Some(*number)),
        Self::Broken(number) => (2, Some(*number)),
    }, |columns| match columns {
        (0, None) => Some(Self::Free),
        (1, Some(number)) => Some(Self::Matched(number)),
        (2, Some(number)) => Some(Self::Broken(number)),
        _ => None,
    };
    Ours as (u8, u128): |ours| match ours {
        Self::Withdrawal(id) => (0, id.as_u128()),
        Self::Deposit(id) => (1, id.as_u128()),
        Self::Batch(id) => (2, id.as_u128()),
    }, |columns| match columns {
        (0, id) => Some(Self::Withdrawal(WithdrawalId::from_u128(id))),
        (1, id) => Some(Self::Deposit(DepositId::from_u128(id))),
        (2, id) => Some(Self::Batch(BatchId::from_u128(id))),
        _ => None,
    };
    ByHand as (Time, String, String): |by| (by.at, by.person.clone(), by.why.clone()),
        |(at, person, why)| Some(Self { at, person, why });
    BreakState as (u8, Option<Time>, (Option<(String, String)>, Option<(ProposalId, PosId, Money)>)):
        |state| match state {
            Self::Open => (0, None, (None, None)),
            Self::Gone(at) => (1, Some(*at), (None, None)),
            Self::Closed(by) => (2, Some(by.at), (Some((by.person.clone(), by.why.clone())), None)),
            Self::Cleared(by) => (3, Some(by.at), (None, Some((by.proposal_id, by.pos_id, by.difference)))),
        }, |columns| match columns {
            (0, None, (None, None)) => Some(Self::Open),
            (1, Some(at), (None, None)) => Some(Self::Gone(at)),
            (2, Some(at), (Some((person, why)), None)) => Some(Self::Closed(ByHand { at, person, why })),
            (3, Some(at), (None, Some((proposal_id, pos_id, difference)))) => {
                Some(Self::Cleared(Clearing { at, proposal_id, pos_id, difference }))
            }
            _ => None,
        };
    Signer as (String, OperatorKeyId): |signer| (signer.person.clone(), signer.operator_key_id),
        |(person, operator_key_id)| Some(Self { person, operator_key_id });
    ProposalState as (u8, Option<Time>, Option<Signer>): |state| match state {
        Self::Waiting => (0, None, None),
        Self::Carried(at, by) => (1, Some(*at), Some(by.clone())),
        Self::Rejected(at, by) => (2, Some(*at), Some(by.clone())),
        Self::Withdrawn(at) => (3, Some(*at), None),
    }, |columns| match columns {
        (0, None, None) => Some(Self::Waiting),
        (1, Some(at), Some(by)) => Some(Self::Carried(at, by)),
        (2, Some(at), Some(by)) => Some(Self::Rejected(at, by)),
        (3, Some(at), None) => Some(Self::Withdrawn(at)),
        _ => None,
    };
    Told as (u8, Option<Money>): |told| match told {
        Self::Dispensed => (0, None),
        Self::NotDispensed => (1, None),
        Self::Partial(sum) => (2, Some(*sum)),
        Self::Unknown => (3, None),
    }, |columns| match columns {
        (0, None) => Some(Self::Dispensed),
        (1, None) => Some(Self::NotDispensed),
        (2, Some(sum)) => Some(Self::Partial(sum)),
        (3, None) => Some(Self::Unknown),
        _ => None,
    };
    SessionEnd as (u8, Option<Time>): |end| match end {
        Self::Open => (0, None),
        Self::LoggedOut(at) => (1, Some(*at)),
        Self::Shut(at) => (2, Some(*at)),
        Self::Expired(at) => (3, Some(*at)),
    }, |columns| match columns {
        (0, None) => Some(Self::Open),
        (1, Some(at)) => Some(Self::LoggedOut(at)),
        (2, Some(at)) => Some(Self::Shut(at)),
        (3, Some(at)) => Some(Self::Expired(at)),
        _ => None,
    };
    Action as (u8, Option<u128>): |action| match action {
        Self::None => (0, None),
        Self::Barred => (1, None),
        Self::Withdrawal(id) => (2, Some(id.as_u128())),
        Self::Deposit(id) => (3, Some(id.as_u128())),
    }, |columns| match columns {
        (0, None) => Some(Self::None),
        (1, None) => Some(Self::Barred),
        (2, Some(id)) => Some(Self::Withdrawal(WithdrawalId::from_u128(id))),
        (3, Some(id)) => Some(Self::Deposit(DepositId::from_u128(id))),
        _ => None,
    };
    Approved as (u8, Option<Money>): |approved| match approved {
        Self::Any => (0, None),
        Self::Exactly(sum) => (1, Some(*sum)),
        Self::UpTo(sum) => (2, Some(*sum)),
    }, |columns| match columns {
        (0, None) => Some(Self::Any),
        (1, Some(sum)) => Some(Self::Exactly(sum)),
        (2, Some(sum)) => Some(Self::UpTo(sum)),
        _ => None,
    };
}

fn number<T: BorshSerialize>(kind: &T) -> u8 {
    let mut byte = [0];
    let written = borsh::to_writer(byte.as_mut_slice(), kind);
    assert!(written.is_ok(), "a kind without content is one byte");
    let [number] = byte;
    number
}

fn blob<T: BorshSerialize>(value: &T) -> Vec<u8> {
    let bytes = borsh::to_vec(value);
    assert!(bytes.is_ok(), "writing to memory cannot fail");
    bytes.unwrap_or_default()
}

impl Field for Currency {
    const COLUMNS: usize = 1;
    fn bind(&self, to: &mut Binder<'_, '_>) -> Result<()> {
        to.put(self.code())
    }
    fn read(from: &mut Cursor<'_>) -> Result<Self> {
        let code: String = from.take()?;
        Self::from_code(&code).ok_or_else(|| from.wrong("currency"))
    }
}

/// The key of a table that has one row.
impl Field for () {
    const COLUMNS: usize = 1;
    fn bind(&self, to: &mut Binder<'_, '_>) -> Result<()> {
        to.put(1)
    }
    fn read(from: &mut Cursor<'_>) -> Result<Self> {
        let _one: i64 = from.take()?;
        Ok(())
    }
}

impl<T: Field> Field for Option<T> {
    const COLUMNS: usize = T::COLUMNS;
    fn bind(&self, to: &mut Binder<'_, '_>) -> Result<()> {
        match self {
            Some(value) => value.bind(to),
            None => (0..T::COLUMNS).try_for_each(|_| to.put(rusqlite::types::Null)),
        }
    }
    fn read(from: &mut Cursor<'_>) -> Result<Self> {
        if from.next_is_null()? {
            from.read += T::COLUMNS;
            return Ok(None);
        }
        T::read(from).map(Some)
    }
}

macro_rules! tuples {
    ($(($($part:ident: $T:ident),*);)*) => {$(
        impl<$($T: Field),*> Field for ($($T,)*) {
            const COLUMNS: usize = 0 $(+ $T::COLUMNS)*;
            fn bind(&self, to: &mut Binder<'_, '_>) -> Result<()> {
                let ($($part,)*) = self;
                $($part.bind(to)?;)*
                Ok(())
            }
            fn read(from: &mut Cursor<'_>) -> Result<Self> {
                Ok(($($T::read(from)?,)*))
            }
        }
    )*};
}

tuples! {
    (a: A, b: B);
    (a: A, b: B, c: C);
}
