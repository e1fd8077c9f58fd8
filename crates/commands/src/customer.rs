//! What a customer's own device may read of its wallet: balances with what is set aside apart, the places to get cash,
//! withdrawals with what became of them. The device was judged before; nothing here takes a wallet's id from a request.

use std::sync::Arc;

use specie_domain::command::Actor;
use specie_domain::ids::{OperationId, PosId, WalletId, WithdrawalId};
use specie_domain::outcome::Thing;
use specie_domain::rows::{
    AccountKey, Action, Case, NumberOfPlace, PlaceNumber, Point, Pos, PosOwner, PosPlace, Reason, Session,
    Wallet, WalletLive,
};
use specie_domain::{Key, Row, RowKind, Time};
use specie_money::{Currency, Money};

use crate::calls::{Commands, not_found};
use crate::failure::Failure;
use crate::history::{Position, Way};
use crate::views::{AccountView, WalletView, WithdrawalView};

/// Places on one page, at most.
pub const PLACES_MAX: usize = 200;

/// A wallet as its customer sees it.
#[derive(Debug, Clone)]
pub struct CustomerView {
    /// The wallet.
    pub wallet: WalletView,
    /// Until when it pays out nothing, while it does.
    pub rests_until: Option<Time>,
    /// Its accounts, with what is set aside of each.
    pub accounts: Vec<CustomerAccount>,
}

/// An account, and what of it waits for an outcome.
#[derive(Debug, Clone)]
pub struct CustomerAccount {
    /// The account; its balance is what can be spent.
    pub account: AccountView,
    /// Set aside, fees too, minor units.
    pub held: i64,
}

/// What is set aside in one currency, minor units.
pub type Held = (Currency, i64);

/// Whether a place has cash, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// It has.
    Yes,
    /// No open drawer has enough that is not set aside.
    Low,
    /// It does not keep its cash in tills.
    Unknown,
}

/// A place to get cash.
#[derive(Debug, Clone)]
pub struct PlaceView {
    /// The POS.
    pub pos: Arc<Pos>,
    /// Its short number.
    pub number: u32,
    /// Its owner's trading name.
    pub owner_name: String,
    /// Whether it has cash.
    pub cash: Shelf,
    /// Where it is, if somebody said.
    pub place: Option<Arc<PosPlace>>,
    /// How far from the point asked about, metres.
    pub metres: Option<u32>,
}

/// Some places, in the order of their numbers.
#[derive(Debug, Clone)]
pub struct PlacePage {
    /// Those that serve.
    pub places: Vec<PlaceView>,
    /// The number after which the next page begins, unless this is the last.
    pub next: Option<u32>,
}

/// A withdrawal as its customer sees it.
#[derive(Debug, Clone)]
pub struct WithdrawalLine {
    /// The withdrawal.
    pub view: WithdrawalView,
    /// What the place is called.
    pub pos_name: String,
    /// The operation's check word.
    pub check_word: &'static str,
    /// Its case, if it has one.
    pub case: Option<Arc<Case>>,
}

/// Some withdrawals, newest first.
#[derive(Debug, Clone)]
pub struct WithdrawalPage {
    /// The withdrawals.
    pub lines: Vec<WithdrawalLine>,
    /// Where the next page begins, unless this is the last.
    pub next: Option<Position>,
}

impl Commands {
    /// `GET /api/v1/wallet`.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn customer(&self, wallet_id: WalletId) -> Result<CustomerView, Failure> {
        let Some(Row::Wallet(row)) = self.row::<Wallet>(wallet_id).await? else {
            return Err(not_found(Thing::Wallet));
        };
        let wallet = self.wallet(Actor::System, wallet_id).await?;
        let held = self.held_of(wallet_id).await?;
        let of =
            |currency: Currency| held.iter().filter(move |(of, _)| *of == currency).map(|(_, held)| *held);
        let accounts = wallet.accounts.iter().map(|account| CustomerAccount {
            account: account.clone(),
            held: of(account.key.currency).fold(0_i64, i64::saturating_add),
        });
        let accounts = accounts.collect();
        let now = self.now();
        Ok(CustomerView { rests_until: row.rests_until.filter(|until| now < *until), accounts, wallet })
    }

    /// What of a wallet waits for an outcome.
    async fn held_of(&self, wallet_id: WalletId) -> Result<Vec<Held>, Failure> {
        let Some(Row::WalletLive(live)) = self.row::<WalletLive>(wallet_id).await? else {
            return Ok(Vec::new());
        };
        let mut held = Vec::new();
        for session in self.rows::<Session>(live.sessions.clone()).await?.into_iter().flatten() {
            if let Row::Session(session) = session
                && let Some(withdrawal) = self.withdrawal_in(&session).await?
            {
                held.push((withdrawal.currency, withdrawal.held.saturating_add(withdrawal.fee_held)));
            }
        }
        Ok(held)
    }

    async fn withdrawal_in(
        &self,
        session: &Session,
    ) -> Result<Option<Arc<specie_domain::rows::Withdrawal>>, Failure> {
        let Action::Withdrawal(withdrawal_id) = session.action else { return Ok(None) };
        match self.row::<specie_domain::rows::Withdrawal>(withdrawal_id).await? {
            Some(Row::Withdrawal(withdrawal)) => Ok(Some(withdrawal)),
            _ => Ok(None),
        }
    }

    /// `GET /api/v1/wallet/withdrawals`.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn withdrawals_of(
        &self,
        wallet_id: WalletId,
        after: Option<Position>,
        lines_max: usize,
    ) -> Result<WithdrawalPage, Failure> {
        let Some(Row::Wallet(wallet)) = self.row::<Wallet>(wallet_id).await? else {
            return Err(not_found(Thing::Wallet));
        };
        let accounts = wallet.accounts.iter().map(|(currency, _)| AccountKey::wallet(wallet_id, *currency));
        let way = Way {
            is_past: |_: &specie_store::EntryLine| false,
            is_wanted: |reason: Reason| reason == Reason::WithdrawalHeld,
        };
        let (found, next) = self.operations_along(accounts.collect(), after, lines_max, way).await?;
        let mut lines = Vec::with_capacity(found.len());
        for operation_id in found {
            lines.extend(self.withdrawal_line(wallet_id, operation_id).await?);
        }
        Ok(WithdrawalPage { lines, next })
    }

    /// `GET /api/v1/wallet/withdrawals/{transaction_id}`.
    ///
    /// # Errors
    /// No such withdrawal of this wallet; the store's failures.
    pub async fn withdrawal_of_wallet(
        &self,
        wallet_id: WalletId,
        withdrawal_id: WithdrawalId,
    ) -> Result<WithdrawalLine, Failure> {
        let row = match self.row::<specie_domain::rows::Withdrawal>(withdrawal_id).await? {
            Some(Row::Withdrawal(row)) if row.wallet_id == wallet_id => row,
            _ => return Err(not_found(Thing::Withdrawal)),
        };
        let line = self.withdrawal_line(wallet_id, row.operation_id).await?;
        line.ok_or_else(|| not_found(Thing::Withdrawal))
    }

    /// The withdrawal of an operation, if it is one of this wallet.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn withdrawal_line(
        &self,
        wallet_id: WalletId,
        operation_id: OperationId,
    ) -> Result<Option<WithdrawalLine>, Failure> {
        let Some(Row::Session(session)) = self.row::<Session>(operation_id).await? else { return Ok(None) };
        if session.wallet_id != wallet_id {
            return Ok(None);
        }
        let Some(withdrawal) = self.withdrawal_in(&session).await? else { return Ok(None) };
        let case = match self.row::<Case>(operation_id).await? {
            Some(Row::Case(case)) => Some(case),
            _ => None,
        };
        let pos_name = self.pos_name(withdrawal.pos_id).await?;
        let view = self.withdrawal_view(withdrawal, &session).await?;
        Ok(Some(WithdrawalLine { view, pos_name, check_word: self.check_word(operation_id), case }))
    }

    /// What a POS is called.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn pos_name(&self, pos_id: PosId) -> Result<String, Failure> {
        match self.row::<Pos>(pos_id).await? {
            Some(Row::Pos(pos)) => Ok(pos.name.clone()),
            _ => Ok(String::new()),
        }
    }

    /// `GET /api/v1/wallet/places`: those that serve, in the order of their numbers, after `after`.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn places(&self, after: Option<u32>, places_max: usize) -> Result<PlacePage, Failure> {
        let key = after.map(Key::PlaceNumber);
        let found = self.store.rows(RowKind::PlaceNumber, key, places_max.min(PLACES_MAX)).await;
        let found = found.map_err(|why| {
            tracing::error!(%why, "places were not read");
            Failure::NotApplied
        })?;
        let (mut places, is_full, mut last) =
            (Vec::with_capacity(found.len()), found.len() >= places_max, None);
        for row in found {
            if let Row::PlaceNumber(place) = row {
                last = Some(place.number);
                places.extend(self.place_view(&place).await?);
            }
        }
        Ok(PlacePage { places, next: last.filter(|_| is_full) })
    }

    /// The place with this short number, if it serves.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn place_of_number(&self, number: u32) -> Result<Option<PlaceView>, Failure> {
        match self.row::<PlaceNumber>(number).await? {
            Some(Row::PlaceNumber(place)) => self.place_view(&place).await,
            _ => Ok(None),
        }
    }

    async fn place_view(&self, place: &PlaceNumber) -> Result<Option<PlaceView>, Failure> {
        let pos = match self.row::<Pos>(place.pos_id).await? {
            Some(Row::Pos(pos)) if !pos.disabled => pos,
            _ => return Ok(None),
        };
        let owner_name = self.owner_name(pos.owner_id).await?;
        let cash = self.shelf(&pos).await?;
        let point = match self.row::<PosPlace>(place.pos_id).await? {
            Some(Row::PosPlace(place)) => Some(place),
            _ => None,
        };
        Ok(Some(PlaceView { number: place.number, owner_name, cash, pos, place: point, metres: None }))
    }

    /// `GET /api/v1/wallet/places?near=`: the nearest that serve, nearest first. Of the first
    /// [`NEAR_PLACES_MAX`](crate::NEAR_PLACES_MAX) whose point is known.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn places_near(&self, point: Point, places_max: usize) -> Result<Vec<PlaceView>, Failure> {
        let mut near = Vec::new();
        for (metres, place) in self.places_by_distance(point).await? {
            if near.len() >= places_max.min(PLACES_MAX) {
                break;
            }
            let Some(number) = self.number_of_place(place.pos_id).await? else { continue };
            let number = PlaceNumber { number, pos_id: place.pos_id };
            if let Some(view) = self.place_view(&number).await? {
                near.push(PlaceView { metres: Some(metres), ..view });
            }
        }
        Ok(near)
    }

    /// A POS owner's trading name.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn owner_name(&self, owner_id: specie_domain::ids::OwnerId) -> Result<String, Failure> {
        match self.row::<PosOwner>(owner_id).await? {
            Some(Row::PosOwner(owner)) => Ok(owner.name.clone()),
            _ => Ok(String::new()),
        }
    }

    async fn shelf(&self, pos: &Pos) -> Result<Shelf, Failure> {
        let mut shelf = Shelf::Unknown;
        for currency in pos.currencies.iter().copied() {
            shelf = self.shelf_of(pos, Money::zero(currency)).await?;
            if shelf == Shelf::Yes {
                break;
            }
        }
        Ok(shelf)
    }

    /// Whether one open drawer of the POS holds the sum and has not set it aside; of a sum of zero, whether it holds any
    /// cash at all. Notes are not looked at: that is judged when the sum is asked for.
    pub(crate) async fn shelf_of(&self, pos: &Pos, sum: Money) -> Result<Shelf, Failure> {
        let Some(drawers) = self.free_cash(pos, sum.currency()).await? else {
            return Ok(Shelf::Unknown);
        };
        let wanted = sum.minor().max(1);
        Ok(if drawers.iter().any(|free| *free >= wanted) { Shelf::Yes } else { Shelf::Low })
    }

    /// The short number of a POS; one that an old journal registered has none.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn number_of_place(&self, pos_id: PosId) -> Result<Option<u32>, Failure> {
        match self.row::<NumberOfPlace>(pos_id).await? {
            Some(Row::NumberOfPlace(place)) => Ok(Some(place.number)),
            _ => Ok(None),
        }
    }

    /// A listener to what happens from now on.
    #[must_use]
    pub fn listen(&self) -> specie_store::Listener {
        self.store.live().listen()
    }
}
