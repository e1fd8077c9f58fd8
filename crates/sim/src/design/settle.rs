//! Settlement: cash-lifecycle.md section 4. A batch settles the sum of its own entries, never a balance: each entry of a
//! position or a commission is counted here when it is made, once, into the window it belongs to, and a batch takes what
//! was counted.

use specie_domain::ids::BatchId;
use specie_domain::outcome::{Limit, Thing};
use specie_domain::rows::{
    BatchState, EventKind, SettleBatch as BatchRow, SettleLine as LineRow, Settlement as TermsRow,
};
use specie_domain::{Receipt, Refusal, Time};

use super::answer::{Heard, another, done, refused, repeated};
use super::{Design, Request, Touched};
use crate::ask::SettleAsk;
use crate::broken::Broken;
use crate::town::{CURRENCIES, OWNERS};

const TERMS: &str = "an owner is settled as the operator says, and a window that is over keeps its end";
const CUT: &str = "a batch is cut when its window is over, or by hand";
const BANK: &str = "what the bank says of a batch is done once";
const NOT_KNOWN: &str = "only a batch that was cut is spoken of";

/// Accounts that one command looks at, about, and POS of one page of them: a batch is cut in bounded steps.
const ACCOUNTS_OF_STEP: u32 = 64;
const POS_OF_PAGE: u32 = 32;

/// What of an account waits for a batch.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Window {
    /// Entries of the running window, or of one that has ended and was not taken yet.
    now: i64,
    /// Entries after that one's end.
    next: i64,
    /// Whether an entry came after its end.
    is_past: bool,
    /// The last batch that has looked at it.
    taken: u64,
}

/// How an owner is settled in a currency.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terms {
    threshold: i64,
    is_automatic: bool,
    ends_at: Option<Time>,
    number: u64,
    under_way: Option<BatchId>,
}

/// A batch.
#[derive(Debug, Clone)]
pub(crate) struct Batch {
    owner: usize,
    currency: usize,
    number: u64,
    state: BatchState,
    cut_off: Time,
    next_cut_off: Option<Time>,
    threshold: i64,
    lines: Vec<(Touched, i64)>,
    /// Of its sum, what is due now.
    due: i64,
    /// Pages of POS it has looked at.
    pages: u32,
}

impl Batch {
    fn sum(&self) -> i64 {
        self.lines.iter().map(|(_, minor)| minor).sum()
    }
}

impl Design {
    pub(super) fn hear_settlement(&mut self, request: &Request<'_>, ask: SettleAsk) -> Result<Heard, Broken> {
        if let SettleAsk::GoOn { batch } = ask {
            return self.go_on_with(request, batch);
        }
        if let Some(heard) = self.heard_before(request)? {
            return Ok(heard);
        }
        match ask {
            SettleAsk::Terms { owner, currency, threshold, next_s } => {
                self.set_terms(request, (owner, currency), threshold, next_s)
            }
            SettleAsk::Cut { owner, currency, next_s, .. } => self.cut(request, (owner, currency), next_s),
            SettleAsk::Confirm { batch } => self.confirm_batch(request, batch),
            SettleAsk::Fail { batch } => self.fail_batch(request, batch),
            SettleAsk::GoOn { .. } => Ok(Heard::Nothing),
        }
    }

    fn set_terms(
        &mut self,
        request: &Request<'_>,
        of: (usize, usize),
        threshold: i64,
        next_s: Option<i64>,
    ) -> Result<Heard, Broken> {
        if threshold < 0 {
            return refused(request.outcome, TERMS, &Refusal::Unacceptable(Limit::Positive));
        }
        if next_s.is_some_and(|next_s| next_s <= 0) {
            return refused(request.outcome, TERMS, &Refusal::Unacceptable(Limit::NextCutOff));
        }
        let receipt = self.did(request, TERMS)?;
        let known = self.terms[of.0][of.1];
        let keeps_its_end = known.is_some_and(|known| known.under_way.is_some() || known.is_over(request.at));
        let next = next_s.map(|next_s| request.at.plus_s(next_s));
        let ends_at = if keeps_its_end { known.and_then(|known| known.ends_at) } else { next };
        let (number, under_way) = known.map_or((1, None), |known| (known.number, known.under_way));
        let terms = Terms { threshold, is_automatic: next.is_some(), ends_at, number, under_way };
        self.terms[of.0][of.1] = Some(terms);
        self.remember(request, receipt);
        Ok(Heard::Perhaps)
    }

    fn cut(
        &mut self,
        request: &Request<'_>,
        of: (usize, usize),
        next_s: Option<i64>,
    ) -> Result<Heard, Broken> {
        let Some(terms) = self.terms[of.0][of.1] else {
            return refused(request.outcome, CUT, &Refusal::NotFound(Thing::Settlement));
        };
        let is_over = terms.is_over(request.at);
        if terms.under_way.is_none() {
            if request.by.is_none() && !is_over {
                return self
                    .did(request, "a batch is not cut before its window is over")
                    .map(|_| Heard::Nothing);
            }
            if next_s.is_some_and(|next_s| next_s <= 0) {
                return refused(request.outcome, CUT, &Refusal::Unacceptable(Limit::NextCutOff));
            }
        }
        let receipt = done(request.outcome, CUT)?;
        let Receipt::BatchCut(id) = *receipt else {
            return Err(another(CUT, receipt));
        };
        match terms.under_way {
            Some(running) if running == id => {}
            Some(running) => {
                let what = format!("{running} is under way, {id} was begun");
                return Err(Broken::new("one batch of an owner and currency is cut at a time", what));
            }
            None => {
                let cut_off = if is_over { terms.ends_at } else { None }.unwrap_or(request.at);
                let next_cut_off =
                    next_s.map(|next_s| request.at.plus_s(next_s)).filter(|_| terms.is_automatic);
                let terms = Terms { ends_at: Some(cut_off), under_way: Some(id), ..terms };
                self.terms[of.0][of.1] = Some(terms);
                let batch = Batch {
                    owner: of.0,
                    currency: of.1,
                    number: terms.number,
                    state: BatchState::Taking,
                    cut_off,
                    next_cut_off,
                    threshold: terms.threshold,
                    lines: Vec::new(),
                    due: 0,
                    pages: 0,
                };
                self.batches.insert(id, batch);
            }
        }
        self.go_on(id);
        self.remember(request, receipt.clone());
        Ok(Heard::Changed)
    }

    fn go_on_with(&mut self, request: &Request<'_>, id: BatchId) -> Result<Heard, Broken> {
        let Some(batch) = self.batches.get(&id) else {
            return refused(request.outcome, NOT_KNOWN, &Refusal::NotFound(Thing::Batch));
        };
        let is_taking = batch.state == BatchState::Taking;
        self.did(request, CUT)?;
        if !is_taking {
            return Ok(Heard::Nothing);
        }
        self.go_on(id);
        Ok(Heard::Changed)
    }

    /// A step of a batch: some pages of the owner's POS, the first owner's idle ones between its own; then the owner's
    /// commission, and then all lines are posted, or wait for the next batch.
    fn go_on(&mut self, id: BatchId) {
        let Some(mut batch) = self.batches.get(&id).cloned() else { return };
        let own = (0..self.places.len()).filter(|pos| self.places[*pos].owner == batch.owner);
        let idle = if batch.owner == 0 { self.idle } else { 0 };
        // The first of its own stands before the idle ones, the others after them.
        let seats: Vec<(usize, u32)> =
            own.zip(0_u32..).map(|(pos, place)| (pos, if place == 0 { 0 } else { idle + place })).collect();
        let places = idle + u32::try_from(seats.len()).unwrap_or(0);
        let pages = places.div_ceil(POS_OF_PAGE);
        let mut looked_at = 0;
        while batch.state == BatchState::Taking && looked_at < ACCOUNTS_OF_STEP {
            if batch.pages == pages {
                let commission = Touched::Commission(batch.owner, batch.currency);
                self.take(&mut batch, commission);
                self.taken(&mut batch);
                continue;
            }
            let (page, currency) = (batch.pages, batch.currency);
            for (pos, _) in seats.iter().filter(|(_, seat)| seat / POS_OF_PAGE == page) {
                self.take(&mut batch, Touched::Position(*pos, currency));
            }
            let of_page = (places - page * POS_OF_PAGE).min(POS_OF_PAGE);
            looked_at += of_page + 1;
            batch.pages += 1;
        }
        self.batches.insert(id, batch);
    }

    /// What waits in an account's window is the batch's.
    fn take(&mut self, batch: &mut Batch, account: Touched) {
        let Some(window) = self.window(account) else { return };
        let minor = window.now;
        *window = Window { now: window.next, next: 0, is_past: false, taken: batch.number };
        if minor != 0 {
            batch.lines.push((account, minor));
        }
    }

    fn taken(&mut self, batch: &mut Batch) {
        if let Some(terms) = &mut self.terms[batch.owner][batch.currency] {
            (terms.ends_at, terms.under_way) = (batch.next_cut_off, None);
            terms.number += 1;
        }
        if batch.lines.is_empty() || batch.sum().abs() < batch.threshold {
            for (account, minor) in &batch.lines {
                self.window(*account).into_iter().for_each(|window| window.now += minor);
            }
            batch.state = BatchState::Carried;
            return;
        }
        let (sum, due) = (batch.sum(), Touched::Due(batch.owner, batch.currency));
        for (account, minor) in &batch.lines {
            self.move_signed(*account, due, *minor);
        }
        (batch.due, batch.state) = (sum, BatchState::Due);
        self.told.push((EventKind::SettlementCut, Some(sum)));
        if sum == 0 {
            self.at_bank(batch);
        }
    }

    /// The bank has paid, or was paid.
    fn at_bank(&mut self, batch: &mut Batch) {
        let (sum, due) = (batch.sum(), Touched::Due(batch.owner, batch.currency));
        self.move_signed(due, Touched::Funding(batch.currency), sum);
        (batch.due, batch.state) = (0, BatchState::Confirmed);
        self.told.push((EventKind::SettlementConfirmed, Some(sum)));
    }

    fn confirm_batch(&mut self, request: &Request<'_>, id: BatchId) -> Result<Heard, Broken> {
        let Some(mut batch) = self.batches.get(&id).cloned() else {
            return refused(request.outcome, NOT_KNOWN, &Refusal::NotFound(Thing::Batch));
        };
        match batch.state {
            BatchState::Confirmed => return repeated(request.outcome, BANK, &Receipt::Done),
            BatchState::Due => {}
            BatchState::Taking
            | BatchState::Posting
            | BatchState::TakingBack
            | BatchState::Failed
            | BatchState::Carried => return refused(request.outcome, BANK, &Refusal::BatchIs(batch.state)),
        }
        let receipt = self.did(request, BANK)?;
        self.at_bank(&mut batch);
        self.batches.insert(id, batch);
        self.remember(request, receipt);
        Ok(Heard::Changed)
    }

    /// Each line goes back to where it came from, and so into the next batch.
    fn fail_batch(&mut self, request: &Request<'_>, id: BatchId) -> Result<Heard, Broken> {
        let Some(mut batch) = self.batches.get(&id).cloned() else {
            return refused(request.outcome, NOT_KNOWN, &Refusal::NotFound(Thing::Batch));
        };
        let (sum, due) = (batch.sum(), Touched::Due(batch.owner, batch.currency));
        match batch.state {
            BatchState::Failed => return repeated(request.outcome, BANK, &Receipt::Done),
            BatchState::Due | BatchState::Confirmed => {}
            BatchState::Taking | BatchState::Posting | BatchState::TakingBack | BatchState::Carried => {
                return refused(request.outcome, BANK, &Refusal::BatchIs(batch.state));
            }
        }
        let receipt = self.did(request, BANK)?;
        if batch.state == BatchState::Confirmed {
            self.move_signed(Touched::Funding(batch.currency), due, sum);
        }
        self.told.push((EventKind::SettlementFailed, Some(sum)));
        for (account, minor) in &batch.lines {
            self.move_signed(due, *account, *minor);
            self.enters_window(*account, *minor);
        }
        (batch.due, batch.state) = (0, BatchState::Failed);
        self.batches.insert(id, batch);
        self.remember(request, receipt);
        Ok(Heard::Changed)
    }

    /// A negative sum goes the other way.
    fn move_signed(&mut self, from: Touched, to: Touched, minor: i64) {
        if minor < 0 {
            self.move_money(to, from, -minor);
        } else {
            self.move_money(from, to, minor);
        }
    }

    /// An entry of an account, beside another one. Float is no batch's, and what a batch itself moves is no entry of one;
    /// but it may be the first thing after a window's end.
    pub(super) fn counts_entry(&mut self, account: Touched, other: Touched, minor: i64) {
        let is_own = !matches!(other, Touched::Funding(_) | Touched::Position(..) | Touched::Due(..));
        self.enters_window(account, if is_own { minor } else { 0 });
    }

    fn enters_window(&mut self, account: Touched, minor: i64) {
        let terms = if let Touched::Position(pos, currency) = account {
            self.terms[self.places[pos].owner][currency]
        } else if let Touched::Commission(owner, currency) = account {
            self.terms[owner][currency]
        } else {
            return;
        };
        let now = self.now;
        let Some(window) = self.window(account) else { return };
        let is_after = |(terms, now): (Terms, Time)| window.taken < terms.number && terms.is_over(now);
        window.is_past = window.is_past || terms.zip(now).is_some_and(is_after);
        *(if window.is_past { &mut window.next } else { &mut window.now }) += minor;
    }

    /// What waits for a batch is a position's and a commission's alone.
    const fn window(&mut self, account: Touched) -> Option<&mut Window> {
        if let Touched::Position(pos, currency) = account {
            Some(&mut self.windows.0[pos][currency])
        } else if let Touched::Commission(owner, currency) = account {
            Some(&mut self.windows.1[owner][currency])
        } else {
            None
        }
    }

    /// Done now, and nothing to tell.
    pub(super) fn did(&self, request: &Request<'_>, rule: &'static str) -> Result<Receipt, Broken> {
        let receipt = done(request.outcome, rule)?;
        if *receipt == Receipt::Done { Ok(Receipt::Done) } else { Err(another(rule, receipt)) }
    }

    /// Owners and currencies of which a window is over, and batches that are under way.
    pub(crate) fn due(&self, now: Time) -> (Vec<(usize, usize)>, Vec<BatchId>) {
        let all = (0..OWNERS).flat_map(|owner| (0..CURRENCIES).map(move |currency| (owner, currency)));
        let (mut over, mut running) = (Vec::new(), Vec::new());
        for of in all {
            match self.terms[of.0][of.1] {
                Some(Terms { under_way: Some(batch), .. }) => running.push(batch),
                Some(terms) if terms.is_over(now) => over.push(of),
                Some(_) | None => {}
            }
        }
        (over, running)
    }

    /// Whether the row says what the design says.
    pub(crate) fn has_batch(&self, (owner, currency): (usize, usize), row: &BatchRow) -> bool {
        self.batches.get(&row.batch_id).is_some_and(|batch| {
            (batch.owner, batch.currency, batch.number) == (owner, currency, row.number)
                && (batch.cut_off, batch.next_cut_off) == (row.cut_off, row.next_cut_off)
                && (batch.state, batch.sum(), batch.due) == (row.state, row.amount, row.due)
                && batch.lines.len() == row.lines as usize
        })
    }

    /// The same of a line.
    pub(crate) fn has_line(&self, account: Touched, row: &LineRow) -> bool {
        let place = (row.key.line as usize).checked_sub(1);
        let batch = self.batches.get(&row.key.batch_id);
        let line = batch.zip(place).and_then(|(batch, place)| batch.lines.get(place));
        line == Some(&(account, row.amount))
    }

    /// The same of how an owner is settled.
    pub(crate) fn has_terms(&self, of: (usize, usize), row: &TermsRow) -> bool {
        self.terms[of.0][of.1].is_some_and(|terms| {
            (terms.threshold, terms.is_automatic, terms.ends_at)
                == (row.threshold, row.automatic, row.boundary)
                && (terms.number, terms.under_way) == (row.number, row.under_way)
                && row.taking_back.is_empty()
        })
    }
}

impl Terms {
    fn is_over(&self, now: Time) -> bool {
        self.ends_at.is_some_and(|ends_at| now >= ends_at)
    }
}
