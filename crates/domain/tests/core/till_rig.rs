//! The rig with tills: one drawer, two cashiers and a supervisor.

use specie_domain::command::{
    Actor, AddCashier, AddTill, By, CloseTill, HandOverTill, MoveCash, OpenTill, OtherSide, RunTills, Sign,
};
use specie_domain::ids::{CashierId, OperationId, Reference, TillId, TillSessionId};
use specie_domain::outcome::TillClosed;
use specie_domain::rows::{
    AccountKey, AccountKind, CashierRole, Counted, Drawer, DrawerKey, Notes, Till, TillSession, TillVariance,
    VarianceKey, Withdrawal,
};
use specie_domain::{Body, Outcome, Receipt, Row};

use crate::rig::{Rig, gbp, hash};

pub(crate) const ANNA: Sign = Sign { cashier_id: CashierId::from_u128(71), pin: PIN };
pub(crate) const BEN: Sign = Sign { cashier_id: CashierId::from_u128(72), pin: PIN };
pub(crate) const SUE: Sign = Sign { cashier_id: CashierId::from_u128(73), pin: PIN };
const PIN: specie_domain::KeyedHash = specie_domain::KeyedHash::new([7; 16]);

pub(crate) fn notes(of: &[(i64, u32)]) -> Vec<Notes> {
    of.iter().map(|(denomination, count)| Notes { denomination: *denomination, count: *count }).collect()
}

pub(crate) fn counts(of: &[(i64, u32)]) -> Vec<Counted> {
    vec![Counted { currency: gbp(), notes: notes(of) }]
}

impl Rig {
    /// The POS runs tills from here on: a first drawer, Anna and Ben, and Sue who supervises them.
    pub(crate) fn run_tills(&mut self) -> TillId {
        let (actor, pos) = (Actor::System, Reference::Id(self.pos_id));
        self.ok(Body::RunTills(RunTills { actor, pos: pos.clone(), runs_tills: true }));
        for (sign, role) in
            [(ANNA, CashierRole::Cashier), (BEN, CashierRole::Cashier), (SUE, CashierRole::Supervisor)]
        {
            let Sign { cashier_id, pin } = sign;
            let name = format!("Cashier {}", cashier_id.as_u128());
            self.ok(Body::AddCashier(AddCashier { actor, cashier_id, pos: pos.clone(), name, role, pin }));
        }
        self.add_till()
    }

    pub(crate) fn add_till(&mut self) -> TillId {
        let (actor, pos) = (Actor::System, Reference::Id(self.pos_id));
        match self.ok(Body::AddTill(AddTill { actor, pos, name: "Front".to_owned() })) {
            Receipt::TillAdded(till_id) => till_id,
            other => panic!("{other:?}"),
        }
    }

    /// The same, with the drawer open in Anna's hands.
    pub(crate) fn open_shop_till(&mut self, of: &[(i64, u32)]) -> (TillId, TillSessionId) {
        let till_id = self.run_tills();
        match self.open_till(till_id, ANNA, of).result {
            Ok(Receipt::TillOpened(session)) => (till_id, session),
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn open_till(&mut self, till_id: TillId, sign: Sign, of: &[(i64, u32)]) -> Outcome {
        self.run(Body::OpenTill(OpenTill { key: hash("key"), till_id, sign, counts: counts(of) }))
    }

    pub(crate) fn close_till(&mut self, till_id: TillId, sign: Sign, of: &[(i64, u32)]) -> Outcome {
        let by = By::Cashier(hash("key"), sign);
        self.run(Body::CloseTill(CloseTill { by, till_id, counts: counts(of) }))
    }

    /// Closes it with this count; expected and counted.
    pub(crate) fn closed(&mut self, till_id: TillId, of: &[(i64, u32)]) -> (i64, i64) {
        self.closed_by(till_id, ANNA, of)
    }

    pub(crate) fn closed_by(&mut self, till_id: TillId, sign: Sign, of: &[(i64, u32)]) -> (i64, i64) {
        match self.close_till(till_id, sign, of).result {
            Ok(Receipt::TillClosed(TillClosed { lines, handed_to: None, .. })) => {
                assert_eq!(lines.len(), 1, "{lines:?}");
                (lines[0].expected, lines[0].counted)
            }
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn hand_over(&mut self, till_id: TillId, signs: (Sign, Sign), of: &[(i64, u32)]) -> Outcome {
        let (giver, taker) = signs;
        let key = hash("key");
        self.run(Body::HandOverTill(HandOverTill { key, till_id, giver, taker, counts: counts(of) }))
    }

    pub(crate) fn move_cash(&mut self, till_id: TillId, other: OtherSide, of: &[(i64, u32)]) -> Outcome {
        self.move_cash_by(till_id, ANNA, other, of)
    }

    pub(crate) fn move_cash_by(
        &mut self,
        till_id: TillId,
        sign: Sign,
        other: OtherSide,
        of: &[(i64, u32)],
    ) -> Outcome {
        let (key, currency) = (hash("key"), gbp());
        self.run(Body::MoveCash(MoveCash { key, till_id, sign, other, currency, notes: notes(of) }))
    }

    /// The only till, if there is one.
    pub(crate) fn till(&self) -> Option<Till> {
        self.rows.values().find_map(|row| match row {
            Row::Till(till) => Some((**till).clone()),
            _ => None,
        })
    }

    /// What the cash book says is in the only till.
    pub(crate) fn cash(&self) -> i64 {
        self.till().map_or(0, |till| self.balance(AccountKey::till(till.till_id, gbp())))
    }

    /// Vault, source and variance of the POS.
    pub(crate) fn cash_of_pos(&self) -> (i64, i64, i64) {
        let of = |kind| self.balance(AccountKey::of_pos(kind, self.pos_id, gbp()));
        (of(AccountKind::Vault), of(AccountKind::TillSource), of(AccountKind::TillVariance))
    }

    pub(crate) fn drawer(&self, till_id: TillId) -> Drawer {
        match self.row::<Drawer>(DrawerKey { till_id, currency: gbp() }) {
            Some(Row::Drawer(drawer)) => (*drawer).clone(),
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn till_session(&self, till_session_id: TillSessionId) -> TillSession {
        match self.row::<TillSession>(till_session_id) {
            Some(Row::TillSession(session)) => (*session).clone(),
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn variance(&self, till_session_id: TillSessionId) -> Option<TillVariance> {
        match self.row::<TillVariance>(VarianceKey { till_session_id, currency: gbp() }) {
            Some(Row::TillVariance(variance)) => Some((*variance).clone()),
            _ => None,
        }
    }

    /// The withdrawal of an operation.
    pub(crate) fn withdrawal_of(&self, operation_id: OperationId) -> Withdrawal {
        let own = self.rows.values().find_map(|row| match row {
            Row::Withdrawal(row) if row.operation_id == operation_id => Some((**row).clone()),
            _ => None,
        });
        own.unwrap()
    }
}
