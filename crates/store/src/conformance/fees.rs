//! Tariffs and what comes of them: a part of the history.

use specie_domain::command::{Actor, AddTariff, ArmCode, ArmCodeOver, SetKycTier};
use specie_domain::ids::Reference;
use specie_domain::rows::{Approved, Band, Channel, Purpose, Schedule, Scope, Told};
use specie_domain::{Body, Receipt};

use super::history::{History, Place, hash, pence};

/// A tariff with all its parts; a version after it; withdrawals under them that end in several ways.
pub(super) fn fees(history: &mut History, shop: &Place) {
    let dana = history.customer(50_000);
    let (actor, wallet_id) = (Actor::System, dana.wallet_id);
    let band = |from, basis_points, step| Band { from, basis_points, step };
    let fee =
        Schedule { flat: 25, bands: vec![band(0, 100, 0), band(1_000, 250, 5)], min: 30, max: Some(400) };
    let commission =
        Schedule { flat: 3, bands: vec![band(0, 40, 0), band(2_000, 20, 0)], min: 4, max: Some(90) };
    let scope = Scope {
        currency: pence(0).currency(),
        owner_id: None,
        channel: Some(Channel::Ussd),
        kyc_tier: Some(2),
    };
    let add = |actor, fee: &Schedule, valid_from| {
        let (name, commission) = ("Cash out".to_owned(), commission.clone());
        let (fee, tax_basis_points) = (fee.clone(), 1_600);
        Body::AddTariff(AddTariff {
            actor,
            name,
            scope,
            valid_from,
            valid_to: None,
            fee,
            commission,
            tax_basis_points,
        })
    };
    history.done(add(Actor::Operator(hash(42)), &fee, None));
    history.refused(add(Actor::Operator(hash(43)), &fee, None));
    history.refused(add(actor, &Schedule { flat: -1, ..fee.clone() }, None));
    history.done(Body::SetKycTier(SetKycTier { actor, wallet_id, kyc_tier: 2 }));
    let visit = |history: &mut History, minor: u128| {
        let mac = hash(9_000_000 + minor);
        let arm = ArmCode {
            actor,
            wallet_id,
            macs: [mac, hash(9_500_000 + minor)],
            purpose: Purpose::Withdraw,
            pos: Some(Reference::Id(shop.pos_id)),
            approved: Approved::UpTo(pence(3_000)),
        };
        history.done(Body::ArmCodeOver(ArmCodeOver { arm, channel: Channel::Ussd }));
        let visit = history.login_with(&dana, shop, mac);
        history.pass_s(1);
        visit
    };
    let paid = visit(history, 1);
    history.done(paid.withdraw("9.00"));
    history.done(paid.close());
    history.done(add(actor, &Schedule { flat: 35, ..fee }, None));
    let part = visit(history, 2);
    history.done(part.withdraw("12.00"));
    history.done(part.tell(Told::Partial(pence(700)), Vec::new()));
    history.done(part.close());
    history.done(part.tell(Told::NotDispensed, Vec::new()));
    let waits = visit(history, 3);
    let made = history.done(waits.withdraw("20.00"));
    assert!(matches!(made, Receipt::Withdrawn(_)), "{made:?}");
    history.pass_s(600);
    history.done(waits.expire());
}
