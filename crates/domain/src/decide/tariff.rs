//! Adding a version of a tariff. A version never changes and is never removed: withdrawals and codes remember the one
//! they were reckoned by. What is no longer in force leaves the book that withdrawals look at. Once two people judge, a
//! version is proposed by one and approved by another; above the configuration's ceilings nobody goes.

use specie_money::{Currency, Money};

use super::hiring::permit_alone;
use super::turn::{Done, Stop, Turn, acceptable_name};
use crate::command::AddTariff;
use crate::ids::TariffId;
use crate::outcome::{Limit, Receipt, Refusal, ScheduleName, TariffFault, Thing};
use crate::rows::{Band, NewTariff, PosOwner, Role, Schedule, Tariff, TariffBook, TariffLine};
use crate::time::Time;

/// Versions that are or will be in force; every withdrawal looks through them.
const TARIFFS_MAX: usize = 256;
/// Bands of one schedule.
const BANDS_MAX: usize = 16;
/// The whole, in basis points.
const BASIS_POINTS_MAX: u32 = 10_000;
/// The greatest sum a schedule may name, minor units.
const SUM_MAX: i64 = 1_000_000_000_000_000;
/// A version stays in the book this long after its end, for sessions that were opened before it.
const LINE_KEPT_S: i64 = 86_400;

/// Adds a version.
pub(super) fn add(turn: &mut Turn<'_>, command: &AddTariff) -> Result<Done, Stop> {
    let made_by = turn.person(command.actor, Role::judges)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let tariff = command.tariff();
    acceptable(turn, &tariff)?;
    permit_alone(turn, command.actor)?;
    let tariff_id = put(turn, &tariff, made_by)?;
    Ok(turn.remember(Receipt::TariffAdded(tariff_id)))
}

/// Refuses a version that cannot be reckoned by, goes above a ceiling, is of an owner there is not, or for which the
/// book has no place.
pub(super) fn acceptable(turn: &Turn<'_>, tariff: &NewTariff) -> Result<(), Stop> {
    acceptable_name(&tariff.name)?;
    for (name, schedule) in [(ScheduleName::Fee, &tariff.fee), (ScheduleName::Commission, &tariff.commission)]
    {
        acceptable_schedule(name, schedule)?;
        permit_below_ceiling(turn, (name, tariff.scope.currency), schedule)?;
    }
    if tariff.tax_basis_points > BASIS_POINTS_MAX {
        return Err(fault(TariffFault::Tax(BASIS_POINTS_MAX)).into());
    }
    acceptable_dates(turn, tariff)?;
    if let Some(owner_id) = tariff.scope.owner_id
        && turn.get::<PosOwner>(&owner_id)?.is_none()
    {
        return Err(Refusal::NotFound(Thing::Owner).into());
    }
    book_with(turn, line(turn, tariff, TariffId::from_u128(0))).map(|_| ())
}

/// Puts an acceptable version into force, whoever wants it.
pub(super) fn put(turn: &mut Turn<'_>, tariff: &NewTariff, made_by: String) -> Result<TariffId, Stop> {
    let tariff_id = TariffId::new(turn.at, turn.fresh, turn.fresh.bucket());
    let line = line(turn, tariff, tariff_id);
    let book = book_with(turn, line)?;
    turn.set.put(book);
    turn.set.put(Tariff {
        tariff_id,
        name: tariff.name.clone(),
        scope: tariff.scope,
        valid_from: line.valid_from,
        valid_to: tariff.valid_to,
        fee: tariff.fee.clone(),
        commission: tariff.commission.clone(),
        tax_basis_points: tariff.tax_basis_points,
        made_by,
        made_at: turn.at,
    });
    Ok(tariff_id)
}

fn line(turn: &Turn<'_>, tariff: &NewTariff, tariff_id: TariffId) -> TariffLine {
    let valid_from = tariff.valid_from.unwrap_or(turn.at);
    TariffLine { tariff_id, scope: tariff.scope, valid_from, valid_to: tariff.valid_to }
}

/// The book with the version in it, and without those that can be nobody's any more.
fn book_with(turn: &Turn<'_>, line: TariffLine) -> Result<TariffBook, Stop> {
    let book = turn.get::<TariffBook>(&())?.map_or_else(TariffBook::default, |book| (*book).clone());
    let is_same = |other: &&TariffLine| other.scope == line.scope && other.valid_from == line.valid_from;
    if book.lines.iter().any(|other| is_same(&other)) {
        return Err(Refusal::Exists(Thing::Tariff).into());
    }
    let kept = book.lines.iter().filter(|other| !is_over(other, &book, turn.at));
    let mut lines: Vec<TariffLine> = kept.copied().collect();
    if lines.len() >= TARIFFS_MAX {
        return Err(Refusal::LimitExceeded(Limit::Tariffs(TARIFFS_MAX)).into());
    }
    lines.push(line);
    Ok(TariffBook { lines })
}

/// Whether it ended, or another of the same scope that does not end took its place, long enough ago.
fn is_over(line: &TariffLine, book: &TariffBook, now: Time) -> bool {
    let is_long_ago = |at: Time| at.plus_s(LINE_KEPT_S) <= now;
    let supersedes = |other: &TariffLine| {
        other.scope == line.scope
            && other.valid_to.is_none()
            && other.valid_from > line.valid_from
            && is_long_ago(other.valid_from)
    };
    line.valid_to.is_some_and(is_long_ago) || book.lines.iter().any(supersedes)
}

const fn fault(fault: TariffFault) -> Refusal {
    Refusal::TariffNotAcceptable(fault)
}

fn acceptable_dates(turn: &Turn<'_>, tariff: &NewTariff) -> Result<(), Refusal> {
    let valid_from = tariff.valid_from.unwrap_or(turn.at);
    if valid_from < turn.at && !planted!(TariffInThePast) {
        return Err(fault(TariffFault::InThePast));
    }
    if tariff.valid_to.is_some_and(|end| end <= valid_from) {
        return Err(fault(TariffFault::EndsBeforeItBegins));
    }
    Ok(())
}

/// Refuses what lets some withdrawal cost or earn more than the configuration lets it.
fn permit_below_ceiling(
    turn: &Turn<'_>,
    (name, currency): (ScheduleName, Currency),
    schedule: &Schedule,
) -> Result<(), Refusal> {
    let ceilings = turn.deployment.safeguards.iter().flat_map(|safeguards| &safeguards.tariff_ceilings);
    for ceiling in ceilings.filter(|ceiling| (ceiling.of, ceiling.currency) == (name, currency)) {
        let (basis_points, flat) = (ceiling.basis_points, ceiling.flat);
        if schedule.max.is_some_and(|max| max <= flat) {
            continue; // It never comes to more than that.
        }
        if let Some(place) = schedule.bands.iter().position(|band| band.basis_points > basis_points) {
            return Err(fault(TariffFault::RateAboveCeiling(name, place, basis_points)));
        }
        if schedule.min > flat || schedule.goes_above(flat, basis_points) {
            let flat = Money::from_minor(flat, currency);
            return Err(fault(TariffFault::SumAboveCeiling(name, flat, basis_points)));
        }
    }
    Ok(())
}

fn acceptable_schedule(name: ScheduleName, schedule: &Schedule) -> Result<(), Refusal> {
    if schedule.bands.len() > BANDS_MAX {
        return Err(fault(TariffFault::BandsTooMany(name, BANDS_MAX)));
    }
    let mut above = -1;
    for (place, band) in schedule.bands.iter().enumerate() {
        acceptable_band(name, place, band)?;
        if band.from <= above {
            return Err(fault(TariffFault::BandNotAscending(name, place)));
        }
        above = band.from;
    }
    let sums = [schedule.flat, schedule.min, schedule.max.unwrap_or(0)];
    if sums.iter().any(|sum| !(0..=SUM_MAX).contains(sum)) {
        return Err(fault(TariffFault::Sum(name, SUM_MAX)));
    }
    if schedule.max.is_some_and(|max| max < schedule.min) {
        return Err(fault(TariffFault::MinAboveMax(name)));
    }
    Ok(())
}

fn acceptable_band(name: ScheduleName, place: usize, band: &Band) -> Result<(), Refusal> {
    if band.basis_points > BASIS_POINTS_MAX {
        return Err(fault(TariffFault::BandRate(name, place, BASIS_POINTS_MAX)));
    }
    if band.from > SUM_MAX || !(0..=SUM_MAX).contains(&band.step) {
        return Err(fault(TariffFault::BandSum(name, place, SUM_MAX)));
    }
    Ok(())
}
