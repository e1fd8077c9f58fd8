//! Tariffs and quotes over our own API: added, listed, shown; what a code tells of its fee, and what a withdrawal shows.

use serde_json::{Value, json};

use crate::api::assert_problem;
use crate::shop::{ACCOUNT, POS, Said, Session, Shop};

fn tariff() -> Value {
    json!({
        "name": "Cash out", "currency": "GBP", "tax_basis_points": 1600,
        "fee": { "flat": "0.20", "bands": [{ "from": "0", "basis_points": 100 }] },
        "commission": { "bands": [{ "from": "0.00", "basis_points": 40 }] },
    })
}

async fn added(shop: &Shop, tariff: &Value) -> Said {
    let said = shop.post("/tariffs", &tariff.to_string()).await;
    assert_eq!(said.status, 201, "{}", said.text);
    said
}

fn with(mut tariff: Value, pointer: &str, value: Value) -> Value {
    let (parent, member) = pointer.rsplit_once('/').unwrap();
    tariff.pointer_mut(parent).unwrap()[member] = value;
    tariff
}

#[tokio::test]
async fn a_tariff_is_added_listed_and_shown_as_it_was_sent() {
    let shop = Shop::open().await;
    let sent = with(tariff(), "/valid_to", json!("2100-01-01T00:00:00Z"));
    let value = [("idempotency-key", "t-1")];
    let first = shop.api("POST", "/tariffs", &value, &sent.to_string()).await;
    assert_eq!((first.status, first.at("/made_by")), (201, "Ada".to_owned()), "{}", first.text);
    let again = shop.api("POST", "/tariffs", &value, &sent.to_string()).await;
    assert_eq!((again.json(), again.header("idempotent-replayed")), (first.json(), Some("true")));
    assert_eq!(
        first.json()["fee"],
        json!({ "flat": "0.20", "bands": [{ "from": "0.00", "basis_points": 100 }] })
    );
    assert_eq!(
        (first.at("/valid_to"), first.json()["kyc_tier"].clone()),
        ("2100-01-01T00:00:00.000Z".into(), Value::Null)
    );
    let path = format!("/tariffs/{}", first.at("/tariff_id"));
    assert_eq!(shop.get(&path).await.json(), first.json());
    assert_problem(&shop.get("/tariffs/x").await, 404, "tariff_not_found");
    shop.turn_clock_ms(1);
    let second = added(&shop, &tariff()).await;
    let (mut listed, mut path) = (Vec::new(), "/tariffs?limit=1".to_owned());
    loop {
        let page = shop.get(&path).await;
        assert_eq!(page.status, 200, "{}", page.text);
        listed.extend(page.json()["tariffs"].as_array().unwrap().clone());
        match page.json()["next"].as_str() {
            Some(next) => path = format!("/tariffs?limit=1&after={next}"),
            None => break,
        }
    }
    assert_eq!(listed, [first.json(), second.json()]);
    for query in ["limit=0", "limit=201", "after=x", "more=1"] {
        assert_problem(&shop.get(&format!("/tariffs?{query}")).await, 400, "invalid_query");
    }
}

#[tokio::test]
async fn a_tariff_that_cannot_be_used_is_refused_by_the_name_of_its_member() {
    let shop = Shop::open().await;
    let bands = |bands: Value| with(tariff(), "/fee/bands", bands);
    let many: Vec<Value> = (0..17).map(|from| json!({ "from": from.to_string() })).collect();
    let nobody = "018bcfe5-687b-7fff-bfff-fffffffffc05";
    for (body, status, code, names) in [
        (with(tariff(), "/fee/flat", json!("0.205")), 422, "invalid_amount", "fee.flat"),
        (with(tariff(), "/fee/max", json!("x")), 422, "invalid_amount", "fee.max"),
        (with(tariff(), "/fee/flat", json!("-0.20")), 422, "tariff_not_acceptable", "fee: flat"),
        (bands(json!([{ "from": "0" }, { "from": "0" }])), 422, "tariff_not_acceptable", "fee.bands[1].from"),
        (bands(json!([{ "from": "-1" }])), 422, "tariff_not_acceptable", "fee.bands[0].from"),
        (
            bands(json!([{ "from": "0", "basis_points": 10_001 }])),
            422,
            "tariff_not_acceptable",
            "fee.bands[0].basis_points",
        ),
        (bands(json!([{ "from": "0", "step": "1.001" }])), 422, "invalid_amount", "fee.bands[0].step"),
        (bands(json!([{ "from": "0", "step": "-1" }])), 422, "tariff_not_acceptable", "fee.bands[0]"),
        (bands(json!(many)), 422, "tariff_not_acceptable", "fee.bands"),
        (bands(json!([{ "from": 0 }])), 400, "invalid_body", "fee.bands[0].from"),
        (with(tariff(), "/commission/min", json!("2")), 201, "", ""),
        (
            with(tariff(), "/commission", json!({ "min": "2", "max": "1" })),
            422,
            "tariff_not_acceptable",
            "commission.min",
        ),
        (
            with(tariff(), "/tax_basis_points", json!(10_001)),
            422,
            "tariff_not_acceptable",
            "tax_basis_points",
        ),
        (with(tariff(), "/valid_from", json!("tomorrow")), 400, "invalid_body", "valid_from"),
        (
            with(tariff(), "/valid_from", json!("2001-01-01T00:00:00Z")),
            422,
            "tariff_not_acceptable",
            "valid_from",
        ),
        (
            with(tariff(), "/valid_to", json!("2001-01-01T00:00:00Z")),
            422,
            "tariff_not_acceptable",
            "valid_to",
        ),
        (with(tariff(), "/owner_id", json!(nobody)), 404, "owner_not_found", "owner"),
        (with(tariff(), "/owner_id", json!("x")), 404, "owner_not_found", "owner"),
        (with(tariff(), "/kyc_tier", json!(256)), 400, "invalid_body", "kyc_tier"),
        (with(tariff(), "/channel", json!("fax")), 400, "invalid_body", "channel"),
        (with(tariff(), "/name", json!("")), 422, "unacceptable", "name"),
        (with(tariff(), "/price", json!(1)), 400, "invalid_body", "`price`"),
    ] {
        let said = shop.post("/tariffs", &body.to_string()).await;
        if status == 201 {
            assert_eq!(said.status, 201, "{}", said.text);
            continue;
        }
        assert_problem(&said, status, code);
        assert!(said.at("/detail").contains(names), "{names}: {}", said.text);
    }
    assert_problem(&shop.post("/tariffs", &tariff().to_string()).await, 409, "tariff_exists");
}

#[tokio::test]
async fn a_quote_a_code_and_the_withdrawal_tell_the_same_fee() {
    let shop = Shop::open().await;
    let ask = |amount: &str| json!({ "wallet_id": shop.wallet_id(), "pos_id": POS, "amount": { "amount": amount, "currency": "GBP" } });
    let quoted = async |amount: &str| {
        let said = shop.post("/quotes", &ask(amount).to_string()).await;
        assert_eq!(said.status, 200, "{}", said.text);
        said
    };
    let free = quoted("10.00").await;
    assert_eq!((free.at("/fee/amount"), free.json()["tariff_id"].clone()), ("0.00".to_owned(), Value::Null));
    let tariff_id = added(&shop, &tariff()).await.at("/tariff_id");
    let quote = quoted("10.00").await;
    assert_eq!((quote.at("/fee/amount"), quote.at("/total/amount")), ("0.30".into(), "10.30".into()));
    assert_eq!(
        (quote.at("/tariff_id"), quote.json()["valid_until"].clone()),
        (tariff_id.clone(), Value::Null)
    );
    let ten =
        r#"{"pos_id":"z128ffb-11a5-11l9-93p5-1231a8maf28","amount":{"amount":"10.00","currency":"GBP"}}"#;
    let armed = shop.post(&shop.of_wallet("/codes"), ten).await;
    assert_eq!((armed.at("/fee/amount"), armed.at("/total/amount")), ("0.30".into(), "10.30".into()));
    assert_eq!(armed.at("/tariff_id"), tariff_id);
    let session = Session::of(&shop.login(&armed.at("/code")).await);
    let withdrawn = shop.pos(&format!("/withdraw/{ACCOUNT}/10"), &session.headers()).await;
    assert_eq!(shop.balance().await, "178.70");
    let path = format!("/withdrawals/{}", withdrawn.at("/data/transaction_id"));
    let fees = async || {
        let said = shop.get(&path).await;
        ["fee", "fee_kept", "tax_kept", "commission"].map(|name| said.at(&format!("/{name}/amount")))
    };
    assert_eq!(fees().await, ["0.30", "0.00", "0.00", "0.00"]);
    shop.pos("/logout", &session.headers()).await;
    assert_eq!(fees().await, ["0.30", "0.30", "0.05", "0.04"]);
    assert_eq!(shop.get(&path).await.at("/tariff_id"), tariff_id);
}

#[tokio::test]
async fn a_quote_is_refused_for_what_cannot_be_withdrawn_and_open_codes_tell_no_fee() {
    let shop = Shop::open().await;
    let ask = |wallet: &str, pos: &str, amount: &str, currency: &str| json!({ "wallet_id": wallet, "pos_id": pos, "amount": { "amount": amount, "currency": currency } });
    let wallet = shop.wallet_id();
    for (body, status, code) in [
        (ask("x", POS, "1.00", "GBP"), 404, "wallet_not_found"),
        (ask(&wallet, "nowhere", "1.00", "GBP"), 404, "pos_not_found"),
        (ask(&wallet, POS, "0.00", "GBP"), 422, "invalid_amount"),
        (ask(&wallet, POS, "1.00", "USD"), 422, "currency_not_served"),
        (json!({ "wallet_id": wallet }), 400, "invalid_body"),
    ] {
        assert_problem(&shop.post("/quotes", &body.to_string()).await, status, code);
    }
    let offline = r#"{"pos_id":"z128ffb-11a5-11l9-93p5-1231a8maf28","channel":"offline"}"#;
    assert_problem(&shop.post(&shop.of_wallet("/codes"), offline).await, 400, "invalid_body");
    let deposit = r#"{"pos_id":"z128ffb-11a5-11l9-93p5-1231a8maf28","purpose":"deposit"}"#;
    let armed = shop.post(&shop.of_wallet("/codes"), deposit).await;
    assert_eq!((armed.status, armed.json()["fee"].clone()), (201, Value::Null), "{}", armed.text);
}

#[tokio::test]
async fn a_kyc_tier_is_set_and_decides_the_tariff() {
    let shop = Shop::open().await;
    added(&shop, &with(tariff(), "/kyc_tier", json!(2))).await;
    let ask = json!({ "wallet_id": shop.wallet_id(), "pos_id": POS, "amount": { "amount": "10.00", "currency": "GBP" } });
    let fee = async || shop.post("/quotes", &ask.to_string()).await.at("/fee/amount");
    assert_eq!(fee().await, "0.00");
    let set = shop.post(&shop.of_wallet("/kyc-tier"), r#"{"kyc_tier":2}"#).await;
    assert_eq!((set.status, set.json()), (200, json!({ "kyc_tier": 2 })));
    assert_eq!(
        (fee().await, shop.get(&shop.of_wallet("")).await.json()["kyc_tier"].clone()),
        ("0.30".into(), json!(2))
    );
    assert_problem(&shop.post(&shop.of_wallet("/kyc-tier"), r#"{"kyc_tier":-1}"#).await, 400, "invalid_body");
}

#[tokio::test]
async fn who_may_add_and_read_tariffs_follows_the_roles() {
    let shop = Shop::open().await;
    for (role, add, read) in
        [("admin", 201, 200), ("finance", 201, 200), ("wallet_backend", 403, 403), ("auditor", 403, 200)]
    {
        shop.turn_clock_ms(1);
        let made =
            shop.post("/operator-keys", &json!({ "person": "Some One", "role": role }).to_string()).await;
        let bearer = format!("Bearer {}", made.at("/operator_key"));
        let headers = [("authorization", bearer.as_str())];
        let said = shop.send("POST", "/api/v1/tariffs", &headers, &tariff().to_string()).await;
        assert_eq!(said.status, add, "{role}: {}", said.text);
        assert_eq!(shop.send("GET", "/api/v1/tariffs", &headers, "").await.status, read, "{role}");
    }
}
