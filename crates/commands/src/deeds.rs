//! Who of the operator did what: the list of deeds, and the deed of looking at a customer's personal data. A look is
//! written down before the data are shown, once for a key, a wallet and an hour: whoever looks again within the hour
//! has been written down.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use specie_domain::command::{Actor, Body, SeePersonal};
use specie_domain::ids::{OperatorKeyId, WalletId};
use specie_domain::rows::{Deed, DeedCount};
use specie_domain::{Key, KeyedHash, Row, RowKind, Time};
use specie_store::PAGE_LINES_MAX;

use crate::calls::{Commands, Request};
use crate::failure::Failure;

/// Deeds that one page of a filtered list looks at, at most.
pub const DEEDS_LOOKED_AT_MAX: u64 = 5_000;
/// Looks that are remembered within an hour; past it all are forgotten, and the next looks are written down again.
const LOOKS_MAX: usize = 10_000;
const HOUR_MS: i64 = 3_600_000;

/// Which deeds are listed.
#[derive(Debug, Clone, Default)]
pub struct DeedFilter {
    /// Those of this person, by the name or by the id of one of her keys.
    pub person: Option<String>,
    /// Those of this kind, or of this family of kinds.
    pub what: Option<String>,
}

/// Who has looked at whose data in this hour.
#[derive(Debug, Default)]
pub(crate) struct Looks(Mutex<(i64, HashSet<(KeyedHash, WalletId)>)>);

impl Looks {
    fn has(&self, key: KeyedHash, wallet_id: WalletId, at: Time) -> bool {
        let looks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        looks.0 == hour(at) && looks.1.contains(&(key, wallet_id))
    }

    fn put(&self, key: KeyedHash, wallet_id: WalletId, at: Time) {
        let mut looks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if looks.0 != hour(at) || looks.1.len() >= LOOKS_MAX {
            *looks = (hour(at), HashSet::new());
        }
        looks.1.insert((key, wallet_id));
    }
}

const fn hour(at: Time) -> i64 {
    at.unix_ms().div_euclid(HOUR_MS)
}

impl Commands {
    /// Writes down that somebody of the operator looks at a customer's personal data. What the program itself or the
    /// customer's own device reads is no look.
    pub(crate) async fn look_at_personal(&self, actor: Actor, wallet_id: WalletId) -> Result<(), Failure> {
        let Some(key) = self.key_of(actor).await? else { return Ok(()) };
        let at = self.now();
        if self.looks.has(key.hash, wallet_id, at) {
            return Ok(());
        }
        let request = Request {
            at,
            credential: Self::credential(actor),
            verb: "look at personal data",
            idempotency: None,
            proof: None,
            makes_anew: false,
        };
        self.commit(&request, &wallet_id, Body::SeePersonal(SeePersonal { actor, wallet_id })).await?;
        self.looks.put(key.hash, wallet_id, at);
        Ok(())
    }

    /// `GET /api/v1/audit`: deeds with numbers below `past` (none: from the newest), newest first; and the number below
    /// which the next page begins, unless this is the last.
    ///
    /// # Errors
    /// The role does not allow it; the store's failures.
    pub async fn deeds(
        &self,
        actor: Actor,
        filter: &DeedFilter,
        past: Option<u64>,
        deeds_max: usize,
    ) -> Result<(Vec<Arc<Deed>>, Option<u64>), Failure> {
        self.reader(actor).await?;
        let newest = match self.row::<DeedCount>(()).await? {
            Some(Row::DeedCount(deeds)) => deeds.count,
            _ => 0,
        };
        let mut next = past.unwrap_or(u64::MAX).min(newest.saturating_add(1));
        let last = next.saturating_sub(DEEDS_LOOKED_AT_MAX);
        let mut found = Vec::new();
        while next > 1 && next > last && found.len() < deeds_max {
            let lines = u64::try_from(PAGE_LINES_MAX).unwrap_or(u64::MAX);
            let before = next.saturating_sub(1).saturating_sub(lines);
            let count = next.saturating_sub(1).saturating_sub(before);
            let count = usize::try_from(count).unwrap_or(PAGE_LINES_MAX);
            let rows = self.listed(RowKind::Deed, Some(Key::Deed(before)), count).await?;
            for row in rows.into_iter().rev() {
                let Row::Deed(deed) = row else { continue };
                if found.len() >= deeds_max {
                    break;
                }
                next = deed.number;
                if filter.takes(&deed) {
                    found.push(deed);
                }
            }
        }
        Ok((found, (next > 1).then_some(next)))
    }
}

impl DeedFilter {
    fn takes(&self, deed: &Deed) -> bool {
        let is_of = |person: &String| match person.parse::<OperatorKeyId>() {
            Ok(id) => deed.by.operator_key_id == id,
            Err(_) => deed.by.person.to_lowercase() == person.to_lowercase(),
        };
        let is_such = |what: &String| {
            let rest = deed.what.name().strip_prefix(what.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        self.person.as_ref().is_none_or(is_of) && self.what.as_ref().is_none_or(is_such)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_is_remembered_for_its_hour_its_key_and_its_wallet() {
        let looks = Looks::default();
        let (key, wallet) = (KeyedHash::new([1; 16]), WalletId::from_u128(7));
        let at = Time::from_unix_ms(HOUR_MS * 10 + HOUR_MS - 1);
        looks.put(key, wallet, at);
        assert!(looks.has(key, wallet, at));
        assert!(!looks.has(KeyedHash::new([2; 16]), wallet, at));
        assert!(!looks.has(key, WalletId::from_u128(8), at));
        assert!(!looks.has(key, wallet, at.plus_s(1)), "another hour");
        for number in 0..LOOKS_MAX {
            looks.put(key, WalletId::from_u128(number as u128 + 100), at);
        }
        assert!(looks.0.lock().unwrap().1.len() <= LOOKS_MAX);
    }
}
