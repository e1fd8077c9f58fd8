//! What the console lists: POS owners, POS with their keys and floats, sessions that are open. Each page is bounded by
//! what it looks at, and a filtered page may end early.

use std::sync::Arc;

use specie_domain::command::Actor;
use specie_domain::ids::{OperationId, OwnerId, PosId, Reference};
use specie_domain::outcome::Thing;
use specie_domain::rows::{
    Account, AccountKey, AccountKind, KeyName, Pos, PosKey, PosOwner, PosPlace, Session,
};
use specie_domain::{Key, Row, RowKind};
use specie_money::{Currency, Money};
use specie_store::{FOUND_OPERATIONS_MAX, Find, PAGE_LINES_MAX};

use crate::calls::{Commands, not_found};
use crate::failure::Failure;
use crate::operations::OperationView;

/// POS that one page of a list looks at, at most.
pub const LISTED_POS_MAX: usize = 2_000;
/// POS with a mark that one answer names, at most.
pub const LOWEST_FLOATS_MAX: usize = 50;

/// Which POS are listed.
#[derive(Debug, Clone, Copy, Default)]
pub struct PosFilter {
    /// Only those of this owner.
    pub owner_id: Option<OwnerId>,
    /// Only those that are disabled, or only those that are not.
    pub disabled: Option<bool>,
}

/// A POS in a list.
#[derive(Debug, Clone)]
pub struct PosView {
    /// The POS.
    pub pos: Arc<Pos>,
    /// Its short number, if it has one.
    pub number: Option<u32>,
    /// Its owner's trading name.
    pub owner_name: String,
}

/// What a POS's position is in one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FloatView {
    /// The position.
    pub position: Money,
    /// How far it may go below zero.
    pub credit_line: Money,
    /// Below which position somebody wants to be told.
    pub mark: Option<Money>,
}

impl FloatView {
    /// Whether it is below its mark.
    #[must_use]
    pub fn is_low(&self) -> bool {
        self.mark.is_some_and(|mark| self.position.minor() < mark.minor())
    }
}

/// A POS with all that belongs to it.
#[derive(Debug, Clone)]
pub struct PosFile {
    /// What a list shows.
    pub view: PosView,
    /// Its position in each of its currencies.
    pub floats: Vec<FloatView>,
    /// Where it is.
    pub place: Option<Arc<PosPlace>>,
    /// Its keys: the live ones, then the newest of the revoked ones.
    pub keys: Vec<Arc<PosKey>>,
}

/// A POS against its mark.
#[derive(Debug, Clone)]
pub struct FloatLine {
    /// The POS.
    pub pos: Arc<Pos>,
    /// Its position; its mark is there.
    pub float: FloatView,
}

/// A session that is open.
#[derive(Debug, Clone)]
pub struct SessionView {
    /// The session.
    pub session: Arc<Session>,
    /// What became of its operation.
    pub view: OperationView,
    /// The id of its POS as it is shown.
    pub pos_id: String,
    /// What its POS is called.
    pub pos_name: String,
}

impl Commands {
    /// `GET /api/v1/pos-owners`.
    ///
    /// # Errors
    /// The key is not known; the store's failures.
    pub async fn owners(
        &self,
        actor: Actor,
        after: Option<OwnerId>,
        owners_max: usize,
    ) -> Result<Vec<Arc<PosOwner>>, Failure> {
        self.reader(actor).await?;
        let rows = self.listed(RowKind::PosOwner, after.map(Key::PosOwner), owners_max).await?;
        let owner = |row| if let Row::PosOwner(owner) = row { Some(owner) } else { None };
        Ok(rows.into_iter().filter_map(owner).collect())
    }

    /// `GET /api/v1/pos`: with the id after which the next page begins, unless this is the last.
    ///
    /// # Errors
    /// The key is not known; the store's failures.
    pub async fn pos_list(
        &self,
        actor: Actor,
        filter: PosFilter,
        after: Option<PosId>,
        pos_max: usize,
    ) -> Result<(Vec<PosView>, Option<PosId>), Failure> {
        self.reader(actor).await?;
        let (mut found, mut after, mut looked_at) = (Vec::new(), after, 0_usize);
        loop {
            let page = self.listed(RowKind::Pos, after.map(Key::Pos), PAGE_LINES_MAX).await?;
            let is_last = page.len() < PAGE_LINES_MAX;
            for row in page {
                let Row::Pos(pos) = row else { continue };
                if found.len() >= pos_max || looked_at >= LISTED_POS_MAX {
                    return Ok((found, after));
                }
                (after, looked_at) = (Some(pos.pos_id), looked_at.saturating_add(1));
                if filter.takes(&pos) {
                    found.push(self.pos_view(pos).await?);
                }
            }
            if is_last {
                return Ok((found, None));
            }
        }
    }

    async fn pos_view(&self, pos: Arc<Pos>) -> Result<PosView, Failure> {
        let number = self.number_of_place(pos.pos_id).await?;
        Ok(PosView { number, owner_name: self.owner_name(pos.owner_id).await?, pos })
    }

    /// `GET /api/v1/pos/{id}`.
    ///
    /// # Errors
    /// No such POS; the store's failures.
    pub async fn pos_file(&self, actor: Actor, pos: Reference<PosId>) -> Result<PosFile, Failure> {
        self.reader(actor).await?;
        let pos_id = self.pos_id_of(pos).await?.ok_or_else(|| not_found(Thing::Pos))?;
        let Some(Row::Pos(pos)) = self.row::<Pos>(pos_id).await? else {
            return Err(not_found(Thing::Pos));
        };
        let mut floats = Vec::with_capacity(pos.currencies.len());
        for currency in pos.currencies.iter().copied() {
            floats.push(self.float_view(&pos, currency).await?);
        }
        let place = match self.row::<PosPlace>(pos_id).await? {
            Some(Row::PosPlace(place)) => Some(place),
            _ => None,
        };
        let names = pos.keys.iter().chain(pos.revoked_keys.iter().rev()).copied();
        let names = self.rows::<KeyName>(names.collect()).await?;
        let hash = |row| if let Some(Row::KeyName(name)) = row { Some(name.hash) } else { None };
        let keys = self.rows::<PosKey>(names.into_iter().filter_map(hash).collect()).await?;
        let key = |row| if let Some(Row::PosKey(key)) = row { Some(key) } else { None };
        let keys = keys.into_iter().filter_map(key).collect();
        Ok(PosFile { view: self.pos_view(pos).await?, floats, place, keys })
    }

    async fn float_view(&self, pos: &Pos, currency: Currency) -> Result<FloatView, Failure> {
        let key = AccountKey::of_pos(AccountKind::Pos, pos.pos_id, currency);
        let position = match self.row::<Account>(key).await? {
            Some(Row::Account(account)) => account.balance,
            _ => 0,
        };
        let of = |sums: &[Money]| sums.iter().copied().find(|sum| sum.currency() == currency);
        Ok(FloatView {
            position: Money::from_minor(position, currency),
            credit_line: of(&pos.credit_lines).unwrap_or_else(|| Money::zero(currency)),
            mark: of(&pos.low_floats),
        })
    }

    /// `GET /api/v1/live/float`: of the first [`LISTED_POS_MAX`] POS, those furthest below their mark, or nearest above
    /// it, in parts of the mark.
    ///
    /// # Errors
    /// The key is not known; the store's failures.
    pub async fn lowest_floats(&self, actor: Actor) -> Result<Vec<FloatLine>, Failure> {
        self.reader(actor).await?;
        let (mut lines, mut after, mut looked_at) = (Vec::new(), None, 0_usize);
        while looked_at < LISTED_POS_MAX {
            let page = self.listed(RowKind::Pos, after.take(), PAGE_LINES_MAX).await?;
            looked_at = looked_at.saturating_add(page.len());
            let is_last = page.len() < PAGE_LINES_MAX;
            after = page.last().map(Row::key);
            for row in page {
                let Row::Pos(pos) = row else { continue };
                for mark in pos.low_floats.iter().filter(|mark| mark.minor() > 0 && !pos.disabled) {
                    let float = self.float_view(&pos, mark.currency()).await?;
                    lines.push(FloatLine { pos: Arc::clone(&pos), float });
                }
            }
            if is_last {
                break;
            }
        }
        lines.sort_by_key(|line| line.float.thousandths_of_mark());
        lines.truncate(LOWEST_FLOATS_MAX);
        Ok(lines)
    }

    /// `GET /api/v1/sessions`: those that are open, with the one after which the next page begins.
    ///
    /// # Errors
    /// The key is not known; the store's failures.
    pub async fn open_sessions(
        &self,
        actor: Actor,
        after: Option<OperationId>,
        sessions_max: usize,
    ) -> Result<(Vec<SessionView>, Option<OperationId>), Failure> {
        self.reader(actor).await?;
        let found = self.found(Find::OpenSessions(after), sessions_max).await?;
        let next = found.last().copied().filter(|_| found.len() >= sessions_max);
        let mut sessions = Vec::with_capacity(found.len());
        for row in self.rows::<Session>(found).await? {
            let Some(Row::Session(session)) = row else { continue };
            if session.ended_at(self.now()).is_none() {
                sessions.push(SessionView {
                    view: self.session_view(&session).await?,
                    pos_id: self.shown_pos_id(session.pos_id).await?,
                    pos_name: self.pos_name(session.pos_id).await?,
                    session,
                });
            }
        }
        Ok((sessions, next))
    }

    /// How many sessions are open and how many withdrawals wait for word, as far as they are counted
    /// ([`specie_store::FOUND_OPERATIONS_MAX`]). May lag by a moment.
    ///
    /// # Errors
    /// The key is not known; the store's failures.
    pub async fn open_counts(&self, actor: Actor) -> Result<(usize, usize), Failure> {
        self.reader(actor).await?;
        let open = self.found(Find::OpenSessions(None), FOUND_OPERATIONS_MAX).await?.len();
        let unconfirmed = self.found(Find::Unconfirmed(self.now()), FOUND_OPERATIONS_MAX).await?.len();
        Ok((open, unconfirmed))
    }

    /// Operations that are looked for.
    pub(crate) async fn found(&self, what: Find, most: usize) -> Result<Vec<OperationId>, Failure> {
        self.store.find(what, most).await.map_err(|why| {
            tracing::error!(%why, "operations were not looked for");
            Failure::NotApplied
        })
    }
}

impl FloatView {
    /// The position in thousandths of its mark; without a mark it is the highest of all.
    fn thousandths_of_mark(&self) -> i128 {
        let mark = self.mark.map(|mark| i128::from(mark.minor())).filter(|mark| *mark > 0);
        mark.map_or(i128::MAX, |mark| (i128::from(self.position.minor()) * 1_000).div_euclid(mark))
    }
}

impl PosFilter {
    fn takes(self, pos: &Pos) -> bool {
        self.owner_id.is_none_or(|owner_id| pos.owner_id == owner_id)
            && self.disabled.is_none_or(|disabled| pos.disabled == disabled)
    }
}
