//! A short history that walks through every command: owners, POS, keys, wallets, money in, codes good and
//! wrong, cash out in each of its ends, deposits, repeats and refusals. Made by running it on the in-memory
//! engine, because later commands name what earlier ones made.

use specie_domain::command::{
    Actor, AddKey, ArmCode, CancelCode, CloseSession, ConfirmWallet, DepositCash, DisablePos, EraseWallet,
    Expire, FreezeWallet, NewAccount, NoteCase, OpenAccount, OpenSession, OpenWallet, Prefund,
    RegisterOperatorKey, RegisterOwner, RegisterPos, Reverse, RevokeKey, RevokeOperatorKey, SessionCall,
    StopPayouts, TellOutcome, TellPrint, TopUp, Withdraw,
};
use specie_domain::ids::{AccountId, Fresh, KeyId, OperationId, OwnerId, PosId, Reference, WalletId};
use specie_domain::rows::{
    AccountKey, AccountKind, Approved, BalanceView, Notes, PrintMedium, Profile, Purpose, Role, Told,
};
use specie_domain::{Body, Command, Idempotency, KeyedHash, Outcome, Policy, Receipt, Time};
use specie_money::{Currency, Decimal, Money};

use super::approvals::approvals;
use super::cases::outcomes;
use super::fees::fees;
use super::hiring::hiring;
use super::limits::{float, limits};
use super::one;
use super::people::people;
use super::reconciliation::reconciliations;
use super::settlement::batches;
use super::tills::tills;
use crate::memory::MemoryStore;

/// When it begins: the start of a code's window.
const START_MS: i64 = 1_764_000_000_000;

/// A command and what came of it.
#[derive(Debug)]
pub struct Step {
    /// What was asked.
    pub command: Command,
    /// What came of it.
    pub outcome: Outcome,
}

/// A history under way.
#[derive(Debug)]
pub struct History {
    /// What has happened.
    pub steps: Vec<Step>,
    store: MemoryStore,
    at_ms: i64,
    made: u64,
}

/// A made-up keyed hash.
#[must_use]
pub const fn hash(number: u128) -> KeyedHash {
    KeyedHash::new(number.to_be_bytes())
}

/// A POS with its key.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Its id.
    pub pos_id: PosId,
    /// The access key's hash.
    pub key: KeyedHash,
    /// The key's name.
    pub key_id: KeyId,
}

/// A wallet with its GBP account.
#[derive(Debug, Clone, Copy)]
pub struct Customer {
    /// Its id.
    pub wallet_id: WalletId,
    /// The phone number's hash.
    pub phone: KeyedHash,
    /// The GBP account.
    pub account_id: AccountId,
}

/// An open session.
#[derive(Debug, Clone)]
pub struct Visit {
    pub(super) call: SessionCall,
    account: Reference<AccountId>,
}

/// The currency of this code.
#[must_use]
pub(super) fn currency(code: &str) -> Currency {
    Currency::from_code(code).unwrap()
}

/// An amount of pence.
#[must_use]
pub(super) fn pence(minor: i64) -> Money {
    Money::from_minor(minor, currency("GBP"))
}

fn sum(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

impl History {
    /// Nothing has happened.
    #[must_use]
    pub fn begin() -> Self {
        Self { steps: Vec::new(), store: MemoryStore::new(), at_ms: START_MS, made: 0 }
    }

    /// The commands.
    #[must_use]
    pub fn commands(&self) -> Vec<Command> {
        self.steps.iter().map(|step| step.command.clone()).collect()
    }

    /// The first top-up and its place.
    #[must_use]
    pub fn first_top_up(&self) -> (usize, Command) {
        let place = self.steps.iter().position(|step| matches!(step.command.body, Body::TopUp(_))).unwrap();
        (place, self.steps[place].command.clone())
    }

    /// Lets time pass.
    pub fn pass_s(&mut self, seconds: i64) {
        self.at_ms += seconds * 1000;
    }

    /// The instant so many seconds from now.
    #[must_use]
    pub const fn in_s(&self, seconds: i64) -> Time {
        Time::from_unix_ms(self.at_ms).plus_s(seconds)
    }

    /// The next command: a moment later, with an idempotency value of its own.
    #[must_use]
    pub fn next(&mut self, body: Body) -> Command {
        self.made += 1;
        self.at_ms += 10;
        let number = u128::from(self.made);
        let idempotency =
            Some(Idempotency { name: hash(1_000_000 + number), fingerprint: hash(2_000_000 + number) });
        let fresh = Fresh(self.made.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        Command { at: Time::from_unix_ms(self.at_ms), fresh, idempotency, proof: None, body }
    }

    /// Asks for it.
    pub fn ask(&mut self, body: Body) -> Outcome {
        let command = self.next(body);
        self.send(command)
    }

    /// Sends a command, perhaps once more.
    pub fn send(&mut self, command: Command) -> Outcome {
        let outcome = one(&self.store, &command);
        self.steps.push(Step { command, outcome: outcome.clone() });
        outcome
    }

    pub(super) fn done(&mut self, body: Body) -> Receipt {
        let outcome = self.ask(body);
        assert!(outcome.result.is_ok(), "{outcome:?}");
        outcome.result.unwrap()
    }

    pub(super) fn refused(&mut self, body: Body) {
        let outcome = self.ask(body);
        assert!(outcome.result.is_err(), "{outcome:?}");
    }

    /// Registers an owner.
    pub fn owner(&mut self) -> OwnerId {
        let name = format!("Owner {}", self.made);
        match self.done(Body::RegisterOwner(RegisterOwner { actor: Actor::System, name })) {
            Receipt::OwnerRegistered(owner_id) => owner_id,
            other => unexpected(&other),
        }
    }

    /// Registers a POS with float and a key.
    pub fn place(&mut self, owner_id: OwnerId, shown_id: Option<&str>) -> Place {
        let actor = Actor::System;
        let pos = RegisterPos {
            actor,
            owner_id,
            name: format!("Shop {}", self.made),
            shown_id: shown_id.map(str::to_owned),
            currencies: vec![currency("GBP"), currency("JPY")],
            credit_lines: vec![pence(50_000)],
        };
        let pos_id = match self.done(Body::RegisterPos(pos)) {
            Receipt::PosRegistered(pos_id) => pos_id,
            other => unexpected(&other),
        };
        let named = shown_id.map_or(Reference::Id(pos_id), |text| text.parse().unwrap());
        self.done(Body::Prefund(Prefund { actor, pos: named.clone(), amount: pence(100_000) }));
        let key = hash(3_000_000 + u128::from(self.made));
        let add = AddKey {
            actor,
            pos: named,
            hash: key,
            sealed_secret: vec![1, 2, 3],
            profile: Profile::Plain,
            salt_bytes: None,
            networks: Vec::new(),
            balance_view: BalanceView::Full,
            currencies: Vec::new(),
        };
        match self.done(Body::AddKey(add)) {
            Receipt::KeyAdded(key_id) => Place { pos_id, key, key_id },
            other => unexpected(&other),
        }
    }

    /// Opens a wallet with so many pence in it.
    pub fn customer(&mut self, minor: i64) -> Customer {
        let (actor, phone) = (Actor::System, hash(4_000_000 + u128::from(self.made)));
        let wallet_id =
            WalletId::new(Time::from_unix_ms(self.at_ms), Fresh(self.made), Fresh(self.made).bucket());
        let account = |code, alias: Option<&str>| NewAccount {
            currency: currency(code),
            alias: alias.map(str::to_owned),
            shown_id: None,
        };
        let accounts = vec![account("GBP", Some("Main")), account("JPY", None)];
        let open = OpenWallet { actor, wallet_id, phone, sealed_phone: vec![4, 5], accounts };
        let account_id = match self.done(Body::OpenWallet(open)) {
            Receipt::WalletOpened(_, accounts) => accounts[0],
            other => unexpected(&other),
        };
        self.done(Body::TopUp(TopUp { actor, wallet_id, amount: pence(minor) }));
        Customer { wallet_id, phone, account_id }
    }

    /// Arms a code; its MAC.
    pub fn arm(
        &mut self,
        customer: &Customer,
        place: &Place,
        purpose: Purpose,
        approved: Approved,
    ) -> KeyedHash {
        let mac = hash(5_000_000 + u128::from(self.made));
        let arm = ArmCode {
            actor: Actor::System,
            wallet_id: customer.wallet_id,
            macs: [mac, hash(6_000_000 + u128::from(self.made))],
            purpose,
            pos: Some(Reference::Id(place.pos_id)),
            approved,
        };
        self.done(Body::ArmCode(arm));
        mac
    }

    /// A login.
    #[must_use]
    pub fn login(&self, customer: &Customer, place: &Place, mac: KeyedHash) -> OpenSession {
        OpenSession {
            key: place.key,
            pos: Reference::Id(place.pos_id),
            phone: customer.phone,
            mac,
            token: hash(7_000_000 + u128::from(self.made)),
        }
    }

    /// Arms a code and logs in with it.
    pub fn visit(
        &mut self,
        customer: &Customer,
        place: &Place,
        purpose: Purpose,
        approved: Approved,
    ) -> Visit {
        let mac = self.arm(customer, place, purpose, approved);
        self.login_with(customer, place, mac)
    }

    /// Logs in with an armed code.
    pub(super) fn login_with(&mut self, customer: &Customer, place: &Place, mac: KeyedHash) -> Visit {
        let login = self.login(customer, place, mac);
        let token = login.token;
        let operation_id: OperationId = match self.done(Body::OpenSession(login)) {
            Receipt::SessionOpened(opened) => opened.operation_id,
            other => unexpected(&other),
        };
        let call = SessionCall { key: place.key, token, operation_id, phone: Some(customer.phone) };
        Visit { call, account: Reference::Id(customer.account_id) }
    }
}

impl Visit {
    /// Withdraw.
    #[must_use]
    pub fn withdraw(&self, text: &str) -> Body {
        Body::Withdraw(Withdraw { call: self.call.clone(), account: self.account.clone(), sum: sum(text) })
    }

    /// Reverse.
    #[must_use]
    pub fn reverse(&self, text: &str) -> Body {
        let (call, account) = (self.call.clone(), self.account.clone());
        Body::Reverse(Reverse { call, account, sum: sum(text), transaction: None })
    }

    /// Deposit.
    #[must_use]
    pub fn deposit(&self, text: &str) -> Body {
        let call = self.call.clone();
        Body::Deposit(DepositCash {
            call,
            sum: sum(text),
            currency: currency("GBP"),
            sealed_metadata: vec![9],
        })
    }

    /// Say what became of the cash.
    #[must_use]
    pub fn tell(&self, told: Told, notes: Vec<Notes>) -> Body {
        Body::TellOutcome(TellOutcome { call: self.call.clone(), told, notes })
    }

    /// Print a receipt.
    #[must_use]
    pub fn print(&self, medium: PrintMedium, printed_at: Time) -> Body {
        Body::TellPrint(TellPrint { call: self.call.clone(), medium, printed_at })
    }

    /// Somebody of the operator takes its case, and writes what was found.
    #[must_use]
    pub fn note(&self, actor: Actor, assign_to: Option<&str>) -> Body {
        let (operation_id, assign_to) = (self.call.operation_id, assign_to.map(str::to_owned));
        Body::NoteCase(NoteCase { actor, operation_id, assign_to, sealed_text: vec![7, 8] })
    }

    /// Log out.
    #[must_use]
    pub fn close(&self) -> Body {
        Body::CloseSession(CloseSession { call: self.call.clone() })
    }

    /// The sweep finds it.
    #[must_use]
    pub const fn expire(&self) -> Body {
        Body::Expire(Expire { operation_id: self.call.operation_id })
    }
}

fn unexpected<T>(receipt: &Receipt) -> T {
    panic!("an unexpected receipt: {receipt:?}")
}

/// Every command, every end of a withdrawal, repeats and refusals.
#[must_use]
pub fn history() -> History {
    let mut history = History::begin();
    let owner = history.owner();
    let shop = history.place(owner, None);
    let imported = history.place(owner, Some("z128ffb-11a5-11l9-93p5-1231a8maf28"));
    let alice = history.customer(18_900);
    let bob = history.customer(5_000);
    settings(&mut history, &alice);
    cash_out(&mut history, &alice, &shop);
    reversals(&mut history, &bob, &imported);
    deposits(&mut history, &alice, &imported);
    outcomes(&mut history, &shop);
    fees(&mut history, &shop);
    guesses(&mut history, &bob, &shop);
    left_open(&mut history, &alice, &shop);
    tills(&mut history, owner);
    float(&mut history, &shop, &imported);
    staff(&mut history);
    approvals(&mut history, &shop);
    forgotten(&mut history, &shop);
    let batch_id = batches(&mut history, owner, [&shop, &imported]);
    reconciliations(&mut history, &shop, batch_id);
    switches(&mut history, &bob, &imported);
    people(&mut history);
    hiring(&mut history);
    limits(&mut history, &shop); // Last: its brake would pace what follows.
    history
}

fn settings(history: &mut History, alice: &Customer) {
    let actor = Actor::System;
    history.done(Body::SetPolicy(Policy { code_caps: vec![pence(100_000)], ..Policy::default() }));
    let key = RegisterOperatorKey { actor, hash: hash(42), person: "Ada".to_owned(), role: Role::Finance };
    history.done(Body::RegisterOperatorKey(key));
    let account =
        NewAccount { currency: currency("KWD"), alias: None, shown_id: Some("64e4a964-x".to_owned()) };
    history.done(Body::OpenAccount(OpenAccount { actor, wallet_id: alice.wallet_id, account }));
    let top_up =
        |actor, minor| Body::TopUp(TopUp { actor, wallet_id: alice.wallet_id, amount: pence(minor) });
    history.done(top_up(Actor::Operator(hash(42)), 100));
    history.refused(top_up(Actor::Operator(hash(43)), 100));
    history.refused(top_up(actor, -100));
}

fn cash_out(history: &mut History, alice: &Customer, shop: &Place) {
    let visit = history.visit(alice, shop, Purpose::Withdraw, Approved::Exactly(pence(1_000)));
    history.refused(visit.withdraw("11.00"));
    let withdraw = history.next(visit.withdraw("10.00"));
    let first = history.send(withdraw.clone());
    assert!(matches!(first.result, Ok(Receipt::Withdrawn(_))), "{first:?}");
    assert!(history.send(withdraw).replayed);
    history.refused(visit.withdraw("10.01"));
    history.done(visit.close());
    let print = history.next(visit.print(PrintMedium::Browser, Time::from_unix_ms(START_MS)));
    let original = history.send(print.clone());
    assert_eq!(original.result, Ok(Receipt::Printed(1)));
    assert!(history.send(print).replayed);
    assert_eq!(
        history.done(visit.print(PrintMedium::Printer, Time::from_unix_ms(i64::MAX))),
        Receipt::Printed(2)
    );
    history.pass_s(30);
}

fn reversals(history: &mut History, bob: &Customer, shop: &Place) {
    let whole = history.visit(bob, shop, Purpose::Withdraw, Approved::Exactly(pence(2_000)));
    history.done(whole.withdraw("20"));
    history.done(whole.reverse("20"));
    history.refused(whole.reverse("20.01"));
    history.done(whole.close());
    let part = history.visit(bob, shop, Purpose::Withdraw, Approved::UpTo(pence(2_000)));
    history.done(part.withdraw("15.00"));
    history.done(part.reverse("5.00"));
    history.done(part.close());
    history.done(part.reverse("1.00"));
    let before = history.visit(bob, shop, Purpose::Withdraw, Approved::Exactly(pence(100)));
    history.done(before.reverse("1.00"));
    history.refused(before.withdraw("1.00"));
    history.done(before.close());
    history.pass_s(30);
}

fn deposits(history: &mut History, alice: &Customer, shop: &Place) {
    let kept = history.visit(alice, shop, Purpose::Deposit, Approved::Any);
    history.done(kept.deposit("30.00"));
    history.done(kept.close());
    let undone = history.visit(alice, shop, Purpose::Any, Approved::UpTo(pence(9_000)));
    history.done(undone.deposit("7.00"));
    history.done(undone.reverse("7.00"));
    history.done(undone.close());
    history.pass_s(30);
}

fn guesses(history: &mut History, bob: &Customer, shop: &Place) {
    let mac = history.arm(bob, shop, Purpose::Withdraw, Approved::Exactly(pence(100)));
    for wrong in 0..4 {
        let login = history.login(bob, shop, hash(8_000_000 + wrong));
        history.refused(Body::OpenSession(login));
        history.pass_s(1);
    }
    let login = history.login(bob, shop, mac);
    history.refused(Body::OpenSession(login));
    history.done(Body::ConfirmWallet(ConfirmWallet { actor: Actor::System, wallet_id: bob.wallet_id }));
    history.arm(bob, shop, Purpose::Withdraw, Approved::Exactly(pence(100)));
    history.done(Body::CancelCode(CancelCode { actor: Actor::System, wallet_id: bob.wallet_id }));
    history.pass_s(30);
}

fn left_open(history: &mut History, alice: &Customer, shop: &Place) {
    let expired = history.visit(alice, shop, Purpose::Withdraw, Approved::Exactly(pence(300)));
    history.done(expired.withdraw("3.00"));
    history.pass_s(600);
    history.done(expired.expire());
    for _ in 0..3 {
        let open = history.visit(alice, shop, Purpose::Withdraw, Approved::Exactly(pence(200)));
        history.done(open.withdraw("2.00"));
        history.pass_s(1);
    }
}

fn staff(history: &mut History) {
    let mut key = |actor, number, role| {
        let key = RegisterOperatorKey { actor, hash: hash(number), person: "Beth".to_owned(), role };
        match history.done(Body::RegisterOperatorKey(key)) {
            Receipt::OperatorKeyRegistered(operator_key_id) => operator_key_id,
            other => unexpected(&other),
        }
    };
    let first = key(Actor::System, 44, Role::Admin);
    let actor = Actor::Operator(hash(44));
    let [second, auditor] = [(45, Role::Admin), (46, Role::Auditor)].map(|(of, role)| key(actor, of, role));
    let revoke =
        |actor, operator_key_id| Body::RevokeOperatorKey(RevokeOperatorKey { actor, operator_key_id });
    history.refused(revoke(Actor::Operator(hash(46)), first));
    history.done(revoke(actor, auditor));
    history.done(revoke(actor, second));
    history.refused(revoke(Actor::Operator(hash(45)), first));
    history.refused(revoke(actor, first));
}

fn forgotten(history: &mut History, shop: &Place) {
    let customer = history.customer(500);
    let (actor, wallet_id) = (Actor::System, customer.wallet_id);
    let last = history.visit(&customer, shop, Purpose::Withdraw, Approved::Exactly(pence(500)));
    history.done(last.withdraw("5.00"));
    history.refused(Body::EraseWallet(EraseWallet { actor, wallet_id }));
    history.done(last.close());
    history.refused(Body::EraseWallet(EraseWallet { actor, wallet_id }));
    history.pass_s(86_400 + 600);
    history.done(Body::EraseWallet(EraseWallet { actor, wallet_id }));
    history.refused(Body::TopUp(TopUp { actor, wallet_id, amount: pence(1) }));
}

fn switches(history: &mut History, bob: &Customer, shop: &Place) {
    let actor = Actor::System;
    let pos = Reference::Id(shop.pos_id);
    history.done(Body::FreezeWallet(FreezeWallet { actor, wallet_id: bob.wallet_id, frozen: true }));
    history.done(Body::DisablePos(DisablePos { actor, pos: pos.clone(), disabled: true }));
    history.done(Body::RevokeKey(RevokeKey { actor, pos, key_id: shop.key_id }));
    history.done(Body::StopPayouts(StopPayouts { actor, reason: Some("a drill".to_owned()) }));
    history.done(Body::StopPayouts(StopPayouts { actor, reason: None }));
}

/// A wallet of 25 GBP whose four open sessions each have a withdrawal of 10 GBP that is not yet sent.
#[derive(Debug, Clone)]
pub(super) struct Rush {
    /// The wallet's account.
    pub(super) account: AccountKey,
    /// The withdrawals.
    pub(super) withdrawals: Vec<Command>,
}

/// So many wallets with a [`Rush`] each, at one POS, whose `cash_pending` is the account.
#[must_use]
pub(super) fn rushes(wallets: usize) -> (History, AccountKey, Vec<Rush>) {
    let mut history = History::begin();
    let owner = history.owner();
    let shop = history.place(owner, None);
    let customers: Vec<Customer> = (0..wallets).map(|_| history.customer(2_500)).collect();
    let mut rush = |customer: &Customer| {
        let mut visit = || history.visit(customer, &shop, Purpose::Withdraw, Approved::Exactly(pence(1_000)));
        let visits = [visit(), visit(), visit(), visit()];
        let withdrawals = visits.iter().map(|visit| history.next(visit.withdraw("10.00"))).collect();
        Rush { account: AccountKey::wallet(customer.wallet_id, currency("GBP")), withdrawals }
    };
    let rushes = customers.iter().map(&mut rush).collect();
    (history, AccountKey::of_pos(AccountKind::CashPending, shop.pos_id, currency("GBP")), rushes)
}

/// Two sessions of a wallet that holds 11 GBP: in one a withdrawal of 10, its reversal and the logout, in the
/// other a withdrawal of 10. None is sent yet.
#[must_use]
pub(super) fn quarrel() -> (History, Vec<Command>) {
    let mut history = History::begin();
    let owner = history.owner();
    let shop = history.place(owner, None);
    let customer = history.customer(1_100);
    let [first, second] =
        [(); 2].map(|()| history.visit(&customer, &shop, Purpose::Withdraw, Approved::UpTo(pence(1_000))));
    let bodies = [first.withdraw("10.00"), first.reverse("10.00"), first.close(), second.withdraw("10.00")];
    let commands = bodies.into_iter().map(|body| history.next(body)).collect();
    (history, commands)
}

/// Two sessions of a wallet that holds 10 GBP, and a withdrawal of 10 GBP in each, not yet sent.
#[must_use]
pub(super) fn race() -> (History, AccountKey, [Command; 2]) {
    let mut history = History::begin();
    let owner = history.owner();
    let shop = history.place(owner, None);
    let customer = history.customer(1_000);
    let visits =
        [(); 2].map(|()| history.visit(&customer, &shop, Purpose::Withdraw, Approved::Exactly(pence(1_000))));
    let race = visits.map(|visit| history.next(visit.withdraw("10.00")));
    (history, AccountKey::wallet(customer.wallet_id, currency("GBP")), race)
}
