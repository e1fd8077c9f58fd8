//! The one table of settings: name, what it takes, what it does, how it is read and shown. Flags, environment
//! variables, keys of the configuration file, their help and their defaults all come from here. Units end the
//! names. Knows nothing of where a value came from.

use std::net::SocketAddr;
use std::ops::RangeInclusive;

use specie_commands::CODE_DIGITS;
use specie_money::{Currency, Money};

use crate::config::{Config, LogFormat};
use crate::{ceilings, tariff_ceilings};

/// One setting.
pub(crate) struct Setting {
    /// Its key in the file; the flag has dashes, the variable capitals behind `SPECIE_`.
    pub(crate) name: &'static str,
    /// What it takes, for the help.
    pub(crate) takes: &'static str,
    /// What it does, for the help.
    pub(crate) help: &'static str,
    /// Reads a text into the configuration, or says what is wrong with it.
    pub(crate) read: fn(&mut Config, &str) -> Result<(), String>,
    /// Its value in the configuration; of the default one, the default.
    pub(crate) show: fn(&Config) -> String,
}

impl Setting {
    /// The flag, without its two dashes.
    pub(crate) fn flag(&self) -> String {
        self.name.replace('_', "-")
    }

    /// The environment variable.
    pub(crate) fn variable(&self) -> String {
        format!("SPECIE_{}", self.name.to_ascii_uppercase())
    }
}

/// A row of the table for a whole number at `$place` of the configuration.
macro_rules! whole {
    ($name:literal, $range:expr, $($place:ident).+, $help:literal) => {
        Setting {
            name: $name,
            takes: "N",
            help: $help,
            read: |config, text| {
                config.$($place).+ = whole(text, &$range)?;
                Ok(())
            },
            show: |config| config.$($place).+.to_string(),
        }
    };
}

const DAY_S: u64 = 86_400;
/// Windows of slow channels reach 900 s (cash-lifecycle.md section 5).
const WINDOW_S: RangeInclusive<u64> = 10..=900;

/// Every setting, in the order of the help.
pub(crate) const SETTINGS: &[Setting] = &[
    Setting {
        name: "data",
        takes: "DIR",
        help: "The folder with journal, tables and keys",
        read: |config, text| {
            if text.is_empty() {
                return Err("must name a folder".to_owned());
            }
            config.data = text.into();
            Ok(())
        },
        show: |config| config.data.display().to_string(),
    },
    Setting {
        name: "listen",
        takes: "ADDRESS:PORT",
        help: "Where to listen; port 0 takes a free one, which is printed",
        read: |config, text| address(text).map(|address| config.listen = address),
        show: |config| config.listen.to_string(),
    },
    Setting {
        name: "api_listen",
        takes: "ADDRESS:PORT",
        help: "Where alone to serve the operator's API, /metrics included; without it, on --listen too",
        read: |config, text| address(text).map(|address| config.api_listen = Some(address)),
        show: |config| config.api_listen.map(|address| address.to_string()).unwrap_or_default(),
    },
    Setting {
        name: "public_path_prefix",
        takes: "PATH",
        help: "What stands before the path where POS send their requests to, as /cash: a reverse proxy takes it \
               off, but POS sign it",
        read: |config, text| {
            let is_prefix = text.is_empty() || (text.starts_with('/') && !text.ends_with('/'));
            if !is_prefix || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
                return Err("must begin with a slash, end with none, and have no spaces".to_owned());
            }
            config.public_path_prefix = text.to_owned();
            Ok(())
        },
        show: |config| config.public_path_prefix.clone(),
    },
    Setting {
        name: "code_digits",
        takes: "N",
        help: "Digits of a one-time code, 6 to 9",
        read: |config, text| {
            let (least, most) = (widen(*CODE_DIGITS.start()), widen(*CODE_DIGITS.end()));
            config.code_digits = whole(text, &(least..=most))?;
            Ok(())
        },
        show: |config| config.code_digits.to_string(),
    },
    whole!("code_window_s", WINDOW_S, policy.code_window_s, "Width of the window a code lives in"),
    whole!(
        "code_next_window_under_s",
        0..=60,
        policy.code_next_window_under_s,
        "With less than this left of a window, a code is made for the next one"
    ),
    whole!(
        "code_late_s",
        0..=DAY_S,
        policy.code_late_s,
        "How long a right code that comes late counts as no guess"
    ),
    Setting {
        name: "code_caps",
        takes: "SUMS",
        help: "The most one code may be armed for, per currency, as '500.00 GBP,60000 JPY'; not named: no cap",
        read: |config, text| sums(text).map(|caps| config.policy.code_caps = caps),
        show: |config| sums_text(&config.policy.code_caps),
    },
    Setting {
        name: "limit_ceilings",
        takes: "CEILINGS",
        help: "The most that may pass whatever the operator's limits say, as 'withdraw wallet 86400 500.00 GBP, \
               withdraw deployment 0 1000.00 GBP': what, for whom, the window in seconds (0: each operation), how much",
        read: |config, text| ceilings::read(text).map(|ceilings| config.ceilings = ceilings),
        show: |config| ceilings::shown(&config.ceilings),
    },
    Setting {
        name: "tariff_ceilings",
        takes: "CEILINGS",
        help: "The most that a tariff may let a withdrawal cost or earn, as 'fee 250 2.00 GBP, commission 100 0.50 \
               GBP': which, basis points of its sum, and how much beside; not named: no ceiling",
        read: |config, text| tariff_ceilings::read(text).map(|ceilings| config.tariff_ceilings = ceilings),
        show: |config| tariff_ceilings::shown(&config.tariff_ceilings),
    },
    Setting {
        name: "offline_caps",
        takes: "SUMS",
        help: "The most cash one offline code may bring, per currency, as '20.00 GBP,3000 JPY'; not named: none",
        read: |config, text| sums(text).map(|caps| config.policy.offline_caps = caps),
        show: |config| sums_text(&config.policy.offline_caps),
    },
    whole!(
        "offline_sessions_day_max",
        0..=1000,
        policy.offline_sessions_day_max,
        "Sessions that one wallet's offline device may open in a UTC day"
    ),
    whole!(
        "offline_wrong_day_max",
        1..=100,
        policy.offline_wrong_day_max,
        "Wrong codes at one wallet in a UTC day that switch its offline device off"
    ),
    Setting {
        name: "open_codes_allowed",
        takes: "true|false",
        help: "Whether a code may be armed without a POS, or to withdraw without a sum",
        read: |config, text| statement(text).map(|allowed| config.policy.open_codes_allowed = allowed),
        show: |config| config.policy.open_codes_allowed.to_string(),
    },
    whole!(
        "session_idle_s",
        1..=3600,
        policy.session_idle_s,
        "A session without a call for this long is over"
    ),
    whole!(
        "session_absolute_s",
        1..=7200,
        policy.session_absolute_s,
        "A session is over this long after its login"
    ),
    whole!(
        "customer_rest_s",
        0..=30 * DAY_S,
        device_times.rest_s,
        "How long a wallet that had a device pays nothing out after a new one came"
    ),
    whole!(
        "device_invite_s",
        60..=7 * DAY_S,
        device_times.invite_valid_s,
        "How long an invite of a customer's device is good"
    ),
    whole!(
        "staff_idle_s",
        120..=12 * 3600,
        staff_times.idle_s,
        "A person's session without a request for this long is over"
    ),
    whole!(
        "staff_session_s",
        300..=7 * DAY_S,
        staff_times.session_s,
        "A person's session is over this long after the sign-in"
    ),
    whole!("open_sessions_max", 1..=16, policy.open_sessions_max, "Open sessions one wallet may have"),
    whole!(
        "amount_refusals_max",
        1..=50,
        policy.amount_refusals_max,
        "The sum not approved, counted, that closes a session"
    ),
    whole!(
        "late_fact_s",
        3600..=30 * DAY_S,
        policy.late_fact_s,
        "How long after a session facts about it are accepted"
    ),
    whole!(
        "answer_kept_s",
        DAY_S..=30 * DAY_S,
        policy.answer_kept_s,
        "How long answers under an idempotency value are kept"
    ),
    whole!(
        "approval_delay_s",
        0..=30 * DAY_S,
        policy.approvals.delay_s,
        "How long a posting by hand, a write-off, a higher limit, a tariff or a key waits before it may be approved"
    ),
    whole!(
        "approval_valid_s",
        3600..=365 * DAY_S,
        policy.approvals.valid_s,
        "How long a proposal may wait for its approval"
    ),
    Setting {
        name: "rule_files",
        takes: "FILES",
        help: "Rule packs for cases: TOML files, separated by commas; the first rule that is for a case serves it",
        read: |config, text| {
            let files = text.split(',').map(str::trim).filter(|file| !file.is_empty());
            config.rule_files = files.map(Into::into).collect();
            Ok(())
        },
        show: |config| {
            let files = config.rule_files.iter().map(|file| file.display().to_string());
            files.collect::<Vec<_>>().join(",")
        },
    },
    whole!("signature_back_s", 1..=3600, policy.signature_back_s, "How old a signed request may be"),
    whole!(
        "signature_ahead_s",
        0..=3600,
        policy.signature_ahead_s,
        "How far ahead of our clock a signed request may be"
    ),
    whole!(
        "guess_code_and_key_max",
        1..=100,
        policy.guesses.code_and_key_max,
        "Wrong codes by one key that void the armed code for it"
    ),
    whole!(
        "guess_wallet_and_owner_max",
        1..=100,
        policy.guesses.wallet_and_owner_max,
        "Wrong codes at one wallet by one POS owner that lock it for the owner"
    ),
    whole!(
        "guess_wallet_and_owner_window_s",
        60..=DAY_S,
        policy.guesses.wallet_and_owner_window_s,
        "The time within which those are counted"
    ),
    Setting {
        name: "guess_locks_s",
        takes: "N,N,N",
        help: "How long the first, the second and every further lock lasts",
        read: |config, text| {
            let locks = text.split(',').map(|lock| whole(lock.trim(), &(1..=DAY_S)));
            let locks: Vec<u32> = locks.collect::<Result<_, String>>()?;
            config.policy.guesses.locks_s =
                locks.try_into().map_err(|_| "must be three whole numbers".to_owned())?;
            Ok(())
        },
        show: |config| config.policy.guesses.locks_s.map(|lock| lock.to_string()).join(","),
    },
    whole!(
        "guess_wallet_day_max",
        1..=10_000,
        policy.guesses.wallet_day_max,
        "Wrong codes at one wallet in a day that switch its unbound codes off"
    ),
    whole!(
        "guess_key_day_floor",
        1..=100_000,
        policy.guesses.key_day_floor,
        "Wrong codes a key may give in a day whatever its history"
    ),
    whole!(
        "guess_key_day_sigmas",
        1..=100,
        policy.guesses.key_day_sigmas,
        "Standard deviations above its mean day that a key may go"
    ),
    whole!(
        "guess_key_suspend_factor",
        1..=100,
        policy.guesses.key_suspend_factor,
        "The multiple of its daily limit at which a key is suspended"
    ),
    whole!(
        "guess_key_burst_max",
        1..=1000,
        policy.guesses.key_burst_max,
        "Wrong codes a key may give in one second"
    ),
    whole!(
        "guess_key_unarmed_hour_max",
        1..=100_000,
        policy.guesses.key_unarmed_hour_max,
        "Logins of a key in an hour that name phones without an armed code"
    ),
    whole!(
        "http_connections_per_address_max",
        1..=1_000_000,
        limits.connections_per_address_max,
        "Open connections of one address"
    ),
    whole!("http_connections_max", 1..=1_000_000, limits.connections_max, "Open connections in all"),
    whole!(
        "http_head_timeout_ms",
        100..=60_000,
        limits.head_timeout_ms,
        "Time for a request's head to arrive"
    ),
    whole!(
        "http_body_timeout_ms",
        100..=60_000,
        limits.body_timeout_ms,
        "Time for a request's body to arrive"
    ),
    whole!(
        "http_idle_timeout_ms",
        100..=600_000,
        limits.idle_timeout_ms,
        "Time between two requests on one connection"
    ),
    whole!("http_drain_ms", 0..=60_000, limits.drain_ms, "Time for running requests to finish at shutdown"),
    Setting {
        name: "log_format",
        takes: "text|json",
        help: "The form of the log on standard error",
        read: |config, text| {
            config.log_format = match text {
                "text" => LogFormat::Text,
                "json" => LogFormat::Json,
                _ => return Err("must be text or json".to_owned()),
            };
            Ok(())
        },
        show: |config| config.log_format.name().to_owned(),
    },
    Setting {
        name: "log_level",
        takes: "LEVEL",
        help: "The least that is logged: error, warn, info, debug or trace",
        read: |config, text| {
            config.log_level =
                text.parse().map_err(|_| "must be error, warn, info, debug or trace".to_owned())?;
            Ok(())
        },
        show: |config| config.log_level.to_string().to_ascii_lowercase(),
    },
];

fn widen(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

fn whole<N: TryFrom<u64>>(text: &str, range: &RangeInclusive<u64>) -> Result<N, String> {
    let number = text.parse().ok().filter(|number| range.contains(number));
    let fits = number.and_then(|number| N::try_from(number).ok());
    fits.ok_or_else(|| format!("must be a whole number from {} to {}", range.start(), range.end()))
}

fn statement(text: &str) -> Result<bool, String> {
    text.parse().map_err(|_| "must be true or false".to_owned())
}

fn address(text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| "must be an address and a port, as 127.0.0.1:8080 or [::1]:8080".to_owned())
}

/// What [`sums`] reads.
fn sums_text(sums: &[Money]) -> String {
    sums.iter().map(|sum| format!("{sum} {}", sum.currency())).collect::<Vec<_>>().join(",")
}

/// Sums with their currencies, one a currency; none for an empty text.
fn sums(text: &str) -> Result<Vec<Money>, String> {
    let mut sums: Vec<Money> = Vec::new();
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let sum = sum(part).ok_or_else(|| format!("{part:?} is no sum as 500.00 GBP"))?;
        if sums.iter().any(|other| other.currency() == sum.currency()) {
            return Err(format!("{} is named twice", sum.currency()));
        }
        sums.push(sum);
    }
    Ok(sums)
}

fn sum(text: &str) -> Option<Money> {
    let (sum, currency) = text.split_once(' ')?;
    Money::parse(sum, Currency::from_code(currency.trim())?).ok().filter(|sum| sum.minor() > 0)
}
