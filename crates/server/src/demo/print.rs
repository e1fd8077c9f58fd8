//! What `specie demo` says: where it listens, and lines that work when they are pasted into a shell. They need
//! curl, sed and date, and no knowledge of JSON. Comments among them hold no apostrophe: a shell that takes no
//! comments at its prompt would wait for the second one.

use std::path::Path;

use super::file::{DemoFile, NAME, StaffEntry};

/// Addresses, keys, and the calls of the documentation.
pub(super) fn how_to_use(demo: &DemoFile, invite: &str, api_url: Option<&str>, data: &Path) -> String {
    let DemoFile { server, operator_key, approver_key, seed, pos, wallets, staff } = demo;
    let (api, count, places) = (api_url.unwrap_or(server), wallets.len(), pos.len());
    let file = data.join(NAME);
    let file = file.display();
    let headers = format!(
        "-H 'access_key: {}' -H 'phone_number: {}' -H 'Content-Type: application/json'",
        seed.access_key, seed.phone_number
    );
    let (pos_id, wallet_id, account_id) = (&seed.pos_id, &seed.wallet_id, &seed.account_id);
    let people: String = staff.iter().map(person).collect();
    let approver = approver_key.iter().map(|key| format!("           Finn approves with {key}\n"));
    let approver: String = approver.collect();
    format!(
        r#"Specie demo: {count} wallets, {places} POS. All ids and keys: {file}

  POS API  {server}/v1/pos
  Our API  {api}/api/v1    Authorization: Bearer {operator_key}
{approver}  Probes   {api}/livez  {api}/readyz  {api}/metrics

  Customer {server}/wallet/   invite {invite} (one device; another: specie wallet invite --demo {data} {phone})
  Cashier  {server}/pos/   POS {pos_id}   access key {access_key}
  Console  {api}/console/   a code of the authenticator serves once; another: specie staff code SEED
{people}
Take 10 GBP from the customer {phone} at the POS {pos_id}. Paste all of it at once: a code
lives half a minute at most.

  value() {{ sed -n "s/.*\"$1\": *\"\([^\"]*\)\".*/\1/p"; }}
  # In the last seconds of a half-minute a code is made for the next one: let them pass.
  while [ $(( $(date +%s) % 30 )) -ge 24 ]; do sleep 1; done
  # The wallet app arms a code for this POS and this sum.
  CODE=$(curl -sS -X POST {api}/api/v1/wallets/{wallet_id}/codes \
    -H 'Authorization: Bearer {operator_key}' -H 'Content-Type: application/json' \
    -d '{{"pos_id":"{pos_id}","amount":{{"amount":"10.00","currency":"GBP"}}}}' | value code)
  # 1. The cashier opens a session.
  LOGIN=$(curl -sS -X POST {server}/v1/pos/login/{pos_id}/$CODE \
    {headers})
  echo "$LOGIN"
  TOKEN=$(echo "$LOGIN" | value token_id); OPERATION=$(echo "$LOGIN" | value operation_id)
  # 2. The money is set aside: hand out the cash.
  curl -sS -X POST {server}/v1/pos/withdraw/{account_id}/10 \
    {headers} \
    -H "token_id: $TOKEN" -H "operation_id: $OPERATION"; echo
  # 3. The cash was handed over.
  curl -sS -X POST {server}/v1/pos/logout \
    {headers} \
    -H "token_id: $TOKEN" -H "operation_id: $OPERATION"; echo

The balance afterwards:

  curl -sS {api}/api/v1/accounts/{account_id} -H 'Authorization: Bearer {operator_key}'; echo
"#,
        phone = seed.phone_number,
        access_key = seed.access_key,
        data = data.display(),
    )
}

fn person(of: &StaffEntry) -> String {
    let StaffEntry { name, role, password, otp_seed } = of;
    format!("           {name} ({role})   password {password}   seed {otp_seed}\n")
}
