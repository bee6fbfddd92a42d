//! What comes back on a quote: asked again, promised, approved, declined, expired (E09–E11).

use chrono::NaiveDate;

use super::order::not_before;
use crate::domain::contact::Channel;
use crate::domain::event::Event;
use crate::domain::id::Number;
use crate::domain::job::Job;
use crate::domain::moment::{Deadline, Stamp};
use crate::domain::money::Quantity;
use crate::domain::part::Part;
use crate::domain::quote::{Answer, AnswerBy, Attempt, Line, LineRef, Quote, Verdict};
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

impl Job {
    /// Which version is meant where somebody waits for an answer: the one named, else the newest that waits,
    /// else the newest.
    ///
    /// # Errors
    /// `quote-none` when there is no version at all.
    pub fn waiting_version(&self, version: Option<Number>) -> Result<Number, Problem> {
        let waiting = || self.quotes.iter().rev().find(|quote| quote.is_waiting()).or(self.quotes.last());
        version.or_else(|| waiting().map(|quote| quote.version)).ok_or_else(|| self.no_such_quote())
    }

    fn no_such_quote(&self) -> Problem {
        Problem::refused("quote-none", format!("{} has no such quote", self.id))
            .remedy(format!("jobbook quote new {}", self.id))
    }

    fn waiting_quote(&mut self, version: Option<Number>) -> Result<&mut Quote, Problem> {
        let version = self.waiting_version(version)?;
        let (id, unknown) = (self.id.clone(), self.no_such_quote());
        let found = self.quotes.iter_mut().find(|quote| quote.version == version);
        let quote = found.ok_or(unknown)?;
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

    /// Somebody asked for an answer; the clock starts again.
    ///
    /// # Errors
    /// `quote-not-sent`, `quote-answered`, `quote-none`; `before-its-cause`.
    pub fn follow_up_quote(
        &mut self,
        stamp: &Stamp,
        version: Option<Number>,
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
        version: Option<Number>,
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
        version: Option<Number>,
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
        self.agree_on_plan(stamp, version);
        self.begin_plan(today);
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
        version: Option<Number>,
        refusal: Refusal,
    ) -> Result<Event, Problem> {
        self.end_quote(stamp, version, Verdict::Declined, refusal)?;
        Ok(Event::QuoteDeclined)
    }

    /// Nobody answered in time; the offer is closed, `early` also before its last day has passed.
    ///
    /// # Errors
    /// As [`Job::follow_up_quote`]; `quote-still-valid` before its last day has passed.
    pub fn expire_quote(
        &mut self,
        stamp: &Stamp,
        version: Option<Number>,
        today: NaiveDate,
        early: bool,
    ) -> Result<Event, Problem> {
        let id = self.id.clone();
        let quote = self.waiting_quote(version)?;
        if let Some(last) = quote.valid_until.filter(|last| today <= *last && !early) {
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
        version: Option<Number>,
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
}
