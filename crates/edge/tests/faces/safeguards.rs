//! What no person alone may do once two judge, over our own API: keys, people and tariffs are proposed, the secret is
//! told to whoever proposes and serves once another person has approved.

use std::sync::Mutex;

use serde_json::{Value, json};
use specie_commands::DeviceSeed;
use specie_domain::Body;
use specie_domain::command::SetSafeguards;
use specie_domain::rows::{ScheduleName, TariffCeiling};
use specie_money::Currency;

use crate::api::assert_problem;
use crate::shop::{Said, Shop};

const WHY: &str = "she begins on Monday";

/// A shop of Ada, the admin, and Finn, who keeps its money, under the safeguards; Finn's key.
async fn guarded(tariff_ceilings: Vec<TariffCeiling>) -> (Shop, String) {
    let shop = Shop::open().await;
    shop.commands.commit_own(Body::SetSafeguards(SetSafeguards { tariff_ceilings })).await.unwrap();
    let finn = shop.post("/operator-keys", r#"{"person":"Finn","role":"finance"}"#).await;
    assert_eq!(finn.status, 201, "{}", finn.text);
    (shop, finn.at("/operator_key"))
}

async fn as_finn(shop: &Shop, key: &str, path: &str, body: &Value) -> Said {
    let bearer = format!("Bearer {key}");
    shop.send("POST", &format!("/api/v1{path}"), &[("authorization", &bearer)], &body.to_string()).await
}

async fn approved(shop: &Shop, key: &str, made: &Said) -> Said {
    let id = made.at("/proposal/proposal_id");
    let id = if id.is_empty() { made.at("/proposal_id") } else { id };
    shop.turn_clock_ms(60_000);
    let approve = format!("/proposals/{id}/approve");
    approving(shop, key, &approve, &[("idempotency-key", approve.as_str())]).await
}

async fn approving(shop: &Shop, key: &str, path: &str, further: &[(&str, &str)]) -> Said {
    let bearer = format!("Bearer {key}");
    let headers = [&[("authorization", bearer.as_str())], further].concat();
    shop.send("POST", &format!("/api/v1{path}"), &headers, "{}").await
}

#[tokio::test]
async fn half_of_a_secret_is_told_to_whoever_can_ask_for_a_lost_answer_again() {
    let (shop, finn) = guarded(Vec::new()).await;
    let body = json!({ "person": "Eve", "role": "admin", "why": WHY });
    let made = shop.post("/proposals/operator-keys", &body.to_string()).await;
    let approve = format!("/proposals/{}/approve", made.at("/proposal/proposal_id"));
    shop.turn_clock_ms(60_000);
    assert_problem(&approving(&shop, &finn, &approve, &[]).await, 400, "invalid_idempotency_key");
    let proposal = shop.get(approve.trim_end_matches("/approve")).await;
    assert_eq!(proposal.at("/state"), "waiting", "{}", proposal.text);
    let named = [("idempotency-key", "f-1")];
    let told = approving(&shop, &finn, &approve, &named).await;
    assert_eq!((told.status, told.at("/second_half").is_empty()), (200, false), "{}", told.text);
    let again = approving(&shop, &finn, &approve, &named).await;
    assert_eq!((again.status, again.at("/second_half")), (200, told.at("/second_half")), "{}", again.text);
    let reject = approve.replace("/approve", "/reject");
    assert_problem(&approving(&shop, &finn, &reject, &[]).await, 409, "proposal_over");
}

#[tokio::test]
async fn a_key_of_one_who_judges_is_told_with_its_proposal_and_serves_once_it_is_approved() {
    let (shop, finn) = guarded(Vec::new()).await;
    let eve = r#"{"person":"Eve","role":"admin"}"#;
    assert_problem(&shop.post("/operator-keys", eve).await, 409, "needs_two_people");
    assert_eq!(shop.post("/operator-keys", r#"{"person":"Otto","role":"auditor"}"#).await.status, 201);
    let body = json!({ "person": "Eve", "role": "admin", "why": WHY });
    let made =
        shop.api("POST", "/proposals/operator-keys", &[("idempotency-key", "e-1")], &body.to_string()).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let proposal = &made.json()["proposal"];
    let told = ["kind", "person", "role", "why", "state"].map(|member| proposal[member].clone());
    assert_eq!(told, ["add_operator_key", "Eve", "admin", WHY, "waiting"].map(|text| json!(text)));
    assert_eq!(proposal["operator_key_id"], proposal["proposal_id"]);
    let again =
        shop.api("POST", "/proposals/operator-keys", &[("idempotency-key", "e-1")], &body.to_string()).await;
    assert_problem(&again, 409, "secret_shown_once");
    let listed = shop.get("/proposals").await;
    assert_eq!(listed.json()["proposals"], json!([proposal]), "{}", listed.text);
    let key = Mutex::new(made.at("/first_half"));
    let owner = async || {
        let key = key.lock().unwrap().clone();
        as_finn(&shop, &key, "/pos-owners", &json!({ "name": "Kiosks" })).await
    };
    assert_problem(&owner().await, 401, "unauthenticated");
    let done = approved(&shop, &finn, &made).await;
    assert_eq!((done.status, done.at("/judged_by")), (200, "Finn".to_owned()), "{}", done.text);
    assert_problem(&owner().await, 401, "unauthenticated");
    key.lock().unwrap().push_str(&done.at("/second_half"));
    assert_eq!(owner().await.status, 201, "who is told both halves bears the key");
    let seen = shop.get(&format!("/proposals/{}", done.at("/proposal_id"))).await;
    assert_eq!(seen.json()["second_half"], json!(null), "it is told to whoever approves, and once");
    let one = format!("/operator-keys/{}", made.at("/proposal/operator_key_id"));
    assert_eq!(shop.api("DELETE", &one, &[], "").await.status, 204, "revoking is one person's");
    assert_problem(&owner().await, 401, "unauthenticated");
}

#[tokio::test]
async fn a_person_who_judges_is_proposed_and_so_is_her_new_password() {
    let (shop, finn) = guarded(Vec::new()).await;
    let sign_in = async |of: &Said, second_half: &str| {
        let seed: DeviceSeed = of.at("/otp_seed").parse().unwrap();
        let otp = seed.staff_code(shop.commands.now().half_minute()).reveal().to_owned();
        let password = format!("{}{second_half}", of.at("/first_half"));
        let body = json!({ "name": "Eve", "password": password, "otp": otp });
        shop.send("POST", "/api/v1/staff/session", &[], &body.to_string()).await.status
    };
    assert_problem(&shop.post("/staff", r#"{"name":"Eve","role":"finance"}"#).await, 409, "needs_two_people");
    let eve = json!({ "name": "Eve", "role": "finance", "why": WHY }).to_string();
    let made = shop.post("/proposals/staff", &eve).await;
    assert_eq!((made.status, made.at("/proposal/person")), (201, "Eve".to_owned()), "{}", made.text);
    let done = approved(&shop, &finn, &made).await;
    assert_eq!(done.status, 200, "{}", done.text);
    let first = done.at("/second_half");
    assert_eq!((sign_in(&made, "").await, sign_in(&made, &first).await), (401, 201));
    let staff = format!("/staff/{}", made.at("/proposal/operator_key_id"));
    assert_problem(&shop.post(&format!("{staff}/reset"), "").await, 409, "needs_two_people");
    let reset = shop.post(&format!("/proposals{staff}/reset"), r#"{"why":"she lost her phone"}"#).await;
    let told = ["/proposal/kind", "/proposal/person", "/proposal/role"].map(|pointer| reset.at(pointer));
    assert_eq!(told, ["reset_staff", "Eve", "finance"], "{}", reset.text);
    let second = approved(&shop, &finn, &reset).await.at("/second_half");
    assert_eq!((sign_in(&made, &first).await, sign_in(&reset, &second).await), (401, 201));
}

#[tokio::test]
async fn what_cannot_be_proposed_of_people_is_refused_and_proposes_nothing() {
    let (shop, finn) = guarded(Vec::new()).await;
    let key = |person: &str, why: &str| json!({ "person": person, "role": "finance", "why": why });
    let staff = json!({ "name": "Eve", "role": "admin", "why": WHY });
    for (path, body, status, code) in [
        ("/proposals/operator-keys", key(" ", WHY), 422, "unacceptable"),
        ("/proposals/operator-keys", key("Eve", ""), 422, "unacceptable"),
        ("/proposals/operator-keys", json!({ "person": "Eve", "role": "finance" }), 400, "invalid_body"),
        ("/proposals/staff", json!({ "name": "Eve", "role": "chief", "why": WHY }), 400, "invalid_body"),
        ("/proposals/staff/x/reset", json!({ "why": WHY }), 404, "operator_key_not_found"),
        (
            "/proposals/staff/018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005/reset",
            json!({ "why": WHY }),
            404,
            "operator_key_not_found",
        ),
    ] {
        assert_problem(&shop.post(path, &body.to_string()).await, status, code);
    }
    assert_problem(&as_finn(&shop, &finn, "/proposals/staff", &staff).await, 403, "role_forbids");
    assert_eq!(shop.get("/proposals?state=all").await.json()["proposals"], json!([]));
}

#[tokio::test]
async fn a_tariff_is_proposed_whole_and_is_in_force_once_it_is_approved() {
    let ceiling = |of, basis_points, flat| TariffCeiling {
        of,
        currency: Currency::from_code("GBP").unwrap(),
        basis_points,
        flat,
    };
    let ceilings = vec![ceiling(ScheduleName::Fee, 250, 200), ceiling(ScheduleName::Commission, 100, 0)];
    let (shop, finn) = guarded(ceilings).await;
    let tariff = |flat: &str, rate: u32, commission: u32| {
        json!({
            "name": "Cash out", "currency": "GBP", "valid_from": "2023-12-01T00:00:00.000Z",
            "fee": { "flat": flat, "bands": [{ "from": "0.00", "basis_points": rate }] },
            "commission": { "bands": [{ "from": "0.00", "basis_points": commission }] },
            "tax_basis_points": 1600,
        })
    };
    let good = tariff("2.00", 250, 100);
    assert_problem(&shop.post("/tariffs", &good.to_string()).await, 409, "needs_two_people");
    let propose = |tariff: &Value| json!({ "kind": "add_tariff", "tariff": tariff, "why": "costs rose" });
    for (tariff, named) in [
        (tariff("2.01", 250, 100), "2.00 GBP and 250 basis points"),
        (tariff("2.00", 251, 100), "fee.bands[0].basis_points: at most 250"),
        (tariff("2.00", 250, 101), "commission.bands[0].basis_points: at most 100"),
    ] {
        let refused = shop.post("/proposals", &propose(&tariff).to_string()).await;
        assert_problem(&refused, 422, "tariff_not_acceptable");
        assert!(refused.at("/detail").contains(named), "{}", refused.text);
    }
    let bare = shop.post("/proposals", r#"{"kind":"add_tariff","why":"x"}"#).await;
    assert_problem(&bare, 400, "invalid_body");
    assert_eq!(shop.get("/proposals?state=all").await.json()["proposals"], json!([]));
    let made = shop.post("/proposals", &propose(&good).to_string()).await;
    assert_eq!((made.status, &made.json()["tariff"]), (201, &good), "{}", made.text);
    assert_eq!(shop.get("/tariffs").await.json()["tariffs"], json!([]), "a proposal prices nothing");
    assert_eq!(approved(&shop, &finn, &made).await.status, 200);
    let listed = shop.get("/tariffs").await.json()["tariffs"][0].clone();
    let told = ["fee", "commission", "valid_from", "made_by"].map(|member| listed[member].clone());
    assert_eq!(told[..3], ["fee", "commission", "valid_from"].map(|member| good[member].clone()));
    assert_eq!(told[3], "Ada");
}
