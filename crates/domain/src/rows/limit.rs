//! Limits: the rules, the brake on payouts, and how much of each has been used (cash-lifecycle.md section 6). Sums
//! are minor units of the rule's currency, windows are seconds. The rules stand in the deployment's row, which every
//! decision reads anyway. Knows nothing of who may change them.

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::Currency;

use crate::ids::{OwnerId, PosId, WalletId};
use crate::time::Time;

/// What a rule limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub enum LimitedAction {
    /// Cash out.
    Withdraw,
    /// Cash in.
    Deposit,
}

impl LimitedAction {
    /// Its name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Withdraw => "withdraw",
            Self::Deposit => "deposit",
        }
    }
}

/// For whom a rule counts: each of a kind by itself, one certain of them, or all together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub enum LimitScope {
    /// All together.
    Deployment,
    /// Each wallet.
    EachWallet,
    /// Each POS.
    EachPos,
    /// Each POS owner, with all its POS.
    EachOwner,
    /// Each wallet at each POS.
    EachWalletAtPos,
    /// Each wallet whose customer is known this well.
    EachWalletOfTier(u8),
    /// This wallet.
    Wallet(WalletId),
    /// This POS.
    Pos(PosId),
    /// This POS owner, with all its POS.
    Owner(OwnerId),
}

impl LimitScope {
    /// Its name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Deployment => "deployment",
            Self::EachWallet | Self::Wallet(_) => "wallet",
            Self::EachPos | Self::Pos(_) => "pos",
            Self::EachOwner | Self::Owner(_) => "owner",
            Self::EachWalletAtPos => "wallet_at_pos",
            Self::EachWalletOfTier(_) => "tier",
        }
    }
}

/// What tells one rule from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct LimitKey {
    /// What it limits.
    pub action: LimitedAction,
    /// For whom.
    pub scope: LimitScope,
    /// The currency it is about.
    pub currency: Currency,
    /// The length of its rolling window, seconds; zero: each operation by itself.
    pub window_s: u32,
}

/// How much a rule lets pass; what is not named is not bounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub struct LimitBounds {
    /// The most operations in the window.
    pub count_max: Option<u32>,
    /// The greatest sum in the window, or of each operation.
    pub value_max: Option<i64>,
    /// The least sum of each operation.
    pub value_min: Option<i64>,
    /// What the sum of each operation must be a multiple of.
    pub multiple_of: Option<i64>,
}

impl LimitBounds {
    /// Whether nothing passes that `other` would have refused.
    #[must_use]
    pub fn is_as_strict_as(&self, other: &Self) -> bool {
        let count = at_most(self.count_max, other.count_max);
        let value_max = at_most(self.value_max, other.value_max);
        let value_min = other.value_min.is_none_or(|least| self.value_min.is_some_and(|own| own >= least));
        let multiple = other
            .multiple_of
            .is_none_or(|step| self.multiple_of.is_some_and(|own| own.checked_rem(step) == Some(0)));
        count && value_max && value_min && multiple
    }
}

fn at_most<T: Ord + Copy>(own: Option<T>, other: Option<T>) -> bool {
    other.is_none_or(|most| own.is_some_and(|own| own <= most))
}

/// A limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct LimitRule {
    /// Which one.
    pub key: LimitKey,
    /// How much it lets pass.
    pub bounds: LimitBounds,
    /// The number of the change of rules that brought it: operations made under an earlier number were not counted.
    pub since: u32,
}

/// One level of the brake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct BrakeLevel {
    /// The most payouts in the window.
    pub count_max: Option<u32>,
    /// Their greatest sum.
    pub value_max: Option<i64>,
}

/// The window and the levels of a brake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct BrakeSetting {
    /// The length of the rolling window, seconds.
    pub window_s: u32,
    /// The level above which payouts are slowed.
    pub slow: BrakeLevel,
    /// The level above which they stop.
    pub stop: BrakeLevel,
}

/// The brake on all payouts of one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Brake {
    /// The currency.
    pub currency: Currency,
    /// The length of the rolling window, seconds.
    pub window_s: u32,
    /// Above it, only so much passes as an even pace through the window would let pass.
    pub slow: BrakeLevel,
    /// A payout that would go above it stops all payouts, until a person lets them go on.
    pub stop: BrakeLevel,
    /// The number of the change of rules since which it counts: it counts anew once payouts were let go on.
    pub since: u32,
    /// Whether the last payout asked for found it above its slow level.
    pub is_slow: bool,
}

/// All rules on how much may pass.
#[derive(Debug, Clone, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub struct Limits {
    /// The number of the last change of rules.
    pub version: u32,
    /// What the operator has set.
    pub rules: Vec<LimitRule>,
    /// What the configuration file has set, out of every console's reach.
    pub ceilings: Vec<LimitRule>,
    /// The brakes, one a currency.
    pub brakes: Vec<Brake>,
}

/// Who a usage is counted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub enum UsageScope {
    /// All together.
    Deployment,
    /// A wallet.
    Wallet,
    /// A POS.
    Pos,
    /// A POS owner.
    Owner,
    /// A wallet at a POS.
    WalletAtPos,
    /// All together, for the brake.
    Brake,
}

/// What a usage is found by. All rules of a scope with the same window count in the same row, so that a rule that
/// replaces another finds what has passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct UsageKey {
    /// Who it is counted for.
    pub scope: UsageScope,
    /// The number of the wallet's, POS's or owner's id; zero for all together.
    pub subject: u128,
    /// The number of the POS's id, for a wallet at a POS; of the brake, its `since`; else zero.
    pub place: u128,
    /// What is counted.
    pub action: LimitedAction,
    /// In which currency.
    pub currency: Currency,
    /// The length of the window, seconds.
    pub window_s: u32,
}

/// Whom an operation concerns, or a question about usages; what is not known is nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LimitSubject {
    /// The wallet.
    pub wallet_id: Option<WalletId>,
    /// How well its customer is known.
    pub kyc_tier: Option<u8>,
    /// The POS.
    pub pos_id: Option<PosId>,
    /// Its owner.
    pub owner_id: Option<OwnerId>,
}

impl LimitKey {
    /// Where the rule counts an operation of `subject`; nothing for a rule on each operation by itself, or about
    /// somebody else. A rule of a tier counts every wallet: one whose tier changes brings along what it has used.
    #[must_use]
    pub fn usage_key(&self, subject: &LimitSubject) -> Option<UsageKey> {
        let wallet = subject.wallet_id.map(WalletId::as_u128);
        let pos = subject.pos_id.map(PosId::as_u128);
        let owner = subject.owner_id.map(OwnerId::as_u128);
        let is_about = match self.scope {
            LimitScope::Wallet(only) => subject.wallet_id == Some(only),
            LimitScope::Pos(only) => subject.pos_id == Some(only),
            LimitScope::Owner(only) => subject.owner_id == Some(only),
            LimitScope::Deployment
            | LimitScope::EachWallet
            | LimitScope::EachPos
            | LimitScope::EachOwner
            | LimitScope::EachWalletAtPos
            | LimitScope::EachWalletOfTier(_) => true,
        };
        let (scope, counted, place) = match self.scope {
            LimitScope::Deployment => (UsageScope::Deployment, Some(0), Some(0)),
            LimitScope::EachWallet | LimitScope::EachWalletOfTier(_) | LimitScope::Wallet(_) => {
                (UsageScope::Wallet, wallet, Some(0))
            }
            LimitScope::EachPos | LimitScope::Pos(_) => (UsageScope::Pos, pos, Some(0)),
            LimitScope::EachOwner | LimitScope::Owner(_) => (UsageScope::Owner, owner, Some(0)),
            LimitScope::EachWalletAtPos => (UsageScope::WalletAtPos, wallet, pos),
        };
        let (subject, place) = (counted?, place?);
        let Self { action, currency, window_s, .. } = *self;
        let is_counted = is_about && window_s > 0;
        is_counted.then_some(UsageKey { scope, subject, place, action, currency, window_s })
    }

    /// Whether the rule is about `subject`.
    #[must_use]
    pub fn applies_to(&self, subject: &LimitSubject) -> bool {
        match self.scope {
            LimitScope::Deployment
            | LimitScope::EachWallet
            | LimitScope::EachPos
            | LimitScope::EachOwner
            | LimitScope::EachWalletAtPos => true,
            LimitScope::EachWalletOfTier(of) => subject.kyc_tier == Some(of),
            LimitScope::Wallet(only) => subject.wallet_id == Some(only),
            LimitScope::Pos(only) => subject.pos_id == Some(only),
            LimitScope::Owner(only) => subject.owner_id == Some(only),
        }
    }
}

impl Brake {
    /// What it counts in. It counts anew once payouts were let go on.
    #[must_use]
    pub fn usage_key(&self) -> UsageKey {
        UsageKey {
            scope: UsageScope::Brake,
            subject: 0,
            place: u128::from(self.since),
            action: LimitedAction::Withdraw,
            currency: self.currency,
            window_s: self.window_s,
        }
    }
}

/// A rule that stands in the way, with its figure and what has been used of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleHit {
    /// The rule.
    pub key: LimitKey,
    /// Which of its bounds.
    pub bound: RuleBound,
    /// The bound's figure: operations, or minor units.
    pub figure: i64,
    /// What has been used in the window, in the same unit.
    pub used: i64,
}

/// Which bound of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleBound {
    /// The most operations.
    Count,
    /// The greatest sum.
    Value,
    /// The least sum of each operation.
    Least,
    /// What the sum must be a multiple of.
    Multiple,
}

/// Parts a window is counted in.
pub const WINDOW_PARTS: i64 = 24;
/// Parts a usage keeps: those of a window, the one that is running, and some more, so that a request whose clock
/// runs behind finds what was before it.
pub const KEPT_PARTS: i64 = 32;

/// What passed in one part of a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Part {
    /// The number of the part since the epoch.
    pub number: i64,
    /// Operations.
    pub count: u32,
    /// Their sum.
    pub value: i64,
}

/// How much has passed: at most [`KEPT_PARTS`] parts, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Usage {
    /// What it is found by.
    pub key: UsageKey,
    /// What passed.
    pub parts: Vec<Part>,
}

/// A count and a sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Used {
    /// Operations.
    pub count: u32,
    /// Their sum, minor units.
    pub value: i64,
}

/// The part of a window of `window_s` that holds `at`. Parts are whole milliseconds and never shorter than a
/// [`WINDOW_PARTS`]th of the window: what is still inside it is never counted as past.
#[must_use]
pub fn part_at(at: Time, window_s: u32) -> i64 {
    let window_ms = i64::from(window_s).saturating_mul(1000);
    let part_ms = window_ms.saturating_add(WINDOW_PARTS.saturating_sub(1)).div_euclid(WINDOW_PARTS);
    at.unix_ms().div_euclid(part_ms.max(1))
}

impl Usage {
    /// Nothing has passed.
    #[must_use]
    pub const fn none(key: UsageKey) -> Self {
        Self { key, parts: Vec::new() }
    }

    /// What counts at `at`: every part of which any instant lies inside the window that ends then, and all later.
    #[must_use]
    pub fn used(&self, at: Time) -> Used {
        let past = if planted!(LimitPartTooShort) { 0 } else { WINDOW_PARTS };
        let first = part_at(at, self.key.window_s).saturating_sub(past);
        let counted = self.parts.iter().filter(|part| part.number >= first);
        counted.fold(Used::default(), |used, part| Used {
            count: used.count.saturating_add(part.count),
            value: used.value.saturating_add(part.value),
        })
    }

    /// What passed in the part that holds `at`.
    #[must_use]
    pub fn used_in_part(&self, at: Time) -> Used {
        let number = part_at(at, self.key.window_s);
        let part = self.parts.iter().find(|part| part.number == number);
        part.map_or_else(Used::default, |part| Used { count: part.count, value: part.value })
    }

    /// An operation of `value` passes at `at`. Parts that no request can ask for any more are dropped.
    pub fn add(&mut self, at: Time, value: i64) {
        let asked = part_at(at, self.key.window_s);
        let oldest = self.oldest_kept(asked);
        self.parts.retain(|part| part.number >= oldest);
        // A clock that leapt back further than that: it counts as the oldest that is kept, not as nothing.
        self.put(asked.max(oldest), 1, value);
    }

    /// Of an operation counted at `at`, so much more (or less) has passed after all. Nothing when its part is gone.
    pub fn correct(&mut self, at: Time, count: i64, value: i64) {
        let asked = part_at(at, self.key.window_s);
        if asked >= self.oldest_kept(asked) {
            self.put(asked, count, value);
        }
    }

    /// The oldest part that is kept once there is one with number `asked`.
    fn oldest_kept(&self, asked: i64) -> i64 {
        let newest = self.parts.last().map_or(asked, |part| part.number.max(asked));
        newest.saturating_sub(KEPT_PARTS.saturating_sub(1))
    }

    /// An emptied part stays: it holds the place of what was counted in it.
    fn put(&mut self, number: i64, count: i64, value: i64) {
        let place = self.parts.partition_point(|part| part.number < number);
        if self.parts.get(place).is_none_or(|part| part.number != number) {
            self.parts.insert(place, Part { number, count: 0, value: 0 });
        }
        if let Some(part) = self.parts.get_mut(place) {
            let counted = i64::from(part.count).saturating_add(count);
            part.count = u32::try_from(counted.max(0)).unwrap_or(u32::MAX);
            part.value = part.value.saturating_add(value).max(0);
        }
    }
}
