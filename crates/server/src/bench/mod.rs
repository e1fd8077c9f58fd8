//! `specie bench`: the client crate's load tool on the command line, and two hidden companions that `make bench`
//! sets beside it: a server that does nothing on the same accept loop, and the machine's own fdatasync line.
//! `specie bench load` makes the folder for the load of a deployment that has grown.

mod cash_outs;
mod customers;
mod load;
mod rules;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName};
use http::{HeaderValue, Request, Response};
use hyper::body::Incoming;
use specie_client::bench::{
    Arming, BenchError, LOADED_WALLETS_MAX, Options, Progress, Workload, measure_disk, run,
};
use specie_edge::http::{CloseSilently, Limits, Peer, serve};
use specie_store::BATCH_COMMANDS_MAX;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use self::load::Load;
use crate::cli::quiet_log;
use crate::stopped::{FAILED, Naming, Stopped};
use crate::terminal::{complain, say};

/// The hidden companions.
const ECHO: &str = "bench-echo";
const DISK: &str = "bench-disk";

/// What a withdrawal is answered with, whatever is asked.
const ANSWER: &str = concat!(
    r#"{"status":{"error_code":"","status":"SUCCESS","message":"","response_code":"","#,
    r#""operation_id":"01a20717-aa47-731d-981e-44993b5d6708"},"#,
    r#""data":{"transaction_id":"01a20717-aa47-731d-981e-44993b5d6708"}}"#
);
const REQUEST_ID: &str = "01a20717-aa47-731d-981e-44993b5d6708";

const AFTER_HELP: &str = "\
Workloads:
  cash-out       login, withdrawal, logout; wallets and POS spread
  withdraw-only  the withdrawal alone is measured
  mixed          cash-outs, repeats, reversals whole and in part, deposits, status reads
  hot-pos        cash-outs, all at one POS
  hot-wallet     cash-outs from one wallet, by up to 4 sessions at a time, arming included
  nothing        a request like a withdrawal to `specie bench-echo`

A code lives for half a minute, so a run is cut into rounds and the clock stands still between them. With
`--arming ahead` codes are armed before each round and are not measured: a cash-out is three durable
requests. With `--arming inline` each visit arms its own code first: four.

Example:
  specie demo --data DIR &
  specie bench --server http://127.0.0.1:8080 --demo-json DIR/demo.json --clients 64 --server-pid $!

Wallets, POS and keys of its own are made at first and kept in bench.json beside the demo's file.
Exit codes: 0 every answer was right and the books balance, 1 not, 2 the command line is wrong.";

const LOAD_AFTER_HELP: &str = "\
Real commands are decided by the real core, at a clock that walks through the past; nothing goes over HTTP.
Memory does not grow with what is loaded. Cut short, the folder is of no use: remove it and begin again.

Example:
  specie bench load --data DIR --wallets 1000000 --cash-outs 1000000
  specie demo --data DIR &
  specie bench --server http://127.0.0.1:8080 --demo-json DIR/demo.json --wallets 100000 --server-pid $!

`specie bench` takes as many of the loaded wallets as it is told, from all over the folder.";

/// The subcommands, the visible one first.
pub(crate) fn commands() -> [Command; 3] {
    let bench = Command::new("bench")
        .about("Put load on a running server with demo data, check every answer, audit the balances")
        .after_help(AFTER_HELP)
        .arg(Arg::new("server").long("server").value_name("URL").required(true).help("Where the server is"))
        .arg(path("demo-json", "FILE", "The demo's file, for the operator's key"))
        .arg(
            Arg::new("workload")
                .long("workload")
                .value_name("NAME")
                .default_value("cash-out")
                .value_parser(Workload::ALL.map(Workload::name))
                .help("What the customers come for"),
        )
        .arg(
            Arg::new("arming")
                .long("arming")
                .value_name("WHERE")
                .default_value("ahead")
                .value_parser(Arming::ALL.map(Arming::name))
                .help("Where the arming of codes is counted"),
        )
        .arg(whole("clients", "64", "Connections that carry visits"))
        .arg(whole("rate", "0", "Visits a second by schedule (open loop); 0: each client when it is done"))
        .arg(whole("seconds", "10", "How long is measured"))
        .arg(whole("warmup-seconds", "2", "How long the same load runs before"))
        .arg(whole("wallets", "10000", "Wallets to use; missing ones are made"))
        .arg(whole("pos", "64", "POS to use; missing ones are made"))
        .arg(whole("threads", "1", "Threads of the load generator"))
        .arg(whole("server-pid", "0", "The server's process, to read its CPU time, memory and bytes written"))
        .arg(whole("visits", "0", "End after so many measured visits; 0: when the time is over"))
        .arg(flag("idempotency", "Send an idempotency value with every request of a POS"))
        .arg(flag("json", "Print JSON"))
        .subcommand_negates_reqs(true)
        .args_conflicts_with_subcommands(true)
        .subcommand(load_command());
    let echo = Command::new(ECHO)
        .hide(true)
        .about("Answer every request alike: the least that our HTTP costs")
        .arg(Arg::new("listen").long("listen").value_name("ADDRESS:PORT").default_value("127.0.0.1:8090"));
    let disk = Command::new(DISK)
        .hide(true)
        .about("Write 4 KiB and wait for fdatasync, again and again, and print the latencies as JSON")
        .arg(path("data", "DIR", "A folder on the disk to measure").required(true))
        .arg(whole("seconds", "5", "How long"));
    [bench, echo, disk]
}

fn load_command() -> Command {
    Command::new("load")
        .about("Fill an empty folder with wallets and past cash-outs, without a server")
        .after_help(LOAD_AFTER_HELP)
        .arg(path("data", "DIR", "The folder to make").required(true))
        .arg(whole("wallets", "10000", "Wallets to open, each with plenty of money"))
        .arg(whole("cash-outs", "10000", "Past cash-outs, spread over all wallets and POS"))
        .arg(whole("pos", "64", "POS to register"))
        .arg(whole("owners", "1", "POS owners to register"))
        .arg(whole("seed", "1", "What order, places and sums are drawn from"))
        .arg(flag("rules", "Switch on a tariff with commission, rolling limits and open tills"))
        .arg(whole("batch", "512", "Commands decided together").hide(true))
        .arg(flag("counted", "Wait for the query tables after each batch; make no demo").hide(true))
        .arg(flag("json", "Print JSON"))
}

fn whole(name: &'static str, default: &'static str, help: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name("N")
        .default_value(default)
        .value_parser(value_parser!(u64))
        .help(help)
}

fn path(name: &'static str, takes: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(takes).value_parser(value_parser!(PathBuf)).help(help)
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

/// Runs one of [`commands`] and gives back the program's exit code; none for any other name.
pub(crate) fn dispatch(name: &str, given: &ArgMatches) -> Option<Result<u8, Stopped>> {
    match name {
        "bench" => Some(match given.subcommand_matches("load") {
            Some(given) => fill(given),
            None => load(given),
        }),
        ECHO => Some(echo(given)),
        DISK => Some(disk(given)),
        _ => None,
    }
}

fn load(given: &ArgMatches) -> Result<u8, Stopped> {
    let progress: Progress = Arc::new(complain);
    let report = run(options(given)?, &progress).map_err(stopped)?;
    say(&if given.get_flag("json") { report.json() } else { report.text() });
    Ok(if report.ok { 0 } else { FAILED })
}

fn fill(given: &ArgMatches) -> Result<u8, Stopped> {
    let number = |name: &str| given.get_one::<u64>(name).copied().unwrap_or_default();
    let load = Load {
        data: given.get_one::<PathBuf>("data").cloned().unwrap_or_default(),
        wallets: number("wallets"),
        cash_outs: number("cash-outs"),
        pos: number("pos"),
        owners: number("owners"),
        seed: number("seed"),
        batch: usize::try_from(number("batch")).map_err(Stopped::misused)?,
        counted: given.get_flag("counted"),
        rules: given.get_flag("rules"),
    };
    if !(1..=LOADED_WALLETS_MAX).contains(&load.wallets) {
        return Err(Stopped::misused(format_args!("wallets must be from 1 to {LOADED_WALLETS_MAX}")));
    }
    if load.pos == 0 || load.owners == 0 || !(2..=BATCH_COMMANDS_MAX).contains(&load.batch) {
        let why = format_args!("a POS and an owner are needed, and a batch from 2 to {BATCH_COMMANDS_MAX}");
        return Err(Stopped::misused(why));
    }
    quiet_log();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().about("the runtime")?;
    let data = load.data.clone();
    let loaded = runtime.block_on(load.run())?;
    drop(runtime); // With it goes the last holder of the store.
    let loaded = loaded.once_closed(&data)?;
    say(&if given.get_flag("json") {
        serde_json::to_string(&loaded).about("the report")?
    } else {
        loaded.text()
    });
    Ok(0)
}

fn options(given: &ArgMatches) -> Result<Options, Stopped> {
    let text = |name: &str| given.get_one::<String>(name).cloned().unwrap_or_default();
    let number = |name: &str| given.get_one::<u64>(name).copied().unwrap_or_default();
    let count = |name: &str| usize::try_from(number(name)).map_err(Stopped::misused);
    let workload = Workload::ALL.into_iter().find(|workload| workload.name() == text("workload"));
    let arming = Arming::ALL.into_iter().find(|arming| arming.name() == text("arming"));
    Ok(Options {
        server: text("server"),
        demo_json: given.get_one::<PathBuf>("demo-json").cloned(),
        workload: workload.ok_or("no such workload").map_err(Stopped::misused)?,
        arming: arming.ok_or("no such arming").map_err(Stopped::misused)?,
        clients: count("clients")?,
        rate: Some(number("rate")).filter(|rate| *rate > 0),
        seconds: number("seconds"),
        warmup_seconds: number("warmup-seconds"),
        visits: Some(number("visits")).filter(|visits| *visits > 0),
        wallets: count("wallets")?,
        pos: count("pos")?,
        idempotency: given.get_flag("idempotency"),
        threads: count("threads")?,
        server_pid: u32::try_from(number("server-pid")).ok().filter(|pid| *pid > 0),
    })
}

fn stopped(why: BenchError) -> Stopped {
    match why {
        BenchError::Misused(why) => Stopped::misused(why),
        BenchError::Failed(_) | BenchError::Server(_) => Stopped::failed(why),
    }
}

fn disk(given: &ArgMatches) -> Result<u8, Stopped> {
    let folder = given.get_one::<PathBuf>("data").cloned().unwrap_or_default();
    let seconds = given.get_one::<u64>("seconds").copied().unwrap_or_default();
    let line = measure_disk(&folder, seconds).map_err(stopped)?;
    say(&serde_json::to_string(&line).about("the fdatasync line")?);
    Ok(0)
}

fn echo(given: &ArgMatches) -> Result<u8, Stopped> {
    let listen = given.get_one::<String>("listen").map(String::as_str).unwrap_or_default();
    let address: SocketAddr = listen.parse().map_err(Stopped::misused)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().about("the runtime")?;
    runtime.block_on(async {
        let mut told = signal(SignalKind::terminate()).about("SIGTERM")?;
        let listener = TcpListener::bind(address).await.about(address)?;
        say(&format!("specie listens on http://{}", listener.local_addr().about(address)?));
        let stop = async move {
            told.recv().await;
        };
        let drained = serve(listener, nothing, Arc::new(Default::default), Limits::default(), stop).await;
        tracing::debug!(drained.connections_cut, "nothing more is answered");
        Ok(0)
    })
}

/// The handler that does nothing: the headers and the length of a withdrawal's answer.
async fn nothing(_request: Request<Incoming>, _peer: Peer) -> Result<Response<String>, CloseSilently> {
    let mut answer = Response::new(ANSWER.to_owned());
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(HeaderName::from_static("request-id"), HeaderValue::from_static(REQUEST_ID));
    Ok(answer)
}
