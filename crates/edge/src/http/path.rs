//! The segments of a request path, percent-decoded exactly once: `%31%30` is `10`, `%2531` is the text `%31`. `+`
//! stays a plus. An encoded slash is part of its segment. Nothing is normalised: an empty, `.` or `..` segment is
//! shown as it came and simply matches no route.
//!
//! Paths hold one-time codes: nothing here prints one, not even with `Debug`.

use std::borrow::Cow;
use std::ops::Deref;

use percent_encoding::percent_decode_str;

/// More than any route has.
pub const SEGMENTS_MAX: usize = 12;

/// Why a path cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PathRefusal {
    /// Not even the first slash.
    #[error("The path must start with a slash.")]
    NotAbsolute,
    /// More than [`SEGMENTS_MAX`].
    #[error("The path has more than {SEGMENTS_MAX} segments.")]
    TooManySegments,
    /// A `%` without two hexadecimal digits.
    #[error("The path has a percent sign that is not followed by two hexadecimal digits.")]
    PercentSequence,
    /// The decoded bytes are no text.
    #[error("The path is not UTF-8 after percent-decoding.")]
    NotUtf8,
    /// The decoded text has control characters.
    #[error("The path holds a control character.")]
    ControlCharacter,
}

/// A path, split and then decoded.
pub struct Segments<'a> {
    segments: [Cow<'a, str>; SEGMENTS_MAX],
    count: usize,
}

/// The segments as plain texts, to match on: `match &*segments.texts() { ["v1", "pos", "echo"] => .. }`.
pub struct Texts<'s> {
    texts: [&'s str; SEGMENTS_MAX],
    count: usize,
}

impl<'a> Segments<'a> {
    /// Reads a raw path without its query. `/` has no segments; `/a/` has `a` and an empty one.
    pub fn parse(raw: &'a str) -> Result<Self, PathRefusal> {
        let rest = raw.strip_prefix('/').ok_or(PathRefusal::NotAbsolute)?;
        let mut segments = [const { Cow::Borrowed("") }; SEGMENTS_MAX];
        let mut count = 0;
        if !rest.is_empty() {
            for segment in rest.split('/') {
                *segments.get_mut(count).ok_or(PathRefusal::TooManySegments)? = decode(segment)?;
                count += 1;
            }
        }
        Ok(Self { segments, count })
    }

    /// The decoded segments.
    #[must_use]
    pub fn as_slice(&self) -> &[Cow<'a, str>] {
        self.segments.get(..self.count).unwrap_or_default()
    }

    /// The decoded segments, in a form that slice patterns can match.
    #[must_use]
    pub fn texts(&self) -> Texts<'_> {
        let mut texts = [""; SEGMENTS_MAX];
        for (text, segment) in texts.iter_mut().zip(self.as_slice()) {
            *text = segment;
        }
        Texts { texts, count: self.count }
    }
}

impl<'s> Deref for Texts<'s> {
    type Target = [&'s str];

    fn deref(&self) -> &Self::Target {
        self.texts.get(..self.count).unwrap_or_default()
    }
}

fn decode(segment: &str) -> Result<Cow<'_, str>, PathRefusal> {
    if segment.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'%') {
        // The usual one: nothing to decode, nothing to refuse. Decoding it anyway took 2% of a cash-out's instructions.
        return Ok(Cow::Borrowed(segment));
    }
    if !percent_sequences_are_whole(segment) {
        return Err(PathRefusal::PercentSequence);
    }
    let text = percent_decode_str(segment).decode_utf8().map_err(|_| PathRefusal::NotUtf8)?;
    if text.chars().any(char::is_control) {
        return Err(PathRefusal::ControlCharacter);
    }
    Ok(text)
}

fn percent_sequences_are_whole(segment: &str) -> bool {
    segment.split('%').skip(1).all(|after| {
        let mut after = after.bytes();
        let mut hexadecimal = || after.next().is_some_and(|byte| byte.is_ascii_hexdigit());
        hexadecimal() && hexadecimal()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(raw: &str) -> Result<Vec<String>, PathRefusal> {
        Ok(Segments::parse(raw)?.texts().iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_path_is_split_first_and_decoded_exactly_once_after() {
        let deepest = "/a".repeat(SEGMENTS_MAX);
        let deepest_segments = vec!["a"; SEGMENTS_MAX];
        for (raw, segments) in [
            ("/", vec![]),
            ("//", vec!["", ""]),
            ("/v1/pos/echo", vec!["v1", "pos", "echo"]),
            ("/v1/pos/echo/", vec!["v1", "pos", "echo", ""]),
            ("/a//b", vec!["a", "", "b"]),
            ("/%31%30", vec!["10"]),
            ("/%2531", vec!["%31"]),
            ("/%252531", vec!["%2531"]),
            ("/+1415", vec!["+1415"]),
            ("/%2B1415", vec!["+1415"]),
            ("/%2b1415", vec!["+1415"]),
            ("/a%2Fb/c", vec!["a/b", "c"]),
            ("/a%20b", vec!["a b"]),
            ("/%C2%A3", vec!["£"]),
            ("/٣", vec!["٣"]),
            ("/%2e%2E/..", vec!["..", ".."]),
            ("/a%3Fb", vec!["a?b"]),
            (&deepest, deepest_segments),
        ] {
            assert_eq!(texts(raw), Ok(segments.iter().map(ToString::to_string).collect()), "{raw}");
        }
    }

    #[test]
    fn a_path_that_cannot_be_read_in_one_way_is_refused() {
        let too_deep = "/a".repeat(SEGMENTS_MAX + 1);
        for (raw, refusal) in [
            ("", PathRefusal::NotAbsolute),
            ("v1/pos", PathRefusal::NotAbsolute),
            ("*", PathRefusal::NotAbsolute),
            (too_deep.as_str(), PathRefusal::TooManySegments),
            ("/%", PathRefusal::PercentSequence),
            ("/%3", PathRefusal::PercentSequence),
            ("/%3/1", PathRefusal::PercentSequence),
            ("/%zz", PathRefusal::PercentSequence),
            ("/%+1", PathRefusal::PercentSequence),
            ("/%%31", PathRefusal::PercentSequence),
            ("/%u0031", PathRefusal::PercentSequence),
            ("/%FF", PathRefusal::NotUtf8),
            ("/%C0%B1", PathRefusal::NotUtf8),
            ("/%ED%A0%80", PathRefusal::NotUtf8),
            ("/%00", PathRefusal::ControlCharacter),
            ("/a%0D%0Ab", PathRefusal::ControlCharacter),
            ("/%7F", PathRefusal::ControlCharacter),
            ("/%C2%85", PathRefusal::ControlCharacter),
        ] {
            assert_eq!(texts(raw), Err(refusal), "{raw:?}");
        }
    }

    #[test]
    fn a_segment_without_encoding_is_not_copied() {
        let segments = Segments::parse("/plain/%31").unwrap();
        let borrowed: Vec<bool> =
            segments.as_slice().iter().map(|segment| matches!(segment, Cow::Borrowed(_))).collect();
        assert_eq!(borrowed, [true, false]);
    }
}
