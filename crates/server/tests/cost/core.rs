//! The core alone, on one thread: decisions, the one batch loop, the bytes of journal rows. Codes are armed before;
//! measured are the three commands of a cash-out, 64 together. No engine: the working set holds every row there is.

use std::convert::Infallible;

use specie_domain::command::{
    Actor, AddKey, ArmCode, CloseSession, NewAccount, OpenSession, OpenWallet, RegisterOwner, RegisterPos,
    SessionCall, TopUp, Withdraw,
};
use specie_domain::ids::{AccountId, Fresh, OperationId, OwnerId, PosId, Reference, WalletId};
use specie_domain::rows::{Approved, BalanceView, Profile, Purpose};
use specie_domain::{Body, Command, KeyedHash, Receipt, Time, WorkingSet};
use specie_money::{Currency, Decimal, Money};
use specie_store::{Tail, run_batch};

use crate::callgrind::{can_count, inside};
use crate::figures::Figure;

/// Cash-outs that are measured, each of another wallet.
const CASH_OUTS: u64 = 1024;
/// Commands decided together.
const TOGETHER: usize = 64;
const POS: u64 = 64;
/// 2023-11-14T22:13:00Z, the start of a code's window.
const AT: Time = Time::from_unix_ms(1_699_999_980_000);
/// One cash-out at a hot POS may cost so many thousandths of one among many: 0.95 of their rate.
const HOT_PERMILLE_MAX: u64 = 1_050;

#[derive(Default)]
struct Core {
    set: WorkingSet,
    tail: Tail,
    commands: u64,
}

/// A customer at a POS.
struct Visit {
    number: u64,
    wallet_id: WalletId,
    account_id: AccountId,
    place: (PosId, KeyedHash),
    operation_id: OperationId,
}

fn hash(kind: u64, number: u64) -> KeyedHash {
    KeyedHash::new((u128::from(kind) << 64 | u128::from(number)).to_be_bytes())
}

fn ten_pounds() -> (Money, Decimal) {
    let gbp = Currency::from_code("GBP").unwrap();
    (Money::parse("10.00", gbp).unwrap(), Decimal::parse("10").unwrap())
}

impl Core {
    fn command(&mut self, body: Body) -> Command {
        self.commands += 1;
        let fresh = Fresh(self.commands.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        Command { at: AT, fresh, idempotency: None, proof: None, body }
    }

    fn decide(&mut self, commands: &[Command]) -> Vec<Receipt> {
        let nothing_else = |keys: &[_]| Ok::<_, Infallible>(vec![None; keys.len()]);
        let batch = run_batch(&mut self.set, commands, nothing_else).unwrap();
        let _row = self.tail.write(batch.kept.iter().map(|place| &commands[*place]));
        batch.outcomes.into_iter().map(|outcome| outcome.result.unwrap()).collect()
    }

    fn decide_one(&mut self, body: Body) -> Receipt {
        let command = self.command(body);
        self.decide(&[command]).pop().unwrap()
    }

    fn open_owner(&mut self) -> OwnerId {
        let owner = RegisterOwner { actor: Actor::System, name: "Counters".to_owned() };
        let Receipt::OwnerRegistered(owner_id) = self.decide_one(Body::RegisterOwner(owner)) else {
            panic!("no owner")
        };
        owner_id
    }

    fn open_pos(&mut self, owner_id: OwnerId, number: u64) -> (PosId, KeyedHash) {
        let pos = RegisterPos {
            actor: Actor::System,
            owner_id,
            name: "Counter".to_owned(),
            shown_id: None,
            currencies: vec![ten_pounds().0.currency()],
            credit_lines: Vec::new(),
        };
        let Receipt::PosRegistered(pos_id) = self.decide_one(Body::RegisterPos(pos)) else {
            panic!("no POS")
        };
        let key = AddKey {
            actor: Actor::System,
            pos: Reference::Id(pos_id),
            hash: hash(1, number),
            sealed_secret: Vec::new(),
            profile: Profile::Plain,
            salt_bytes: None,
            networks: Vec::new(),
            balance_view: BalanceView::Full,
            currencies: Vec::new(),
        };
        self.decide_one(Body::AddKey(key));
        (pos_id, hash(1, number))
    }

    /// A customer with a code for ten pounds at a POS.
    fn open_visit(&mut self, number: u64, place: (PosId, KeyedHash)) -> Visit {
        let sum = ten_pounds().0;
        let fresh = Fresh(number);
        let open = OpenWallet {
            actor: Actor::System,
            wallet_id: WalletId::new(AT, fresh, fresh.bucket()),
            phone: hash(2, number),
            sealed_phone: vec![0; 53],
            accounts: vec![NewAccount { currency: sum.currency(), alias: None, shown_id: None }],
        };
        let Receipt::WalletOpened(wallet_id, accounts) = self.decide_one(Body::OpenWallet(open)) else {
            panic!("no wallet")
        };
        self.decide_one(Body::TopUp(TopUp { actor: Actor::System, wallet_id, amount: sum }));
        self.decide_one(Body::ArmCode(ArmCode {
            actor: Actor::System,
            wallet_id,
            macs: [hash(3, number), hash(4, number)],
            purpose: Purpose::Withdraw,
            pos: Some(Reference::Id(place.0)),
            approved: Approved::Exactly(sum),
        }));
        Visit { number, wallet_id, account_id: accounts[0], place, operation_id: OperationId::from_u128(0) }
    }
}

/// The measured part.
#[inline(never)]
fn measured_cash_outs_of_the_core(core: &mut Core, visits: &mut [Visit]) {
    for together in visits.chunks_mut(TOGETHER) {
        let logins: Vec<Command> = together.iter().map(|visit| core.command(login(visit))).collect();
        for (visit, receipt) in together.iter_mut().zip(core.decide(&logins)) {
            let Receipt::SessionOpened(opened) = receipt else { panic!("no session") };
            visit.operation_id = opened.operation_id;
        }
        let withdrawals: Vec<Command> =
            together.iter().map(|visit| core.command(withdrawal(visit))).collect();
        core.decide(&withdrawals);
        let logouts =
            together.iter().map(|visit| core.command(Body::CloseSession(CloseSession { call: call(visit) })));
        let logouts: Vec<Command> = logouts.collect();
        core.decide(&logouts);
    }
}

fn login(visit: &Visit) -> Body {
    Body::OpenSession(OpenSession {
        key: visit.place.1,
        pos: Reference::Id(visit.place.0),
        phone: hash(2, visit.number),
        mac: hash(3, visit.number),
        token: hash(5, visit.number),
    })
}

fn withdrawal(visit: &Visit) -> Body {
    let account = Reference::Id(visit.account_id);
    Body::Withdraw(Withdraw { call: call(visit), account, sum: ten_pounds().1 })
}

fn call(visit: &Visit) -> SessionCall {
    SessionCall {
        key: visit.place.1,
        token: hash(5, visit.number),
        operation_id: visit.operation_id,
        phone: Some(hash(2, visit.number)),
    }
}

/// Everybody comes once, at so many POS.
fn pay_out(pos: u64) {
    let mut core = Core::default();
    let owner_id = core.open_owner();
    let places: Vec<_> = (0..POS).map(|number| core.open_pos(owner_id, number)).collect();
    let visits = (0..CASH_OUTS).zip(places.iter().take(usize::try_from(pos).unwrap()).cycle());
    let visits: Vec<(u64, (PosId, KeyedHash))> = visits.map(|(number, place)| (number, *place)).collect();
    let mut visits: Vec<Visit> =
        visits.into_iter().map(|(number, place)| core.open_visit(number, place)).collect();
    let before = core.set.head();
    measured_cash_outs_of_the_core(&mut core, &mut visits);
    let after = core.set.head();
    assert_eq!(after.commands - before.commands, 3 * CASH_OUTS);
    assert!(visits.iter().all(|visit| visit.wallet_id.bucket() == visit.operation_id.bucket()));
}

#[test]
fn the_core_pays_out_at_many_pos() {
    pay_out(POS);
}

#[test]
fn the_core_pays_out_at_one_hot_pos() {
    pay_out(1);
}

#[test]
fn a_cash_out_takes_the_core_no_more_instructions_than_committed_also_at_a_hot_pos() {
    if !can_count() {
        return;
    }
    let of = |test| inside("measured_cash_outs_of_the_core", test) * 1000 / CASH_OUTS;
    let spread = of("core::the_core_pays_out_at_many_pos");
    let hot = of("core::the_core_pays_out_at_one_hot_pos");
    Figure::CoreInstructions.judge(spread);
    Figure::CoreInstructionsHot.judge(hot);
    let ratio = hot * 1000 / spread;
    assert!(ratio <= HOT_PERMILLE_MAX, "a hot POS costs {ratio} thousandths of many");
}
