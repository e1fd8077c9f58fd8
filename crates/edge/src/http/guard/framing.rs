//! Where messages begin and end on one connection: head, body, head, body, pipelined or not. Bytes in, a verdict
//! out; no sockets, no time.

use super::chunks::Chunks;
use super::head::{BodyFraming, HeadScan};
use super::refusal::{Audience, Refusal};
use crate::http::Limits;

/// What the bytes shown have come to.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    /// So many of them may be shown to hyper: whole heads that passed, and bodies.
    pub(super) clear: usize,
    /// Why nothing may follow them.
    pub(super) stop: Option<Stop>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    Head(Refusal, Audience),
    /// The end of the current body cannot be known.
    Body,
}

#[derive(Debug)]
enum Stage {
    Head(HeadScan),
    Body(u64),
    Chunks(Chunks),
}

/// The place in the stream of messages.
#[derive(Debug)]
pub(super) struct Framing {
    stage: Stage,
    heads_passed: u64,
}

impl Framing {
    pub(super) fn new() -> Self {
        Self { stage: Stage::Head(HeadScan::default()), heads_passed: 0 }
    }

    pub(super) const fn is_in_body(&self) -> bool {
        match self.stage {
            Stage::Head(_) => false,
            Stage::Body(_) | Stage::Chunks(_) => true,
        }
    }

    pub(super) const fn has_passed_a_head(&self) -> bool {
        self.heads_passed > 0
    }

    /// Reads on. `bytes` starts after what earlier verdicts cleared: an unfinished head comes again, with more.
    pub(super) fn read(&mut self, bytes: &[u8], limits: &Limits) -> Verdict {
        let mut clear = 0;
        while let Some(rest) = bytes.get(clear..).filter(|rest| !rest.is_empty()) {
            match self.read_stage(rest, limits) {
                Ok(0) => break,
                Ok(read) => clear += read,
                Err(stop) => return Verdict { clear, stop: Some(stop) },
            }
        }
        Verdict { clear, stop: None }
    }

    /// The number of bytes that became clear; none while a head is unfinished.
    fn read_stage(&mut self, rest: &[u8], limits: &Limits) -> Result<usize, Stop> {
        match &mut self.stage {
            Stage::Head(head) => {
                let found = head.scan(rest, limits);
                let found = found.map_err(|refusal| Stop::Head(refusal, Audience::of_head(rest)))?;
                let Some(head) = found else { return Ok(0) };
                self.heads_passed += 1;
                self.stage = Stage::after_head(head.body);
                Ok(head.length)
            }
            Stage::Body(left) => {
                let here = usize::try_from(*left).unwrap_or(usize::MAX).min(rest.len());
                *left = left.saturating_sub(here as u64);
                if *left == 0 {
                    self.stage = Stage::Head(HeadScan::default());
                }
                Ok(here)
            }
            Stage::Chunks(chunks) => {
                let here = chunks.walk(rest).map_err(|_broken| Stop::Body)?;
                if chunks.is_over() {
                    self.stage = Stage::Head(HeadScan::default());
                }
                Ok(here)
            }
        }
    }
}

impl Stage {
    fn after_head(body: BodyFraming) -> Self {
        match body {
            BodyFraming::Length(0) => Self::Head(HeadScan::default()),
            BodyFraming::Length(bytes) => Self::Body(bytes),
            BodyFraming::Chunked => Self::Chunks(Chunks::new()),
        }
    }
}
