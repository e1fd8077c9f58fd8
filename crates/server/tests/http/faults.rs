//! Faults below the program: a failed fsync of the journal, and a table that refuses what the journal says. In both
//! the program stops at once with exit code 70, answers nobody any more, and every answer it gave is there later.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use rusqlite::Connection;
use serde_json::json;
use specie_client::ClientError;
use tokio::task::JoinSet;

use crate::counter::Counter;
use crate::program::{Program, folder};

const CLIENTS: usize = 4;
const UNTRUSTWORTHY: i32 = 70;
/// The sync of a thread that fails: past those of the start, before any client gives up.
const SYNC_THAT_FAILS: u32 = 60;
/// Answers after which clients give up waiting for a fault.
const ANSWERS_MAX: u32 = 5_000;

/// A client that tops up its wallet by a penny, each time under a value of its own.
struct Client {
    counter: Counter,
    opening: u32,
    answered: u32,
}

impl Client {
    async fn new(program: &Program, place: usize) -> Self {
        let mut counter = Counter::number(program, place, "GBP");
        let opening = pence(&counter.balance().await);
        Self { counter, opening, answered: 0 }
    }

    async fn ask(&mut self) -> Result<(), ClientError> {
        let target = format!("/api/v1/wallets/{}/topups", self.counter.wallet_id);
        let value = format!("{}-penny-{}", self.counter.wallet_id, self.answered);
        let body = json!({ "amount": self.counter.money("0.01") });
        let funded = self.counter.api.post(&target, &body, Some(&value)).await?;
        assert!(funded.is_success(), "{}", funded.text);
        self.answered += 1;
        Ok(())
    }

    /// Asks until no answer comes.
    async fn work(mut self, answers: Arc<AtomicU32>) -> Self {
        while self.ask().await.is_ok() {
            assert!(answers.fetch_add(1, Ordering::AcqRel) < ANSWERS_MAX, "the fault did not come");
        }
        self
    }

    /// What was answered is there; the request without an answer is settled by one repeat.
    async fn settle(mut self, program: &Program) {
        self.counter.api = program.api();
        let there = pence(&self.counter.balance().await) - self.opening;
        let answered = self.answered;
        assert!((answered..=answered + 1).contains(&there), "{answered} answered, {there} there");
        self.ask().await.unwrap();
        assert_eq!(pence(&self.counter.balance().await) - self.opening, answered + 1);
    }
}

fn pence(text: &str) -> u32 {
    text.replace('.', "").parse().unwrap()
}

/// Clients work until the program ends; it must end by itself, as one that cannot be trusted any more.
async fn work_until_it_stops(program: &mut Program, clients: Vec<Client>) -> Vec<Client> {
    let answers = Arc::new(AtomicU32::new(0));
    let working: JoinSet<Client> =
        clients.into_iter().map(|client| client.work(Arc::clone(&answers))).collect();
    let clients = working.join_all().await;
    assert_eq!(program.wait().code(), Some(UNTRUSTWORTHY));
    assert!(answers.load(Ordering::Acquire) > 0, "nothing was answered before the fault");
    clients
}

async fn clients(program: &Program) -> Vec<Client> {
    let mut clients = Vec::new();
    for place in 0..CLIENTS {
        clients.push(Client::new(program, place).await);
    }
    clients
}

async fn goes_on(data: &Path, before: &Program, clients: Vec<Client>) {
    let program = Program::serve(data, &before.demo, None);
    for client in clients {
        client.settle(&program).await;
    }
    let verified = program.verify();
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
}

#[expect(clippy::print_stdout, reason = "a test that was not run must say so")]
fn strace_is_missing() -> bool {
    let is_missing = Command::new("strace").arg("--version").output().is_err();
    if is_missing {
        println!(
            "SKIPPED: strace is not installed, so no fsync can be made to fail (apt-get install strace)"
        );
    }
    is_missing
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_fsync_stops_the_program_and_loses_no_answer() {
    if strace_is_missing() {
        return;
    }
    let folder = folder();
    let demo = Program::demo(folder.path());
    let (data, content) = (demo.data.clone(), demo.demo.clone());
    assert!(demo.terminate().success());
    let log = folder.path().join("strace.log");
    let mut strace = Command::new("strace");
    strace.args(["-D", "-f", "-qq", "-e", "trace=fsync,fdatasync", "-o"]).arg(&log);
    strace.arg("-e").arg(format!("inject=fsync,fdatasync:error=EIO:when={SYNC_THAT_FAILS}"));
    let mut program = Program::serve(&data, &content, Some(strace));
    let clients = clients(&program).await;
    let clients = work_until_it_stops(&mut program, clients).await;
    let traced = std::fs::read_to_string(&log).unwrap();
    assert!(traced.contains("EIO (Input/output error) (INJECTED)"), "the fault did not fire");
    goes_on(&data, &program, clients).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_that_refuses_what_the_journal_says_stops_the_program_and_loses_no_answer() {
    let folder = folder();
    let mut program = Program::demo(folder.path());
    let data = program.data.clone();
    let clients = clients(&program).await;
    let tables = Connection::open(data.join("tables.db")).unwrap();
    let refuse =
        "CREATE TRIGGER refuses BEFORE INSERT ON transfers BEGIN SELECT RAISE(ABORT, 'violated'); END";
    tables.execute_batch(refuse).unwrap();
    let clients = work_until_it_stops(&mut program, clients).await;
    tables.execute_batch("DROP TRIGGER refuses").unwrap();
    drop(tables);
    goes_on(&data, &program, clients).await;
}
