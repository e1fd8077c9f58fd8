//! A POS's float and place over our own API.

use serde_json::{Value, json};

use crate::api::assert_problem;
use crate::shop::{POS, Shop};

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
