//! `jobbook quote approve` and `decline`: what came back (E10, E11).

use clap::Args;

use super::Which;
use crate::book::Book;
use crate::cli::session::Session;
use crate::domain::contact::Channel;
use crate::domain::id::Id;
use crate::domain::moves::answering::{Approval, Refusal};
use crate::domain::office::Span;
use crate::problem::{Outcome, Problem};
use crate::ui::Question;

/// `jobbook quote approve`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  jobbook quote approve 17 --who \"I. Marsh\" --how email --evidence \"mail of 2 March\" --choose 3
  jobbook quote approve 17 --who \"I. Marsh\" --how call --return-trips 3 --every 7d
  jobbook quote approve 17 --honour --reason \"promised by phone before it lapsed\"")]
pub struct Approve {
    #[command(flatten)]
    which: Which,
    /// Who of the client said so
    #[arg(long, value_name = "NAME")]
    who: Option<String>,
    /// By which way: email, call, text, chat, whatsapp, portal, visit, other
    #[arg(long, value_name = "WAY")]
    how: Option<Channel>,
    /// Where the proof is
    #[arg(long, value_name = "WHERE")]
    evidence: Option<String>,
    /// Optional and alternative lines that were chosen
    #[arg(long, value_name = "N,N", value_delimiter = ',')]
    choose: Vec<u32>,
    /// The client's own order number
    #[arg(long, value_name = "NUMBER")]
    po: Option<String>,
    /// Accept it although its last day has passed; needs --reason
    #[arg(long, requires = "reason")]
    honour: bool,
    /// Why a lapsed quote is honoured
    #[arg(long, value_name = "WHY", requires = "honour")]
    reason: Option<String>,
    /// So many return trips are put on the schedule at once, each on a day with a place
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true, value_parser = clap::value_parser!(u32).range(0..=60))]
    return_trips: u32,
    /// How far a return trip is after the one before: 7d, 2bd
    #[arg(long, value_name = "TIME", default_value = "1bd", requires = "return_trips")]
    every: Span,
    /// Who goes on the return trips; nobody is assigned when left out
    #[arg(long, value_name = "NAME", requires = "return_trips")]
    tech: Option<String>,
    /// Anything worth knowing
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

/// `jobbook quote decline`
#[derive(Debug, Args)]
#[command(after_help = "\
The job goes on to being saved: jobbook quote revise, or jobbook job cancel.

Example:
  jobbook quote decline 17 --reason price --who \"I. Marsh\" --how call --note \"has a cheaper one\"")]
pub struct Decline {
    #[command(flatten)]
    which: Which,
    /// Why
    #[arg(long, value_name = "WHY")]
    reason: Option<String>,
    /// Who of the client said so
    #[arg(long, value_name = "NAME")]
    who: Option<String>,
    /// By which way: email, call, text, chat, whatsapp, portal, visit, other
    #[arg(long, value_name = "WAY")]
    how: Option<Channel>,
    /// Anything worth knowing
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl Approve {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let (id, version) = self.which.find(&book)?;
        let texts = [&self.who, &self.evidence, &self.po, &self.reason, &self.note, &self.tech];
        session.refuse_secrets(texts.into_iter().flatten().map(String::as_str))?;
        let approval = Approval {
            who: approver(session, &book, &id, self.who.as_ref())?,
            channel: how(session, self.how)?,
            evidence: self.evidence.clone(),
            chosen: self.choose.clone(),
            po: self.po.clone(),
            honoured: self.reason.clone(),
            note: self.note.clone(),
        };
        if !self.every.is_of_days() || self.every.is_nothing() {
            return Err(Problem::usage("every", format!("{} is no number of days", self.every.words()))
                .remedy("write it like 7d, 1w or 2bd (business days)")
                .into());
        }
        let technician = self.tech.as_deref().map(|typed| book.technician(typed));
        for doubt in technician.iter().flat_map(|name| book.doubts_of_person(name, "add --tech NAME")) {
            session.terminal.warn(&doubt);
        }
        session.work(&book, &id, |work| {
            work.approve_quote(version, approval.clone())?;
            work.plan_trips(self.return_trips, self.every, technician.as_deref())
        })
    }
}

impl Decline {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let (id, version) = self.which.find(&book)?;
        let texts = [&self.reason, &self.who, &self.note];
        session.refuse_secrets(texts.into_iter().flatten().map(String::as_str))?;
        let refusal = Refusal {
            reason: reason(session, &book, self.reason.as_ref())?,
            who: who(session, &book, &id, self.who.as_ref())?,
            channel: how(session, self.how)?,
            note: self.note.clone(),
        };
        session.work(&book, &id, |work| {
            let version = work.job.waiting_version(version)?;
            let event = work.job.decline_quote(work.stamp(), Some(version), refusal.clone())?;
            let why = refusal.reason.as_ref().map_or(String::new(), |reason| format!(": {reason}"));
            work.done(format!("quote v{version} declined{why}"));
            work.happened(event)
        })
    }
}

/// Who said so; asked on a terminal, where the job's contact is the first guess.
fn who(session: &Session, book: &Book, id: &Id, given: Option<&String>) -> Outcome<Option<String>> {
    if given.is_some() || !session.terminal.interactive() {
        return Ok(given.cloned());
    }
    let job = book.job(id)?;
    let client = book.client(&job.client)?;
    let contact = client.contact(job.contact.as_ref()).map_or("", |contact| &contact.name);
    let asked = session
        .terminal
        .ask_text(&Question::new("Who said so", "--who NAME").default(contact), &|_| Ok(()))?;
    session.refuse_secrets([asked.as_str()])?;
    Ok(Some(asked).filter(|name| !name.trim().is_empty()))
}

/// Who said yes: an approval is somebody's word (E11). Whether there is anything to approve, the move says.
fn approver(session: &Session, book: &Book, id: &Id, given: Option<&String>) -> Outcome<Option<String>> {
    let waits = book.job(id)?.quotes.iter().any(|quote| quote.is_waiting());
    if given.is_none() && waits && !session.terminal.interactive() {
        return Err(Problem::usage("input-needed", "it is not said who approved the quote")
            .remedy(format!("jobbook quote approve {id} --who \"…\" --how call --evidence \"…\""))
            .into());
    }
    who(session, book, id, given)
}

/// By which way; asked on a terminal.
fn how(session: &Session, given: Option<Channel>) -> Outcome<Option<Channel>> {
    if given.is_some() || !session.terminal.interactive() {
        return Ok(given);
    }
    let ways: Vec<String> = Channel::ALL.iter().map(ToString::to_string).collect();
    let chosen = session.terminal.ask_choice(&Question::new("By which way", "--how WAY"), &ways)?;
    Ok(Channel::ALL.get(chosen).copied())
}

/// Why not; on a terminal one of the office's reasons is chosen.
fn reason(session: &Session, book: &Book, given: Option<&String>) -> Outcome<Option<String>> {
    let reasons = &book.office().cancel_reasons;
    if given.is_some() || reasons.is_empty() || !session.terminal.interactive() {
        return Ok(given.cloned());
    }
    let chosen = session.terminal.ask_choice(&Question::new("Why", "--reason WHY"), reasons)?;
    Ok(reasons.get(chosen).cloned())
}
