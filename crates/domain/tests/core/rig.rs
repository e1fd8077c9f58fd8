//! A core with one owner, one POS, one key and one customer, on rows kept in maps.

use std::collections::BTreeMap;

use specie_domain::command::{
    Actor, AddKey, ArmCode, CloseSession, DepositCash, Expire, NewAccount, OpenSession, OpenWallet, Prefund,
    Proof, Propose, RegisterOwner, RegisterPos, Reverse, SessionCall, TellOutcome, TopUp, TransactionName,
    Withdraw,
};
use specie_domain::ids::{Fresh, KeyId, OperationId, OwnerId, PosId, Reference, WalletId};
use specie_domain::rows::{
    Account, AccountKey, AccountKind, Approved, BalanceView, Book, Case, Event, EventKind, Notes, Profile,
    Proposed, Purpose, Session, Told, Transfer, Withdrawal,
};
use specie_domain::{
    Body, Command, Head, Idempotency, Key, KeyedHash, Missing, Outcome, Receipt, Record, Refusal, Row, Time,
    WorkingSet, decide,
};
use specie_money::{Currency, Decimal, Money};

/// 2023-11-14T22:13:00Z, the start of a half-minute.
pub(crate) const START_MS: i64 = 1_699_999_980_000;
pub(crate) const ACCOUNT: &str = "64e4a964-53b5-11e9-8495-02f0df928b";
pub(crate) const POS: &str = "z128ffb-11a5-11l9-93p5-1231a8maf28";

pub(crate) fn gbp() -> Currency {
    Currency::from_code("GBP").unwrap()
}

pub(crate) fn pounds(text: &str) -> Money {
    Money::parse(text, gbp()).unwrap()
}

pub(crate) fn hash(text: &str) -> KeyedHash {
    let mut bytes = [0; 16];
    for (place, byte) in text.bytes().enumerate() {
        bytes[place % 16] ^= byte.rotate_left(u32::try_from(place / 16).unwrap());
    }
    KeyedHash::new(bytes)
}

pub(crate) struct Rig {
    set: WorkingSet,
    pub(crate) rows: BTreeMap<Key, Row>,
    pub(crate) transfers: Vec<Transfer>,
    pub(crate) events: Vec<Event>,
    pub(crate) now: Time,
    pub(crate) draws: u64,
    pub(crate) wallet_id: WalletId,
    pub(crate) owner_id: OwnerId,
    pub(crate) pos_id: PosId,
    pub(crate) key_id: KeyId,
    pub(crate) token: KeyedHash,
    pub(crate) idempotency: Option<&'static str>,
    pub(crate) proof: Option<Proof>,
}

impl Rig {
    /// A POS with 1,000.00 GBP of float and a customer with 189.00 GBP.
    pub(crate) fn new() -> Self {
        let fresh = Fresh(1);
        let now = Time::from_unix_ms(START_MS);
        let mut rig = Self {
            set: WorkingSet::new(Head::default()),
            rows: BTreeMap::new(),
            transfers: Vec::new(),
            events: Vec::new(),
            now,
            draws: 1,
            wallet_id: WalletId::new(now, fresh, fresh.bucket()),
            owner_id: OwnerId::from_u128(0),
            pos_id: PosId::from_u128(0),
            key_id: KeyId::from_u128(0),
            token: hash("token"),
            idempotency: None,
            proof: None,
        };
        rig.owner_id = rig.add_owner("Corner shops");
        rig.pos_id = rig.add_pos(rig.owner_id, Some(POS));
        rig.key_id = rig.add_key(rig.pos_id, "key");
        rig.ok(Body::Prefund(Prefund {
            actor: Actor::System,
            pos: Reference::Id(rig.pos_id),
            amount: pounds("1000.00"),
        }));
        rig.add_wallet(rig.wallet_id, "phone", Some(ACCOUNT));
        rig.top_up(rig.wallet_id, pounds("189.00"));
        rig
    }

    /// The same core, to go on another way.
    pub(crate) fn fork(&self) -> Self {
        Self {
            set: WorkingSet::new(self.set.head()),
            rows: self.rows.clone(),
            transfers: self.transfers.clone(),
            events: self.events.clone(),
            ..*self
        }
    }

    /// Decides one command as an engine would, and keeps what it changed.
    pub(crate) fn run(&mut self, body: Body) -> Outcome {
        self.draws += 1;
        let idempotency = self
            .idempotency
            .map(|value| Idempotency { name: hash(value), fingerprint: hash(&fingerprint(&body)) });
        let command = Command {
            at: self.now,
            fresh: Fresh(self.draws * 0x1_0000_0001),
            idempotency,
            proof: self.proof,
            body,
        };
        let decision = loop {
            match decide(&mut self.set, &command) {
                Ok(decision) => break decision,
                Err(Missing(keys)) => {
                    for key in keys {
                        let row = self.rows.get(&key).cloned();
                        self.set.learn(key, row);
                    }
                }
            }
        };
        let changes = self.set.take_changes();
        let any = !changes.rows.is_empty() || !changes.transfers.is_empty();
        assert_eq!(decision.changed, any, "a command that changed something says so");
        for row in changes.rows {
            row.keep_in(&mut self.rows);
        }
        self.transfers.extend(changes.transfers);
        self.events.extend(changes.events);
        if self.draws.is_multiple_of(3) {
            self.set.forget(); // As an engine with little memory would.
        }
        self.check_books();
        decision.outcome
    }

    pub(crate) fn ok(&mut self, body: Body) -> Receipt {
        let outcome = self.run(body);
        outcome.result.unwrap_or_else(|refusal| panic!("refused: {refusal:?}"))
    }

    pub(crate) fn pass_ms(&mut self, ms: i64) {
        self.now = Time::from_unix_ms(self.now.unix_ms() + ms);
    }

    pub(crate) fn pass_s(&mut self, seconds: i64) {
        self.pass_ms(seconds * 1000);
    }

    pub(crate) fn add_owner(&mut self, name: &str) -> OwnerId {
        match self.ok(Body::RegisterOwner(RegisterOwner { actor: Actor::System, name: name.to_owned() })) {
            Receipt::OwnerRegistered(owner_id) => owner_id,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn add_pos(&mut self, owner_id: OwnerId, shown_id: Option<&str>) -> PosId {
        let body = RegisterPos {
            actor: Actor::System,
            owner_id,
            name: "Corner shop".to_owned(),
            shown_id: shown_id.map(ToOwned::to_owned),
            currencies: vec![gbp(), Currency::from_code("JPY").unwrap(), Currency::from_code("KWD").unwrap()],
            credit_lines: vec![pounds("50.00")],
        };
        match self.ok(Body::RegisterPos(body)) {
            Receipt::PosRegistered(pos_id) => pos_id,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn add_key(&mut self, pos_id: PosId, key: &str) -> KeyId {
        let body = AddKey {
            actor: Actor::System,
            pos: Reference::Id(pos_id),
            hash: hash(key),
            sealed_secret: Vec::new(),
            profile: Profile::Plain,
            salt_bytes: None,
            networks: Vec::new(),
            balance_view: BalanceView::Full,
            currencies: Vec::new(),
        };
        match self.ok(Body::AddKey(body)) {
            Receipt::KeyAdded(key_id) => key_id,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn add_wallet(&mut self, wallet_id: WalletId, phone: &str, shown_id: Option<&str>) {
        let accounts =
            vec![NewAccount { currency: gbp(), alias: None, shown_id: shown_id.map(ToOwned::to_owned) }];
        self.ok(Body::OpenWallet(OpenWallet {
            actor: Actor::System,
            wallet_id,
            phone: hash(phone),
            sealed_phone: Vec::new(),
            accounts,
        }));
    }

    pub(crate) fn top_up(&mut self, wallet_id: WalletId, amount: Money) {
        self.ok(Body::TopUp(TopUp { actor: Actor::System, wallet_id, amount }));
    }

    pub(crate) fn arming(&self, code: &str, approved: Approved) -> ArmCode {
        ArmCode {
            actor: Actor::System,
            wallet_id: self.wallet_id,
            macs: [hash(code), hash(&format!("other {code}"))],
            purpose: Purpose::Withdraw,
            pos: Some(Reference::Id(self.pos_id)),
            approved,
        }
    }

    pub(crate) fn arm(&mut self, code: &str, approved: Approved) -> Receipt {
        let body = self.arming(code, approved);
        self.ok(Body::ArmCode(body))
    }

    pub(crate) fn logging_in(&self, code: &str) -> OpenSession {
        OpenSession {
            key: hash("key"),
            pos: Reference::Id(self.pos_id),
            phone: hash("phone"),
            mac: hash(code),
            token: self.token,
        }
    }

    pub(crate) fn login(&mut self, code: &str) -> Outcome {
        let body = self.logging_in(code);
        self.run(Body::OpenSession(body))
    }

    /// Arms a code for up to 150.00 GBP and opens a session with it.
    pub(crate) fn session(&mut self) -> OperationId {
        self.session_for(Approved::UpTo(pounds("150.00")), Purpose::Withdraw)
    }

    pub(crate) fn session_for(&mut self, approved: Approved, purpose: Purpose) -> OperationId {
        let code = format!("code {}", self.draws);
        let arming = ArmCode { purpose, ..self.arming(&code, approved) };
        match self.ok(Body::ArmCode(arming)) {
            Receipt::CodeArmed(armed) => {
                let wait = armed.valid_from.ms_since(self.now).max(0);
                self.pass_ms(wait);
            }
            other => panic!("{other:?}"),
        }
        match self.login(&code).result {
            Ok(Receipt::SessionOpened(opened)) => opened.operation_id,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn call(&self, operation_id: OperationId) -> SessionCall {
        SessionCall { key: hash("key"), token: self.token, operation_id, phone: None }
    }

    pub(crate) fn withdraw(&mut self, operation_id: OperationId, sum: &str) -> Outcome {
        let call = self.call(operation_id);
        let sum = Decimal::parse(sum).unwrap();
        self.run(Body::Withdraw(Withdraw { call, account: ACCOUNT.parse().unwrap(), sum }))
    }

    pub(crate) fn deposit(&mut self, operation_id: OperationId, sum: &str) -> Outcome {
        let call = self.call(operation_id);
        let sum = Decimal::parse(sum).unwrap();
        self.run(Body::Deposit(DepositCash {
            call,
            sum,
            currency: gbp(),
            sealed_metadata: b"first".to_vec(),
        }))
    }

    pub(crate) fn reverse(&mut self, operation_id: OperationId, sum: &str) -> Outcome {
        self.reverse_named(operation_id, sum, None)
    }

    pub(crate) fn reverse_named(
        &mut self,
        operation_id: OperationId,
        sum: &str,
        transaction: Option<TransactionName>,
    ) -> Outcome {
        let call = self.call(operation_id);
        let sum = Decimal::parse(sum).unwrap();
        self.run(Body::Reverse(Reverse { call, account: ACCOUNT.parse().unwrap(), sum, transaction }))
    }

    pub(crate) fn logout(&mut self, operation_id: OperationId) -> Outcome {
        let call = self.call(operation_id);
        self.run(Body::CloseSession(CloseSession { call }))
    }

    pub(crate) fn tell(&mut self, operation_id: OperationId, told: Told) -> Outcome {
        self.tell_counted(operation_id, told, Vec::new())
    }

    pub(crate) fn tell_counted(
        &mut self,
        operation_id: OperationId,
        told: Told,
        notes: Vec<Notes>,
    ) -> Outcome {
        let call = self.call(operation_id);
        self.run(Body::TellOutcome(TellOutcome { call, told, notes }))
    }

    pub(crate) fn case(&self, operation_id: OperationId) -> Option<Case> {
        match self.row::<Case>(operation_id) {
            Some(Row::Case(case)) => Some((*case).clone()),
            _ => None,
        }
    }

    /// What is under investigation at the POS, minor units.
    pub(crate) fn suspense(&self) -> i64 {
        self.balance(AccountKey::of_pos(AccountKind::Suspense, self.pos_id, gbp()))
    }

    pub(crate) fn expire(&mut self, operation_id: OperationId) {
        self.ok(Body::Expire(Expire { operation_id }));
    }

    pub(crate) fn row<R: Record>(&self, key: R::Key) -> Option<Row> {
        self.rows.get(&R::any_key(key)).cloned()
    }

    pub(crate) fn session_row(&self, operation_id: OperationId) -> Session {
        match self.row::<Session>(operation_id) {
            Some(Row::Session(session)) => (*session).clone(),
            other => panic!("{other:?}"),
        }
    }

    /// The only withdrawal, if there is one.
    pub(crate) fn withdrawal(&self) -> Option<Withdrawal> {
        self.rows.values().find_map(|row| match row {
            Row::Withdrawal(withdrawal) => Some((**withdrawal).clone()),
            _ => None,
        })
    }

    pub(crate) fn balance(&self, key: AccountKey) -> i64 {
        match self.row::<Account>(key) {
            Some(Row::Account(account)) => account.balance,
            _ => 0,
        }
    }

    /// Wallet, cash_pending and POS, minor units.
    pub(crate) fn money(&self) -> (i64, i64, i64) {
        (
            self.balance(AccountKey::wallet(self.wallet_id, gbp())),
            self.balance(AccountKey::of_pos(AccountKind::CashPending, self.pos_id, gbp())),
            self.balance(AccountKey::of_pos(AccountKind::Pos, self.pos_id, gbp())),
        )
    }

    pub(crate) fn count_events(&self, kind: EventKind) -> usize {
        self.events.iter().filter(|event| event.kind == kind).count()
    }

    /// The invariants 1 to 4 of cash-lifecycle.md section 7.
    pub(crate) fn check_books(&self) {
        let mut sums: BTreeMap<(Book, Currency), i128> = BTreeMap::new();
        let mut pending: BTreeMap<AccountKey, i64> = BTreeMap::new();
        for row in self.rows.values() {
            if let Row::Account(account) = row {
                *sums.entry((account.key.kind.book(), account.key.currency)).or_default() +=
                    i128::from(account.balance);
                assert!(!account.key.kind.has_floor() || account.balance >= 0, "{account:?}");
                self.check_entries(account);
            }
            if let Row::Withdrawal(withdrawal) = row {
                let Withdrawal { pos_id, currency, held, paid, returned, amount, .. } = **withdrawal;
                assert_eq!(held + paid + returned, amount);
                let fee = if held > 0 { withdrawal.fee } else { 0 };
                for (kind, part) in [(AccountKind::CashPending, held), (AccountKind::FeePending, fee)] {
                    *pending.entry(AccountKey::of_pos(kind, pos_id, currency)).or_default() += part;
                }
                self.check_cash(withdrawal);
            }
        }
        assert!(sums.values().all(|sum| *sum == 0), "{sums:?}");
        self.check_settlement();
        for (account, held) in pending {
            assert_eq!(self.balance(account), held, "{account:?} is what is held");
        }
        assert!(self.transfers.iter().zip(1..).all(|(transfer, number)| transfer.number == number));
        assert!(self.events.iter().zip(1..).all(|(event, number)| event.number == number));
    }

    /// Invariant 7: the cash that left the cash book for a withdrawal is what was ever dispensed of it.
    fn check_cash(&self, withdrawal: &Withdrawal) {
        let operation_id = Some(withdrawal.operation_id);
        let own = self.transfers.iter().filter(|transfer| transfer.operation_id == operation_id);
        let left: i64 = own
            .map(|transfer| match (transfer.debit.account.kind, transfer.credit.account.kind) {
                (_, AccountKind::TillSource) => transfer.amount,
                (AccountKind::TillSource, _) => -transfer.amount,
                _ => 0,
            })
            .sum();
        let dispensed = withdrawal.paid + withdrawal.paid_late + withdrawal.cash_out;
        let expected = if withdrawal.till_session_id.is_some() { dispensed } else { 0 };
        assert_eq!(left, expected, "{withdrawal:?}");
    }

    /// What is due to owners is what their batches say; what no batch settles is the float that was brought.
    fn check_settlement(&self) {
        let (mut due, mut float) = (BTreeMap::<AccountKey, i64>::new(), BTreeMap::<AccountKey, i64>::new());
        for row in self.rows.values() {
            match row {
                Row::SettleBatch(batch) => {
                    let (owner_id, currency) = (batch.key.owner_id, batch.key.currency);
                    let key = AccountKey::of_owner(AccountKind::SettlementDue, owner_id, currency);
                    *due.entry(key).or_default() += batch.due;
                }
                Row::SettleWindow(window) => *float.entry(window.account).or_default() -= window.float,
                Row::Account(account) if account.key.kind == AccountKind::SettlementDue => {
                    *due.entry(account.key).or_default() -= account.balance;
                }
                _ => {}
            }
        }
        for transfer in self.transfers.iter().filter(|transfer| transfer.reason.is_float()) {
            for (side, amount) in [(transfer.debit, -transfer.amount), (transfer.credit, transfer.amount)] {
                if side.account.kind == AccountKind::Pos {
                    *float.entry(side.account).or_default() += amount;
                }
            }
        }
        assert!(due.values().chain(float.values()).all(|rest| *rest == 0), "{due:?} {float:?}");
    }

    /// The chain of an account's entries leads from what the account says to its first entry.
    fn check_entries(&self, account: &Account) {
        let (mut balance, mut last) = (0, 0);
        let own =
            self.transfers.iter().filter_map(|transfer| Some((transfer, transfer.side_of(&account.key)?)));
        let mut count = 0;
        for ((transfer, (side, amount, _)), entry) in own.zip(1..) {
            balance += amount;
            assert_eq!((side.entry, side.balance, side.before), (entry, balance, last), "{transfer:?}");
            (last, count) = (transfer.number, entry);
        }
        assert_eq!((account.balance, account.entries, account.last_transfer), (balance, count, last));
    }
}

/// What makes two requests the same, without the secrets that differ between them.
fn fingerprint(body: &Body) -> String {
    match body {
        Body::OpenSessionOffline(device) => fingerprint(&Body::OpenSession(device.login.clone())),
        Body::OpenSession(login) => format!("login {:?} {:?}", login.pos, login.mac.as_bytes()),
        Body::ArmCodeOver(over) => fingerprint(&Body::ArmCode(over.arm.clone())),
        Body::ArmCode(arm) => format!("arm {:?} {:?}", arm.pos, arm.approved),
        Body::RegisterOperatorKey(key) => format!("operator key {} {:?}", key.person, key.role),
        Body::Propose(Propose { what: Proposed::AddKey(key), .. }) => {
            format!("proposed key {} {:?}", key.person, key.role)
        }
        other => format!("{other:?}"),
    }
}

/// The refusal an outcome is.
#[track_caller]
pub(crate) fn refusal(outcome: Outcome) -> Refusal {
    match outcome.result {
        Err(refusal) => refusal,
        Ok(receipt) => panic!("not refused: {receipt:?}"),
    }
}
