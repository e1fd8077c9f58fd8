//! The tills and cashiers of a town. Sums are minor units.

use specie_domain::command::{Actor, AddCashier, AddTill, RegisterPos, RunTills, SetCashRules};
use specie_domain::ids::{CashierId, TillId};
use specie_domain::rows::CashierRole;
use specie_domain::{Body, Receipt};

use super::{CURRENCIES, POS, Town};
use crate::chance::{Chance, mixed};
use crate::names;
use crate::notes::WORTHS;

/// Tills of a POS that runs tills.
pub(crate) const TILLS_OF_POS: usize = 2;
/// Cashiers of such a POS; the last is a supervisor.
pub(crate) const CASHIERS_OF_POS: usize = 3;
/// A closing count that is off by more than this is told of.
pub(crate) const ALERTS: [i64; CURRENCIES] = [40, 0, 500];
/// POS of a crowded owner at which nothing ever happens: more than one step of a batch looks at.
const IDLE_POS: usize = 66;

/// A till.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TownTill {
    /// Where it stands.
    pub(crate) pos: usize,
    till_id: TillId,
}

/// A cashier.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TownCashier {
    /// Where this person works.
    pub(crate) pos: usize,
    /// Whether this person may act for others.
    pub(crate) is_supervisor: bool,
    /// The PIN, as people know it.
    pub(crate) pin: u32,
    cashier_id: CashierId,
}

/// In one world of five some POS run tills.
pub(super) fn draw_runs_tills(chance: &mut Chance) -> [bool; POS] {
    let runs = [(); POS].map(|()| chance.once_in(2));
    if chance.once_in(5) { runs } else { [false; POS] }
}

/// The tills of these POS; they get their ids when the town is set up.
pub(super) fn draw_tills(runs_tills: [bool; POS]) -> Vec<TownTill> {
    let places = (0..POS).filter(|pos| runs_tills[*pos]);
    let till = |pos| TownTill { pos, till_id: TillId::from_u128(0) };
    places.flat_map(|pos| [till(pos); TILLS_OF_POS]).collect()
}

/// Their cashiers.
pub(super) fn draw_cashiers(chance: &mut Chance, runs_tills: [bool; POS]) -> Vec<TownCashier> {
    let places = (0..POS).filter(|pos| runs_tills[*pos]);
    let all = places.flat_map(|pos| (0..CASHIERS_OF_POS).map(move |place| (pos, place)));
    let cashier = |(pos, place): (usize, usize)| TownCashier {
        pos,
        is_supervisor: place == CASHIERS_OF_POS - 1,
        pin: 1_000 + u32::try_from(chance.below(9_000)).unwrap_or(0),
        cashier_id: CashierId::from_u128(u128::from(mixed((pos * CASHIERS_OF_POS + place) as u64)) << 10),
    };
    all.map(cashier).collect()
}

/// In one world of twenty an owner has more POS than one step of a batch looks at.
pub(super) fn draw_idle(chance: &mut Chance) -> usize {
    if chance.once_in(20) { IDLE_POS } else { 0 }
}

impl Town {
    /// A till's id.
    pub(crate) fn till_id(&self, till: usize) -> TillId {
        self.tills[till].till_id
    }

    /// A cashier's id.
    pub(crate) fn cashier_id(&self, cashier: usize) -> CashierId {
        self.cashiers[cashier].cashier_id
    }

    /// The tills of a POS.
    pub(crate) fn tills_of(&self, pos: usize) -> impl Iterator<Item = usize> {
        self.tills.iter().enumerate().filter(move |(_, till)| till.pos == pos).map(|(number, _)| number)
    }

    /// The POS of owner 0 at which nothing happens.
    pub(super) fn found_idle<E>(&self, ask: &mut impl FnMut(Body) -> Result<Receipt, E>) -> Result<(), E> {
        for number in 0..self.idle {
            ask(Body::RegisterPos(RegisterPos {
                actor: Actor::System,
                owner_id: self.owners[0],
                name: format!("Idle {number}"),
                shown_id: None,
                currencies: self.currencies.to_vec(),
                credit_lines: Vec::new(),
            }))?;
        }
        Ok(())
    }

    /// Tills, cashiers and what notes there are.
    pub(super) fn found_cash<E>(
        &mut self,
        ask: &mut impl FnMut(Body) -> Result<Receipt, E>,
    ) -> Result<(), E> {
        let actor = Actor::System;
        if self.tills.is_empty() {
            return Ok(());
        }
        for currency in 0..CURRENCIES {
            let (denominations, variance_alert) = (WORTHS[currency].to_vec(), ALERTS[currency]);
            let currency = self.currencies[currency];
            ask(Body::SetCashRules(SetCashRules { actor, currency, denominations, variance_alert }))?;
        }
        for pos in (0..POS).filter(|pos| self.runs_tills[*pos]) {
            ask(Body::RunTills(RunTills { actor, pos: self.pos(pos), runs_tills: true }))?;
        }
        for number in 0..self.tills.len() {
            let (pos, name) = (self.pos(self.tills[number].pos), format!("Till {number}"));
            if let Receipt::TillAdded(till_id) = ask(Body::AddTill(AddTill { actor, pos, name }))? {
                self.tills[number].till_id = till_id;
            }
        }
        for number in 0..self.cashiers.len() {
            let TownCashier { pos, is_supervisor, pin, cashier_id } = self.cashiers[number];
            ask(Body::AddCashier(AddCashier {
                actor,
                cashier_id,
                pos: self.pos(pos),
                name: format!("Cashier {number}"),
                role: if is_supervisor { CashierRole::Supervisor } else { CashierRole::Cashier },
                pin: names::pin(number, pin),
            }))?;
        }
        Ok(())
    }
}
