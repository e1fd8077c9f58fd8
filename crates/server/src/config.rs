//! The configuration in force. Flag > environment > file > default; every source is read by the one table of
//! settings, and what a source names that the table does not is an error that names it.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use specie_commands::DeviceTimes;
use specie_domain::Policy;
use specie_domain::rows::{LimitBounds, LimitKey, StaffTimes, TariffCeiling};
use specie_edge::http::Limits;
use toml::Value;

use crate::ask::reach::{
    ACCESS_KEY_VARIABLE, OFFLINE_SEED_VARIABLE, OPERATOR_KEY_VARIABLE, POS_VARIABLE, SECRET_KEY_VARIABLE,
    SERVER_VARIABLE, STATE_VARIABLE,
};
use crate::passphrase::PASSPHRASE_VARIABLE;
use crate::settings::{SETTINGS, Setting};

/// What the server's own variables begin with.
const VARIABLE_PREFIX: &str = "SPECIE_";
/// The variable beside the table: where the file is.
pub(crate) const FILE_VARIABLE: &str = "SPECIE_CONFIG";

/// Variables of the commands to a running server, and of the passphrase; no settings of the server.
const OTHER_VARIABLES: [&str; 8] = [
    ACCESS_KEY_VARIABLE,
    OFFLINE_SEED_VARIABLE,
    OPERATOR_KEY_VARIABLE,
    PASSPHRASE_VARIABLE,
    POS_VARIABLE,
    SECRET_KEY_VARIABLE,
    SERVER_VARIABLE,
    STATE_VARIABLE,
];

/// The form of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LogFormat {
    Text,
    Json,
}

impl LogFormat {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
        }
    }
}

/// Every setting's value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Config {
    pub(crate) data: PathBuf,
    pub(crate) listen: SocketAddr,
    pub(crate) api_listen: Option<SocketAddr>,
    /// What stands before the path where POS send their requests to; a reverse proxy takes it off.
    pub(crate) public_path_prefix: String,
    pub(crate) code_digits: usize,
    pub(crate) policy: Policy,
    /// How long sessions of people live.
    pub(crate) staff_times: StaffTimes,
    /// How long invites of customers' devices are good, and how long cash-outs rest after a new one.
    pub(crate) device_times: DeviceTimes,
    /// Limits that no rule of the operator lets anybody pass.
    pub(crate) ceilings: Vec<(LimitKey, LimitBounds)>,
    /// What no tariff goes above.
    pub(crate) tariff_ceilings: Vec<TariffCeiling>,
    /// Rule packs for cases.
    pub(crate) rule_files: Vec<PathBuf>,
    pub(crate) limits: Limits,
    pub(crate) log_format: LogFormat,
    pub(crate) log_level: tracing::Level,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            data: PathBuf::from("data"),
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)),
            api_listen: None,
            public_path_prefix: String::new(),
            code_digits: 6,
            policy: Policy::default(),
            staff_times: StaffTimes::default(),
            device_times: DeviceTimes::default(),
            ceilings: Vec::new(),
            tariff_ceilings: Vec::new(),
            rule_files: Vec::new(),
            limits: Limits::default(),
            log_format: LogFormat::Text,
            log_level: tracing::Level::INFO,
        }
    }
}

/// Where a value in force came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A flag of this name.
    Flag(String),
    /// A variable of this name.
    Variable(String),
    /// This file.
    File(PathBuf),
    /// Nobody said anything.
    Default,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(name) => write!(f, "flag --{name}"),
            Self::Variable(name) => write!(f, "variable {name}"),
            Self::File(path) => write!(f, "file {}", path.display()),
            Self::Default => f.write_str("default"),
        }
    }
}

/// Where values may come from beside the defaults.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    /// The file named by `--config`.
    pub(crate) file: Option<PathBuf>,
    /// The whole environment; what does not begin with `SPECIE_` is not looked at.
    pub(crate) environment: BTreeMap<OsString, OsString>,
    /// Settings' names with the values of their flags.
    pub(crate) flags: BTreeMap<&'static str, String>,
}

impl Sources {
    /// Reads all sources over `config`, the weakest first.
    ///
    /// # Errors
    /// What is unknown, malformed or out of bounds, with the name of the place it stands in.
    pub(crate) fn over(&self, mut config: Config) -> Result<Config, String> {
        let variables = self.variables()?;
        if let Some(path) = self.named_file(&variables) {
            read_file(&mut config, &path)?;
        }
        for (variable, text) in variables.iter().filter(|(variable, _)| **variable != FILE_VARIABLE) {
            let setting = SETTINGS.iter().find(|setting| setting.variable() == *variable);
            let setting = setting.ok_or_else(|| format!("{variable} is not a variable of this program"))?;
            (setting.read)(&mut config, text).map_err(|why| format!("{variable} {why}"))?;
        }
        for (name, text) in &self.flags {
            let setting = SETTINGS.iter().find(|setting| setting.name == *name);
            let setting = setting.ok_or_else(|| format!("{name} is not a setting"))?;
            (setting.read)(&mut config, text).map_err(|why| format!("--{} {why}", setting.flag()))?;
        }
        config.agrees_with_itself()?;
        Ok(config)
    }

    /// Where each setting's value came from; those that are not in it have their defaults.
    ///
    /// # Errors
    /// As for [`Self::over`].
    pub(crate) fn origins(&self) -> Result<BTreeMap<&'static str, Origin>, String> {
        let variables = self.variables()?;
        let file = self.named_file(&variables);
        let table = file.as_deref().map(parse_file).transpose()?.unwrap_or_default();
        let origin = |setting: &Setting| {
            let variable = setting.variable();
            if self.flags.contains_key(setting.name) {
                Some(Origin::Flag(setting.flag()))
            } else if variables.contains_key(variable.as_str()) {
                Some(Origin::Variable(variable))
            } else {
                file.clone().filter(|_| table.contains_key(setting.name)).map(Origin::File)
            }
        };
        let named =
            SETTINGS.iter().filter_map(|setting| origin(setting).map(|origin| (setting.name, origin)));
        Ok(named.collect())
    }

    fn named_file(&self, variables: &BTreeMap<&str, &str>) -> Option<PathBuf> {
        self.file.clone().or_else(|| variables.get(FILE_VARIABLE).map(PathBuf::from))
    }

    /// The server's own variables, by name.
    fn variables(&self) -> Result<BTreeMap<&str, &str>, String> {
        let ours = self.environment.iter().filter_map(|(name, value)| {
            let name = name.to_str().filter(|name| name.starts_with(VARIABLE_PREFIX))?;
            if OTHER_VARIABLES.contains(&name) {
                return None;
            }
            Some(value.to_str().map(|value| (name, value)).ok_or_else(|| format!("{name} is not UTF-8")))
        });
        ours.collect()
    }
}

impl Config {
    fn agrees_with_itself(&self) -> Result<(), String> {
        let policy = &self.policy;
        if policy.code_next_window_under_s >= policy.code_window_s {
            return Err("code_next_window_under_s must be less than code_window_s".to_owned());
        }
        if policy.session_idle_s > policy.session_absolute_s {
            return Err("session_idle_s must not be more than session_absolute_s".to_owned());
        }
        let approvals = policy.approvals;
        if approvals.delay_s >= approvals.valid_s {
            return Err(format!(
                "approval_delay_s ({} seconds) must be less than approval_valid_s ({} seconds), or no proposal that waits could be approved",
                approvals.delay_s, approvals.valid_s,
            ));
        }
        if self.staff_times.idle_s > self.staff_times.session_s {
            return Err("staff_idle_s must not be more than staff_session_s".to_owned());
        }
        Ok(())
    }
}

fn parse_file(path: &Path) -> Result<toml::Table, String> {
    let name = path.display();
    let text = std::fs::read_to_string(path).map_err(|why| format!("{name}: {why}"))?;
    text.parse().map_err(|why| format!("{name}: {why}"))
}

fn read_file(config: &mut Config, path: &Path) -> Result<(), String> {
    let name = path.display();
    for (key, value) in &parse_file(path)? {
        let setting = SETTINGS.iter().find(|setting| setting.name == key);
        let setting: &Setting = setting.ok_or_else(|| format!("{name}: {key} is not a setting"))?;
        let text =
            plain(value).ok_or_else(|| format!("{name}: {key} must be a text, number, statement or list"))?;
        (setting.read)(config, &text).map_err(|why| format!("{name}: {key} {why}"))?;
    }
    Ok(())
}

/// A value as the text a flag would have; a list is joined by commas.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Boolean(statement) => Some(statement.to_string()),
        Value::Array(values) => {
            values.iter().map(plain).collect::<Option<Vec<_>>>().map(|texts| texts.join(","))
        }
        Value::Float(_) | Value::Datetime(_) | Value::Table(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(file: Option<&Path>, variables: &[(&str, &str)], flags: &[(&'static str, &str)]) -> Sources {
        Sources {
            file: file.map(Path::to_path_buf),
            environment: variables.iter().map(|(name, value)| (name.into(), value.into())).collect(),
            flags: flags.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(),
        }
    }

    fn written(text: &str) -> tempfile::NamedTempFile {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        file
    }

    #[test]
    fn a_flag_beats_a_variable_beats_the_file_beats_the_default() {
        let file = written("code_digits = 7\nsession_idle_s = 60\nlisten = \"127.0.0.1:1\"\n");
        let variables = [("SPECIE_CODE_DIGITS", "8"), ("SPECIE_LISTEN", "127.0.0.1:2"), ("HOME", "/")];
        let all = sources(Some(file.path()), &variables, &[("code_digits", "9")]);
        let config = all.over(Config::default()).unwrap();
        assert_eq!(config.code_digits, 9);
        assert_eq!(config.listen.port(), 2);
        assert_eq!(config.policy.session_idle_s, 60);
        assert_eq!(config.policy.session_absolute_s, 300);
    }

    #[test]
    fn the_file_may_be_named_by_a_variable() {
        let file = written("code_digits = 7\n");
        let path = file.path().to_str().unwrap();
        let config = sources(None, &[("SPECIE_CONFIG", path)], &[]).over(Config::default()).unwrap();
        assert_eq!(config.code_digits, 7);
    }

    #[test]
    fn what_is_unknown_or_wrong_is_named() {
        let file = |text: &str| {
            let file = written(text);
            sources(Some(file.path()), &[], &[]).over(Config::default()).unwrap_err()
        };
        for (error, names) in [
            (file("code_digit = 7\n"), "code_digit is not a setting"),
            (file("code_digits = 10\n"), "code_digits must be a whole number from 6 to 9"),
            (file("code_digits = 7.5\n"), "code_digits must be a text"),
            (file("code_caps = [\"5.00 GBP\", \"6.00 GBP\"]\n"), "GBP is named twice"),
            (file("code_caps = \"5.001 GBP\"\n"), "\"5.001 GBP\" is no sum"),
            (file("staff_idle_s = 900\nstaff_session_s = 899\n"), "must not be more than staff_session_s"),
            (file("staff_idle_s = 119\n"), "staff_idle_s must be a whole number from 120 to 43200"),
            (file("customer_rest_s = 2592001\n"), "customer_rest_s must be a whole number from 0 to 2592000"),
            (file("device_invite_s = 59\n"), "device_invite_s must be a whole number from 60 to 604800"),
            (file("code_window_s = 30\ncode_next_window_under_s = 30\n"), "must be less than code_window_s"),
            (
                file("approval_delay_s = 3600\napproval_valid_s = 3600\n"),
                "approval_delay_s (3600 seconds) must be less than approval_valid_s (3600 seconds)",
            ),
            (file("approval_delay_s = 604800\n"), "must be less than approval_valid_s (604800 seconds)"),
        ] {
            assert!(error.contains(names), "{error}");
        }
        let wrong = |variables: &[(&str, &str)], flags: &[(&'static str, &str)]| {
            sources(None, variables, flags).over(Config::default()).unwrap_err()
        };
        assert_eq!(wrong(&[("SPECIE_LISTN", "x")], &[]), "SPECIE_LISTN is not a variable of this program");
        assert!(wrong(&[("SPECIE_LISTEN", "8080")], &[]).starts_with("SPECIE_LISTEN must be an address"));
        assert!(
            wrong(&[], &[("session_idle_s", "301")]).contains("must not be more than session_absolute_s")
        );
        assert!(wrong(&[], &[("log_level", "loud")]).starts_with("--log-level must be"));
    }

    #[test]
    fn every_default_is_read_back_as_itself() {
        let default = Config::default();
        for setting in SETTINGS {
            let mut config = Config::default();
            let shown = (setting.show)(&default);
            if !shown.is_empty() {
                (setting.read)(&mut config, &shown).unwrap_or_else(|why| panic!("{}: {why}", setting.name));
            }
            assert_eq!(config, default, "{}", setting.name);
        }
    }

    #[test]
    fn a_list_in_the_file_is_read_as_a_list() {
        let file = written("code_caps = [\"500.00 GBP\", \"60000 JPY\"]\nguess_locks_s = [1, 2, 3]\n");
        let config = sources(Some(file.path()), &[], &[]).over(Config::default()).unwrap();
        assert_eq!(config.policy.code_caps.len(), 2);
        assert_eq!(config.policy.guesses.locks_s, [1, 2, 3]);
    }
}
