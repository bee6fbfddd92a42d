//! Quotes: begin, fill, send, ask a supplier or expert (E04–E08).

use super::order::not_before;
use crate::domain::event::Event;
use crate::domain::id::Number;
use crate::domain::job::Job;
use crate::domain::moment::{Moment, Stamp};
use crate::domain::money::Amount;
use crate::domain::paper::Paper;
use crate::domain::quote::{Answer, Line, Quote, QuoteRequest, SentQuote, SourceKind, Verdict, Via};
use crate::problem::Problem;

/// What a supplier or an expert is asked.
#[derive(Debug, Clone)]
pub struct Question {
    /// `supplier` or `expert`.
    pub kind: SourceKind,
    /// Who is asked.
    pub name: String,
    /// Mail address, when one is known.
    pub email: Option<String>,
    /// What is asked.
    pub text: String,
    /// When somebody asks again.
    pub ask_again: Moment,
}

impl Job {
    /// Begins a version, numbered by the seat: empty, or with the lines of the approved one, else of the newest. What the client
    /// chose of an approved version is firm in its copy, and what was not chosen of alternatives is gone.
    ///
    /// # Errors
    /// `quote-draft-exists` while another draft is open; `quote-approved` for an empty one beside an approved
    /// version, since work and invoice follow the newest version as a whole; `quote-none` for a copy of nothing.
    pub fn begin_quote(&mut self, stamp: &Stamp, seat: &str, copy_lines: bool) -> Result<Number, Problem> {
        if let Some(draft) = self.quotes.iter().find(|quote| quote.is_draft()) {
            return Err(Problem::refused(
                "quote-draft-exists",
                format!("{} already has a draft, version {}", self.id, draft.version),
            )
            .remedy(format!("jobbook quote line {} add …", self.id))
            .remedy(format!("jobbook quote send {}", self.id)));
        }
        if let Some(approved) = self.approved_quote().filter(|_| !copy_lines) {
            return Err(Problem::refused(
                "quote-approved",
                format!("version {} of {} is approved", approved.version, self.id),
            )
            .because("a further version replaces it as a whole, so it begins with the approved lines")
            .remedy(format!("jobbook quote revise {}", self.id)));
        }
        if copy_lines && self.quotes.is_empty() && self.carried.is_none() {
            return Err(Problem::refused("quote-none", format!("{} has no quote yet", self.id))
                .remedy(format!("jobbook quote new {}", self.id)));
        }
        let known = self.quotes.iter().chain(self.carried.as_deref());
        let version = Number::next(seat, known.map(|quote| &quote.version));
        let base = self.approved_quote().or_else(|| self.quotes.last()).filter(|_| copy_lines).cloned();
        let mut quote = Quote {
            version,
            made: stamp.clone(),
            note: None,
            intro: None,
            lines: Vec::new(),
            discount: None,
            discount_reason: None,
            deposit: None,
            valid_until: None,
            change_order: self.approved_quote().is_some(),
            sent: None,
            answer_by: None,
            attempts: Vec::new(),
            answer: None,
        };
        if let Some(base) = base {
            quote.lines = if base.is_approved() { settled(&base) } else { base.lines };
            quote.discount = base.discount;
            quote.discount_reason = base.discount_reason;
            quote.deposit = base.deposit;
            quote.intro = base.intro;
            quote.note = base.note;
        }
        self.quotes.push(quote);
        Ok(version)
    }

    /// The open draft.
    ///
    /// # Errors
    /// `quote-no-draft` when every version was sent; `quote-none` when there is none at all.
    pub fn quote_draft(&mut self) -> Result<&mut Quote, Problem> {
        let id = self.id.clone();
        let any = !self.quotes.is_empty();
        self.quotes.iter_mut().find(|quote| quote.is_draft()).ok_or_else(|| {
            if any {
                Problem::refused(
                    "quote-no-draft",
                    format!("every version of the quote for {id} has left the house"),
                )
                .because("a quote that was sent is frozen")
                .remedy(format!("jobbook quote revise {id}"))
            } else {
                Problem::refused("quote-none", format!("{id} has no quote yet"))
                    .remedy(format!("jobbook quote new {id}"))
            }
        })
    }

    /// The version of that number, or the newest.
    ///
    /// # Errors
    /// `quote-none` when there is no such version.
    pub fn quote_version(&self, version: Option<Number>) -> Result<&Quote, Problem> {
        let found = match version {
            Some(version) => self.quotes.iter().find(|quote| quote.version == version),
            None => self.quotes.last(),
        };
        found.ok_or_else(|| match version {
            Some(version) => Problem::refused("quote-none", format!("{} has no quote v{version}", self.id))
                .remedy(format!("jobbook quote show {}", self.id)),
            None => Problem::refused("quote-none", format!("{} has no quote yet", self.id))
                .remedy(format!("jobbook quote new {}", self.id)),
        })
    }

    /// Adds a line to the draft under the next number.
    ///
    /// # Errors
    /// As [`Job::quote_draft`].
    pub fn add_quote_line(&mut self, mut line: Line) -> Result<u32, Problem> {
        let taken = self.quotes.iter().flat_map(|quote| &quote.lines).map(|line| line.n).max().unwrap_or(0);
        let draft = self.quote_draft()?;
        line.n = taken.saturating_add(1);
        let n = line.n;
        draft.lines.push(line);
        Ok(n)
    }

    /// The line of that number in the draft.
    ///
    /// # Errors
    /// As [`Job::quote_draft`]; `quote-line-none` when the draft has no such line.
    pub fn quote_line(&mut self, n: u32) -> Result<&mut Line, Problem> {
        let id = self.id.clone();
        let draft = self.quote_draft()?;
        draft.lines.iter_mut().find(|line| line.n == n).ok_or_else(|| {
            Problem::refused("quote-line-none", format!("the draft for {id} has no line {n}"))
                .remedy(format!("jobbook quote show {id}"))
        })
    }

    /// Takes a line out of the draft.
    ///
    /// # Errors
    /// As [`Job::quote_line`].
    pub fn remove_quote_line(&mut self, n: u32) -> Result<Line, Problem> {
        let line = self.quote_line(n)?.clone();
        self.quote_draft()?.lines.retain(|line| line.n != n);
        let stands = self.quotes.iter().any(|quote| quote.lines.iter().any(|line| line.n == n));
        if let Some(plan) = self.plan.as_mut().filter(|plan| !stands && plan.line == Some(n)) {
            plan.line = None;
        }
        Ok(line)
    }

    /// Refuses what the draft still lacks before it can be sent.
    ///
    /// # Errors
    /// `quote-empty` without a line that counts; `above-limit` when `gross` is above the client's limit.
    pub fn quote_must_be_sendable(
        &self,
        quote: &Quote,
        gross: Amount,
        limit: Option<Amount>,
    ) -> Result<(), Problem> {
        if quote.counted_lines().is_empty() {
            return Err(Problem::refused(
                "quote-empty",
                format!("version {} of the quote for {} has no line that counts", quote.version, self.id),
            )
            .remedy(format!("jobbook quote line {} add \"…\" --price …", self.id)));
        }
        if let Some(limit) = limit.filter(|limit| gross > *limit) {
            return Err(Problem::refused(
                "above-limit",
                format!("the quote comes to {gross}, above the limit of {limit} set for this client or job"),
            )
            .remedy(format!(
                "jobbook job set {} --not-to-exceed AMOUNT, once the client has raised it",
                self.id
            )));
        }
        Ok(())
    }

    /// The draft leaves the house: it is frozen with everything printed on it, and supersedes versions
    /// that were still waiting.
    ///
    /// # Errors
    /// As [`Job::quote_draft`]; `before-its-cause`.
    pub fn send_quote(
        &mut self,
        stamp: &Stamp,
        via: Via,
        to: Vec<String>,
        paper: Paper,
    ) -> Result<Event, Problem> {
        let draft = self.quote_draft()?;
        not_before(stamp, draft.made.at, "the quote was begun")?;
        let version = draft.version;
        draft.valid_until = paper.until;
        let seal = paper.seal();
        draft.sent = Some(SentQuote { made: stamp.clone(), via, to, paper, seal });
        for earlier in self.quotes.iter_mut().filter(|quote| quote.version != version && quote.is_waiting()) {
            earlier.answer = Some(Answer {
                verdict: Verdict::Superseded,
                made: stamp.clone(),
                who: None,
                channel: None,
                evidence: None,
                chosen: Vec::new(),
                po: None,
                reason: Some(format!("v{version} was sent")),
                note: None,
            });
        }
        Ok(Event::QuoteSent)
    }

    /// A supplier or an expert is asked (E06).
    pub fn request_quote(&mut self, stamp: &Stamp, question: Question, seat: &str) -> Number {
        let n = Number::next(seat, self.requests.iter().map(|request| &request.n));
        let Question { kind, name, email, text, ask_again } = question;
        self.requests.push(QuoteRequest {
            n,
            made: stamp.clone(),
            kind,
            name,
            email,
            text,
            ask_again,
            answered: None,
        });
        n
    }

    /// The answer to a request came.
    ///
    /// # Errors
    /// `request-none` when there is no such open request.
    pub fn answer_request(&mut self, stamp: &Stamp, n: &Number) -> Result<(SourceKind, String), Problem> {
        let id = self.id.clone();
        let request = self.requests.iter_mut().find(|request| request.n == *n).ok_or_else(|| {
            Problem::refused("request-none", format!("{id} has no request {n}"))
                .remedy(format!("jobbook quote show {id}"))
        })?;
        not_before(stamp, request.made.at, "it was asked")?;
        request.answered.get_or_insert_with(|| stamp.clone());
        Ok((request.kind, request.name.clone()))
    }
}

/// The lines of an approved version with the client's choices made.
fn settled(quote: &Quote) -> Vec<Line> {
    let counted: Vec<u32> = quote.counted_lines().iter().map(|line| line.n).collect();
    let mut lines = quote.lines.clone();
    lines.retain(|line| counted.contains(&line.n) || line.alternative.is_none());
    for line in lines.iter_mut().filter(|line| counted.contains(&line.n)) {
        line.optional = false;
        line.alternative = None;
    }
    lines
}
