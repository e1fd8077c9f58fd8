//! When a cut-off comes: a local time of day in a time zone becomes the next instant it falls on. The zones are those of
//! the IANA database that is compiled in, so that every machine cuts alike.
//!
//! On a day on which clocks change, RFC 5545 (section 3.3.5) says what a time means: one that does not exist is read
//! with the offset before the change (02:30 London on a day that leaps from 01:00 to 02:00 is at 01:30 UTC, where it
//! would have been); one that comes twice is the first of the two. So every local day has exactly one cut-off.

use jiff::civil::{Date, Time as Clock};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use specie_domain::Time;

/// A time of day in a time zone.
#[derive(Debug, Clone)]
pub struct CutOff {
    minute: u16,
    zone: TimeZone,
}

/// Why a cut-off cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoCutOff {
    /// It is no time of day.
    Minute,
    /// No time zone has this name.
    Zone,
}

impl CutOff {
    /// So many minutes after midnight, in the zone of this IANA name.
    ///
    /// # Errors
    /// [`NoCutOff`]: what of it cannot be.
    pub fn new(minute: u16, zone: &str) -> Result<Self, NoCutOff> {
        if minute >= 24 * 60 {
            return Err(NoCutOff::Minute);
        }
        let zone = TimeZone::get(zone).map_err(|_| NoCutOff::Zone)?;
        Ok(Self { minute, zone })
    }

    /// The first cut-off after `now`.
    #[must_use]
    pub fn after(&self, now: Time) -> Option<Time> {
        let here = Timestamp::from_millisecond(now.unix_ms()).ok()?.to_zoned(self.zone.clone()).date();
        // The cut-off of yesterday may come today, where the clocks leapt over midnight.
        let days = [-1, 0, 1, 2].into_iter().filter_map(|days| here.checked_add(days.days()).ok());
        days.filter_map(|day| self.on(day)).filter(|at| *at > now).min()
    }

    /// The cut-off of a local day.
    fn on(&self, day: Date) -> Option<Time> {
        let (hour, minute) = (i8::try_from(self.minute / 60).ok()?, i8::try_from(self.minute % 60).ok()?);
        let local = day.to_datetime(Clock::new(hour, minute, 0, 0).ok()?);
        let at = self.zone.to_ambiguous_zoned(local).compatible().ok()?;
        Some(Time::from_unix_ms(at.timestamp().as_millisecond()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(text: &str) -> Time {
        Time::from_unix_ms(text.parse::<Timestamp>().unwrap().as_millisecond())
    }

    #[test]
    fn a_cut_off_comes_once_a_local_day_also_when_the_clocks_change() {
        for (zone, minute, now, next) in [
            ("UTC", 0, "2026-01-31T23:59:59.999Z", "2026-02-01T00:00:00Z"),
            ("UTC", 0, "2026-02-01T00:00:00Z", "2026-02-02T00:00:00Z"),
            ("Europe/London", 22 * 60, "2026-03-28T22:00:00Z", "2026-03-29T21:00:00Z"),
            ("Europe/London", 22 * 60, "2026-10-24T21:00:00Z", "2026-10-25T22:00:00Z"),
            // 01:30 does not exist: it is where it would have been, at 02:30 summer time.
            ("Europe/London", 90, "2026-03-28T12:00:00Z", "2026-03-29T01:30:00Z"),
            ("Europe/London", 90, "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z"),
            // 01:30 comes twice: it is the first, and not cut again at the second.
            ("Europe/London", 90, "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z"),
            ("Europe/London", 90, "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"),
            // Lord Howe changes by half an hour.
            ("Australia/Lord_Howe", 105, "2026-04-04T00:00:00Z", "2026-04-04T14:45:00Z"),
            ("Australia/Lord_Howe", 105, "2026-04-04T14:45:00Z", "2026-04-05T15:15:00Z"),
            ("Australia/Lord_Howe", 135, "2026-10-03T00:00:00Z", "2026-10-03T15:45:00Z"),
            ("Australia/Lord_Howe", 135, "2026-10-03T15:45:00Z", "2026-10-04T15:15:00Z"),
            ("Asia/Kathmandu", 0, "2026-06-01T00:00:00Z", "2026-06-01T18:15:00Z"),
            ("Pacific/Kiritimati", 30, "2026-06-01T10:30:00Z", "2026-06-02T10:30:00Z"),
        ] {
            let cut_off = CutOff::new(minute, zone).unwrap();
            assert_eq!(cut_off.after(ms(now)), Some(ms(next)), "{zone} minute {minute} after {now}");
        }
    }

    #[test]
    fn every_day_of_a_year_has_one_cut_off_of_about_a_day_after_the_last() {
        for (zone, minute) in [("Europe/London", 90), ("Australia/Lord_Howe", 120), ("America/Sao_Paulo", 0)]
        {
            let cut_off = CutOff::new(minute, zone).unwrap();
            let (mut at, end, mut days) = (ms("2026-01-01T12:00:00Z"), ms("2027-01-01T12:00:00Z"), 0);
            loop {
                let next = cut_off.after(at).unwrap();
                let minutes = next.ms_since(at) / 60_000;
                assert!(days == 0 || (23 * 60..=25 * 60).contains(&minutes), "{zone}: {minutes} minutes");
                if next > end {
                    break;
                }
                (at, days) = (next, days + 1);
            }
            assert_eq!(days, 365, "{zone}");
        }
    }

    #[test]
    fn what_is_no_time_of_day_or_no_zone_is_refused() {
        assert!(CutOff::new(1_439, "Europe/London").is_ok());
        assert_eq!(CutOff::new(1_440, "Europe/London").err(), Some(NoCutOff::Minute));
        assert_eq!(CutOff::new(0, "Europe/Atlantis").err(), Some(NoCutOff::Zone));
        assert_eq!(CutOff::new(0, "").err(), Some(NoCutOff::Zone));
    }
}
