//! Answers that are waited for: from the client, from suppliers and experts (E06, E09, E10).

use super::yielding::{concerned, due, stage_owner};
use crate::domain::job::Job;
use crate::domain::log::What;
use crate::domain::moment::{Moment, end_of_day};
use crate::domain::office::Span;
use crate::domain::quote::Quote;
use crate::rules::due::{Due, DueRule};
use crate::rules::facts::Facts;
use crate::rules::workflow::definition::Concern;

pub(super) fn dues(facts: Facts<'_>, dues: &mut Vec<Due>) {
    follow_up(facts, dues);
    lapse(facts, dues);
    to_close(facts, dues);
    requests(facts, dues);
}

/// The last contact on this job: an attempt, anything said or written, a version sent (DECISIONS 30).
pub fn last_contact(job: &Job) -> Option<Moment> {
    let sent = job.quotes.iter().filter_map(|quote| quote.sent.as_ref()).map(|sent| sent.made.at);
    let attempts = job.quotes.iter().flat_map(|quote| &quote.attempts).map(|attempt| attempt.made.at);
    let declined =
        job.quotes.iter().filter_map(|quote| quote.answer.as_ref()).filter(|answer| answer.who.is_some());
    let answers = job.ticket.iter().flat_map(|ticket| ticket.answers());
    let talks = job.log.iter().filter(|entry| matches!(entry.what, What::Contact(_)));
    sent.chain(attempts)
        .chain(declined.map(|answer| answer.made.at))
        .chain(answers)
        .chain(talks.map(|entry| entry.stamp.at))
        .max()
}

/// At the time the client named, else so long after the last contact as the stage says.
fn follow_up(facts: Facts<'_>, dues: &mut Vec<Due>) {
    let job = facts.job;
    let waits = job.cancelled.is_none() && job.quotes.iter().any(|quote| quote.is_waiting());
    let of_stage = facts.workflow.stage(&job.stage).and_then(|stage| stage.follow_up);
    let Some(every) = of_stage.or(facts.workflow.follow_up.filter(|_| waits)) else { return };
    let last = last_contact(job).unwrap_or(job.opened.at);
    let last = if of_stage.is_some() { last.max(job.stage_since()) } else { last };
    let waiting = job.quotes.iter().rev().find(|quote| quote.is_waiting());
    let what = match waiting {
        Some(quote) => format!("quote v{}", quote.version),
        None => "the job".to_string(),
    };
    let command = match waiting {
        Some(_) => format!("jobbook quote follow-up {} --channel call --note \"…\"", job.id),
        None => format!("jobbook contact log {} out call \"…\"", job.id),
    };
    let promised = waiting
        .and_then(|quote| quote.answer_by.as_ref())
        .map(|answer| answer.by)
        .filter(|by| by.moment(facts.office.zone()) > last);
    match promised {
        Some(by) => dues.push(due(
            facts,
            DueRule::AnswerPromised,
            by,
            by.moment(facts.office.zone()),
            stage_owner(facts),
            format!("ask for the answer on {what}, promised by {}", by.words()),
            command,
        )),
        // When the clock of the stage closes the quote first, that is what is due.
        None if closing(facts)
            .is_some_and(|(_, closes, _)| closes <= every.after(last, &facts.office.calendar)) => {}
        None => dues.push(due(
            facts,
            DueRule::FollowUp,
            last,
            every.after(last, &facts.office.calendar),
            stage_owner(facts),
            format!("follow up on {what}, {} after the last contact", every.words()),
            command,
        )),
    }
}

/// The last day of a quote that waits has passed.
fn lapse(facts: Facts<'_>, dues: &mut Vec<Due>) {
    if facts.job.cancelled.is_some() {
        return;
    }
    for quote in facts.job.quotes.iter().filter(|quote| quote.is_waiting()) {
        let Some(last) = quote.valid_until else { continue };
        let end = end_of_day(last, facts.office.zone());
        if closing(facts).is_some_and(|(closed, at, _)| closed.version == quote.version && at <= end) {
            continue;
        }
        dues.push(due(
            facts,
            DueRule::QuoteLapse,
            format!("v{}/{last}", quote.version),
            end,
            concerned(facts, Concern::Quotes),
            format!("close quote v{}, valid until {last}, or make a new version", quote.version),
            format!("jobbook quote expire {}", facts.job.id),
        ));
    }
}

/// The quote that the stage's clock closes, when that is, and how long it waits: so long after it was sent, and
/// not before an answer was promised (P04).
pub fn closing(facts: Facts<'_>) -> Option<(&Quote, Moment, Span)> {
    let job = facts.job;
    let after = facts.workflow.stage(&job.stage)?.close_after.filter(|_| job.cancelled.is_none())?;
    let quote = job.quotes.iter().rev().find(|quote| quote.is_waiting())?;
    let sent = quote.sent.as_ref()?.made.at;
    let promised = quote.answer_by.as_ref().map(|answer| answer.by.moment(facts.office.zone()));
    let closes = after.after(sent, &facts.office.calendar);
    Some((quote, promised.map_or(closes, |promised| closes.max(promised)), after))
}

fn to_close(facts: Facts<'_>, dues: &mut Vec<Due>) {
    let Some((quote, closes, after)) = closing(facts) else { return };
    dues.push(due(
        facts,
        DueRule::QuoteToClose,
        format!("v{}/{closes}", quote.version),
        closes,
        stage_owner(facts),
        format!("close quote v{}: no answer {} after it was sent", quote.version, after.words()),
        format!("jobbook quote expire {}", facts.job.id),
    ));
}

/// A supplier or expert did not answer.
fn requests(facts: Facts<'_>, dues: &mut Vec<Due>) {
    if facts.job.cancelled.is_some() {
        return;
    }
    for request in facts.job.requests.iter().filter(|request| request.answered.is_none()) {
        dues.push(due(
            facts,
            DueRule::RequestFollowUp,
            format!("request-{}/{}", request.n, request.ask_again),
            request.ask_again,
            concerned(facts, Concern::Quotes),
            format!("ask {} again: {}", request.name, request.text),
            format!("jobbook quote request {} --answered {}", facts.job.id, request.n),
        ));
    }
}
