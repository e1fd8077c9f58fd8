//! Who may do what, and the limits on what is registered.

use specie_domain::command::{
    Actor, AddKey, EraseWallet, FreezeWallet, NewAccount, OpenAccount, OpenWallet, RegisterOperatorKey,
    RegisterOwner, RegisterPos, RevokeKey, RevokeOperatorKey, TopUp,
};
use specie_domain::ids::{Fresh, OperatorKeyId, Reference, WalletId};
use specie_domain::outcome::{Limit, Thing};
use specie_domain::rows::{Approved, BalanceView, Profile, Purpose, Role, Told};
use specie_domain::{Body, Receipt, Refusal};

use crate::rig::{Rig, gbp, hash, pounds, refusal};

fn key_of(rig: &mut Rig, role: Role) -> Actor {
    named_key(rig, Actor::System, &format!("{role:?}"), role).0
}

/// A new operator key of this name.
fn named_key(rig: &mut Rig, actor: Actor, name: &str, role: Role) -> (Actor, OperatorKeyId) {
    let body = RegisterOperatorKey { actor, hash: hash(name), person: name.to_owned(), role };
    match rig.ok(Body::RegisterOperatorKey(body)) {
        Receipt::OperatorKeyRegistered(operator_key_id) => (Actor::Operator(hash(name)), operator_key_id),
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_role_may_do_its_own_and_no_more() {
    let mut rig = Rig::new();
    let wallet_id = rig.wallet_id;
    for (role, may_register, may_top_up) in [
        (Role::Admin, true, true),
        (Role::Finance, false, true),
        (Role::WalletBackend, false, true),
        (Role::Auditor, false, false),
    ] {
        let actor = key_of(&mut rig, role);
        let register = rig.run(Body::RegisterOwner(RegisterOwner { actor, name: "X".to_owned() }));
        let top_up = rig.run(Body::TopUp(TopUp { actor, wallet_id, amount: pounds("1") }));
        for (outcome, may) in [(register, may_register), (top_up, may_top_up)] {
            assert_eq!(outcome.result.is_ok(), may, "{role:?}");
            assert!(may || outcome.result == Err(Refusal::RoleForbids));
        }
    }
    let nobody = Actor::Operator(hash("nobody"));
    let outcome = rig.run(Body::RegisterOwner(RegisterOwner { actor: nobody, name: "X".to_owned() }));
    assert_eq!(refusal(outcome), Refusal::KeyNotKnown);
}

#[test]
fn a_revoked_operator_key_opens_nothing_from_the_next_command_on() {
    let mut rig = Rig::new();
    let (ada, ada_id) = named_key(&mut rig, Actor::System, "Ada", Role::Admin);
    let (finance, finance_id) = named_key(&mut rig, ada, "Finn", Role::Finance);
    let revoke =
        |actor, operator_key_id| Body::RevokeOperatorKey(RevokeOperatorKey { actor, operator_key_id });
    assert_eq!(refusal(rig.run(revoke(finance, finance_id))), Refusal::RoleForbids);
    let unknown = OperatorKeyId::from_u128(7);
    assert_eq!(refusal(rig.run(revoke(ada, unknown))), Refusal::NotFound(Thing::OperatorKey));
    rig.ok(revoke(ada, finance_id));
    rig.ok(revoke(ada, finance_id));
    let top_up = Body::TopUp(TopUp { actor: finance, wallet_id: rig.wallet_id, amount: pounds("1") });
    assert_eq!(refusal(rig.run(top_up)), Refusal::KeyNotKnown);
    let (_, beth_id) = named_key(&mut rig, ada, "Beth", Role::Admin);
    rig.ok(revoke(ada, ada_id));
    assert_eq!(refusal(rig.run(revoke(ada, beth_id))), Refusal::KeyNotKnown, "also for itself");
}

#[test]
fn the_last_live_key_that_may_do_everything_cannot_be_revoked() {
    let mut rig = Rig::new();
    let (ada, ada_id) = named_key(&mut rig, Actor::System, "Ada", Role::Admin);
    named_key(&mut rig, ada, "Otto", Role::Auditor);
    let revoke =
        |actor, operator_key_id| Body::RevokeOperatorKey(RevokeOperatorKey { actor, operator_key_id });
    for actor in [ada, Actor::System] {
        assert_eq!(refusal(rig.run(revoke(actor, ada_id))), Refusal::LastAdminKey(ada_id));
    }
    let (beth, beth_id) = named_key(&mut rig, ada, "Beth", Role::Admin);
    rig.ok(revoke(beth, ada_id));
    rig.ok(revoke(beth, ada_id));
    assert_eq!(refusal(rig.run(revoke(beth, beth_id))), Refusal::LastAdminKey(beth_id));
}

#[test]
fn an_operator_key_is_shown_once_also_under_its_idempotency_value() {
    let mut rig = Rig::new();
    rig.idempotency = Some("a value");
    let register = |name: &str| {
        let person = "Ada".to_owned();
        let key = RegisterOperatorKey { actor: Actor::System, hash: hash(name), person, role: Role::Admin };
        Body::RegisterOperatorKey(key)
    };
    rig.ok(register("first key"));
    assert!(rig.run(register("first key")).replayed, "the very command, its outcome not known");
    let before = rig.rows.len();
    assert_eq!(refusal(rig.run(register("second key"))), Refusal::SecretShownOnce);
    rig.idempotency = None;
    assert_eq!(refusal(rig.run(register("first key"))), Refusal::Exists(Thing::OperatorKey));
    assert_eq!(rig.rows.len(), before);
}

#[test]
fn a_refused_wallet_leaves_nothing_behind() {
    let mut rig = Rig::new();
    let before = rig.rows.len();
    let account = |currency: &str, shown_id: Option<&str>| NewAccount {
        currency: specie_money::Currency::from_code(currency).unwrap(),
        alias: None,
        shown_id: shown_id.map(ToOwned::to_owned),
    };
    let taken = crate::rig::ACCOUNT.to_uppercase();
    let ours = rig.wallet_id.to_string();
    let cases = [
        ("phone", vec![account("GBP", None)], Refusal::Exists(Thing::Wallet)),
        ("new", vec![account("GBP", None), account("GBP", None)], Refusal::Exists(Thing::Account)),
        ("new", vec![account("GBP", Some(&taken))], Refusal::Exists(Thing::Account)),
        ("new", vec![account("GBP", Some(&ours))], Refusal::Unacceptable(Limit::OpaqueId(64))),
        ("new", vec![account("GBP", Some("a b"))], Refusal::Unacceptable(Limit::OpaqueId(64))),
    ];
    for (phone, accounts, expected) in cases {
        let fresh = Fresh(99);
        let body = OpenWallet {
            actor: Actor::System,
            wallet_id: WalletId::new(rig.now, fresh, fresh.bucket()),
            phone: hash(phone),
            sealed_phone: Vec::new(),
            accounts,
        };
        assert_eq!(refusal(rig.run(Body::OpenWallet(body))), expected);
        assert_eq!(rig.rows.len(), before);
    }
}

#[test]
fn a_revoked_key_is_unknown_at_once_also_in_an_open_session() {
    let mut rig = Rig::new();
    let operation = rig.session();
    let body = RevokeKey { actor: Actor::System, pos: Reference::Id(rig.pos_id), key_id: rig.key_id };
    rig.ok(Body::RevokeKey(body));
    assert_eq!(refusal(rig.withdraw(operation, "10")), Refusal::KeyNotKnown);
    assert_eq!(refusal(rig.login("any")), Refusal::KeyNotKnown);
}

#[test]
fn a_ninth_live_key_a_second_currency_and_a_strange_credit_line_are_refused() {
    let mut rig = Rig::new();
    for number in 1..8 {
        rig.add_key(rig.pos_id, &format!("key {number}"));
    }
    let body = AddKey {
        actor: Actor::System,
        pos: Reference::Id(rig.pos_id),
        hash: hash("ninth"),
        sealed_secret: Vec::new(),
        profile: Profile::Plain,
        salt_bytes: None,
        networks: Vec::new(),
        balance_view: BalanceView::Zero,
        currencies: Vec::new(),
    };
    assert_eq!(refusal(rig.run(Body::AddKey(body))), Refusal::Unacceptable(Limit::KeysOfPos(8)));
    let pos = RegisterPos {
        actor: Actor::System,
        owner_id: rig.owner_id,
        name: "Shop".to_owned(),
        shown_id: None,
        currencies: vec![gbp(), gbp()],
        credit_lines: Vec::new(),
    };
    let twice = rig.run(Body::RegisterPos(pos.clone()));
    assert_eq!(refusal(twice), Refusal::Unacceptable(Limit::CurrencyTwice(gbp())));
    let none = RegisterPos { currencies: Vec::new(), ..pos.clone() };
    assert_eq!(refusal(rig.run(Body::RegisterPos(none))), Refusal::Unacceptable(Limit::NoCurrency));
    let strange = RegisterPos {
        currencies: vec![specie_money::Currency::from_code("JPY").unwrap()],
        credit_lines: vec![pounds("1")],
        ..pos
    };
    assert_eq!(refusal(rig.run(Body::RegisterPos(strange))), Refusal::CurrencyNotServed(gbp()));
}

#[test]
fn a_customer_is_forgotten_only_when_the_wallet_is_empty_and_then_for_good() {
    let mut rig = Rig::new();
    let (actor, wallet_id) = (Actor::System, rig.wallet_id);
    let erase = || Body::EraseWallet(EraseWallet { actor, wallet_id });
    assert_eq!(refusal(rig.run(erase())), Refusal::WalletInUse, "it holds 189.00");
    let last = rig.session_for(Approved::Exactly(pounds("189")), Purpose::Withdraw);
    rig.withdraw(last, "189").result.unwrap();
    assert_eq!(refusal(rig.run(erase())), Refusal::WalletInUse, "a session is open");
    rig.logout(last).result.unwrap();
    rig.pass_s(86_699);
    assert_eq!(refusal(rig.run(erase())), Refusal::WalletInUse, "a fact may still give money back");
    rig.pass_s(1);
    rig.ok(erase());
    assert!(rig.run(erase()).replayed);
    let unfreeze = Body::FreezeWallet(FreezeWallet { actor, wallet_id, frozen: false });
    assert_eq!(refusal(rig.run(unfreeze)), Refusal::WalletDisabled);
    let top_up = Body::TopUp(TopUp { actor, wallet_id, amount: pounds("1") });
    assert_eq!(refusal(rig.run(top_up)), Refusal::WalletDisabled, "nobody could get at it");
    let jpy = specie_money::Currency::from_code("JPY").unwrap();
    let account = NewAccount { currency: jpy, alias: None, shown_id: None };
    let open = Body::OpenAccount(OpenAccount { actor, wallet_id, account });
    assert_eq!(refusal(rig.run(open)), Refusal::WalletDisabled);
    assert_eq!(refusal(rig.reverse(last, "189")), Refusal::SessionNotFound, "no fact moves money any more");
    assert_eq!(rig.money().0, 0);
    let fresh = Fresh(77);
    let again = WalletId::new(rig.now, fresh, fresh.bucket());
    rig.add_wallet(again, "phone", None);
    assert!(rig.row::<specie_domain::rows::Wallet>(again).is_some(), "the phone number is free again");
}

#[test]
fn a_customer_is_not_forgotten_while_her_cash_is_not_accounted_for() {
    let mut rig = Rig::new();
    let (actor, wallet_id) = (Actor::System, rig.wallet_id);
    let erase = || Body::EraseWallet(EraseWallet { actor, wallet_id });
    let lost = rig.session_for(Approved::Exactly(pounds("100")), Purpose::Withdraw);
    rig.withdraw(lost, "100").result.unwrap();
    rig.tell(lost, Told::Unknown).result.unwrap();
    rig.pass_s(60);
    // A further visit, after which the list of sessions is another.
    let last = rig.session_for(Approved::Exactly(pounds("89")), Purpose::Withdraw);
    rig.withdraw(last, "89").result.unwrap();
    rig.logout(last).result.unwrap();
    assert_eq!(rig.money().0, 0);
    assert_eq!(refusal(rig.run(erase())), Refusal::WalletInUse, "100.00 may be hers");
    rig.tell(lost, Told::Dispensed).result.unwrap();
    rig.pass_s(86_700);
    rig.ok(erase());
}

#[test]
fn a_value_names_one_request_also_across_midnight_and_for_as_long_as_it_is_kept() {
    let mut rig = Rig::new();
    let wallet_id = rig.wallet_id;
    let top_up = || Body::TopUp(TopUp { actor: Actor::System, wallet_id, amount: pounds("5") });
    let midnight_ms = (rig.now.day() + 1) * specie_domain::DAY_MS;
    rig.idempotency = Some("midnight");
    rig.now = specie_domain::Time::from_unix_ms(midnight_ms + 1);
    assert!(!rig.run(top_up()).replayed);
    rig.now = specie_domain::Time::from_unix_ms(midnight_ms - 1);
    assert!(rig.run(top_up()).replayed, "a twin that arrived before midnight and is decided later");
    let given_at = midnight_ms + 1;
    for (kept_s, after_s, replayed) in
        [(86_400, 86_399, true), (86_400, 86_400, false), (604_800, 604_799, true)]
    {
        let policy = specie_domain::Policy { answer_kept_s: kept_s, ..specie_domain::Policy::default() };
        rig.idempotency = None;
        rig.ok(Body::SetPolicy(policy));
        rig.idempotency = Some(if kept_s == 86_400 && !replayed { "a day" } else { "midnight" });
        rig.now = specie_domain::Time::from_unix_ms(given_at);
        rig.run(top_up());
        rig.now = specie_domain::Time::from_unix_ms(given_at + after_s * 1000);
        assert_eq!(rig.run(top_up()).replayed, replayed, "kept {kept_s} s, asked after {after_s} s");
    }
}
