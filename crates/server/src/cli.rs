//! The command line: what may be asked, the manual that `--help` prints, and who answers. Flags of settings come
//! from the table of settings.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::future::Future;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::config::{Config, FILE_VARIABLE, Sources};
use crate::operator_key::{self, ROLES};
use crate::settings::{SETTINGS, Setting};
use crate::stopped::{FAILED, Naming, Stopped};
use crate::terminal::{complain, say};
use crate::{demo, logs, serve, verify};

const MANUAL: &str = "\
Examples:
  specie demo                                  try it: demo data in ./demo-data, calls to copy
  specie serve --data /var/lib/specie          serve a deployment; the folder is made if need be
  specie operator-key create --data DIR --person 'A. Person' --role admin
                                               a first key for the own API (server stopped)
  specie verify --data DIR                     prove the books, also beside a running server

Settings:
  Flag > SPECIE_* environment variable > TOML file (--config) > default. Every setting has all three:
  --session-idle-s 60, SPECIE_SESSION_IDLE_S=60, session_idle_s = 60. An unknown key is an error.
  `specie serve --help` lists them.

Files in the data folder:
  journal.db     every command ever answered, as a hash chain: the truth
  tables.db      what is read and queried, made from the journal
  personal.db    the wallets' personal keys, apart so that they can be erased
  keys/, key-ids the deployment's own keys; without them the data say nothing. Back them up apart.

Signals:
  SIGTERM, SIGINT   take no new connection, finish what runs, exit with 0

Exit codes:
  0   done; verify: nothing is broken
  1   something broke; verify: something is broken
  2   the command line or the configuration is wrong
  70  the engine could no longer be trusted and the program stopped at once, without an answer to
      whoever was waiting; start again, and repeat what was not answered with the same keys
";

/// The whole command line.
fn program() -> Command {
    Command::new("specie")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Cash out of wallets, at points of sale: one server, one ledger, no lost penny")
        .after_help(MANUAL)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(with_settings(
            Command::new("serve")
                .about("Serve the POS wire and our own API over a data folder")
                .after_help("Listens as soon as it prints so. Logs go to standard error."),
            &Config::default(),
        ))
        .subcommand(with_settings(
            Command::new("demo").about("Make demo data in an empty folder, serve them, print calls to copy").after_help(
                "DIR/demo.json lists all ids and keys for programs. On a folder with a demo it goes on with it.",
            ),
            &demo::defaults(),
        ))
        .subcommand(
            Command::new("verify")
                .about("Prove every invariant, the hash chain, and the journal against the tables")
                .after_help("Changes nothing and needs no keys. Exit code 0: clean, 1: broken.")
                .arg(data())
                .arg(Arg::new("json").long("json").action(ArgAction::SetTrue).help("Print JSON")),
        )
        .subcommand(
            Command::new("operator-key")
                .about("Bearer keys for our own API")
                .subcommand_required(true)
                .subcommand(
                    Command::new("create")
                        .about("Create a key and print it, once; the server must be stopped")
                        .arg(data())
                        .arg(text("person", "NAME", "Who will bear it"))
                        .arg(text("role", "ROLE", "What it allows").value_parser(ROLES.map(|(name, _)| name))),
                ),
        )
}

fn data() -> Arg {
    let help = "The data folder";
    Arg::new("data")
        .long("data")
        .value_name("DIR")
        .required(true)
        .value_parser(value_parser!(PathBuf))
        .help(help)
}

fn text(name: &'static str, takes: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(takes).required(true).help(help)
}

fn with_settings(command: Command, defaults: &Config) -> Command {
    let file = Arg::new("config")
        .long("config")
        .value_name("FILE")
        .value_parser(value_parser!(PathBuf))
        .help(format!("A TOML file with settings [{FILE_VARIABLE}]"));
    command.arg(file).args(SETTINGS.iter().map(|setting| flag(setting, defaults)))
}

fn flag(setting: &Setting, defaults: &Config) -> Arg {
    let default = (setting.show)(defaults);
    let default = if default.is_empty() { "none".to_owned() } else { default };
    Arg::new(setting.name).long(setting.flag()).value_name(setting.takes).help(format!(
        "{} [{}] [default: {default}]",
        setting.help,
        setting.variable()
    ))
}

/// Runs the program and gives back its exit code.
pub(crate) fn run(
    arguments: impl Iterator<Item = OsString>,
    environment: BTreeMap<OsString, OsString>,
) -> u8 {
    let matches = match program().try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(answer) => {
            drop(answer.print());
            return u8::try_from(answer.exit_code()).unwrap_or(FAILED);
        }
    };
    match dispatch(&matches, environment) {
        Ok(exit) => exit,
        Err(stopped) => {
            complain(&stopped.why);
            stopped.exit
        }
    }
}

fn dispatch(matches: &ArgMatches, environment: BTreeMap<OsString, OsString>) -> Result<u8, Stopped> {
    match matches.subcommand() {
        Some(("serve", given)) => {
            let config = configured(given, environment, Config::default())?;
            block_on(serve::start(config)).map(|()| 0)
        }
        Some(("demo", given)) => {
            let config = configured(given, environment, demo::defaults())?;
            block_on(demo::run(config)).map(|()| 0)
        }
        Some(("verify", given)) => {
            let as_json = given.get_flag("json");
            let (text, is_clean) = verify::verify(&folder(given)?, as_json)?;
            say(&text);
            Ok(if is_clean { 0 } else { FAILED })
        }
        Some(("operator-key", given)) => {
            let given = given.subcommand_matches("create").ok_or("create what?").map_err(Stopped::misused)?;
            let (data, person) = (folder(given)?, named(given, "person")?);
            let role = named(given, "role")?;
            let role = ROLES
                .iter()
                .find(|(name, _)| *name == role)
                .ok_or("no such role")
                .map_err(Stopped::misused)?;
            logs::start(&Config { log_level: tracing::Level::WARN, ..Config::default() });
            say(&block_on(operator_key::create(&data, &person, role.1))?);
            Ok(0)
        }
        Some((other, _)) => Err(Stopped::misused(format_args!("{other} is no command"))),
        None => Err(Stopped::misused("no command was given")),
    }
}

fn configured(
    given: &ArgMatches,
    environment: BTreeMap<OsString, OsString>,
    defaults: Config,
) -> Result<Config, Stopped> {
    let flags = SETTINGS.iter().filter_map(|setting| {
        given.get_one::<String>(setting.name).map(|value| (setting.name, value.clone()))
    });
    let sources =
        Sources { file: given.get_one::<PathBuf>("config").cloned(), environment, flags: flags.collect() };
    let config = sources.over(defaults).map_err(Stopped::misused)?;
    logs::start(&config);
    Ok(config)
}

fn folder(given: &ArgMatches) -> Result<PathBuf, Stopped> {
    given.get_one::<PathBuf>("data").cloned().ok_or("--data is missing").map_err(Stopped::misused)
}

fn named(given: &ArgMatches, name: &str) -> Result<String, Stopped> {
    let missing = || Stopped::misused(format_args!("--{name} is missing"));
    given.get_one::<String>(name).cloned().ok_or_else(missing)
}

fn block_on<T>(work: impl Future<Output = Result<T, Stopped>>) -> Result<T, Stopped> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().about("the runtime")?;
    runtime.block_on(work)
}
