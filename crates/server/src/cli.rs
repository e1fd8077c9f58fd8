//! The command line: what may be asked, the manual that `--help` prints, and who answers. Flags of settings come
//! from the table of settings.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::future::Future;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches, Subcommand, value_parser};

use crate::ask::Asked;
use crate::backup::BackupArguments;
use crate::config::{Config, FILE_VARIABLE, Sources};
use crate::paper::{self, CompletionsArguments, ManArguments};
use crate::restore::{KeysVerb, RestoreArguments};
use crate::settings::{SETTINGS, Setting};
use crate::sign::SignArguments;
use crate::stopped::{FAILED, Naming, Stopped};
use crate::terminal::{complain, say};
use crate::{bench, demo, logs, serve, verify};

const MANUAL: &str = "\
Examples:
  specie demo                                  try it: demo data in ./demo-data, calls to copy
  specie serve --data /var/lib/specie          serve a deployment; the folder is made if need be
  specie operator-key create --data DIR --person 'A. Person' --role admin
                                               a first key for the own API (server stopped)
  specie verify --data DIR                     prove the books, also beside a running server
  specie code --demo DIR --amount 10.00 GBP    a customer's phone: arm a code and show it
  specie pos login --demo DIR PHONE CODE       a POS: then pos withdraw GBP 10.00, then pos logout
  specie backup --data DIR --to COPY           copy and prove, while the server runs

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
  1   something broke, and surely nothing was done at the server; verify: something is broken
  2   the command line or the configuration is wrong
  3   the server refused; its code and sentence are printed
  4   nobody knows whether the server did it: repeat as told, which is safe
  70  the engine could no longer be trusted and the program stopped at once, without an answer to
      whoever was waiting; start again, and repeat what was not answered with the same keys
";

/// The whole command line.
fn program() -> Command {
    let program = Command::new("specie")
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
        .subcommands(bench::commands())
        .subcommand(SignArguments::augment_args(
            Command::new("sign").about("Show what a signed request hashes, and the headers it carries"),
        ));
    with_paper(with_upkeep(Asked::augment_subcommands(program)))
}

/// What keeps a deployment's data and keys safe.
fn with_upkeep(program: Command) -> Command {
    let keys = Command::new("keys")
        .about("The deployment's own keys: take them out, sealed by a passphrase, and put them back")
        .after_help("The passphrase comes from --passphrase-fd, SPECIE_PASSPHRASE or a prompt.")
        .subcommand_required(true);
    program
        .subcommand(BackupArguments::augment_args(
            Command::new("backup")
                .about("Copy a data folder, also while a server runs on it, and prove the copy")
                .after_help(
                    "The copy holds journal.db, personal.db, key-ids and backup.json; never the keys: \
                     `specie keys export` takes those out.",
                ),
        ))
        .subcommand(RestoreArguments::augment_args(
            Command::new("restore")
                .about("Make a data folder from a backup, prove it, and make its tables anew")
                .after_help(
                    "Refuses without the keys that the backup names: --keys, or already in DIR/keys.",
                ),
        ))
        .subcommand(KeysVerb::augment_subcommands(keys))
}

/// What the command line tells of itself.
fn with_paper(program: Command) -> Command {
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
    };
    let print = Command::new("print")
        .about("Print every setting in force, in the form of a configuration file")
        .arg(flag("origin", "Say where each value came from: flag, variable, file or default"))
        .arg(flag("json", "Print JSON, origins included"));
    let config = Command::new("config")
        .about("The configuration")
        .subcommand_required(true)
        .subcommand(with_settings(print, &Config::default()));
    program
        .subcommand(config)
        .subcommand(CompletionsArguments::augment_args(
            Command::new("completions").about("Print a shell's completions for this program"),
        ))
        .subcommand(ManArguments::augment_args(Command::new("man").about("Print the manual page")))
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
    if let Some(done) = matches.subcommand().and_then(|(name, given)| bench::dispatch(name, given)) {
        return done;
    }
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
        Some(("backup", given)) => {
            quiet_log();
            BackupArguments::from_arg_matches(given).map_err(Stopped::misused)?.run().map(|()| 0)
        }
        Some(("restore", given)) => {
            quiet_log();
            RestoreArguments::from_arg_matches(given).map_err(Stopped::misused)?.run(&environment).map(|()| 0)
        }
        Some(("keys", given)) => {
            quiet_log();
            KeysVerb::from_arg_matches(given).map_err(Stopped::misused)?.run(&environment).map(|()| 0)
        }
        Some(("config", given)) => {
            let given = given.subcommand_matches("print").ok_or("print what?").map_err(Stopped::misused)?;
            let (with_origin, as_json) = (given.get_flag("origin"), given.get_flag("json"));
            let sources = sources(given, environment);
            say(&paper::configuration(&sources, Config::default(), with_origin, as_json)?);
            Ok(0)
        }
        Some(("completions", given)) => CompletionsArguments::from_arg_matches(given)
            .map_err(Stopped::misused)?
            .run(program())
            .map(|()| 0),
        Some(("man", given)) => {
            ManArguments::from_arg_matches(given).map_err(Stopped::misused)?.run(program()).map(|()| 0)
        }
        Some(("sign", given)) => {
            SignArguments::from_arg_matches(given).map_err(Stopped::misused)?.run(&environment).map(|()| 0)
        }
        Some((name, _)) if Asked::has_subcommand(name) => {
            let asked = Asked::from_arg_matches(matches).map_err(Stopped::misused)?;
            block_on(asked.run(&environment)).map(|()| 0)
        }
        Some((other, _)) => Err(Stopped::misused(format_args!("{other} is no command"))),
        None => Err(Stopped::misused("no command was given")),
    }
}

/// The log of a command that does one thing and ends; what it writes is its owner's alone.
pub(crate) fn quiet_log() {
    logs::start(&Config { log_level: tracing::Level::WARN, ..Config::default() });
}

fn configured(
    given: &ArgMatches,
    environment: BTreeMap<OsString, OsString>,
    defaults: Config,
) -> Result<Config, Stopped> {
    let config = sources(given, environment).over(defaults).map_err(Stopped::misused)?;
    logs::start(&config);
    Ok(config)
}

fn sources(given: &ArgMatches, environment: BTreeMap<OsString, OsString>) -> Sources {
    let flags = SETTINGS.iter().filter_map(|setting| {
        given.get_one::<String>(setting.name).map(|value| (setting.name, value.clone()))
    });
    Sources { file: given.get_one::<PathBuf>("config").cloned(), environment, flags: flags.collect() }
}

fn folder(given: &ArgMatches) -> Result<PathBuf, Stopped> {
    given.get_one::<PathBuf>("data").cloned().ok_or("--data is missing").map_err(Stopped::misused)
}

fn block_on<T>(work: impl Future<Output = Result<T, Stopped>>) -> Result<T, Stopped> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().about("the runtime")?;
    runtime.block_on(work)
}
