//! The POS wire over the real core.

use specie_domain::rows::{Network, Profile};
use specie_edge::fresh_ids;
use specie_edge::http::{Limits, serve};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::shop::{ACCOUNT, KEY, PHONE, POS, Said, Session, Shop};

const TEN_GBP: &str = r#""amount":{"amount":"10.00","currency":"GBP"}"#;

/// Members of `status` and the members of `data`, in the order they stand on the wire.
fn assert_success(said: &Said) {
    assert_eq!(said.status, 200, "{}", said.text);
    let start =
        r#"{"status":{"error_code":"","status":"SUCCESS","message":"","response_code":"","operation_id":""#;
    assert!(said.text.starts_with(start), "{}", said.text);
    assert_eq!(said.header("content-type"), Some("application/json"));
    assert_eq!(said.header("cache-control"), Some("no-store"));
}

#[tokio::test]
async fn the_source_pages_three_calls_work_to_the_letter() {
    let shop = Shop::open().await;
    let code = shop.arm(TEN_GBP).await;

    let login = shop.login(&code).await;
    assert_success(&login);
    assert_eq!(login.header("request-id").map(ToOwned::to_owned), Some(login.at("/status/operation_id")));
    assert_eq!(login.header("session-expires-at"), Some("2023-11-14T22:15:20.000Z"));
    let accounts = login.json().pointer("/data/accounts").unwrap().to_string();
    assert!(
        accounts.contains(r#"{"account_alias":"GBP","account_balance":189,"account_currency":"GBP","account_currency_symbol":"£","account_id":"64e4a964-53b5-11e9-8495-02f0df928b"}"#),
        "{accounts}"
    );
    assert!(login.text.contains(r#""account_balance":189,"account_currency_symbol":"£"}"#), "{}", login.text);

    let session = Session::of(&login);
    let withdrawn = shop.pos(&format!("/withdraw/{ACCOUNT}/10"), &session.headers()).await;
    assert_success(&withdrawn);
    assert_eq!(withdrawn.json()["data"].as_object().unwrap().len(), 1);
    assert_eq!(withdrawn.header("idempotent-replayed"), None);

    let again = shop.pos(&format!("/withdraw/{}/10.00", ACCOUNT.to_uppercase()), &session.headers()).await;
    assert_success(&again);
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!(again.at("/data/transaction_id"), withdrawn.at("/data/transaction_id"));
    assert_ne!(again.at("/status/operation_id"), withdrawn.at("/status/operation_id"));

    let logout = shop.pos("/logout", &session.headers()).await;
    assert_success(&logout);
    assert!(logout.json().get("data").is_none(), "{}", logout.text);

    let account = shop.get(&format!("/accounts/{ACCOUNT}")).await;
    assert_eq!(account.json()["balance"], serde_json::json!({"amount": "179.00", "currency": "GBP"}));
}

#[tokio::test]
async fn an_echo_names_no_operation_and_needs_a_known_key() {
    let shop = Shop::open().await;
    let echo = shop.send("GET", "/v1/pos/echo", &[("ACCESS_KEY", KEY)], "").await;
    assert_eq!(
        echo.text,
        r#"{"status":{"error_code":"","status":"SUCCESS","message":"","response_code":"","operation_id":""}}"#
    );
    let none = shop.send("GET", "/v1/pos/echo", &[], "").await;
    assert_eq!(none.verdict(), (400, "MISSING_AUTHENTICATION_HEADERS".to_owned()));
    assert!(none.at("/status/message").contains("access_key"), "{}", none.text);
    assert_eq!(none.at("/status/response_code"), "MISSING_AUTHENTICATION_HEADERS");
    assert!(!none.at("/status/operation_id").is_empty());
}

#[tokio::test]
async fn an_unknown_key_is_told_only_that_whatever_else_is_wrong() {
    let shop = Shop::open().await;
    let unknown = [("access_key", "0000000000000000")];
    for (method, path, body) in [
        ("GET", "/v1/pos/echo", ""),
        ("POST", "/v1/pos/nothing", ""),
        ("DELETE", "/v1/pos/logout", ""),
        ("POST", "/v1/pos/%zz", ""),
        ("POST", "/v1/pos/withdraw/x/1e1", ""),
        ("POST", "/v1/pos/deposit/x/y", "{"),
        ("POST", "/v1/pos/login/x/y", ""),
        ("POST", "/v1", ""),
    ] {
        let said = shop.send(method, path, &unknown, body).await;
        assert_eq!(said.verdict(), (401, "UNAUTHENTICATED_API_CALL".to_owned()), "{method} {path}");
    }
    for key in ["short", "with space in it", "\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}"] {
        let said = shop.pos("/logout", &[("access_key", key)]).await;
        assert_eq!(said.verdict(), (401, "UNAUTHENTICATED_API_CALL".to_owned()), "{key}");
    }
}

#[tokio::test]
async fn a_path_that_is_no_call_is_not_authorised() {
    let shop = Shop::open().await;
    for (method, path) in [
        ("HEAD", "/v1/pos/echo"),
        ("GET", "/v1/pos/logout"),
        ("PUT", "/v1/pos/logout"),
        ("POST", "/v1/pos/logout/"),
        ("POST", "/v1/pos"),
        ("POST", "/v1"),
        ("POST", "/v1/pos/z/+14155559992/876680/pay/10/GBP"),
        ("POST", "/v1/a/b/c/d/e/f/g/h/i/j/k/l/m/n"),
    ] {
        let said = shop.send(method, path, &[("access_key", KEY)], "").await;
        assert_eq!(said.verdict(), (401, "UNAUTHORIZED_API_CALL".to_owned()), "{method} {path}");
        let said = shop.send(method, path, &[], "").await;
        assert_eq!(
            said.verdict(),
            (401, "UNAUTHORIZED_API_CALL".to_owned()),
            "{method} {path} without a key"
        );
    }
    let said = shop.send("POST", "/v1/pos/%ff", &[("access_key", KEY)], "").await;
    assert_eq!(said.verdict(), (400, "INVALID_REQUEST".to_owned()));
    assert_eq!(said.header("connection"), Some("close"));
}

#[tokio::test]
async fn a_key_outside_its_networks_does_not_come_in() {
    let mut shop = Shop::open().await;
    let network = Network { address: "198.51.100.0".parse().unwrap(), prefix_bits: 24 };
    shop.add_key("key-of-a-network", Profile::Plain, vec![network]).await;
    let echo =
        async |shop: &Shop, key: &str| shop.send("GET", "/v1/pos/echo", &[("access_key", key)], "").await;

    let outside = echo(&shop, "key-of-a-network").await;
    assert_eq!(outside.verdict(), (401, "UNAUTHENTICATED_API_CALL".to_owned()));
    assert!(outside.at("/status/message").contains("address rule"), "{}", outside.text);
    shop.peer.ip = "198.51.100.9".parse().unwrap();
    assert_eq!(echo(&shop, "key-of-a-network").await.status, 200);
}

#[tokio::test]
async fn every_cause_of_a_refused_code_has_one_answer() {
    let shop = Shop::open().await;
    let code = shop.arm(TEN_GBP).await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    let used = Session::of(&shop.login(&code).await);
    assert_success(&shop.pos(&format!("/withdraw/{ACCOUNT}/10"), &used.headers()).await);
    let key = ("access_key", KEY);
    let mut shapes = Vec::new();
    for (path, phone) in [
        (format!("/login/{POS}/{wrong}"), PHONE),
        (format!("/login/{POS}/{code}"), PHONE),
        (format!("/login/{POS}/{wrong}"), "+4479111234"),
        (format!("/login/{POS}/12345"), PHONE),
        (format!("/login/{POS}/x"), PHONE),
    ] {
        shop.turn_clock_ms(1_000);
        let said = shop.pos(&path, &[key, ("phone_number", phone)]).await;
        let names: Vec<_> = said.headers.keys().map(ToString::to_string).collect();
        shapes.push((said.status, said.text.replace(&said.at("/status/operation_id"), "*"), names));
    }
    assert_eq!(shapes[0].0, 401);
    assert!(shapes[0].1.contains("ERROR_OTP_NOT_VALID"), "{}", shapes[0].1);
    assert!(shapes.iter().all(|shape| shape == &shapes[0]), "{shapes:#?}");
}

#[tokio::test]
async fn a_session_call_says_what_is_wrong_and_stays_usable() {
    let shop = Shop::open().await;
    let session = shop.session().await;
    for (path, status, code) in [
        (format!("/withdraw/{ACCOUNT}/1e1"), 400, "INVALID_AMOUNT"),
        (format!("/withdraw/{ACCOUNT}/%2531"), 400, "INVALID_AMOUNT"),
        (format!("/withdraw/{ACCOUNT}/1.005"), 400, "INVALID_AMOUNT"),
        (format!("/withdraw/{ACCOUNT}/99999999999999999999"), 400, "INVALID_AMOUNT"),
        (format!("/withdraw/{ACCOUNT}/0.00"), 400, "ERROR_AMOUNT_MUST_BE_POSITIVE"),
        (format!("/withdraw/{ACCOUNT}/-5"), 400, "ERROR_AMOUNT_MUST_BE_POSITIVE"),
        ("/withdraw/somebody-elses/10".to_owned(), 400, "ERROR_ACCOUNT_NOT_IN_SESSION"),
        (format!("/withdraw/{}/10", "x".repeat(65)), 400, "ERROR_ACCOUNT_NOT_IN_SESSION"),
        (format!("/withdraw/{ACCOUNT}/10.01"), 400, "ERROR_AMOUNT_NOT_APPROVED"),
        ("/deposit/5/gbp".to_owned(), 400, "INVALID_CURRENCY"),
        ("/deposit/5/KWD".to_owned(), 400, "INVALID_CURRENCY"),
    ] {
        let said = shop.pos(&path, &session.headers()).await;
        assert_eq!(said.verdict(), (status, code.to_owned()), "{path}: {}", said.text);
    }
    let said = shop.pos(&format!("/withdraw/{ACCOUNT}/%31%30"), &session.headers()).await;
    assert_success(&said);
}

#[tokio::test]
async fn headers_that_are_missing_are_named_and_those_of_no_session_are_not_found() {
    let shop = Shop::open().await;
    let session = shop.session().await;
    let [key, phone, token, operation] = session.headers();
    let path = format!("/withdraw/{ACCOUNT}/10");
    for (headers, status, code, named) in [
        (vec![key, phone, operation], 400, "MISSING_FIELDS", "token_id"),
        (vec![key, phone, token], 400, "MISSING_FIELDS", "operation_id"),
        (vec![phone, token, operation], 400, "MISSING_AUTHENTICATION_HEADERS", "access_key"),
        (vec![key, token, operation, ("phone_number", "+4479111234")], 401, "ERROR_SESSION_NOT_FOUND", ""),
        (vec![key, token, operation, ("phone_number", "x")], 401, "ERROR_SESSION_NOT_FOUND", ""),
        (vec![key, operation, ("token_id", "x")], 401, "ERROR_SESSION_NOT_FOUND", ""),
        (vec![key, token, ("operation_id", token.1)], 401, "ERROR_SESSION_NOT_FOUND", ""),
        (vec![key, token, operation, ("idempotency", "a b")], 400, "INVALID_IDEMPOTENCY_KEY", ""),
        (vec![key, token, operation], 200, "", ""),
    ] {
        let said = shop.pos(&path, &headers).await;
        assert_eq!(said.verdict(), (status, code.to_owned()), "{headers:?}: {}", said.text);
        assert!(said.at("/status/message").contains(named), "{}", said.text);
    }
}

#[tokio::test]
async fn a_reversal_answers_its_own_id_and_stops_the_cash() {
    let shop = Shop::open().await;
    let session = shop.session().await;
    let withdrawn = shop.pos(&format!("/withdraw/{ACCOUNT}/10"), &session.headers()).await;
    let foreign = [&session.headers()[..], &[("transaction_id", "somebody-elses")]].concat();
    let refused = shop.pos(&format!("/reversal/{ACCOUNT}/10"), &foreign).await;
    assert_eq!(refused.verdict(), (400, "ERROR_TRANSACTION_NOT_FOUND".to_owned()));

    let transaction = withdrawn.at("/data/transaction_id");
    let named = [&session.headers()[..], &[("transaction_id", transaction.as_str())]].concat();
    let reversed = shop.pos(&format!("/reversal/{ACCOUNT}/10"), &named).await;
    assert_success(&reversed);
    assert_eq!(reversed.at("/data/operation_id"), session.operation);
    assert_ne!(reversed.at("/data/transaction_id"), transaction);

    let again = shop.pos(&format!("/withdraw/{ACCOUNT}/10"), &session.headers()).await;
    assert_eq!(again.verdict(), (400, "ERROR_WITHDRAWAL_ALREADY_REVERSED".to_owned()));
}

#[tokio::test]
async fn a_deposit_echoes_its_metadata_and_nothing_else() {
    let shop = Shop::open().await;
    let session = shop.session().await;
    let send = async |body: &str| shop.send("POST", "/v1/pos/deposit/5/GBP", &session.headers(), body).await;
    for body in ["{", "[]", r#"{"metadata":1}"#] {
        assert_eq!(send(body).await.verdict(), (400, "INVALID_BODY".to_owned()), "{body}");
    }
    let deposited = send(r#"{"metadata": {"till": 1.10, "note": "a b"}}"#).await;
    assert_success(&deposited);
    assert!(deposited.text.ends_with(r#""metadata":{"till":1.10,"note":"a b"}}}"#), "{}", deposited.text);
    let again = send("").await;
    assert_eq!(again.header("idempotent-replayed"), Some("true"), "{}", again.text);
    assert!(again.text.ends_with(r#""metadata":{"till":1.10,"note":"a b"}}}"#), "{}", again.text);

    let other = shop.session().await;
    let plain = shop.send("POST", "/v1/pos/deposit/5/GBP", &other.headers(), "{}").await;
    assert!(plain.text.ends_with(r#""metadata":{}}}"#), "{}", plain.text);
}

#[tokio::test]
async fn a_deposit_that_somebody_else_brought_names_her_to_the_operator_alone() {
    let shop = Shop::open().await;
    let session = shop.session().await;
    let send = async |body: &str| shop.send("POST", "/v1/pos/deposit/5/GBP", &session.headers(), body).await;
    let refused = send(r#"{"depositor":{"phone_number":"0700"}}"#).await;
    assert_eq!(refused.verdict(), (400, "INVALID_BODY".to_owned()));
    assert!(refused.text.contains("The depositor's phone_number must be"), "{}", refused.text);
    let deposited =
        send(r#"{"depositor":{"name":"Amina Yusuf","phone_number":"+254700000001"},"metadata":{"a":1}}"#)
            .await;
    assert_success(&deposited);
    assert!(!deposited.text.contains("Amina") && deposited.text.ends_with(r#""metadata":{"a":1}}}"#));
    let transaction = deposited.json()["data"]["transaction_id"].as_str().unwrap().to_owned();
    let target = format!("/deposits/{transaction}");
    let shown = shop.get(&target).await;
    assert_eq!(shown.status, 200, "{}", shown.text);
    assert_eq!(shown.json()["depositor"]["name"], "Amina Yusuf");
    assert_eq!(shown.json()["depositor"]["phone_number"], "+254700000001");
    assert_eq!(
        (shown.json()["state"].as_str(), shown.json()["pos_id"].as_str()),
        (Some("deposited"), Some(POS))
    );
    for absent in ["x", "018bcfe5-687b-7fff-bfff-fffffffffc05"] {
        let absent = shop.get(&format!("/deposits/{absent}")).await;
        assert_eq!((absent.status, absent.json()["code"].as_str()), (404, Some("deposit_not_found")));
    }
    let own = shop.session().await;
    let plain = shop.send("POST", "/v1/pos/deposit/5/GBP", &own.headers(), "").await;
    let transaction = plain.json()["data"]["transaction_id"].as_str().unwrap().to_owned();
    assert!(shop.get(&format!("/deposits/{transaction}")).await.json()["depositor"].is_null());
}

#[tokio::test]
async fn a_body_is_taken_up_to_its_bound_and_the_connection_closed_past_it() {
    let shop = Shop::open().await;
    let most = "x".repeat(16 * 1024);
    let echo = shop.send("GET", "/v1/pos/echo", &[("access_key", KEY)], &most).await;
    assert_eq!(echo.status, 200);
    let over = shop.send("GET", "/v1/pos/echo", &[("access_key", KEY)], &format!("{most}x")).await;
    assert_eq!(over.verdict(), (400, "INVALID_BODY".to_owned()));
    assert_eq!(over.header("connection"), Some("close"));
}

#[tokio::test]
async fn no_bytes_in_a_path_or_header_make_a_5xx() {
    let shop = Shop::open().await;
    let session = shop.session().await;
    let texts = [
        "",
        "%00",
        "%",
        "%2",
        "%zz",
        "%25",
        "..",
        "%2e%2e",
        "a%2Fb",
        "\u{a3}",
        "%ED%A0%80",
        "'",
        "{}",
        "*",
        "+10",
    ];
    for first in texts {
        for second in texts {
            for call in ["login", "withdraw", "reversal", "deposit"] {
                let target = format!("/v1/pos/{call}/{first}/{second}");
                if target.parse::<http::Uri>().is_err() {
                    continue;
                }
                let said = shop.pos(&format!("/{call}/{first}/{second}"), &session.headers()).await;
                assert!(said.status < 500, "{target}: {}", said.text);
                assert!(!said.at("/status/error_code").is_empty(), "{target}: {}", said.text);
            }
        }
    }
}

#[tokio::test]
async fn the_handler_answers_through_the_front_door() {
    let shop = Shop::open().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (app, fresh_ids) = (shop.app.clone(), fresh_ids(shop.commands.clone()));
    let handler = move |request, peer| app.clone().answer(request, peer);
    let served = tokio::spawn(serve(listener, handler, fresh_ids, Limits::default(), std::future::pending()));
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request =
        format!("GET /v1/pos/echo HTTP/1.1\r\nhost: x\r\naccess_key: {KEY}\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert!(answer.ends_with(r#""response_code":"","operation_id":""}}"#), "{answer}");
    served.abort();
}

#[tokio::test]
async fn a_session_that_is_over_or_another_ones_is_told_before_an_unreadable_sum() {
    let shop = Shop::open().await;
    let session = shop.session().await;
    let withdraw = format!("/withdraw/{ACCOUNT}/1e1");
    assert_eq!(shop.pos(&withdraw, &session.headers()).await.verdict(), (400, "INVALID_AMOUNT".to_owned()));
    shop.turn_clock_ms(121_000);
    assert_eq!(
        shop.pos(&withdraw, &session.headers()).await.verdict(),
        (401, "ERROR_SESSION_EXPIRED".to_owned())
    );
    let reversal = format!("/reversal/{ACCOUNT}/1e1");
    assert_eq!(shop.pos(&reversal, &session.headers()).await.verdict(), (400, "INVALID_AMOUNT".to_owned()));
    assert_success(&shop.pos("/logout", &session.headers()).await);
    assert_eq!(
        shop.pos(&withdraw, &session.headers()).await.verdict(),
        (401, "ERROR_SESSION_CLOSED".to_owned())
    );
    let stranger = [
        ("access_key", KEY),
        ("token_id", "00000000-0000-0000-0000-000000000000"),
        ("operation_id", session.operation.as_str()),
    ];
    assert_eq!(shop.pos(&withdraw, &stranger).await.verdict(), (401, "ERROR_SESSION_NOT_FOUND".to_owned()));
}
