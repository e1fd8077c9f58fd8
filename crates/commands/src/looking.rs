//! What people of the operator look for: anything by its id, a wallet by its phone number, a POS by its name or its
//! short number; among recent operations, one by its sum, its check word or the end of its id. Strong reads, and bounded
//! walks over the names of POS and the newest operations.

use std::sync::Arc;

use specie_domain::command::Actor;
use specie_domain::ids::{OperationId, PosId, WalletId, WithdrawalId};
use specie_domain::rows::{Case, PlaceNumber, Pos, Session, Withdrawal};
use specie_domain::{Row, RowKind, Time};
use specie_money::{Currency, Money};
use specie_store::{FOUND_OPERATIONS_MAX, Find, PAGE_LINES_MAX};

use crate::calls::Commands;
use crate::check_word::is_check_word;
use crate::failure::Failure;
use crate::operations::OperationView;
use crate::secrets::PhoneNumber;
use crate::views::{AccountRef, AccountView, WalletView};

/// Things of one kind that a search finds, at most.
pub const FOUND_MAX: usize = 10;
/// How far back a search goes that has no id, seconds: 31 days.
const RECENT_S: i64 = 31 * 86_400;
/// Digits of the end of an id that are enough to look for it, and those that are as good as all.
const END_DIGITS: std::ops::RangeInclusive<u8> = 6..=12;
/// POS whose names are looked at, at most.
const NAMES_LOOKED_AT_MAX: usize = 5_000;

/// A POS that was found.
#[derive(Debug, Clone)]
pub struct FoundPos {
    /// The POS.
    pub pos: Arc<Pos>,
    /// Its short number, if it has one.
    pub number: Option<u32>,
}

/// An operation that was found.
#[derive(Debug, Clone)]
pub struct FoundOperation {
    /// What became of it.
    pub view: OperationView,
    /// Whose wallet.
    pub wallet_id: WalletId,
    /// The id of its POS as it is shown.
    pub pos_id: String,
    /// What its POS is called.
    pub pos_name: String,
}

/// Which of the recent operations a search has gone through.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Searched {
    /// For a sum: the newest withdrawals.
    pub sums: bool,
    /// For a check word or the end of an id: the newest sessions.
    pub references: bool,
    /// Those made since.
    pub since: Option<Time>,
}

/// What was typed that is no id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sought {
    /// A sum.
    Sum(Money),
    /// One of the check words.
    Word,
    /// The end of an id: so many hexadecimal digits of this number.
    End(u64, u8),
}

impl Sought {
    fn of(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace();
        if let (Some(one), Some(other), None) = (words.next(), words.next(), words.next()) {
            let sum = |code: &str, amount: &str| {
                let currency = Currency::from_code(&code.to_uppercase())?;
                Money::parse(amount, currency).ok().filter(|sum| sum.minor() > 0).map(Self::Sum)
            };
            return sum(one, other).or_else(|| sum(other, one));
        }
        if is_check_word(&text.to_lowercase()) {
            return Some(Self::Word);
        }
        let digits = text.trim_start_matches(['\u{2026}', '.']).replace('-', "");
        let count = u8::try_from(digits.len()).ok().filter(|count| END_DIGITS.contains(count))?;
        u64::from_str_radix(&digits, 16)
            .ok()
            .filter(|_| !digits.starts_with('+'))
            .map(|end| Self::End(end, count))
    }
}

/// What a search found.
#[derive(Debug, Clone, Default)]
pub struct FoundThings {
    /// Wallets.
    pub wallets: Vec<WalletView>,
    /// POS.
    pub pos: Vec<FoundPos>,
    /// Operations.
    pub operations: Vec<FoundOperation>,
    /// Accounts.
    pub accounts: Vec<AccountView>,
    /// Operations that have a case.
    pub cases: Vec<OperationId>,
    /// Which of the recent operations were gone through.
    pub searched: Searched,
}

impl Commands {
    /// `GET /api/v1/search`.
    ///
    /// # Errors
    /// The key is not known; the store's failures.
    pub async fn search(&self, actor: Actor, text: &str) -> Result<FoundThings, Failure> {
        self.reader(actor).await?;
        let text = text.trim();
        let mut found = FoundThings::default();
        self.find_among_recent(text, &mut found).await?;
        if let Ok(phone) = text.parse::<PhoneNumber>() {
            found.wallets.extend(there(self.wallet_of_phone(actor, &phone).await)?);
        }
        self.find_by_id(actor, text, &mut found).await?;
        self.find_pos(text, &mut found).await?;
        Ok(found)
    }

    /// What has no id of its own: a sum, a check word, the end of an id as it is printed and shown.
    async fn find_among_recent(&self, text: &str, found: &mut FoundThings) -> Result<(), Failure> {
        let since = self.now().plus_s(-RECENT_S);
        let first = u128::from(since.unix_ms().max(0).unsigned_abs()) << 80; // The least id made then.
        let past = OperationId::from_u128(first);
        let what = match Sought::of(text) {
            Some(Sought::Sum(sum)) => {
                found.searched.sums = true;
                Find::OfSum(sum, WithdrawalId::from_u128(first))
            }
            Some(Sought::Word) => Find::Since(past),
            Some(Sought::End(number, digits)) => Find::EndingIn(number, digits, past),
            None => return Ok(()),
        };
        found.searched.since = Some(since);
        let operations = match what {
            Find::Since(_) => {
                found.searched.references = true;
                let word = text.to_lowercase();
                let newest = self.found(what, FOUND_OPERATIONS_MAX).await?;
                let has_word = |operation_id: &OperationId| self.check_word(*operation_id) == word;
                newest.into_iter().filter(has_word).take(FOUND_MAX).collect()
            }
            Find::EndingIn(..) => {
                found.searched.references = true;
                self.found(what, FOUND_MAX).await?
            }
            Find::OfSum(..) | Find::OpenSessions(_) | Find::Unconfirmed(_) => {
                self.found(what, FOUND_MAX).await?
            }
        };
        for operation_id in operations {
            found.operations.extend(self.found_operation(operation_id).await?);
        }
        Ok(())
    }

    async fn find_by_id(&self, actor: Actor, text: &str, found: &mut FoundThings) -> Result<(), Failure> {
        if let Ok(named) = text.parse() {
            let account = AccountRef::Named(named);
            found.accounts.extend(there(self.account(actor, account).await)?);
        }
        if let Ok(wallet_id) = text.parse::<WalletId>() {
            found.wallets.extend(there(self.wallet(actor, wallet_id).await)?);
        }
        let operation_id = match text.parse::<WithdrawalId>() {
            Ok(id) => match self.row::<Withdrawal>(id).await? {
                Some(Row::Withdrawal(withdrawal)) => Some(withdrawal.operation_id),
                _ => text.parse().ok(),
            },
            Err(_) => None,
        };
        if let Some(operation_id) = operation_id {
            found.operations.extend(self.found_operation(operation_id).await?);
            if self.row::<Case>(operation_id).await?.is_some() {
                found.cases.push(operation_id);
            }
        }
        Ok(())
    }

    async fn find_pos(&self, text: &str, found: &mut FoundThings) -> Result<(), Failure> {
        if let Ok(named) = text.parse()
            && let Some(pos_id) = self.pos_id_of(named).await?
        {
            found.pos.extend(self.found_pos(pos_id).await?);
        }
        if let Ok(number) = text.parse::<u32>()
            && let Some(Row::PlaceNumber(place)) = self.row::<PlaceNumber>(number).await?
        {
            found.pos.extend(self.found_pos(place.pos_id).await?);
        }
        let wanted = text.to_lowercase();
        let (mut after, mut looked_at) = (None, 0);
        while found.pos.len() < FOUND_MAX && looked_at < NAMES_LOOKED_AT_MAX && !wanted.is_empty() {
            let page = self.store.rows(RowKind::Pos, after.take(), PAGE_LINES_MAX).await;
            let page = page.map_err(|why| {
                tracing::error!(%why, "the names of POS were not read");
                Failure::NotApplied
            })?;
            looked_at = looked_at.saturating_add(page.len());
            after = page.last().map(Row::key);
            let is_last = page.len() < PAGE_LINES_MAX;
            for row in page {
                let Row::Pos(pos) = row else { continue };
                let is_known = found.pos.iter().any(|known| known.pos.pos_id == pos.pos_id);
                if pos.name.to_lowercase().contains(&wanted) && !is_known && found.pos.len() < FOUND_MAX {
                    let number = self.number_of_place(pos.pos_id).await?;
                    found.pos.push(FoundPos { pos, number });
                }
            }
            if is_last {
                return Ok(());
            }
        }
        Ok(())
    }

    async fn found_pos(&self, pos_id: PosId) -> Result<Option<FoundPos>, Failure> {
        match self.row::<Pos>(pos_id).await? {
            Some(Row::Pos(pos)) => Ok(Some(FoundPos { pos, number: self.number_of_place(pos_id).await? })),
            _ => Ok(None),
        }
    }

    /// An operation with its POS, if there is one.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn found_operation(
        &self,
        operation_id: OperationId,
    ) -> Result<Option<FoundOperation>, Failure> {
        let Some(Row::Session(session)) = self.row::<Session>(operation_id).await? else { return Ok(None) };
        Ok(Some(FoundOperation {
            view: self.session_view(&session).await?,
            wallet_id: session.wallet_id,
            pos_id: self.shown_pos_id(session.pos_id).await?,
            pos_name: self.pos_name(session.pos_id).await?,
        }))
    }

    /// The id of a POS as it is shown.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn pos_id_shown(&self, pos_id: PosId) -> Result<String, Failure> {
        self.shown_pos_id(pos_id).await
    }
}

/// What was found; that there is nothing is no failure.
fn there<T>(read: Result<T, Failure>) -> Result<Option<T>, Failure> {
    match read {
        Ok(found) => Ok(Some(found)),
        Err(Failure::Refused(specie_domain::Refusal::NotFound(_), _)) => Ok(None),
        Err(failure) => Err(failure),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_a_check_word_and_the_end_of_an_id_are_told_apart() {
        let gbp = Currency::from_code("GBP").unwrap();
        let sum = Some(Sought::Sum(Money::from_minor(1_250, gbp)));
        for (text, sought) in [
            ("12.50 GBP", sum),
            ("gbp 12.50", sum),
            ("12.505 GBP", None),
            ("0.00 GBP", None),
            ("-1.00 GBP", None),
            ("12.50", None),
            ("12.50 XXZ", None),
            ("1 2 GBP", None),
            ("walnut", Some(Sought::Word)),
            ("Walnut", Some(Sought::Word)),
            ("walnuts", None),
            ("e5a8c05", Some(Sought::End(0xe5a_8c05, 7))),
            ("\u{2026}1e5a8c05", Some(Sought::End(0x1e5a_8c05, 8))),
            ("2f6d1e5a8c05", Some(Sought::End(0x2f6d_1e5a_8c05, 12))),
            ("2f6d-1e5a8c05", Some(Sought::End(0x2f6d_1e5a_8c05, 12))),
            ("a8c05", None),
            ("92f6d1e5a8c05", None),
            ("+5a8c05", None),
            ("x5a8c05", None),
            ("", None),
        ] {
            assert_eq!(Sought::of(text), sought, "{text}");
        }
    }
}
