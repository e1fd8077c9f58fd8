//! Histories of withdrawals and deposits, newest first, walked along the entries of accounts: every withdrawal leaves one
//! in its wallet's account and one in its POS's `cash_pending`, every deposit one in its POS's position. No index is kept for it, so it costs a cash-out nothing.

use std::fmt;
use std::str::FromStr;

use specie_domain::ids::OperationId;
use specie_domain::rows::{AccountKey, Reason};
use specie_store::{EntryLine, PAGE_LINES_MAX};

use crate::calls::Commands;
use crate::failure::Failure;
use crate::secrets::Malformed;

/// Entries one page looks at, at most; a page that finds too little among them ends early and says where to go on.
pub const HISTORY_SCANNED_MAX: usize = 1_000;
/// Accounts one history is walked along, at most.
const ACCOUNTS_MAX: usize = 64;

/// Where a history goes on: for each of its accounts the transfer of the next entry; zero: the account is through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position(Vec<u64>);

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&numbers.join("-"))
    }
}

impl FromStr for Position {
    type Err = Malformed;
    fn from_str(text: &str) -> Result<Self, Malformed> {
        let numbers: Result<Vec<u64>, _> = text.split('-').map(str::parse).collect();
        let numbers = numbers.map_err(|_| Malformed("after"))?;
        if numbers.len() <= ACCOUNTS_MAX { Ok(Self(numbers)) } else { Err(Malformed("after")) }
    }
}

/// One account on the way: the lines read and not yet taken, newest first, and where more are.
struct Walk {
    account: AccountKey,
    lines: std::collections::VecDeque<EntryLine>,
    next: Option<u64>,
}

/// What a walk looks for.
pub(crate) struct Way<P, W> {
    /// Whether the walk ends at this entry.
    pub(crate) is_past: P,
    /// Whether an entry of this reason names an operation that is looked for.
    pub(crate) is_wanted: W,
}

impl Commands {
    /// Operations with an entry in one of `accounts` that is wanted, newest first, at most `operations_max`; and where
    /// to go on, unless all are through. It stops at the first entry that is past.
    pub(crate) async fn operations_along<P: Fn(&EntryLine) -> bool, W: Fn(Reason) -> bool>(
        &self,
        accounts: Vec<AccountKey>,
        from: Option<Position>,
        operations_max: usize,
        way: Way<P, W>,
    ) -> Result<(Vec<OperationId>, Option<Position>), Failure> {
        let mut walks = self.walks(accounts, from).await?;
        let (mut found, mut scanned) = (Vec::new(), 0);
        while found.len() < operations_max && scanned < HISTORY_SCANNED_MAX {
            let newest = |walk: &&mut Walk| walk.lines.front().map(|line| line.transfer);
            let Some(walk) = walks.iter_mut().filter(|walk| !walk.lines.is_empty()).max_by_key(newest) else {
                return Ok((found, None));
            };
            let Some(line) = walk.lines.pop_front() else { continue };
            if (way.is_past)(&line) {
                return Ok((found, None));
            }
            scanned = scanned.saturating_add(1);
            if (way.is_wanted)(line.reason) {
                found.extend(line.operation_id);
            }
            if walk.lines.is_empty() {
                self.read_on(walk).await?;
            }
        }
        let position = walks.iter().map(|walk| walk.lines.front().map_or(0, |line| line.transfer));
        let position: Vec<u64> = position.collect();
        let is_through = position.iter().all(|transfer| *transfer == 0);
        Ok((found, (!is_through).then_some(Position(position))))
    }

    async fn walks(&self, accounts: Vec<AccountKey>, from: Option<Position>) -> Result<Vec<Walk>, Failure> {
        let mut walks = Vec::with_capacity(accounts.len());
        for (place, account) in accounts.into_iter().take(ACCOUNTS_MAX).enumerate() {
            // An account that was opened since the page before has nothing older.
            let go_on = |Position(transfers): &Position| transfers.get(place).copied().unwrap_or(0);
            let next = from.as_ref().map(go_on);
            let mut walk = Walk { account, lines: std::collections::VecDeque::new(), next };
            if next != Some(0) {
                self.read_on(&mut walk).await?;
            }
            walks.push(walk);
        }
        Ok(walks)
    }

    /// Reads more of an account; from its newest entry while nothing of it was read.
    async fn read_on(&self, walk: &mut Walk) -> Result<(), Failure> {
        if walk.next == Some(0) {
            return Ok(());
        }
        let page = self.store.entries(walk.account, walk.next, PAGE_LINES_MAX.min(100)).await;
        let page = page.map_err(|why| {
            tracing::error!(%why, "a history was not read");
            Failure::NotApplied
        })?;
        walk.next = Some(page.next.unwrap_or(0));
        walk.lines.extend(page.lines);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_history_goes_on_is_read_back_as_it_was_told_and_nothing_else_is() {
        for text in ["0", "17-0-4", "18446744073709551615"] {
            assert_eq!(text.parse::<Position>().unwrap().to_string(), text);
        }
        let too_many = vec!["1"; ACCOUNTS_MAX + 1].join("-");
        for text in ["", "-", "1-", "x", "1--2", "-1", "18446744073709551616", &too_many] {
            assert!(text.parse::<Position>().is_err(), "{text}");
        }
    }
}
