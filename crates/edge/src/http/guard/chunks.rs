//! Walks over a chunked body (RFC 9112 §7.1) to know where the next head starts. Reads the framing only, and
//! more strictly than hyper behind it, so that both find the same end: hexadecimal sizes of at most eight
//! digits, short extensions, exact CR LF, no trailers.

const SIZE_DIGITS_MAX: u8 = 8;
const EXTENSION_BYTES_MAX: u8 = 64;

/// The framing of a chunked body is broken: nobody can say where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct BrokenChunks;

/// What is expected next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expect {
    Size { digits: u8 },
    Extension { bytes: u8 },
    SizeLineFeed,
    Data,
    DataReturn,
    DataLineFeed,
    EndReturn,
    EndLineFeed,
    NextMessage,
}

/// The position in one chunked body.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chunks {
    expect: Expect,
    /// Bytes of data left in the current chunk.
    left: u64,
}

impl Chunks {
    pub(super) const fn new() -> Self {
        Self { expect: Expect::Size { digits: 0 }, left: 0 }
    }

    pub(super) fn is_over(self) -> bool {
        self.expect == Expect::NextMessage
    }

    /// Takes as many of `bytes` as belong to this body and returns their number.
    pub(super) fn walk(&mut self, bytes: &[u8]) -> Result<usize, BrokenChunks> {
        let mut walked = 0;
        while let Some(byte) = bytes.get(walked) {
            if self.is_over() {
                break;
            }
            walked += if self.expect == Expect::Data {
                self.skip_data(bytes.len() - walked)
            } else {
                self.expect = self.step(*byte)?;
                1
            };
        }
        Ok(walked)
    }

    fn skip_data(&mut self, there: usize) -> usize {
        let here = usize::try_from(self.left).unwrap_or(usize::MAX).min(there);
        self.left = self.left.saturating_sub(here as u64);
        if self.left == 0 {
            self.expect = Expect::DataReturn;
        }
        here
    }

    fn step(&mut self, byte: u8) -> Result<Expect, BrokenChunks> {
        match self.expect {
            Expect::Size { digits } => self.size(byte, digits),
            Expect::Extension { bytes } => match byte {
                b'\r' => Ok(Expect::SizeLineFeed),
                b'\t' | b' '..=b'~' if bytes < EXTENSION_BYTES_MAX => {
                    Ok(Expect::Extension { bytes: bytes + 1 })
                }
                _ => Err(BrokenChunks),
            },
            Expect::SizeLineFeed if self.left == 0 => exactly(byte, b'\n', Expect::EndReturn),
            Expect::SizeLineFeed => exactly(byte, b'\n', Expect::Data),
            Expect::DataReturn => exactly(byte, b'\r', Expect::DataLineFeed),
            Expect::DataLineFeed => exactly(byte, b'\n', Expect::Size { digits: 0 }),
            Expect::EndReturn => exactly(byte, b'\r', Expect::EndLineFeed),
            Expect::EndLineFeed => exactly(byte, b'\n', Expect::NextMessage),
            Expect::Data | Expect::NextMessage => Err(BrokenChunks), // `walk` does not step here.
        }
    }

    fn size(&mut self, byte: u8, digits: u8) -> Result<Expect, BrokenChunks> {
        let digit = match byte {
            b'0'..=b'9' => byte - b'0',
            b'a'..=b'f' => byte - b'a' + 10,
            b'A'..=b'F' => byte - b'A' + 10,
            b';' if digits > 0 => return Ok(Expect::Extension { bytes: 0 }),
            b'\r' if digits > 0 => return Ok(Expect::SizeLineFeed),
            _ => return Err(BrokenChunks),
        };
        if digits == SIZE_DIGITS_MAX {
            return Err(BrokenChunks);
        }
        self.left = self.left * 16 + u64::from(digit);
        Ok(Expect::Size { digits: digits + 1 })
    }
}

fn exactly(byte: u8, wanted: u8, then: Expect) -> Result<Expect, BrokenChunks> {
    if byte == wanted { Ok(then) } else { Err(BrokenChunks) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end_of(body: &str) -> Option<usize> {
        let mut chunks = Chunks::new();
        let walked = chunks.walk(body.as_bytes()).ok()?;
        chunks.is_over().then_some(walked)
    }

    #[test]
    fn a_chunked_body_ends_where_its_last_empty_line_ends_and_nowhere_else() {
        let extension = "x".repeat(64);
        for good in [
            "0\r\n\r\n".to_owned(),
            "00000000\r\n\r\n".to_owned(),
            "5\r\nhello\r\n0\r\n\r\n".to_owned(),
            "00000005\r\nhello\r\n0\r\n\r\n".to_owned(),
            "A\r\n0123456789\r\na\r\n0123456789\r\n0\r\n\r\n".to_owned(),
            "2\r\n\r\n\r\n0\r\n\r\n".to_owned(),
            "1;a=b\r\n0\r\n0\r\n\r\n".to_owned(),
            format!("1;{extension}\r\n0\r\n0;{extension}\r\n\r\n"),
        ] {
            assert_eq!(end_of(&format!("{good}GET / HTTP/1.1")), Some(good.len()), "{good:?}");
        }
    }

    #[test]
    fn chunk_framing_that_two_readers_could_read_differently_is_broken() {
        let extension = "x".repeat(65);
        for bad in [
            "\r\n".to_owned(),
            ";a\r\n\r\n".to_owned(),
            "000000005\r\nhello\r\n0\r\n\r\n".to_owned(),
            "0x5\r\nhello\r\n0\r\n\r\n".to_owned(),
            "+5\r\nhello\r\n0\r\n\r\n".to_owned(),
            "-5\r\nhello\r\n0\r\n\r\n".to_owned(),
            " 5\r\nhello\r\n0\r\n\r\n".to_owned(),
            "5 \r\nhello\r\n0\r\n\r\n".to_owned(),
            "5\nhello\r\n0\r\n\r\n".to_owned(),
            "5\r\rhello\r\n0\r\n\r\n".to_owned(),
            "5\r\nhello0\r\n\r\n".to_owned(),
            "5\r\nhello\n0\r\n\r\n".to_owned(),
            "5\r\nhello!\r\n0\r\n\r\n".to_owned(),
            "0\r\nx-trailer: 1\r\n\r\n".to_owned(),
            "0\r\n\n".to_owned(),
            "0\n\n".to_owned(),
            "5;a\nb\r\nhello\r\n0\r\n\r\n".to_owned(),
            format!("1;{extension}\r\n0\r\n0\r\n\r\n"),
        ] {
            assert_eq!(Chunks::new().walk(bad.as_bytes()), Err(BrokenChunks), "{bad:?}");
        }
    }

    #[test]
    fn a_chunked_body_in_single_bytes_ends_at_the_same_byte() {
        let body = b"5;a=b\r\nhello\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n";
        let mut chunks = Chunks::new();
        for byte in body {
            assert!(!chunks.is_over());
            assert_eq!(chunks.walk(&[*byte]), Ok(1));
        }
        assert!(chunks.is_over());
    }
}
