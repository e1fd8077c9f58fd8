//! How paths and answers name accounts. A wallet's account has an id of its own; every other is
//! `kind:holder:currency`, or `kind:currency` for the operator's.

use specie_commands::AccountRef;
use specie_domain::ids::{OwnerId, PosId, TillId, WalletId};
use specie_domain::rows::{AccountKey, AccountKind};
use specie_money::Currency;

/// Whose accounts of a kind there are.
enum Holder {
    Wallet,
    Pos,
    Owner,
    Operator,
    Till,
}

const fn holder_of(kind: AccountKind) -> Holder {
    match kind {
        AccountKind::Wallet => Holder::Wallet,
        AccountKind::CashPending
        | AccountKind::FeePending
        | AccountKind::Pos
        | AccountKind::Suspense
        | AccountKind::Vault
        | AccountKind::TillSource
        | AccountKind::TillVariance => Holder::Pos,
        AccountKind::SettlementDue | AccountKind::Commission => Holder::Owner,
        AccountKind::Fee
        | AccountKind::Tax
        | AccountKind::CommissionCost
        | AccountKind::Funding
        | AccountKind::Loss => Holder::Operator,
        AccountKind::Till => Holder::Till,
    }
}

/// The account that a text names; none when it can name no account.
pub(super) fn account_named(text: &str) -> Option<AccountRef> {
    internal(text).or_else(|| text.parse().ok().map(AccountRef::Named))
}

fn internal(text: &str) -> Option<AccountRef> {
    let (kind, rest) = text.split_once(':')?;
    let kind = AccountKind::ALL.into_iter().find(|known| known.name() == kind)?;
    // An id from elsewhere may hold colons itself; a currency does not.
    let (holder, code) = rest.rsplit_once(':').map_or(("", rest), |(holder, code)| (holder, code));
    let currency = Currency::from_code(code)?;
    match holder_of(kind) {
        Holder::Wallet => {
            let wallet_id: WalletId = holder.parse().ok()?;
            Some(AccountRef::Ledger(AccountKey::wallet(wallet_id, currency)))
        }
        Holder::Pos => Some(AccountRef::OfPos(kind, holder.parse().ok()?, currency)),
        Holder::Owner => {
            let owner_id: OwnerId = holder.parse().ok()?;
            Some(AccountRef::Ledger(AccountKey::of_owner(kind, owner_id, currency)))
        }
        Holder::Till => {
            let till_id: TillId = holder.parse().ok()?;
            Some(AccountRef::Ledger(AccountKey::till(till_id, currency)))
        }
        Holder::Operator => {
            holder.is_empty().then(|| AccountRef::Ledger(AccountKey::of_operator(kind, currency)))
        }
    }
}

/// The name of an account of the ledger.
pub(super) fn account_name(key: AccountKey) -> String {
    let (kind, currency) = (key.kind.name(), key.currency.code());
    match holder_of(key.kind) {
        Holder::Operator => format!("{kind}:{currency}"),
        Holder::Wallet | Holder::Pos | Holder::Owner | Holder::Till => {
            format!("{kind}:{}:{currency}", PosId::from_u128(key.holder)) // All ids print alike.
        }
    }
}

#[cfg(test)]
mod tests {
    use specie_domain::ids::Reference;

    use super::*;

    #[test]
    fn an_account_is_named_by_its_id_or_by_kind_holder_and_currency() {
        let ours = "018bcfe5-687b-7fff-bfff-fffffffffc05";
        for (text, expected) in [
            (ours.to_owned(), "named"),
            ("64e4a964-53b5-11e9-8495-02f0df928b".to_owned(), "named"),
            ("pos:z128ffb-11a5-11l9-93p5-1231a8maf28:GBP".to_owned(), "of pos"),
            ("pos:a:b:GBP".to_owned(), "of pos"),
            (format!("cash_pending:{ours}:JPY"), "of pos"),
            ("funding:GBP".to_owned(), "ledger"),
            (format!("commission:{ours}:GBP"), "ledger"),
            (format!("wallet:{ours}:GBP"), "ledger"),
            ("funding:x:GBP".to_owned(), "named"),
            ("pos:GBP".to_owned(), "named"),
            ("pos::ZZZ".to_owned(), "named"),
            ("drawer:GBP".to_owned(), "named"),
            (String::new(), "nothing"),
            ("a b".to_owned(), "nothing"),
            ("x".repeat(65), "nothing"),
        ] {
            let found = match account_named(&text) {
                Some(AccountRef::Named(_)) => "named",
                Some(AccountRef::OfPos(_, _, _)) => "of pos",
                Some(AccountRef::Ledger(_)) => "ledger",
                None => "nothing",
            };
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_name_that_is_printed_names_the_same_account_when_it_is_read() {
        let gbp = Currency::from_code("GBP").unwrap();
        let holder: PosId = "018bcfe5-687b-7fff-bfff-fffffffffc05".parse().unwrap();
        for kind in AccountKind::ALL {
            let holder = match holder_of(kind) {
                Holder::Operator => 0,
                Holder::Wallet | Holder::Pos | Holder::Owner | Holder::Till => holder.as_u128(),
            };
            let key = AccountKey { kind, holder, currency: gbp };
            let name = account_name(key);
            let read = match account_named(&name).unwrap() {
                AccountRef::Ledger(key) => key,
                AccountRef::OfPos(kind, Reference::Id(pos_id), currency) => {
                    AccountKey::of_pos(kind, pos_id, currency)
                }
                AccountRef::OfPos(_, Reference::Opaque(_), _) | AccountRef::Named(_) => {
                    panic!("{name} is no internal account")
                }
            };
            assert_eq!(read, key, "{name}");
        }
    }
}
