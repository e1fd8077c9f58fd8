//! The way of a request through the front door, hyper, the edge, the verbs and the lane, on one thread over a real
//! socket, with the engine in memory. Codes are armed before; measured are the three requests of a cash-out, and
//! with them the few instructions of the client below.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use metrics_exporter_prometheus::PrometheusBuilder;
use specie_commands::{
    AccessKey, AddKeyRequest, ArmCodeRequest, Asked, Chance, Clock, Commands, Lane, OpenWalletRequest,
    PhoneNumber, RegisterPosRequest, Vault, VaultKeys,
};
use specie_domain::Time;
use specie_domain::command::{Actor, NewAccount};
use specie_domain::ids::{AccountId, PosId, Reference};
use specie_domain::rows::{Approved, BalanceView, Channel, Profile, Purpose};
use specie_edge::http::{Limits, serve};
use specie_edge::{Probes, app, fresh_ids};
use specie_money::{Currency, Money};
use specie_store::{MemoryStore, Store};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Runtime;
use zeroize::Zeroizing;

use crate::callgrind::{can_count, inside};
use crate::figures::Figure;

/// Cash-outs that are measured, each of another wallet.
const CASH_OUTS: u64 = 256;
/// Longest answer, bytes.
const ANSWER_BYTES_MAX: usize = 4096;

/// 2023-11-14T22:13:00Z, the start of a code's window, for ever.
struct Stopped;

impl Clock for Stopped {
    fn now(&self) -> Time {
        Time::from_unix_ms(1_699_999_980_000)
    }
}

/// Numbers that look random, the same every time.
struct Counted(AtomicU64);

impl Chance for Counted {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let number = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
            let mixed = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            chunk.copy_from_slice(&(mixed ^ (mixed >> 27)).to_le_bytes()[..chunk.len()]);
        }
    }
}

/// What a cashier needs for one customer.
struct Visit {
    /// The head that the requests of the visit share.
    shared: String,
    login: String,
    account_id: AccountId,
}

struct Shop {
    commands: Commands,
    pos_id: PosId,
    access_key: AccessKey,
}

fn ten_pounds() -> Money {
    Money::parse("10.00", Currency::from_code("GBP").unwrap()).unwrap()
}

impl Shop {
    async fn open() -> Self {
        let keys = VaultKeys { mac: Zeroizing::new([7; 64]), seal: Zeroizing::new([9; 32]) };
        let vault = Vault::new(&keys, Arc::new(Counted(AtomicU64::new(42))));
        let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
        let stop = Arc::new(|why: &str| panic!("the engine stopped: {why}"));
        let lane = Lane::start(Arc::clone(&store), Arc::new(Stopped), stop);
        let commands = Commands::new(lane, store, vault, Arc::new(Stopped), 6);
        let asked = || Asked { actor: Actor::System, at: commands.now(), idempotency: None };
        let owner_id = commands.register_owner(asked(), "Counters".to_owned()).await.unwrap().receipt;
        let request = RegisterPosRequest {
            owner_id,
            name: "Counter".to_owned(),
            shown_id: None,
            currencies: vec![ten_pounds().currency()],
            credit_lines: Vec::new(),
        };
        let pos_id = commands.register_pos(asked(), request).await.unwrap().receipt;
        let request = AddKeyRequest {
            pos: Reference::Id(pos_id),
            profile: Profile::Plain,
            salt_bytes: None,
            networks: Vec::new(),
            balance_view: BalanceView::Full,
            currencies: Vec::new(),
            access_key: None,
        };
        let access_key = commands.add_key(asked(), request).await.unwrap().receipt.access_key;
        Self { commands, pos_id, access_key }
    }

    /// A customer with a code for ten pounds.
    async fn open_visit(&self, number: u64) -> Visit {
        let asked = || Asked { actor: Actor::System, at: self.commands.now(), idempotency: None };
        let sum = ten_pounds();
        let phone: PhoneNumber = format!("+999{number:09}").parse().unwrap();
        let accounts = vec![NewAccount { currency: sum.currency(), alias: None, shown_id: None }];
        let request = OpenWalletRequest { phone: phone.clone(), accounts };
        let (wallet_id, accounts) = self.commands.open_wallet(asked(), request).await.unwrap().receipt;
        self.commands.top_up(asked(), wallet_id, sum).await.unwrap();
        let request = ArmCodeRequest {
            wallet_id,
            purpose: Purpose::Withdraw,
            pos: Some(Reference::Id(self.pos_id)),
            approved: Approved::Exactly(sum),
            channel: Channel::App,
        };
        let armed = self.commands.arm_code(asked(), request).await.unwrap().receipt;
        let (key, phone) = (self.access_key.reveal(), phone.reveal());
        Visit {
            shared: format!(" HTTP/1.1\r\nhost: pos\r\naccess_key: {key}\r\nphone_number: {phone}\r\n"),
            login: format!("POST /v1/pos/login/{}/{}", self.pos_id, armed.code.reveal()),
            account_id: accounts[0],
        }
    }

    /// Serves in the background; a connection to it.
    async fn serve(&self) -> TcpStream {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let probes = Probes { ready: Arc::new(|| Ok(String::new())), metrics: Arc::new(String::new) };
        let app = app(self.commands.clone(), probes, &Limits::default(), "");
        let handler = move |request, peer| app.clone().answer(request, peer);
        let fresh_id = fresh_ids(self.commands.clone());
        tokio::spawn(async move {
            let _ = serve(listener, handler, fresh_id, Limits::default(), std::future::pending()).await;
        });
        let line = TcpStream::connect(address).await.unwrap();
        line.set_nodelay(true).unwrap();
        line
    }
}

/// The measured part.
#[inline(never)]
fn measured_cash_outs_of_the_edge(runtime: &Runtime, line: &mut TcpStream, visits: &[Visit]) {
    runtime.block_on(async {
        for visit in visits {
            let end = "content-length: 0\r\n\r\n";
            let opened = ask(line, &[&visit.login, &visit.shared, end].concat()).await;
            let (token, operation) = (member(&opened, "token_id"), member(&opened, "operation_id"));
            let session = format!("{}token_id: {token}\r\noperation_id: {operation}\r\n{end}", visit.shared);
            ask(line, &format!("POST /v1/pos/withdraw/{}/10{session}", visit.account_id)).await;
            ask(line, &format!("POST /v1/pos/logout{session}")).await;
        }
    });
}

/// Sends a request; the answer, which must be a success.
async fn ask(line: &mut TcpStream, request: &str) -> String {
    line.write_all(request.as_bytes()).await.unwrap();
    let mut answer = vec![0; ANSWER_BYTES_MAX];
    let mut read = 0;
    loop {
        let more = line.read(&mut answer[read..]).await.unwrap();
        assert!(more > 0, "the connection was closed: {}", String::from_utf8_lossy(&answer[..read]));
        read += more;
        if answer[..read].ends_with(b"}") {
            break;
        }
    }
    answer.truncate(read);
    let answer = String::from_utf8(answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{request}{answer}");
    answer
}

/// The last text under a name: that of the data, behind the status.
fn member<'a>(answer: &'a str, name: &str) -> &'a str {
    let (_, rest) = answer.rsplit_once(&format!("\"{name}\":\"")).unwrap();
    rest.split_once('"').unwrap().0
}

#[test]
fn the_edge_serves_cash_outs_over_one_connection() {
    let _metrics = PrometheusBuilder::new().install_recorder();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (mut line, visits) = runtime.block_on(async {
        let shop = Shop::open().await;
        let mut visits = Vec::new();
        for number in 0..CASH_OUTS {
            visits.push(shop.open_visit(number).await);
        }
        (shop.serve().await, visits)
    });
    measured_cash_outs_of_the_edge(&runtime, &mut line, &visits);
}

#[test]
fn a_cash_out_takes_the_edge_no_more_instructions_than_committed() {
    if can_count() {
        let test = "edge::the_edge_serves_cash_outs_over_one_connection";
        Figure::EdgeInstructions.judge(inside("measured_cash_outs_of_the_edge", test) * 1000 / CASH_OUTS);
    }
}
