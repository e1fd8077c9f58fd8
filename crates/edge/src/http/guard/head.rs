//! Reads one request head where it lies, line by line as the lines arrive, and says how its body is framed.
//!
//! Each line is judged once, when its end is there; nothing is copied. Stricter than RFC 9112 wherever a lenient
//! reading is one that two programs can do differently. Knows nothing of sockets.

use super::refusal::Refusal;
use crate::http::Limits;

/// Enough for any body this server takes, few enough that no reader's integer overflows.
const CONTENT_LENGTH_DIGITS_MAX: usize = 10;

/// Headers of which a second one is an attempt to be read in two ways: they frame the message, route it, or
/// prove who sends it.
const SENT_ONCE: [&str; 14] = [
    "host",
    "content-length",
    "transfer-encoding",
    "access_key",
    "token_id",
    "operation_id",
    "phone_number",
    "idempotency",
    "idempotency-key",
    "salt",
    "timestamp",
    "signature",
    "authorization",
    "transaction_id",
];

/// How the bytes after a head are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BodyFraming {
    /// This many bytes, none included.
    Length(u64),
    Chunked,
}

/// A head that ended within the bytes shown.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct WholeHead {
    pub(super) length: usize,
    pub(super) body: BodyFraming,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Version {
    Http10,
    Http11,
}

/// The reading of one head, which may come in any number of pieces.
#[derive(Debug, Default)]
pub(super) struct HeadScan {
    /// Offsets from the head's first byte: what was looked at, and where the current line begins.
    looked_at: usize,
    line_start: usize,
    version: Option<Version>,
    headers: usize,
    /// One bit for each of [`SENT_ONCE`].
    seen: u16,
    body: Option<BodyFraming>,
}

impl HeadScan {
    /// Goes on reading. `bytes` starts at the head's first byte every time and has grown since the last call.
    pub(super) fn scan(&mut self, bytes: &[u8], limits: &Limits) -> Result<Option<WholeHead>, Refusal> {
        let too_large = Refusal::HeadTooLarge { bytes_max: limits.head_bytes_max };
        while let Some(line) = self.next_line(bytes)? {
            if self.line_start > limits.head_bytes_max {
                return Err(too_large);
            }
            if line.is_empty() {
                return self.finish().map(Some);
            }
            self.take_line(line, limits)?;
        }
        if bytes.len() >= limits.head_bytes_max { Err(too_large) } else { Ok(None) }
    }

    /// The next complete line without its CR LF; none if its end has not arrived.
    fn next_line<'a>(&mut self, bytes: &'a [u8]) -> Result<Option<&'a [u8]>, Refusal> {
        let unseen = bytes.get(self.looked_at..).unwrap_or_default();
        let Some(distance) = unseen.iter().position(|byte| is_control(*byte)) else {
            self.looked_at = bytes.len();
            return Ok(None);
        };
        let at = self.looked_at + distance;
        self.looked_at = at;
        match (unseen.get(distance), unseen.get(distance + 1)) {
            (Some(b'\r'), Some(b'\n')) => {
                let line = bytes.get(self.line_start..at);
                self.line_start = at + 2;
                self.looked_at = self.line_start;
                Ok(line)
            }
            (Some(b'\r'), None) => Ok(None),
            (Some(b'\r'), Some(_)) => Err(Refusal::BareCarriageReturn),
            (Some(b'\n'), _) => Err(Refusal::BareLineFeed),
            (Some(_) | None, _) => Err(Refusal::ControlByte),
        }
    }

    fn take_line(&mut self, line: &[u8], limits: &Limits) -> Result<(), Refusal> {
        if self.version.is_some() {
            return self.take_header(line, limits);
        }
        self.version = Some(parse_request_line(line, limits)?);
        Ok(())
    }

    fn take_header(&mut self, line: &[u8], limits: &Limits) -> Result<(), Refusal> {
        self.headers += 1;
        if self.headers > limits.headers_max {
            return Err(Refusal::TooManyHeaders { headers_max: limits.headers_max });
        }
        let (name, value) = split_header(line)?;
        let known = SENT_ONCE.iter().enumerate().find(|(_, once)| once.as_bytes().eq_ignore_ascii_case(name));
        let Some((index, name)) = known else {
            return Ok(());
        };
        let bit = 1_u16 << index;
        if self.seen & bit != 0 {
            return Err(Refusal::RepeatedHeader(name));
        }
        self.seen |= bit;
        match *name {
            "host" => check_host(value),
            "content-length" => self.take_body(parse_content_length(value)?),
            "transfer-encoding" => self.take_body(self.parse_coding(value)?),
            _ => Ok(()), // The rest of the table is only counted.
        }
    }

    const fn take_body(&mut self, body: BodyFraming) -> Result<(), Refusal> {
        if self.body.is_some() {
            return Err(Refusal::LengthAndCoding);
        }
        self.body = Some(body);
        Ok(())
    }

    /// Exactly `chunked` after at most one space: every other spelling is known from smuggling tools.
    fn parse_coding(&self, value: &[u8]) -> Result<BodyFraming, Refusal> {
        let value = value.strip_prefix(b" ").unwrap_or(value);
        if value == b"chunked" && self.version == Some(Version::Http11) {
            Ok(BodyFraming::Chunked)
        } else {
            Err(Refusal::TransferEncoding)
        }
    }

    fn finish(&self) -> Result<WholeHead, Refusal> {
        let host_was_sent = self.seen & 1 != 0; // The first of SENT_ONCE.
        match self.version {
            None => Err(Refusal::RequestLine),
            Some(Version::Http11) if !host_was_sent => Err(Refusal::HostMissing),
            Some(Version::Http10 | Version::Http11) => {
                Ok(WholeHead { length: self.line_start, body: self.body.unwrap_or(BodyFraming::Length(0)) })
            }
        }
    }
}

const fn is_control(byte: u8) -> bool {
    (byte < b' ' && byte != b'\t') || byte == 0x7f
}

/// RFC 9110 §5.6.2. The underscore is one of them: the POS headers need it.
fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_-!#$%&'*+.^`|~".contains(&byte)
}

fn parse_request_line(line: &[u8], limits: &Limits) -> Result<Version, Refusal> {
    let mut parts = line.split(|byte| *byte == b' ');
    let (Some(method), Some(target), Some(version), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(Refusal::RequestLine);
    };
    if method.is_empty() || target.is_empty() || version.is_empty() {
        return Err(Refusal::RequestLine);
    }
    // CONNECT would turn the connection into a tunnel of which the guard sees nothing.
    if !method.iter().all(|byte| is_token(*byte)) || method == b"CONNECT" {
        return Err(Refusal::Method);
    }
    check_target(target, limits)?;
    match version {
        b"HTTP/1.1" => Ok(Version::Http11),
        b"HTTP/1.0" => Ok(Version::Http10),
        _ => Err(Refusal::Version),
    }
}

/// The characters of RFC 3986, and UTF-8 beyond ASCII because common clients send it unencoded. No fragment:
/// hyper cuts it off in silence, a proxy may not.
fn check_target(target: &[u8], limits: &Limits) -> Result<(), Refusal> {
    if target.len() > limits.target_bytes_max {
        return Err(Refusal::TargetTooLong { bytes_max: limits.target_bytes_max });
    }
    if target.first() != Some(&b'/') {
        return Err(Refusal::TargetForm);
    }
    let only_allowed = target.iter().all(|byte| is_target_character(*byte));
    if !only_allowed || (!target.is_ascii() && std::str::from_utf8(target).is_err()) {
        return Err(Refusal::TargetCharacter);
    }
    Ok(())
}

fn is_target_character(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 || b"/-_.%+?&=~:@!$'()*,;[]".contains(&byte)
}

fn split_header(line: &[u8]) -> Result<(&[u8], &[u8]), Refusal> {
    if matches!(line.first(), Some(b' ' | b'\t')) {
        return Err(Refusal::FoldedHeader);
    }
    let colon = line.iter().position(|byte| *byte == b':').ok_or(Refusal::HeaderWithoutColon)?;
    let (name, value) = line.split_at(colon);
    if name.is_empty() {
        return Err(Refusal::EmptyHeaderName);
    }
    if matches!(name.last(), Some(b' ' | b'\t')) {
        return Err(Refusal::SpaceBeforeColon);
    }
    if !name.iter().all(|byte| is_token(*byte)) {
        return Err(Refusal::HeaderName);
    }
    Ok((name, value.get(1..).unwrap_or_default()))
}

fn parse_content_length(value: &[u8]) -> Result<BodyFraming, Refusal> {
    let digits = value.trim_ascii();
    if digits.is_empty() || digits.len() > CONTENT_LENGTH_DIGITS_MAX || !digits.iter().all(u8::is_ascii_digit)
    {
        return Err(Refusal::ContentLength { digits_max: CONTENT_LENGTH_DIGITS_MAX });
    }
    let length = digits.iter().fold(0_u64, |sum, digit| sum * 10 + u64::from(digit - b'0'));
    Ok(BodyFraming::Length(length))
}

/// One `host[:port]` of RFC 3986 (an empty one is lawful); a comma, slash, space or `@` is a second opinion.
fn check_host(value: &[u8]) -> Result<(), Refusal> {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b".:-_~[]%!$&'()*+;=".contains(byte);
    if value.trim_ascii().iter().all(plain) { Ok(()) } else { Err(Refusal::Host) }
}
