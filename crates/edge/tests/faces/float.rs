//! A POS's float and place over our own API.

use serde_json::{Value, json};

use crate::api::assert_problem;
use crate::shop::{KEY, POS, Said, Shop};

async fn second_pos(shop: &Shop, name: &str) -> String {
    let owner = shop.post("/pos-owners", r#"{"name":"Another"}"#).await.at("/owner_id");
    let pos = json!({ "owner_id": owner, "name": name, "currencies": ["GBP"] }).to_string();
    shop.post("/pos", &pos).await.at("/pos_id")
}

fn pounds(amount: &str) -> String {
    json!({ "amount": { "amount": amount, "currency": "GBP" } }).to_string()
}

#[tokio::test]
async fn float_goes_back_within_the_position_and_stays_within_one_owner() {
    let shop = Shop::open().await;
    let back = shop.post(&format!("/pos/{POS}/float-returns"), &pounds("200.00")).await;
    assert_eq!((back.status, back.at("/balance/amount")), (201, "300.00".to_owned()), "{}", back.text);
    let more = shop.post(&format!("/pos/{POS}/float-returns"), &pounds("300.01")).await;
    assert_problem(&more, 422, "not_possible");
    let foreign = second_pos(&shop, "Elsewhere").await;
    let body = json!({ "to_pos_id": foreign, "amount": { "amount": "1.00", "currency": "GBP" } }).to_string();
    let moved = shop.post(&format!("/pos/{POS}/float-moves"), &body).await;
    assert_problem(&moved, 422, "unacceptable");
    assert_eq!(shop.of_pos("pos").await, "300.00");
}

#[tokio::test]
async fn one_person_shortens_a_credit_line_and_does_not_lengthen_it() {
    let shop = Shop::open().await;
    let line = format!("/pos/{POS}/credit-line");
    assert_problem(&shop.post(&line, &pounds("0.01")).await, 409, "needs_two_people");
    assert_eq!(shop.post(&line, &pounds("0.00")).await.status, 204);
    assert_eq!(shop.post(&format!("/pos/{POS}/low-float"), &pounds("100.00")).await.status, 204);
    assert_problem(&shop.post("/pos/nowhere/low-float", &pounds("1.00")).await, 404, "pos_not_found");
}

#[tokio::test]
async fn the_nearest_pos_that_serve_the_currency_come_first_and_say_whether_they_take_the_sum_in() {
    let shop = Shop::open().await;
    let far = second_pos(&shop, "Far").await;
    let place = |latitude: &str| {
        json!({ "latitude": latitude, "longitude": "-0.1278", "town": "London", "hours": "always" })
            .to_string()
    };
    assert_eq!(shop.post(&format!("/pos/{POS}/place"), &place("51.5074")).await.status, 204);
    assert_eq!(shop.post(&format!("/pos/{far}/place"), &place("51.6074")).await.status, 204);
    let near = shop.get("/pos/near?lat=51.5174&lon=-0.1278&currency=GBP&amount=500.00").await.json();
    let told = |member: &str| -> Vec<Value> {
        near["pos"].as_array().unwrap().iter().map(|pos| pos[member].clone()).collect()
    };
    assert_eq!(told("name"), [json!("Corner 1"), json!("Far")]);
    assert_eq!(told("metres"), [json!(1111), json!(10_007)]);
    assert_eq!(told("takes_in"), [json!(true), json!(false)]);
    assert_eq!(told("pays_out"), [json!("unknown"), json!("unknown")], "neither runs tills");
    assert_eq!(near["pos"][0]["place"]["longitude"], json!("-0.127800"));
    let yen = shop.get("/pos/near?lat=51.5174&lon=-0.1278&currency=JPY").await.json();
    assert_eq!(yen["pos"].as_array().unwrap().len(), 1);
    assert_eq!(shop.post(&format!("/pos/{POS}/disable"), "").await.status, 200);
    let left = shop.get("/pos/near?lat=51.5174&lon=-0.1278&currency=GBP&limit=1").await.json();
    assert_eq!(left["pos"][0]["name"], json!("Far"));
    for query in
        ["lat=91&lon=0&currency=GBP", "lat=1,0&lon=0&currency=GBP", "lat=0&lon=0&currency=GBP&limit=51"]
    {
        assert_problem(&shop.get(&format!("/pos/near?{query}")).await, 400, "invalid_query");
    }
    let wrong = shop.post(&format!("/pos/{POS}/place"), &place("91")).await;
    assert_problem(&wrong, 422, "unacceptable");
}

async fn asks(shop: &Shop, rest: &str, body: &Value) -> Said {
    let path = format!("/api/v1/pos/float-requests{rest}");
    shop.send("POST", &path, &[("access_key", KEY)], &body.to_string()).await
}

#[tokio::test]
async fn a_pos_asks_for_float_and_the_operator_grants_what_it_read_and_nothing_else() {
    let shop = Shop::open().await;
    let ask = |way: &str, amount: &str| json!({ "pos_id": POS, "way": way, "amount": { "amount": amount, "currency": "GBP" } });
    assert_eq!(asks(&shop, "", &ask("bring", "70.00")).await.status, 204);
    assert_eq!(asks(&shop, "", &ask("bring", "50.00")).await.status, 204);
    let listed = shop.get("/float-requests").await;
    let request = &listed.json()["requests"][0];
    assert_eq!((&request["number"], &request["state"]), (&json!(2), &json!("waiting")), "{}", listed.text);
    assert_eq!(request["amount"]["amount"], json!("50.00"));
    let answer = async |number: u32, grant: bool| {
        let body = json!({ "number": number, "grant": grant }).to_string();
        shop.post(&format!("/pos/{POS}/float-requests/GBP"), &body).await
    };
    assert_problem(&answer(1, true).await, 404, "float_request_not_found");
    let before = shop.of_pos("pos").await;
    assert_eq!(answer(2, true).await.status, 204);
    assert_eq!((before.as_str(), shop.of_pos("pos").await.as_str()), ("500.00", "550.00"));
    assert_problem(&answer(2, true).await, 404, "float_request_not_found");
    assert_eq!(shop.get("/float-requests").await.json()["requests"], json!([]));
    let all = shop.get("/float-requests?state=all").await.json();
    assert_eq!(all["requests"][0]["state"], json!("granted"));

    assert_eq!(asks(&shop, "", &ask("take_away", "600.00")).await.status, 204);
    assert_problem(&answer(3, true).await, 422, "not_possible");
    assert_eq!(answer(3, false).await.status, 204);
    assert_eq!(asks(&shop, "", &ask("take_away", "50.00")).await.status, 204);
    let gbp = json!({ "pos_id": POS, "currency": "GBP" });
    assert_eq!(asks(&shop, "/withdraw", &gbp).await.status, 204);
    assert_problem(&asks(&shop, "/withdraw", &gbp).await, 404, "float_request_not_found");
    assert_eq!(shop.of_pos("pos").await, "550.00");
}

#[tokio::test]
async fn a_request_for_float_that_cannot_be_one_is_refused_by_name() {
    let shop = Shop::open().await;
    let ask = |pos: &str, amount: &str, currency: &str| json!({ "pos_id": pos, "way": "bring", "amount": { "amount": amount, "currency": currency } });
    for (body, status, code) in [
        (ask(POS, "0.00", "GBP"), 422, "unacceptable"),
        (ask(POS, "1.00", "CHF"), 422, "currency_not_served"),
        (ask("nowhere", "1.00", "GBP"), 404, "pos_not_found"),
        (json!({ "pos_id": POS, "way": "steal" }), 400, "invalid_body"),
    ] {
        assert_problem(&asks(&shop, "", &body).await, status, code);
    }
    let body = ask(POS, "1.00", "GBP").to_string();
    let unknown =
        shop.send("POST", "/api/v1/pos/float-requests", &[("access_key", "spk_unknown000")], &body).await;
    assert_problem(&unknown, 401, "unauthenticated");
    assert_problem(
        &shop
            .as_auditor("POST", &format!("/pos/{POS}/float-requests/GBP"), r#"{"number":1,"grant":true}"#)
            .await,
        403,
        "role_forbids",
    );
    assert_problem(&shop.get("/float-requests?start_after=x").await, 400, "invalid_query");
    assert_eq!(shop.get("/float-requests?state=all").await.json()["requests"], json!([]));
}
