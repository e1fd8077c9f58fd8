//! Access keys and POS: unknown, of another owner, revoked, disabled.

use serde_json::json;

use crate::counter::{Counter, assert_error, assert_success};
use crate::program::{Program, folder};

#[tokio::test]
async fn an_unknown_key_another_owners_pos_and_an_unknown_path_open_nothing() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let code = counter.arm("10.00").await.text_at("/code").to_owned();
    let mut stranger = program.pos_with("never-made-0123456789");
    let refused = stranger.login(&counter.pos_id, &code, &counter.phone, None).await.unwrap();
    assert_error(&refused, 401, "UNAUTHENTICATED_API_CALL");
    assert_error(&stranger.echo().await.unwrap(), 401, "UNAUTHENTICATED_API_CALL");
    // The last POS of the demo belongs to another owner.
    let mut other = program.pos_with(&program.text("/pos/11/access_key"));
    let refused = other.login(&counter.pos_id, &code, &counter.phone, None).await.unwrap();
    assert_error(&refused, 401, "UNAUTHORIZED_API_CALL");
    let refused = other.login("no-such-pos", &code, &counter.phone, None).await.unwrap();
    assert_error(&refused, 401, "UNAUTHORIZED_API_CALL");
    for path in ["/v1/pos/nothing", "/v1/pos/logout/", "/v1/pos/z/+14155559992/1/pay/1/GBP", "/v1"] {
        let refused = counter.pos.post(path, Vec::new(), String::new()).await.unwrap();
        assert_error(&refused, 401, "UNAUTHORIZED_API_CALL");
    }
    let target = format!("/v1/pos/login/{}/{code}", counter.pos_id);
    let no_phone = counter.pos.post(&target, Vec::new(), String::new()).await.unwrap();
    assert_error(&no_phone, 400, "MISSING_FIELDS");
    let bad_phone = counter.pos.login(&counter.pos_id, &code, "14155559992", None).await.unwrap();
    assert_error(&bad_phone, 400, "INVALID_PHONE_NUMBER");
    assert!(counter.login(&code).await.session(&counter.phone).is_some());
}

#[tokio::test]
async fn a_revoked_key_is_dead_at_once_also_in_open_sessions() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let keys = format!("/api/v1/pos/{}/keys", counter.pos_id);
    let made = counter.post(&keys, json!({ "profile": "plain", "balance_view": "zero" })).await;
    assert!(made.is_success(), "{}", made.text);
    counter.pos = program.pos_with(made.text_at("/access_key"));
    let code = counter.arm("10.00").await.text_at("/code").to_owned();
    let opened = counter.login(&code).await;
    assert!(opened.text.contains("\"account_balance\":0,"), "{}", opened.text);
    let session = opened.session(&counter.phone).unwrap();
    let revoked = counter.api.delete(&format!("{keys}/{}", made.text_at("/key_id")), None).await.unwrap();
    assert!(revoked.is_success(), "{}", revoked.text);
    assert_error(&counter.withdraw(&session, "10").await, 401, "UNAUTHENTICATED_API_CALL");
    assert_error(&counter.pos.echo().await.unwrap(), 401, "UNAUTHENTICATED_API_CALL");
    assert_eq!(counter.balance().await, "189.00");
}

#[tokio::test]
async fn a_key_shows_what_was_approved_unless_it_was_made_to_show_more() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let keys = format!("/api/v1/pos/{}/keys", counter.pos_id);
    let made = counter.post(&keys, json!({ "profile": "plain" })).await;
    counter.pos = program.pos_with(made.text_at("/access_key"));
    let code = counter.arm("10.50").await.text_at("/code").to_owned();
    let opened = counter.login(&code).await;
    assert!(opened.text.contains("\"account_balance\":10.5,"), "{}", opened.text);
}

#[tokio::test]
async fn a_disabled_pos_refuses_requests_and_takes_facts() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let (first, second) = (counter.session("10.00").await, counter.session("20.00").await);
    assert_success(&counter.withdraw(&first, "10").await, false);
    let disabled = counter.post(&format!("/api/v1/pos/{}/disable", counter.pos_id), json!({})).await;
    assert!(disabled.is_success(), "{}", disabled.text);
    assert_error(&counter.withdraw(&second, "20").await, 401, "ERROR_POS_DISABLED");
    assert_success(&counter.pos.logout(&first, None).await.unwrap(), false);
    let enabled = counter.post(&format!("/api/v1/pos/{}/enable", counter.pos_id), json!({})).await;
    assert!(enabled.is_success(), "{}", enabled.text);
    assert_success(&counter.withdraw(&second, "20").await, false);
}

#[tokio::test]
async fn an_operators_role_bounds_what_her_key_does() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let target = format!("/api/v1/wallets/{}", counter.wallet_id);
    counter.api = specie_client::ApiClient::new(&program.server, "sok_never-made-0123456789").unwrap();
    assert_eq!(counter.api.get(&target).await.unwrap().text_at("/code"), "unauthenticated");
    drop(counter);

    // Keys are made with the server stopped.
    let data = program.data.to_str().unwrap().to_owned();
    assert!(program.terminate().success());
    let made = crate::program::run(&[
        "operator-key",
        "create",
        "--data",
        &data,
        "--person",
        "A",
        "--role",
        "auditor",
    ]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let key = String::from_utf8(made.stdout).unwrap();
    let program = Program::demo(folder.path());
    let mut api = specie_client::ApiClient::new(&program.server, key.trim()).unwrap();
    assert!(api.get(&target).await.unwrap().is_success());
    let body = json!({ "amount": { "amount": "1.00", "currency": "GBP" } });
    let refused = api.post(&format!("{target}/topups"), &body, None).await.unwrap();
    assert_eq!(
        (refused.status.as_u16(), refused.text_at("/code")),
        (403, "role_forbids"),
        "{}",
        refused.text
    );
}
