//! Adding a version of a tariff. A version never changes and is never removed: withdrawals and codes remember the one
//! they were reckoned by. What is no longer in force leaves the book that withdrawals look at.

use super::turn::{Done, Stop, Turn, acceptable_name};
use crate::command::AddTariff;
use crate::ids::TariffId;
use crate::outcome::{Limit, Receipt, Refusal, ScheduleName, TariffFault, Thing};
use crate::rows::{Band, PosOwner, Role, Schedule, Tariff, TariffBook, TariffLine};
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
    let made_by = turn.person(command.actor, |role| matches!(role, Role::Admin | Role::Finance))?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    acceptable_name(&command.name)?;
    acceptable(ScheduleName::Fee, &command.fee)?;
    acceptable(ScheduleName::Commission, &command.commission)?;
    if command.tax_basis_points > BASIS_POINTS_MAX {
        return Err(fault(TariffFault::Tax(BASIS_POINTS_MAX)).into());
    }
    let valid_from = acceptable_dates(turn, command)?;
    if let Some(owner_id) = command.scope.owner_id
        && turn.get::<PosOwner>(&owner_id)?.is_none()
    {
        return Err(Refusal::NotFound(Thing::Owner).into());
    }
    let tariff_id = TariffId::new(turn.at, turn.fresh, turn.fresh.bucket());
    let line = TariffLine { tariff_id, scope: command.scope, valid_from, valid_to: command.valid_to };
    enter(turn, line)?;
    turn.set.put(Tariff {
        tariff_id,
        name: command.name.clone(),
        scope: command.scope,
        valid_from,
        valid_to: command.valid_to,
        fee: command.fee.clone(),
        commission: command.commission.clone(),
        tax_basis_points: command.tax_basis_points,
        made_by,
        made_at: turn.at,
    });
    Ok(turn.remember(Receipt::TariffAdded(tariff_id)))
}

/// Writes the version into the book, and lets go of those that can be nobody's any more.
fn enter(turn: &mut Turn<'_>, line: TariffLine) -> Result<(), Stop> {
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
    turn.set.put(TariffBook { lines });
    Ok(())
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

fn acceptable_dates(turn: &Turn<'_>, command: &AddTariff) -> Result<Time, Refusal> {
    let valid_from = command.valid_from.unwrap_or(turn.at);
    if valid_from < turn.at && !planted!(TariffInThePast) {
        return Err(fault(TariffFault::InThePast));
    }
    if command.valid_to.is_some_and(|end| end <= valid_from) {
        return Err(fault(TariffFault::EndsBeforeItBegins));
    }
    Ok(valid_from)
}

fn acceptable(name: ScheduleName, schedule: &Schedule) -> Result<(), Refusal> {
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
