//! Starts the real program on a folder of its own, and stops it: by SIGTERM, or by SIGKILL as a crash would.

use std::io::{BufRead, BufReader};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};

use serde_json::Value;
use specie_client::{ApiClient, PosClient};
use tempfile::TempDir;

/// Codes live in windows of a quarter of an hour and from their first instant: no test waits for a window.
pub(crate) const PATIENT: [&str; 4] = ["--code-window-s", "900", "--code-next-window-under-s", "0"];
const LISTENS: &str = "specie listens on ";

/// A running program with demo data.
pub(crate) struct Program {
    child: Child,
    /// What it printed before it listened.
    pub(crate) said: String,
    /// `http://127.0.0.1:…`.
    pub(crate) server: String,
    pub(crate) demo: Value,
    pub(crate) data: PathBuf,
}

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A folder that goes when it is dropped.
pub(crate) fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// The program with these arguments, without any variable of its own from outside.
pub(crate) fn specie(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_specie"));
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("SPECIE_")) {
        command.env_remove(name);
    }
    command.args(arguments);
    command
}

/// Runs the program to its end.
pub(crate) fn run(arguments: &[&str]) -> Output {
    specie(arguments).output().unwrap()
}

/// Starts it, and waits until it says where it listens: what it said before, and where.
fn listening(command: &mut Command) -> (Child, String, String) {
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut said = String::new();
    let server = loop {
        let line = lines.next().expect("the program ended before it listened").unwrap();
        if let Some(server) = line.strip_prefix(LISTENS) {
            break server.to_owned();
        }
        said.push_str(&line);
        said.push('\n');
    };
    (child, said, server)
}

impl Program {
    /// The demo on `folder`, with patient codes.
    pub(crate) fn demo(folder: &Path) -> Self {
        Self::demo_with(folder, &PATIENT)
    }

    /// The demo on `folder` with further flags.
    pub(crate) fn demo_with(folder: &Path, flags: &[&str]) -> Self {
        let data = folder.join("data");
        let path = data.to_str().unwrap();
        let mut command = specie(&["demo", "--listen", "127.0.0.1:0", "--data", path, "--log-level", "warn"]);
        let (child, said, server) = listening(command.args(flags));
        let demo = std::fs::read_to_string(data.join("demo.json")).unwrap();
        Self { child, said, server, demo: serde_json::from_str(&demo).unwrap(), data }
    }

    /// `specie serve` on a folder whose data came from this one, started by `command` or by itself.
    pub(crate) fn serve(data: &Path, demo: &Value, command: Option<Command>) -> Self {
        let path = data.to_str().unwrap();
        let serve = ["serve", "--listen", "127.0.0.1:0", "--data", path, "--log-level", "warn"];
        let mut command = match command {
            Some(mut around) => {
                around.arg(env!("CARGO_BIN_EXE_specie")).args(serve);
                around
            }
            None => specie(&serve),
        };
        let (child, said, server) = listening(command.args(PATIENT));
        Self { child, said, server, demo: demo.clone(), data: data.to_owned() }
    }

    /// `specie serve` on `data` with the loudest log, in the file `log`, and codes of nine digits.
    pub(crate) fn logged(data: &Path, log: &Path) -> Self {
        let path = data.to_str().unwrap();
        let mut command =
            specie(&["serve", "--listen", "127.0.0.1:0", "--data", path, "--log-level", "trace"]);
        command.args(PATIENT).args(["--code-digits", "9", "--offline-caps", "50.00 GBP"]);
        command.stderr(std::fs::File::create(log).unwrap());
        let (child, said, server) = listening(&mut command);
        Self { child, said, server, demo: Value::Null, data: data.to_owned() }
    }

    /// Waits until it has ended by itself.
    pub(crate) fn wait(&mut self) -> ExitStatus {
        self.child.wait().unwrap()
    }

    /// The text at a pointer into `demo.json`.
    pub(crate) fn text(&self, pointer: &str) -> String {
        self.demo
            .pointer(pointer)
            .and_then(Value::as_str)
            .unwrap_or_else(|| panic!("no {pointer}"))
            .to_owned()
    }

    pub(crate) fn api(&self) -> ApiClient {
        ApiClient::new(&self.server, &self.text("/operator_key")).unwrap()
    }

    /// A client of the documentation's POS.
    pub(crate) fn pos(&self) -> PosClient {
        self.pos_with(&self.text("/seed/access_key"))
    }

    pub(crate) fn pos_with(&self, access_key: &str) -> PosClient {
        PosClient::new(&self.server, access_key).unwrap()
    }

    /// Ends it without a word.
    pub(crate) fn kill(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }

    /// Asks it to end, and waits until it has.
    pub(crate) fn terminate(mut self) -> ExitStatus {
        let told = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(told.success());
        let status = self.child.wait().unwrap();
        assert_eq!(status.signal(), None, "it ends by itself");
        status
    }

    /// `specie verify` on its data.
    pub(crate) fn verify(&self) -> Output {
        run(&["verify", "--data", self.data.to_str().unwrap()])
    }
}
