//! The operator's settings that decisions depend on. They stand in the journal like everything else a
//! decision reads, so that a replay decides as the first run did. Sources: security.md "Codes and
//! guessing", pos-api.md sections 4 and 5, cash-lifecycle.md section 5.

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::{Currency, Money};

/// What the operator has set for codes, sessions and guesses.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Policy {
    /// Width of the window a code lives in, seconds.
    pub code_window_s: u32,
    /// With less than this left of a window, a code is made for the next one, seconds.
    pub code_next_window_under_s: u32,
    /// How long a MAC is known after its end, so that a late right code counts as no guess, seconds.
    pub code_late_s: u32,
    /// Whether a code may be armed without a POS, or to withdraw without an amount.
    pub open_codes_allowed: bool,
    /// The most one code may be armed for, per currency; a currency not named has no cap.
    pub code_caps: Vec<Money>,
    /// The most cash one offline code may bring, per currency; a currency not named has no offline cash-out.
    pub offline_caps: Vec<Money>,
    /// Sessions that one wallet's offline device may open in a UTC day.
    pub offline_sessions_day_max: u32,
    /// Wrong codes at one wallet in a UTC day that switch its offline device off until the app confirms the wallet.
    pub offline_wrong_day_max: u32,
    /// A session without an accepted call for this long is over, seconds.
    pub session_idle_s: u32,
    /// A session is over this long after its login, seconds.
    pub session_absolute_s: u32,
    /// Facts are accepted, and a token's hash is kept, this long after the session's end, seconds.
    pub late_fact_s: u32,
    /// Remembered answers are found for this long, seconds.
    pub answer_kept_s: u32,
    /// How old a signed request may be, seconds.
    pub signature_back_s: u32,
    /// How far ahead of our clock a signed request may be, seconds.
    pub signature_ahead_s: u32,
    /// Open sessions one wallet may have.
    pub open_sessions_max: u8,
    /// The refusal of a sum not approved that closes the session.
    pub amount_refusals_max: u8,
    /// The limits on guesses.
    pub guesses: GuessLimits,
    /// How long what needs two people waits.
    pub approvals: Approvals,
}

/// The times of what needs two people (security.md "People").
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Approvals {
    /// A posting by hand, a write-off, a higher limit may be approved this long after it was proposed, seconds: time
    /// to notice a proposal made with a stolen key.
    pub delay_s: u32,
    /// A proposal that nobody approved for this long is over, seconds.
    pub valid_s: u32,
}

impl Default for Approvals {
    fn default() -> Self {
        Self { delay_s: 60, valid_s: 7 * 86_400 }
    }
}

/// The limits of security.md, one field a figure.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct GuessLimits {
    /// Wrong codes by one key against one armed code that void it for that key.
    pub code_and_key_max: u8,
    /// Wrong codes at one wallet by one owner's POS within the window that lock it for the owner.
    pub wallet_and_owner_max: u8,
    /// That window, seconds.
    pub wallet_and_owner_window_s: u32,
    /// How long the first, second and every further lock lasts, seconds.
    pub locks_s: [u32; 3],
    /// Wrong codes at one wallet in a UTC day that switch its unbound codes off.
    pub wallet_day_max: u32,
    /// Wrong codes a key may give in a UTC day whatever its history.
    pub key_day_floor: u32,
    /// How many standard deviations above its mean day a key may go.
    pub key_day_sigmas: u32,
    /// The multiple of its daily limit at which a key is suspended.
    pub key_suspend_factor: u32,
    /// Wrong codes a key may give in one second.
    pub key_burst_max: u32,
    /// Logins of a key in an hour that named phones without an armed code.
    pub key_unarmed_hour_max: u32,
}

impl Policy {
    /// The most cash one offline code may bring in `currency`; zero where no cap is named.
    #[must_use]
    pub fn offline_cap(&self, currency: Currency) -> Money {
        let named = self.offline_caps.iter().find(|cap| cap.currency() == currency);
        named.copied().unwrap_or_else(|| Money::zero(currency))
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            code_window_s: 30,
            code_next_window_under_s: 5,
            code_late_s: 120,
            open_codes_allowed: false,
            code_caps: Vec::new(),
            offline_caps: Vec::new(),
            offline_sessions_day_max: 3,
            offline_wrong_day_max: 5,
            session_idle_s: 120,
            session_absolute_s: 300,
            late_fact_s: 86_400,
            answer_kept_s: 86_400,
            signature_back_s: 300,
            signature_ahead_s: 60,
            open_sessions_max: 4,
            amount_refusals_max: 5,
            guesses: GuessLimits::default(),
            approvals: Approvals::default(),
        }
    }
}

impl Default for GuessLimits {
    fn default() -> Self {
        Self {
            code_and_key_max: 3,
            wallet_and_owner_max: 5,
            wallet_and_owner_window_s: 900,
            locks_s: [900, 1800, 3600],
            wallet_day_max: 20,
            key_day_floor: 10,
            key_day_sigmas: 6,
            key_suspend_factor: 3,
            key_burst_max: 2,
            key_unarmed_hour_max: 30,
        }
    }
}
