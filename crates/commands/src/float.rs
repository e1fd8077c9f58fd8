//! Verbs on a POS's float and place: move it between POS of one owner, give it back, watch it, the credit line, where
//! the POS is, and which ones are near.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use specie_domain::command::{
    Actor, AnswerFloat, AskFloat, Body, LocatePos, MoveFloat, ReturnFloat, SetCreditLine, SetLowFloat,
    WithdrawFloatAsk,
};
use specie_domain::ids::{FundingId, PosId, Reference};
use specie_domain::rows::{
    Account, AccountKey, AccountKind, FloatAnswer, FloatRequest, FloatWay, Point, Pos, PosPlace,
};
use specie_domain::{Key, Row, RowKind};
use specie_money::{Currency, Money};
use specie_store::PAGE_LINES_MAX;

use crate::calls::Commands;
use crate::customer::Shelf;
use crate::failure::{Answered, Failure};
use crate::tills::PosRequest;
use crate::wallets::{Asked, funded};

/// Places that one question looks at, at most.
pub const NEAR_PLACES_MAX: usize = 20_000;
/// POS that one answer names, at most.
pub const NEAR_POS_MAX: usize = 50;

/// What is said of a POS's place.
#[derive(Debug)]
pub struct PlaceRequest {
    /// Its point.
    pub point: Point,
    /// Its town.
    pub town: String,
    /// When it is open.
    pub hours: String,
}

/// A POS near a point.
#[derive(Debug)]
pub struct NearPos {
    /// The POS.
    pub pos: Arc<Pos>,
    /// Where it is.
    pub place: PosPlace,
    /// How far, metres.
    pub metres: u32,
    /// Whether its position and credit line let it take so much cash in.
    pub takes_in: bool,
    /// Whether it can pay so much out.
    pub pays_out: Shelf,
}

impl Commands {
    /// `POST /api/v1/pos/{id}/float-moves`. The answer holds the position of the first POS after it.
    ///
    /// # Errors
    /// No such POS; of two owners; a currency not served; more than it has; the lane's failures.
    pub async fn move_float(
        &self,
        asked: Asked<'_>,
        from: Reference<PosId>,
        to: Reference<PosId>,
        amount: Money,
    ) -> Result<Answered<(FundingId, Money)>, Failure> {
        let values = (from.clone(), to.clone(), amount);
        let body = MoveFloat { actor: asked.actor, from, to, amount };
        let request = asked.making("POST /api/v1/pos/{id}/float-moves");
        funded(self.commit(&request, &values, Body::MoveFloat(body)).await?)
    }

    /// `POST /api/v1/pos/{id}/float-returns`.
    ///
    /// # Errors
    /// No such POS; a currency not served; more than it has; the lane's failures.
    pub async fn return_float(
        &self,
        asked: Asked<'_>,
        pos: Reference<PosId>,
        amount: Money,
    ) -> Result<Answered<(FundingId, Money)>, Failure> {
        let values = (pos.clone(), amount);
        let body = ReturnFloat { actor: asked.actor, pos, amount };
        let request = asked.making("POST /api/v1/pos/{id}/float-returns");
        funded(self.commit(&request, &values, Body::ReturnFloat(body)).await?)
    }

    /// `POST /api/v1/pos/{id}/low-float`.
    ///
    /// # Errors
    /// No such POS; a currency not served; a sum below zero; the lane's failures.
    pub async fn set_low_float(
        &self,
        asked: Asked<'_>,
        pos: Reference<PosId>,
        below: Money,
    ) -> Result<Answered<()>, Failure> {
        let values = (pos.clone(), below);
        let body = SetLowFloat { actor: asked.actor, pos, below };
        let request = asked.request("POST /api/v1/pos/{id}/low-float");
        Ok(self.commit(&request, &values, Body::SetLowFloat(body)).await?.map(|_| ()))
    }

    /// `POST /api/v1/pos/{id}/credit-line`.
    ///
    /// # Errors
    /// No such POS; a currency not served; further below zero than before; the lane's failures.
    pub async fn set_credit_line(
        &self,
        asked: Asked<'_>,
        pos: Reference<PosId>,
        line: Money,
    ) -> Result<Answered<()>, Failure> {
        let values = (pos.clone(), line);
        let body = SetCreditLine { actor: asked.actor, pos, line };
        let request = asked.request("POST /api/v1/pos/{id}/credit-line");
        Ok(self.commit(&request, &values, Body::SetCreditLine(body)).await?.map(|_| ()))
    }

    /// `POST /api/v1/pos/{id}/place`.
    ///
    /// # Errors
    /// No such POS; no point on the earth; texts outside their limits; the lane's failures.
    pub async fn locate_pos(
        &self,
        asked: Asked<'_>,
        pos: Reference<PosId>,
        place: PlaceRequest,
    ) -> Result<Answered<()>, Failure> {
        let PlaceRequest { point, town, hours } = place;
        let values = (pos.clone(), point, town.clone(), hours.clone());
        let body = LocatePos { actor: asked.actor, pos, point, town, hours };
        let request = asked.request("POST /api/v1/pos/{id}/place");
        Ok(self.commit(&request, &values, Body::LocatePos(body)).await?.map(|_| ()))
    }

    /// `GET /api/v1/pos/near`: the nearest of the POS that are in service and serve the currency, nearest first; of
    /// two as near, the one registered first. Looks at [`NEAR_PLACES_MAX`] places at most, the first registered.
    ///
    /// # Errors
    /// The key is not known; the store's failures.
    pub async fn pos_near(
        &self,
        actor: Actor,
        point: Point,
        amount: Money,
        pos_max: usize,
    ) -> Result<Vec<NearPos>, Failure> {
        self.bearer(actor).await?;
        let mut near = Vec::new();
        for (metres, place) in self.places_by_distance(point).await? {
            if near.len() >= pos_max.min(NEAR_POS_MAX) {
                break;
            }
            let Some(Row::Pos(pos)) = self.row::<Pos>(place.pos_id).await? else { continue };
            if !pos.disabled && pos.currencies.contains(&amount.currency()) {
                let takes_in = self.takes_in(&pos, amount).await?;
                let pays_out = self.shelf_of(&pos, amount).await?;
                near.push(NearPos { pos, place, metres, takes_in, pays_out });
            }
        }
        Ok(near)
    }

    /// `POST /api/v1/pos/float-requests`: a POS asks for float, or for some to be taken away.
    ///
    /// # Errors
    /// The key is not known or not this POS's; a currency not served; a sum that is not positive; the lane's failures.
    pub async fn ask_float(
        &self,
        request: PosRequest,
        pos: Reference<PosId>,
        way: FloatWay,
        amount: Money,
    ) -> Result<Answered<()>, Failure> {
        let values = (pos.clone(), way, amount);
        let body = AskFloat { key: request.key, pos, way, amount };
        let request = request.request("POST /api/v1/pos/float-requests");
        Ok(self.commit(&request, &values, Body::AskFloat(body)).await?.map(|_| ()))
    }

    /// `POST /api/v1/pos/float-requests/withdraw`.
    ///
    /// # Errors
    /// The key is not known or not this POS's; no request waits; the lane's failures.
    pub async fn withdraw_float_ask(
        &self,
        request: PosRequest,
        pos: Reference<PosId>,
        currency: Currency,
    ) -> Result<Answered<()>, Failure> {
        let values = (pos.clone(), currency);
        let body = WithdrawFloatAsk { key: request.key, pos, currency };
        let request = request.request("POST /api/v1/pos/float-requests/withdraw");
        Ok(self.commit(&request, &values, Body::WithdrawFloatAsk(body)).await?.map(|_| ()))
    }

    /// `POST /api/v1/pos/{id}/float-requests/{currency}`: grants or declines the request of that number.
    ///
    /// # Errors
    /// No such POS; no such request waits; more than the position holds; the lane's failures.
    pub async fn answer_float(
        &self,
        asked: Asked<'_>,
        pos: Reference<PosId>,
        (currency, number): (Currency, u32),
        grant: bool,
    ) -> Result<Answered<()>, Failure> {
        let values = (pos.clone(), currency, number, grant);
        let body = AnswerFloat { actor: asked.actor, pos, currency, number, grant };
        let request = asked.request("POST /api/v1/pos/{id}/float-requests/{currency}");
        Ok(self.commit(&request, &values, Body::AnswerFloat(body)).await?.map(|_| ()))
    }

    /// `GET /api/v1/float-requests`: the newest request of each POS and currency, page by page; with what to send as
    /// `after` for the next page. Of those looked at for a page only the ones asked for are in it.
    ///
    /// # Errors
    /// The key is not known; the store's failures.
    pub async fn float_requests(
        &self,
        actor: Actor,
        waiting_only: bool,
        after: Option<(PosId, Currency)>,
        requests_max: usize,
    ) -> Result<(Vec<FloatRequest>, Option<(PosId, Currency)>), Failure> {
        self.reader(actor).await?;
        let rows = self.store.rows(RowKind::FloatRequest, after.map(Key::FloatRequest), requests_max).await;
        let rows = rows.map_err(|why| {
            tracing::error!(%why, "requests for float were not read");
            Failure::NotApplied
        })?;
        let is_full = rows.len() >= requests_max;
        let requests: Vec<FloatRequest> = rows
            .into_iter()
            .filter_map(
                |row| if let Row::FloatRequest(request) = row { Some((*request).clone()) } else { None },
            )
            .collect();
        let next = requests.last().map(|request| request.key).filter(|_| is_full);
        let is_wanted = |request: &FloatRequest| !waiting_only || request.answer == FloatAnswer::Waiting;
        Ok((requests.into_iter().filter(is_wanted).collect(), next))
    }

    /// Every place, nearest first.
    pub(crate) async fn places_by_distance(&self, point: Point) -> Result<Vec<(u32, PosPlace)>, Failure> {
        let mut heap: BinaryHeap<Reverse<(u32, PosId)>> = BinaryHeap::new();
        let mut places = std::collections::HashMap::new();
        let mut after: Option<Key> = None;
        while places.len() < NEAR_PLACES_MAX {
            let page = self.store.rows(RowKind::PosPlace, after, PAGE_LINES_MAX).await.map_err(|why| {
                tracing::error!(%why, "places were not read");
                Failure::NotApplied
            })?;
            after = page.last().map(Row::key);
            for row in &page {
                if let Row::PosPlace(place) = row {
                    heap.push(Reverse((point.metres_to(place.point), place.pos_id)));
                    places.insert(place.pos_id, PosPlace::clone(place));
                }
            }
            if page.len() < PAGE_LINES_MAX {
                break;
            }
        }
        let sorted = heap.into_sorted_vec().into_iter().rev();
        Ok(sorted.filter_map(|Reverse((metres, id))| Some((metres, places.remove(&id)?))).collect())
    }

    async fn takes_in(&self, pos: &Pos, amount: Money) -> Result<bool, Failure> {
        let key = AccountKey::of_pos(AccountKind::Pos, pos.pos_id, amount.currency());
        let position = match self.row::<Account>(key).await? {
            Some(Row::Account(account)) => account.balance,
            _ => 0,
        };
        let line = pos.credit_lines.iter().find(|line| line.currency() == amount.currency());
        let there = i128::from(position) + i128::from(line.map_or(0, |line| line.minor()));
        Ok(i128::from(amount.minor()) <= there)
    }
}
