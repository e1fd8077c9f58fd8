//! The log on standard error, the dumps that must not happen, and files that are the owner's alone. Only our own crates speak below `warn`:
//! what a library might say of a request is not known to be free of secrets.

use rustix::fs::Mode;
use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit, umask};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, fmt, registry};

use crate::config::{Config, LogFormat};

/// Starts the log. A second start in one process changes nothing.
pub(crate) fn start(config: &Config) {
    let filter = Targets::new().with_default(LevelFilter::WARN).with_target("specie", config.log_level);
    let layer = fmt::layer().with_writer(std::io::stderr);
    let layer = match config.log_format {
        LogFormat::Text => layer.with_ansi(false).boxed(),
        LogFormat::Json => layer.json().flatten_event(true).boxed(),
    };
    drop(registry().with(layer.with_filter(filter)).try_init());
    report_panics();
    refuse_dumps();
    umask(Mode::RWXG | Mode::RWXO); // Whatever the program writes is its owner's alone.
}

/// A panic is a bug: one line with its place and its sentence. A text put together at run time might hold
/// values, and is left out.
fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let sentence = panic.payload().downcast_ref::<&'static str>().copied().unwrap_or_default();
        tracing::error!(place, sentence, "a bug: an invariant of the program is false");
    }));
}

/// A core dump would hold codes, keys and tokens in the clear.
fn refuse_dumps() {
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    let limited = setrlimit(Resource::Core, none);
    let refused = set_dumpable_behavior(DumpableBehavior::NotDumpable); // Dumps to a pipe know no limit.
    if let Err(why) = limited.and(refused) {
        tracing::warn!(%why, "core dumps could not be switched off");
    }
}
