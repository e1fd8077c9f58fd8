//! Kills between the steps of what is done in several: a till that is opened, moved out of and closed, a case that two
//! people close, a settlement that is cut, confirmed and sent back. Each step is killed twice: once when its request is
//! on its way and nobody has read an answer, once when what it does can be seen and the next step has not been asked for.
//! After each restart it is done once or not at all, its repeat with the same value gets the first answer, and the books
//! prove clean. `SPECIE_CRASH_SEED` chooses how far a request goes before the first kill.

use std::future::poll_fn;
use std::path::Path;
use std::pin::pin;
use std::task::Poll;

use serde_json::{Value, json};
use specie_client::{ApiClient, ClientError, PosClient, Reply};

use crate::counter::Counter;
use crate::program::{Program, folder};

const SEED_VARIABLE: &str = "SPECIE_CRASH_SEED";
/// How often a request is looked at, at most, before the kill that cuts it off.
const LOOKS_MAX: u64 = 6;
/// Of eight requests, how many must be cut off before their answer is read: a busy machine is quicker with some.
const CUT_OFF_MIN: usize = 4;
/// How often it is looked whether a step can be seen.
const LOOKS_FOR_EFFECT_MAX: u32 = 20_000;

/// Who asks.
#[derive(Clone)]
enum Who {
    Operator(String),
    Pos(String),
}

/// A step: what is asked, and where what it does can be seen.
#[derive(Clone)]
struct Step {
    name: &'static str,
    who: Who,
    target: String,
    body: Value,
    key: String,
    seen_at: (String, &'static str),
}

/// A connection that is open.
enum Line {
    Api(ApiClient),
    Pos(PosClient),
}

impl Step {
    async fn open(&self, program: &Program) -> Line {
        match &self.who {
            Who::Operator(key) => {
                let mut api = ApiClient::new(&program.server, key).unwrap();
                assert!(api.get("/api/v1/settlement/batches").await.unwrap().is_success());
                Line::Api(api)
            }
            Who::Pos(key) => {
                let mut pos = program.pos_with(key);
                assert!(pos.tills().await.unwrap().is_success());
                Line::Pos(pos)
            }
        }
    }

    async fn send(&self, line: &mut Line) -> Result<Reply, ClientError> {
        match line {
            Line::Api(api) => api.post(&self.target, &self.body, Some(&self.key)).await,
            Line::Pos(pos) => {
                pos.post(&self.target, vec![("idempotency-key", &self.key)], self.body.to_string()).await
            }
        }
    }

    /// What can be seen of it.
    async fn seen(&self, api: &mut ApiClient) -> String {
        let (target, pointer) = &self.seen_at;
        let shown = api.get(target).await.unwrap();
        assert!(shown.is_success(), "{}: {}", self.name, shown.text);
        let value = shown.body.pointer(pointer).cloned().unwrap_or_default();
        value.as_array().map_or_else(|| value.to_string(), |all| all.len().to_string())
    }

    /// The kill comes while its request is on its way. Whether nobody had read an answer.
    async fn cut_off(&self, program: &mut Program, looks: u64) -> bool {
        let mut line = self.open(program).await;
        let mut sending = pin!(self.send(&mut line));
        let mut was_answered = false;
        for _ in 0..=looks {
            was_answered |= poll_fn(|context| Poll::Ready(sending.as_mut().poll(context).is_ready())).await;
            if was_answered {
                break;
            }
            tokio::task::yield_now().await;
        }
        program.kill();
        !was_answered
    }

    /// The kill comes when what it did can be seen; its answer, if one came.
    async fn done_and_killed(&self, program: &mut Program) -> Option<Reply> {
        let (mut api, mut line) = (program.api(), self.open(program).await);
        let (before, step) = (self.seen(&mut api).await, self.clone());
        let sending = tokio::spawn(async move { step.send(&mut line).await });
        let mut looks = 0;
        while self.seen(&mut api).await == before {
            looks += 1;
            assert!(looks < LOOKS_FOR_EFFECT_MAX, "{}: nothing came of it", self.name);
        }
        program.kill();
        sending.await.unwrap().ok()
    }
}

/// The place, its people and what was made so far.
struct Scene {
    program: Program,
    folder: std::path::PathBuf,
    proposer: String,
    approver: String,
    owner: String,
    till: String,
    cashier: String,
    round: usize,
    /// Requests that were cut off, and steps that were seen before the kill.
    hits: (usize, usize),
}

impl Scene {
    async fn new(path: &Path) -> Self {
        let program = Program::demo(path);
        let mut api = program.api();
        let pos = program.text("/seed/pos_id");
        let (till, cashier) = {
            let mut made = async |target: String, body: Value| {
                let said = api.post(&target, &body, None).await.unwrap();
                assert!(said.is_success(), "{target}: {}", said.text);
                said
            };
            made(format!("/api/v1/pos/{pos}/till-running"), json!({ "runs_tills": true })).await;
            let till = made(format!("/api/v1/pos/{pos}/tills"), json!({ "name": "Front" })).await;
            let anna = json!({ "name": "Anna", "role": "cashier", "pin": "4711" });
            let anna = made(format!("/api/v1/pos/{pos}/cashiers"), anna).await;
            (till.text_at("/till_id").to_owned(), anna.text_at("/cashier_id").to_owned())
        };
        let owner = program.demo["pos"].as_array().unwrap();
        let owner = owner.iter().find(|of| of["pos_id"] == pos.as_str()).unwrap()["owner_id"].clone();
        let owner = owner.as_str().unwrap().to_owned();
        let terms = json!({
            "owner_id": owner, "currency": "GBP", "cut_off": "22:30", "zone": "UTC",
            "bank_reference": "Corner Shops", "automatic": false,
        });
        let set = api.post("/api/v1/settlement/terms", &terms, None).await.unwrap();
        assert!(set.is_success(), "{}", set.text);
        let (proposer, approver) = (program.text("/operator_key"), program.text("/approver_key"));
        let folder = path.to_owned();
        Self { program, folder, proposer, approver, owner, till, cashier, round: 0, hits: (0, 0) }
    }

    fn step(&self, name: &'static str, who: Who, target: String, body: Value) -> Step {
        let key = format!("round-{}-{name}", self.round);
        Step { name, who, target, body, key, seen_at: (String::new(), "") }
    }

    fn at_till(&self, verb: &'static str, more: Value) -> Step {
        let mut body = json!({ "cashier_id": self.cashier, "pin": "4711" });
        more.as_object().unwrap().iter().for_each(|(name, value)| body[name] = value.clone());
        let key = Who::Pos(self.program.text("/seed/access_key"));
        let step = self.step(verb, key, format!("/api/v1/pos/tills/{}/{verb}", self.till), body);
        let pos = self.program.text("/seed/pos_id");
        Step { seen_at: (format!("/api/v1/pos/{pos}/cash"), "/cash/0/vault/amount"), ..step }
    }

    /// Kills the program at a step, starts it again, and finds the step done once or not at all; its first answer.
    async fn kills_at(&mut self, step: &Step, looks: u64) -> Reply {
        let before = step.seen(&mut self.program.api()).await;
        let first = if self.round == 0 {
            self.hits.0 += usize::from(step.cut_off(&mut self.program, looks).await);
            None
        } else {
            self.hits.1 += 1;
            step.done_and_killed(&mut self.program).await
        };
        self.program = Program::demo(&self.folder);
        let after = step.seen(&mut self.program.api()).await;
        assert!(self.round == 0 || after != before, "{}: it was seen, and is gone", step.name);
        let mut line = step.open(&self.program).await;
        let told = step.send(&mut line).await.unwrap();
        assert!(told.is_success(), "{}: {}", step.name, told.text);
        let done = step.seen(&mut self.program.api()).await;
        assert!(
            done != before && (after == before || after == done),
            "{}: {before} {after} {done}",
            step.name
        );
        let again = step.send(&mut line).await.unwrap();
        for first in first.iter().chain([&told]) {
            assert_eq!((first.status, &first.text), (again.status, &again.text), "{}", step.name);
        }
        assert_eq!(step.seen(&mut self.program.api()).await, done, "{}: its repeat did it again", step.name);
        let verified = self.program.verify();
        assert!(verified.status.success(), "{}: {}", step.name, String::from_utf8_lossy(&verified.stdout));
        told
    }

    /// A till session with a cash-out that is paid and one of which nobody knows, whose case two people close.
    async fn till_and_case(&mut self, looks: &mut impl FnMut() -> u64) {
        let count = |notes: u32| json!({ "counts": [{ "currency": "GBP", "notes": [{ "denomination": "20.00", "count": notes }] }] });
        self.kills_at(&self.at_till("open", count(10)), looks()).await;
        let moved = json!({ "way": "to_vault", "currency": "GBP", "notes": [{ "denomination": "20.00", "count": 2 }] });
        self.kills_at(&self.at_till("move", moved), looks()).await;
        let mut counter = Counter::of_the_page(&self.program);
        let paid = counter.session("20.00").await;
        assert!(counter.withdraw(&paid, "20").await.is_success());
        assert!(counter.pos.logout(&paid, None).await.unwrap().is_success());
        let doubted = counter.session("20.00").await;
        assert!(counter.withdraw(&doubted, "20").await.is_success());
        let operation = doubted.operation_id.clone();
        let unknown = vec![("token_id", doubted.token_id.as_str()), ("operation_id", operation.as_str())];
        let target = format!("/api/v1/pos/operations/{operation}/outcome");
        let told =
            counter.pos.post(&target, unknown, json!({ "outcome": "unknown" }).to_string()).await.unwrap();
        assert!(told.is_success(), "{}", told.text);
        let body = json!({ "kind": "close_case", "operation_id": operation, "closing": "return", "why": "It stayed." });
        let propose =
            self.step("propose", Who::Operator(self.proposer.clone()), "/api/v1/proposals".to_owned(), body);
        let seen_at = ("/api/v1/proposals?state=all".to_owned(), "/proposals");
        let proposed = self.kills_at(&Step { seen_at, ..propose }, looks()).await;
        let target = format!("/api/v1/proposals/{}/approve", proposed.text_at("/proposal_id"));
        let approve = self.step("approve", Who::Operator(self.approver.clone()), target, json!({}));
        let seen_at = (format!("/api/v1/cases/{operation}"), "/state");
        self.kills_at(&Step { seen_at, ..approve }, looks()).await;
        let closed = self.kills_at(&self.at_till("close", count(6)), looks()).await;
        let line = |member: &str| closed.text_at(&format!("/lines/0/{member}/amount")).to_owned();
        let lines = [line("expected"), line("counted"), line("variance")];
        assert_eq!(lines, ["140.00", "120.00", "-20.00"], "{}", closed.text);
    }

    /// A batch that is cut, confirmed and sent back; its statement stands through every kill.
    async fn settlement(&mut self, looks: &mut impl FnMut() -> u64) {
        let operator = Who::Operator(self.program.text("/operator_key"));
        let all = "/api/v1/settlement/batches".to_owned();
        let body = json!({ "owner_id": self.owner, "currency": "GBP" });
        let cut = self.step("cut", operator.clone(), all.clone(), body);
        let cut = self.kills_at(&Step { seen_at: (all, "/batches"), ..cut }, looks()).await;
        let batch = format!("/api/v1/settlement/batches/{}", cut.text_at("/batch_id"));
        let statement = self.program.api().get(&format!("{batch}/lines")).await.unwrap().text;
        for (name, body) in [("confirm", json!({ "payment": "P-1" })), ("fail", json!({ "reason": "R-1" }))] {
            let step = self.step(name, operator.clone(), format!("{batch}/{name}"), body);
            self.kills_at(&Step { seen_at: (batch.clone(), "/state"), ..step }, looks()).await;
            let again = self.program.api().get(&format!("{batch}/lines")).await.unwrap().text;
            assert_eq!(again, statement, "after {name}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_between_any_two_steps_leaves_each_done_once_or_not_at_all() {
    let folder = folder();
    let mut scene = Scene::new(folder.path()).await;
    let seed = std::env::var(SEED_VARIABLE).map_or(1_u64, |text| text.parse().unwrap());
    let mut drawn = seed;
    let mut looks = move || {
        drawn = drawn.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (drawn >> 33) % LOOKS_MAX
    };
    let opening = Counter::of_the_page(&scene.program).balance().await;
    for round in 0..2 {
        scene.round = round;
        scene.till_and_case(&mut looks).await;
        scene.settlement(&mut looks).await;
    }
    let pence = |text: &str| text.replace('.', "").parse::<i64>().unwrap();
    let left = pence(&opening) - pence(&Counter::of_the_page(&scene.program).balance().await);
    assert_eq!(left, 4_000, "two cash-outs were paid, and two went back");
    tell(seed, scene.hits);
    assert!(scene.hits.0 >= CUT_OFF_MIN, "only {} requests were cut off", scene.hits.0);
}

/// For whoever reads the log.
#[expect(clippy::print_stdout, reason = "the seed is what brings the same kills again")]
fn tell(seed: u64, (cut_off, seen): (usize, usize)) {
    println!(
        "seed {seed}: {cut_off} requests cut off on their way, {seen} kills after a step and before the next"
    );
}
