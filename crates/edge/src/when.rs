//! Instants as our answers write them: RFC 3339, UTC, milliseconds.

use jiff::Timestamp;
use specie_domain::Time;

/// The instant as text, `2026-01-31T11:42:30.000Z`. Beyond the year 9999 the text stops at its end.
pub(crate) fn rfc3339(time: Time) -> String {
    let timestamp = Timestamp::from_millisecond(time.unix_ms()).unwrap_or(Timestamp::MAX);
    format!("{timestamp:.3}")
}

/// The UTC day as text, `2026-01-31`.
pub(crate) fn date(time: Time) -> String {
    rfc3339(time).chars().take_while(|letter| *letter != 'T').collect()
}

/// The instant that an RFC 3339 text names, to the millisecond.
pub(crate) fn instant(text: &str) -> Option<Time> {
    let timestamp: Timestamp = text.parse().ok()?;
    Some(Time::from_unix_ms(timestamp.as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_read_in_any_offset_and_nothing_else_is() {
        for (text, unix_ms) in [
            ("1970-01-01T00:00:00Z", Some(0)),
            ("2023-11-14T22:13:20.005Z", Some(1_700_000_000_005)),
            ("2023-11-15T00:13:20+02:00", Some(1_700_000_000_000)),
            ("2023-11-14", None),
            ("2023-11-14T22:13:20", None),
            ("now", None),
        ] {
            assert_eq!(instant(text).map(Time::unix_ms), unix_ms, "{text}");
        }
    }

    #[test]
    fn an_instant_has_exactly_three_decimals_and_a_z() {
        for (unix_ms, text) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (1_700_000_000_000, "2023-11-14T22:13:20.000Z"),
            (1_700_000_000_005, "2023-11-14T22:13:20.005Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
        ] {
            assert_eq!(rfc3339(Time::from_unix_ms(unix_ms)), text);
            assert_eq!(date(Time::from_unix_ms(unix_ms)), text[..10]);
        }
    }
}
