//! The signed profile, one test per trap: what signs right comes in once, and what does not is told which check
//! failed.

use std::sync::atomic::{AtomicU64, Ordering};

use specie_domain::rows::Profile;
use specie_wire::signature::Signed;

use crate::shop::{ACCOUNT, PHONE, POS, Said, Session, Shop};

const SIGNING_KEY: &str = "rak_key_of_the_tests";
/// The shop's clock at its start, Unix seconds.
const NOW_S: i64 = 1_700_000_000;

/// A POS that signs.
struct Signer {
    shop: Shop,
    secret: String,
    salts: AtomicU64,
}

/// A request before it is signed; each trap changes one thing.
struct Draft {
    method: &'static str,
    target: String,
    salt: String,
    timestamp: String,
    headers: Vec<(&'static str, String)>,
    sent_body: String,
    signed_body: String,
}

impl Signer {
    async fn open() -> Self {
        let shop = Shop::open().await;
        let added = shop.add_key(SIGNING_KEY, Profile::Signed, Vec::new()).await;
        Self { shop, secret: added.secret_key.reveal().to_owned(), salts: AtomicU64::new(0) }
    }

    fn draft(&self, method: &'static str, target: &str) -> Draft {
        Draft {
            method,
            target: target.to_owned(),
            salt: format!("salt{:08}", self.salts.fetch_add(1, Ordering::Relaxed)),
            timestamp: NOW_S.to_string(),
            headers: Vec::new(),
            sent_body: String::new(),
            signed_body: String::new(),
        }
    }

    fn sign(&self, draft: &Draft) -> String {
        let signed = Signed {
            method: draft.method,
            target: &draft.target,
            salt: &draft.salt,
            timestamp: &draft.timestamp,
            access_key: SIGNING_KEY,
            body: draft.signed_body.as_bytes(),
        };
        signed.sign(&self.secret)
    }

    async fn send(&self, draft: &Draft) -> Said {
        let signature = self.sign(draft);
        self.send_with(draft, &[("signature", &signature)]).await
    }

    /// Sends with this signature; a header named twice is sent as it stands last.
    async fn send_with(&self, draft: &Draft, further: &[(&str, &str)]) -> Said {
        let mut headers =
            vec![("access_key", SIGNING_KEY), ("salt", draft.salt.as_str()), ("timestamp", &draft.timestamp)];
        headers.extend(draft.headers.iter().map(|(name, value)| (*name, value.as_str())));
        headers.extend(further);
        let headers: Vec<_> = headers.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        self.shop.send(draft.method, &draft.target, &headers, &draft.sent_body).await
    }

    /// A signed login with a fresh code.
    async fn login(&self) -> Said {
        let code = self.shop.arm(r#""amount":{"amount":"10.00","currency":"GBP"}"#).await;
        let mut draft = self.draft("POST", &format!("/v1/pos/login/{POS}/{code}"));
        draft.headers.push(("phone_number", PHONE.to_owned()));
        self.send(&draft).await
    }

    fn in_session(&self, session: &Session, target: &str) -> Draft {
        let mut draft = self.draft("POST", target);
        let pairs = session.headers();
        for (name, value) in pairs {
            match name {
                "token_id" => draft.headers.push(("token_id", value.to_owned())),
                "operation_id" => draft.headers.push(("operation_id", value.to_owned())),
                _ => {}
            }
        }
        draft
    }
}

#[track_caller]
fn assert_unauthenticated(said: &Said, check: &str) {
    assert_eq!(said.verdict(), (401, "UNAUTHENTICATED_API_CALL".to_owned()), "{}", said.text);
    assert!(said.at("/status/message").contains(check), "{check}: {}", said.text);
}

#[tokio::test]
async fn a_signed_cash_out_goes_through() {
    let signer = Signer::open().await;
    let opened = signer.login().await;
    assert_eq!(opened.status, 200, "{}", opened.text);
    let session = Session::of(&opened);
    for target in [format!("/v1/pos/withdraw/{ACCOUNT}/10"), "/v1/pos/logout".to_owned()] {
        let said = signer.send(&signer.in_session(&session, &target)).await;
        assert_eq!(said.status, 200, "{}", said.text);
    }
    let echo = signer.draft("GET", "/v1/pos/echo");
    assert_eq!(signer.send(&echo).await.status, 200);
    assert_unauthenticated(&signer.send(&echo).await, "salt check");
}

#[tokio::test]
async fn a_header_that_is_missing_is_named() {
    let signer = Signer::open().await;
    let draft = signer.draft("GET", "/v1/pos/echo");
    for name in ["salt", "timestamp", "signature"] {
        let mut draft = signer.draft("GET", "/v1/pos/echo");
        match name {
            "salt" => draft.salt = String::new(),
            "timestamp" => draft.timestamp = String::new(),
            _ => {}
        }
        let signature = if name == "signature" { String::new() } else { signer.sign(&draft) };
        let said = signer.send_with(&draft, &[("signature", &signature)]).await;
        assert_eq!(said.verdict(), (400, "MISSING_AUTHENTICATION_HEADERS".to_owned()));
        assert!(said.at("/status/message").contains(name), "{name}: {}", said.text);
    }
    assert_eq!(signer.send(&draft).await.status, 200);
}

#[tokio::test]
async fn an_upper_case_verb_plain_base64_and_another_secret_do_not_sign() {
    let signer = Signer::open().await;
    let draft = signer.draft("GET", "/v1/pos/echo");
    let right = signer.sign(&draft);
    let upper = {
        // What signs the verb as it is written on the request line.
        let shouted = Signed {
            method: "",
            target: &format!("GET{}", draft.target),
            salt: &draft.salt,
            timestamp: &draft.timestamp,
            access_key: SIGNING_KEY,
            body: b"",
        };
        shouted.sign(&signer.secret)
    };
    let swapped = right.replace(['A', 'Y', 'Z'], "M");
    for wrong in [upper.as_str(), swapped.as_str(), "c2hvcnQ=", &right[..87]] {
        let said = signer.send_with(&draft, &[("signature", wrong)]).await;
        assert_unauthenticated(&said, "signature check");
    }
    assert_eq!(signer.send(&draft).await.status, 200, "a wrong signature spends no salt");
}

#[tokio::test]
async fn a_body_signs_as_received_and_as_compact_json() {
    let signer = Signer::open().await;
    for (sent, signed, good) in [
        ("", "", true),
        ("{}", "", true),
        ("{ }", "", true),
        (r#"{ "metadata" : {"a": 1.10} }"#, r#"{ "metadata" : {"a": 1.10} }"#, true),
        (r#"{ "metadata" : {"a": 1.10} }"#, r#"{"metadata":{"a":1.10}}"#, true),
        (r#"{ "metadata" : {"a": 1.10} }"#, r#"{"metadata":{"a":1.1}}"#, false),
        (r#"{"metadata":{"a":1}}"#, "", false),
    ] {
        let mut draft = signer.draft("GET", "/v1/pos/echo");
        draft.sent_body = sent.to_owned();
        draft.signed_body = signed.to_owned();
        let said = signer.send(&draft).await;
        assert_eq!(said.status == 200, good, "{sent} signed as {signed}: {}", said.text);
    }
}

#[tokio::test]
async fn a_timestamp_is_ten_digits_within_the_window() {
    let signer = Signer::open().await;
    for (timestamp, good) in [
        (NOW_S - 300, true),
        (NOW_S - 301, false),
        (NOW_S + 60, true),
        (NOW_S + 61, false),
        (NOW_S * 1000, false),
    ] {
        let mut draft = signer.draft("GET", "/v1/pos/echo");
        draft.timestamp = timestamp.to_string();
        let said = signer.send(&draft).await;
        assert_eq!(said.status == 200, good, "{timestamp}: {}", said.text);
        if !good {
            assert_unauthenticated(&said, "timestamp check");
        }
    }
    for text in ["170000000", "+170000000", "1700000000.0", "1.7e9", "٠٧٠٠٠٠٠٠٠٠"] {
        let mut draft = signer.draft("GET", "/v1/pos/echo");
        draft.timestamp = text.to_owned();
        if text.is_ascii() {
            assert_unauthenticated(&signer.send(&draft).await, "timestamp check");
        }
    }
}

#[tokio::test]
async fn fields_shifted_into_each_other_sign_alike_and_are_refused() {
    let signer = Signer::open().await;
    let opened = signer.login().await;
    let session = Session::of(&opened);
    let mut draft = signer.in_session(&session, &format!("/v1/pos/withdraw/{ACCOUNT}/10"));
    draft.salt = "5a1b2c3d4e5f".to_owned();
    let signature = signer.sign(&draft);
    assert_eq!(signer.send(&draft).await.status, 200);
    let mut shifted = signer.in_session(&session, &format!("/v1/pos/withdraw/{ACCOUNT}/105"));
    shifted.salt = "a1b2c3d4e5f".to_owned();
    assert_eq!(signer.sign(&shifted), signature, "the twin signs alike");
    assert_unauthenticated(&signer.send(&shifted).await, "signature has been used");
}

#[tokio::test]
async fn an_exact_resend_is_a_spent_salt_and_under_its_idempotency_value_the_first_answer() {
    let signer = Signer::open().await;
    let session = Session::of(&signer.login().await);
    let target = format!("/v1/pos/withdraw/{ACCOUNT}/10");
    let mut with_value = signer.in_session(&session, &target);
    with_value.headers.push(("idempotency", "w-1".to_owned()));
    let first = signer.send(&with_value).await;
    assert_eq!(first.status, 200, "{}", first.text);
    signer.shop.turn_clock_ms(100_000);
    let resent = signer.send(&with_value).await;
    assert_eq!(resent.header("idempotent-replayed"), Some("true"), "{}", resent.text);
    assert_eq!(resent.at("/data/transaction_id"), first.at("/data/transaction_id"));
    signer.shop.turn_clock_ms(3_600_000);
    let late = signer.send(&with_value).await;
    assert_eq!(late.status, 200, "even after a long outage: {}", late.text);
    let mut without = signer.in_session(&session, &target);
    without.timestamp = (NOW_S + 3_700).to_string();
    assert_eq!(
        signer.send(&without).await.header("idempotent-replayed"),
        Some("true"),
        "a fresh salt repeats"
    );
    assert_unauthenticated(&signer.send(&without).await, "salt check");
}

#[tokio::test]
async fn a_salt_serves_once_per_key_whatever_it_is_used_for() {
    let signer = Signer::open().await;
    let first = signer.draft("GET", "/v1/pos/echo");
    assert_eq!(signer.send(&first).await.status, 200);
    let mut again = signer.draft("GET", "/v1/pos/echo?x=1");
    again.salt.clone_from(&first.salt);
    assert_unauthenticated(&signer.send(&again).await, "salt check");
    signer.shop.add_key("rak_another_key", Profile::Signed, Vec::new()).await;
}

#[tokio::test]
async fn a_refused_request_with_a_right_signature_has_spent_its_salt() {
    let signer = Signer::open().await;
    let session = Session::of(&signer.login().await);
    let draft = signer.in_session(&session, &format!("/v1/pos/withdraw/{ACCOUNT}/11"));
    assert_eq!(signer.send(&draft).await.verdict(), (400, "ERROR_AMOUNT_NOT_APPROVED".to_owned()));
    assert_unauthenticated(&signer.send(&draft).await, "salt check");
}

#[tokio::test]
async fn the_status_of_an_operation_is_signed_too() {
    let signer = Signer::open().await;
    let opened = signer.login().await;
    let session = Session::of(&opened);
    let target = format!("/api/v1/pos/operations/{}", opened.at("/data/operation_id"));
    let mut draft = signer.in_session(&session, &target);
    draft.method = "GET";
    let said = signer.send(&draft).await;
    assert_eq!((said.status, said.at("/do")), (200, "withdraw".to_owned()), "{}", said.text);
    assert_eq!(signer.send(&draft).await.status, 401);
    let unsigned = signer.send_with(&draft, &[("signature", "")]).await;
    assert_eq!(unsigned.status, 401);
}

#[tokio::test]
async fn an_outcome_is_signed_with_its_body_and_an_exact_resend_with_a_value_is_answered() {
    let signer = Signer::open().await;
    let opened = signer.login().await;
    let session = Session::of(&opened);
    let withdraw = signer.in_session(&session, &format!("/v1/pos/withdraw/{ACCOUNT}/10"));
    assert_eq!(signer.send(&withdraw).await.status, 200);
    let target = format!("/api/v1/pos/operations/{}/outcome", opened.at("/data/operation_id"));
    let mut draft = signer.in_session(&session, &target);
    (draft.sent_body, draft.signed_body) =
        (r#"{"outcome":"not_dispensed"}"#.to_owned(), r#"{"outcome":"dispensed"}"#.to_owned());
    let forged = signer.send(&draft).await;
    assert_eq!((forged.status, forged.at("/code")), (401, "unauthenticated".to_owned()), "{}", forged.text);
    draft.signed_body = draft.sent_body.clone();
    draft.headers.push(("idempotency", "word-1".to_owned()));
    for replayed in [None, Some("true")] {
        let said = signer.send(&draft).await;
        assert_eq!((said.status, said.at("/state")), (200, "reversed".to_owned()), "{}", said.text);
        assert_eq!(said.header("idempotent-replayed"), replayed, "{}", said.text);
    }
    draft.headers.retain(|(name, _)| *name != "idempotency");
    let resent = signer.send(&draft).await;
    assert_eq!((resent.status, resent.at("/code")), (401, "unauthenticated".to_owned()), "{}", resent.text);
    assert!(resent.at("/detail").contains("salt check"), "{}", resent.text);
}
