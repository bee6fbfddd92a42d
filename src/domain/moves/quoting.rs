//! Quotes: begin, fill, send, ask again, approve, decline, expire (E04–E11).

use chrono::NaiveDate;

use super::order::not_before;
use crate::domain::contact::Channel;
use crate::domain::event::Event;
use crate::domain::id::Number;
use crate::domain::job::Job;
use crate::domain::moment::{Deadline, Moment, Stamp};
use crate::domain::money::{Amount, Quantity};
use crate::domain::paper::Paper;
use crate::domain::part::Part;
use crate::domain::quote::{
    Answer, AnswerBy, Attempt, Line, LineRef, Quote, QuoteRequest, SentQuote, SourceKind, Verdict, Via,
};
use crate::problem::Problem;

/// What came with a yes.
#[derive(Debug, Clone, Default)]
pub struct Approval {
    /// Who of the client said so.
    pub who: Option<String>,
    /// By which way.
    pub channel: Option<Channel>,
    /// Where the proof is.
    pub evidence: Option<String>,
    /// Optional and alternative lines that were chosen.
    pub chosen: Vec<u32>,
    /// The client's own order number.
    pub po: Option<String>,
    /// Why a lapsed quote is honoured.
    pub honoured: Option<String>,
    /// Anything worth knowing.
    pub note: Option<String>,
}

/// What came with a no.
#[derive(Debug, Clone, Default)]
pub struct Refusal {
    /// Who of the client said so.
    pub who: Option<String>,
    /// By which way.
    pub channel: Option<Channel>,
    /// Why.
    pub reason: Option<String>,
    /// Anything worth knowing.
    pub note: Option<String>,
}

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
    /// Begins a version: empty, or with the lines of the approved one, else of the newest. What the client
    /// chose of an approved version is firm in its copy, and what was not chosen of alternatives is gone.
    ///
    /// # Errors
    /// `quote-draft-exists` while another draft is open; `quote-approved` for an empty one beside an approved
    /// version, since work and invoice follow the newest version as a whole; `quote-none` for a copy of nothing.
    pub fn begin_quote(&mut self, stamp: &Stamp, copy_lines: bool) -> Result<u32, Problem> {
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
        if copy_lines && self.quotes.is_empty() {
            return Err(Problem::refused("quote-none", format!("{} has no quote yet", self.id))
                .remedy(format!("jobbook quote new {}", self.id)));
        }
        let version = self.quotes.iter().map(|quote| quote.version).max().unwrap_or(0).saturating_add(1);
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
    pub fn quote_version(&self, version: Option<u32>) -> Result<&Quote, Problem> {
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

    /// Which version is meant where somebody waits for an answer: the one named, else the newest that waits,
    /// else the newest.
    pub fn waiting_version(&self, version: Option<u32>) -> u32 {
        let waiting = || self.quotes.iter().rev().find(|quote| quote.is_waiting()).or(self.quotes.last());
        version.or_else(|| waiting().map(|quote| quote.version)).unwrap_or(0)
    }

    fn waiting_quote(&mut self, version: Option<u32>) -> Result<&mut Quote, Problem> {
        let id = self.id.clone();
        let version = self.waiting_version(version);
        let quote = match self.quotes.iter_mut().find(|quote| quote.version == version) {
            Some(quote) => quote,
            None => {
                return Err(Problem::refused("quote-none", format!("{id} has no such quote"))
                    .remedy(format!("jobbook quote new {id}")));
            }
        };
        match (&quote.answer, &quote.sent) {
            (Some(answer), _) => Err(Problem::refused(
                "quote-answered",
                format!("version {} of {id} is already {}", quote.version, answer.verdict),
            )
            .remedy(format!("jobbook quote revise {id}"))),
            (None, None) => Err(Problem::refused(
                "quote-not-sent",
                format!("version {} of {id} was not sent yet", quote.version),
            )
            .remedy(format!("jobbook quote send {id}"))
            .remedy(format!("jobbook quote send {id} --via hand"))),
            (None, Some(_)) => Ok(quote),
        }
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

    /// Somebody asked for an answer; the clock starts again.
    ///
    /// # Errors
    /// `quote-not-sent`, `quote-answered`, `quote-none`; `before-its-cause`.
    pub fn follow_up_quote(
        &mut self,
        stamp: &Stamp,
        version: Option<u32>,
        channel: Channel,
        note: Option<String>,
    ) -> Result<Event, Problem> {
        let quote = self.waiting_quote(version)?;
        if let Some(sent) = &quote.sent {
            not_before(stamp, sent.made.at, "the quote was sent")?;
        }
        quote.attempts.push(Attempt { made: stamp.clone(), channel, note });
        Ok(Event::ContactLogged)
    }

    /// The client said when the answer comes.
    ///
    /// # Errors
    /// As [`Job::follow_up_quote`]; `answer-by-past` when it lies before the talk.
    pub fn await_answer(
        &mut self,
        stamp: &Stamp,
        version: Option<u32>,
        by: Deadline,
        zone: chrono_tz::Tz,
    ) -> Result<(), Problem> {
        if by.moment(zone) <= stamp.at {
            return Err(Problem::usage("answer-by-past", format!("{by} has already passed"))
                .remedy("give a day or time in the future"));
        }
        self.waiting_quote(version)?.answer_by = Some(AnswerBy { told: stamp.clone(), by });
        Ok(())
    }

    /// The client said yes. What is to be ordered becomes needs of the job.
    ///
    /// # Errors
    /// `quote-lapsed` after the last day unless honoured with a reason; `quote-choice` for a chosen line
    /// that is no option; and as [`Job::follow_up_quote`].
    pub fn approve_quote(
        &mut self,
        stamp: &Stamp,
        version: Option<u32>,
        approval: Approval,
        today: NaiveDate,
        seat: &str,
    ) -> Result<Event, Problem> {
        let id = self.id.clone();
        let quote = self.waiting_quote(version)?;
        if let Some(sent) = &quote.sent {
            not_before(stamp, sent.made.at, "the quote was sent")?;
        }
        quote.must_be_as_sent()?;
        if let Some(last) = quote.valid_until.filter(|last| today > *last && approval.honoured.is_none()) {
            return Err(Problem::refused(
                "quote-lapsed",
                format!("version {} of {id} was valid until {last}", quote.version),
            )
            .remedy(format!("jobbook quote approve {id} --honour --reason \"…\""))
            .remedy(format!("jobbook quote revise {id}")));
        }
        for n in &approval.chosen {
            let known = quote.lines.iter().find(|line| line.n == *n);
            if !known.is_some_and(|line| line.optional || line.alternative.is_some()) {
                let options: Vec<String> = quote
                    .lines
                    .iter()
                    .filter(|line| line.optional || line.alternative.is_some())
                    .map(|line| format!("{} {}", line.n, line.text))
                    .collect();
                let options = if options.is_empty() { "none".to_string() } else { options.join("; ") };
                return Err(Problem::refused("quote-choice", format!("line {n} is no option of this quote"))
                    .because(format!("its options are: {options}")));
            }
        }
        quote.answer = Some(Answer {
            verdict: Verdict::Approved,
            made: stamp.clone(),
            who: approval.who,
            channel: approval.channel,
            evidence: approval.evidence,
            chosen: approval.chosen,
            po: approval.po.clone(),
            reason: approval.honoured,
            note: approval.note,
        });
        let version = quote.version;
        let needs: Vec<Line> = quote.counted_lines().into_iter().filter(|line| line.part).cloned().collect();
        if let Some(po) = approval.po {
            self.references.insert("po".to_string(), po);
        }
        for line in needs {
            let of_line = self.parts.iter().filter(|part| part.line.is_some_and(|at| at.line == line.n));
            // What went back was replaced by a need of its own; what was not needed stays so.
            let noted: Quantity = of_line
                .filter(|part| part.returned.is_empty() || part.dropped.is_none())
                .map(|part| part.qty)
                .sum();
            let missing = line.qty - noted;
            if missing <= Quantity::ZERO {
                continue;
            }
            let n = Number::next(seat, self.parts.iter().map(|part| &part.n));
            self.parts.push(Part {
                n,
                text: line.text,
                code: line.code,
                qty: missing,
                line: Some(LineRef { version, line: line.n }),
                needed: stamp.clone(),
                order: None,
                eta: Vec::new(),
                received: Vec::new(),
                returned: Vec::new(),
                dropped: None,
            });
        }
        Ok(Event::QuoteApproved)
    }

    /// The client said no.
    ///
    /// # Errors
    /// As [`Job::follow_up_quote`].
    pub fn decline_quote(
        &mut self,
        stamp: &Stamp,
        version: Option<u32>,
        refusal: Refusal,
    ) -> Result<Event, Problem> {
        self.end_quote(stamp, version, Verdict::Declined, refusal)?;
        Ok(Event::QuoteDeclined)
    }

    /// Nobody answered in time; the offer is closed.
    ///
    /// # Errors
    /// As [`Job::follow_up_quote`]; `quote-still-valid` before its last day has passed.
    pub fn expire_quote(
        &mut self,
        stamp: &Stamp,
        version: Option<u32>,
        today: NaiveDate,
    ) -> Result<Event, Problem> {
        let id = self.id.clone();
        let quote = self.waiting_quote(version)?;
        if let Some(last) = quote.valid_until.filter(|last| today <= *last) {
            return Err(Problem::refused(
                "quote-still-valid",
                format!("version {} of {id} is valid until {last}", quote.version),
            )
            .remedy(format!("jobbook quote decline {id} --reason \"…\", if the client said no")));
        }
        self.end_quote(stamp, version, Verdict::Expired, Refusal::default())?;
        Ok(Event::QuoteExpired)
    }

    fn end_quote(
        &mut self,
        stamp: &Stamp,
        version: Option<u32>,
        verdict: Verdict,
        refusal: Refusal,
    ) -> Result<(), Problem> {
        let quote = self.waiting_quote(version)?;
        if let Some(sent) = &quote.sent {
            not_before(stamp, sent.made.at, "the quote was sent")?;
        }
        quote.answer = Some(Answer {
            verdict,
            made: stamp.clone(),
            who: refusal.who,
            channel: refusal.channel,
            evidence: None,
            chosen: Vec::new(),
            po: None,
            reason: refusal.reason,
            note: refusal.note,
        });
        Ok(())
    }

    /// A supplier or an expert is asked (E06).
    pub fn request_quote(&mut self, stamp: &Stamp, question: Question, seat: &str) -> Number {
        let n = Number::next(seat, self.requests.iter().map(|request| &request.n));
        let Question { kind, name, email, text, ask_again } = question;
        self.requests.push(QuoteRequest {
            n: n.clone(),
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
