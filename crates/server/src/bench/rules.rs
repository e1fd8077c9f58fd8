//! `specie bench load --rules`: everything a withdrawal can meet, switched on, so that the same load can be run with it
//! and without: a tariff with a levy and a commission, rolling limits of every scope, and tills that are open. All of
//! it is wide enough to refuse nothing. Sums in minor units.

use specie_client::bench::floats;
use specie_commands::{Pin, PosRequest, SignRequest};
use specie_domain::ids::Reference;
use specie_domain::rows::{
    Band, CashierRole, Counted, LimitBounds, LimitKey, LimitScope, LimitedAction, NewTariff, Notes, Schedule,
    Scope,
};
use specie_money::Money;

use super::customers::Place;
use super::load::Loading;
use super::stopped;
use crate::demo::seed::asked;
use crate::house::failed;
use crate::stopped::{Naming, Stopped};

/// The fee, and the part of it that is a levy, basis points.
const FEE_BASIS_POINTS: u32 = 100;
const LEVY_BASIS_POINTS: u32 = 1_600;
/// What the POS owner earns, basis points.
const COMMISSION_BASIS_POINTS: u32 = 40;
/// An hour and a day, seconds.
const WINDOWS_S: [u32; 2] = [3_600, 86_400];
/// What no load reaches: withdrawals in a window, and their sum.
const COUNT_MAX: u32 = 1_000_000_000;
const VALUE_MAX: i64 = 1_000_000_000_000_000;
/// Notes and coins that all currencies of the load have, in whole units, and how many of each lie in a till.
const WHOLE_UNITS: [i64; 3] = [1, 5, 10];
const NOTES_OF_EACH: u32 = 1_000_000;
/// The cashier's PIN at every counter of the load.
const PIN: &str = "4711";

/// Switches all of it on for `places`.
pub(super) async fn set(loading: &Loading<'_>, places: &[Place]) -> Result<(), Stopped> {
    let floats = floats().map_err(stopped)?;
    for float in &floats {
        add_tariff(loading, *float).await?;
        set_limits(loading, *float).await?;
    }
    for place in places {
        open_till(loading, place, &floats).await?;
    }
    Ok(())
}

async fn add_tariff(loading: &Loading<'_>, float: Money) -> Result<(), Stopped> {
    let commands = &loading.staff.commands;
    let rate = |basis_points| Schedule {
        bands: vec![Band { from: 0, basis_points, step: 0 }],
        ..Schedule::default()
    };
    let currency = float.currency();
    let request = NewTariff {
        name: format!("Bench {}", currency.code()),
        scope: Scope { currency, owner_id: None, channel: None, kyc_tier: None },
        valid_from: None,
        valid_to: None,
        fee: rate(FEE_BASIS_POINTS),
        commission: rate(COMMISSION_BASIS_POINTS),
        tax_basis_points: LEVY_BASIS_POINTS,
    };
    commands.add_tariff(asked(commands), request).await.map_err(failed)?;
    Ok(())
}

async fn set_limits(loading: &Loading<'_>, float: Money) -> Result<(), Stopped> {
    let commands = &loading.staff.commands;
    let scopes = [
        LimitScope::Deployment,
        LimitScope::EachWallet,
        LimitScope::EachPos,
        LimitScope::EachOwner,
        LimitScope::EachWalletAtPos,
    ];
    let bounds =
        LimitBounds { count_max: Some(COUNT_MAX), value_max: Some(VALUE_MAX), ..LimitBounds::default() };
    for (scope, window_s) in scopes.into_iter().zip(WINDOWS_S.into_iter().cycle()) {
        let key = LimitKey { action: LimitedAction::Withdraw, scope, currency: float.currency(), window_s };
        commands.set_limit(asked(commands), key, bounds).await.map_err(failed)?;
    }
    Ok(())
}

async fn open_till(loading: &Loading<'_>, place: &Place, floats: &[Money]) -> Result<(), Stopped> {
    let commands = &loading.staff.commands;
    let pos = || Reference::Id(place.pos_id);
    let pin = || -> Result<Pin, Stopped> { PIN.parse().map_err(|_| "is malformed").about("a PIN") };
    commands.run_tills(asked(commands), pos(), true).await.map_err(failed)?;
    let who = ("Bench cashier".to_owned(), CashierRole::Cashier);
    let cashier = commands.add_cashier(asked(commands), pos(), who, &pin()?).await.map_err(failed)?;
    let till = commands.add_till(asked(commands), pos(), "Bench till".to_owned()).await.map_err(failed)?;
    let request = PosRequest {
        at: commands.now(),
        key: commands.vault().access_key(&place.access_key),
        idempotency: None,
        proof: None,
    };
    let sign = SignRequest { cashier_id: cashier.receipt, pin: pin()? };
    let counts = floats.iter().map(|float| full_drawer(*float)).collect();
    commands.open_till(request, till.receipt, sign, counts).await.map_err(failed)?;
    Ok(())
}

fn full_drawer(float: Money) -> Counted {
    let currency = float.currency();
    let in_unit = 10_i64.saturating_pow(u32::from(currency.exponent()));
    let note = |units: i64| Notes { denomination: units.saturating_mul(in_unit), count: NOTES_OF_EACH };
    Counted { currency, notes: WHOLE_UNITS.into_iter().map(note).collect() }
}
