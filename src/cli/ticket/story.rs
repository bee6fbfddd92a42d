//! What a ticket's clocks and facts say, in lines: for `ticket show`, `ticket list`, `job show` and `why`.

use serde_json::{Value, json};

use crate::book::Book;
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::domain::moment::Moment;
use crate::problem::Outcome;
use crate::rules::facts::Facts as Asked;
use crate::rules::service::{Clock, Standing, Step, clocks, length, owner, step_at, steps, title};
use crate::rules::workflow::definition::ServiceClock;
use crate::ui::{Cell, Facts};

/// What a clock is for.
pub fn clock_title(what: ServiceClock) -> &'static str {
    match what {
        ServiceClock::Respond => "first answer",
        ServiceClock::Resolve => "solution",
    }
}

/// How a clock stands, in a few words: `3 h 20 min left`, `2 h late`.
pub fn standing(clock: &Clock, book: &Book) -> Cell {
    let words = |amount| length(amount, clock.span);
    match clock.standing(book.now(), &book.office().calendar) {
        Standing::Met(_) => Cell::good("in time"),
        Standing::MetLate(_, late) => Cell::caution(format!("{} late", words(late))),
        Standing::Running(_, left) if clock.warned.is_some_and(|warned| warned <= book.now()) => {
            Cell::caution(format!("{} left", words(left)))
        }
        Standing::Running(_, left) => Cell::plain(format!("{} left", words(left))),
        Standing::Broken(_, late) => Cell::bad(format!("{} late", words(late))),
        Standing::Paused(_, Some(left)) => Cell::muted(format!("stands still, {} left", words(left))),
        Standing::Paused(_, None) => Cell::muted("stands still"),
        Standing::Stopped => Cell::muted("no longer runs"),
    }
}

/// The same in a sentence with its moments.
pub fn clock_line(clock: &Clock, book: &Book) -> Cell {
    let at = |moment: Moment| shown(book, moment);
    let brief = standing(clock, book);
    let within = clock.span.words();
    let text = match clock.standing(book.now(), &book.office().calendar) {
        Standing::Met(met) => format!("{}, {} (within {within})", at(met), brief.text()),
        Standing::MetLate(met, _) => {
            let due = clock.due().map_or(String::new(), |due| format!(", was due {}", at(due)));
            format!("{}, {}{due} (within {within})", at(met), brief.text())
        }
        Standing::Running(due, _) => format!("due {}, {} (within {within})", at(due), brief.text()),
        Standing::Broken(due, _) => format!("was due {}, {} (within {within})", at(due), brief.text()),
        Standing::Paused(since, _) => {
            format!("{}, since {} (within {within})", brief.text(), at(since))
        }
        Standing::Stopped => format!("{} (within {within})", brief.text()),
    };
    Cell::new(brief.role(), text)
}

/// A clock as JSON.
pub fn clock_json(clock: &Clock, book: &Book) -> Value {
    let (state, seconds) = match clock.standing(book.now(), &book.office().calendar) {
        Standing::Met(_) => ("met", None),
        Standing::MetLate(_, late) => ("met-late", Some(late)),
        Standing::Running(_, left) => ("running", Some(left)),
        Standing::Broken(_, late) => ("late", Some(late)),
        Standing::Paused(_, left) => ("paused", left),
        Standing::Stopped => ("stopped", None),
    };
    json!({
        "clock": clock.what,
        "within": clock.span,
        "business_time": clock.span.is_business(),
        "began": clock.began,
        "due": clock.due(),
        "warning": clock.warned,
        "met": clock.met,
        "broken": clock.broken(),
        "state": state,
        "seconds": seconds.map(|length| length.num_seconds()),
    })
}

/// Somebody who steps in, as JSON.
pub fn step_json(step: &Step) -> Value {
    json!({
        "level": step.level,
        "owner": step.owner,
        "at": step.at,
        "why": step.why.sentence(),
        "answer_by": step.answer_by,
        "answered": step.answered,
    })
}

/// Day and time on the office's clock.
pub fn shown(book: &Book, moment: Moment) -> String {
    moment.in_zone(book.office().zone()).instant().format("%a %Y-%m-%d %H:%M").to_string()
}

/// `Account manager steps in since …: the first answer is late; has to answer by …`
pub fn step_line(step: &Step, asked: Asked<'_>, book: &Book) -> Cell {
    let who = title(asked, &step.level);
    let person = book.office().person_for(&step.owner, step.at.date(book.office().zone()));
    let person = person.map_or(String::new(), |person| format!(" ({})", person.name));
    let since = shown(book, step.at);
    let why = step.why.sentence();
    match step.answered {
        Some(answered) => {
            Cell::plain(format!("{who}{person} since {since}: {why}; answered {}", shown(book, answered)))
        }
        None => Cell::bad(format!(
            "{who}{person} since {since}: {why}; has to answer by {}",
            shown(book, step.answer_by)
        )),
    }
}

/// Adds a section on the ticket; nothing for a job that is none.
///
/// # Errors
/// `workflow-unknown`.
pub fn tell(book: &Book, job: &Job, client: &Client, facts: &mut Facts) -> Outcome<()> {
    let Some(ticket) = &job.ticket else { return Ok(()) };
    let asked = book.rules().facts(job, client)?;
    let rules = &book.office().service;
    facts.section("Ticket");
    if let Some(name) = ticket.priority() {
        let title = rules.priority(name).map_or(name, |priority| &priority.title);
        let before = &ticket.priority[..ticket.priority.len() - 1];
        let was: Vec<String> =
            before.iter().map(|one| format!("{} until then", one.name)).rev().take(1).collect();
        let since = ticket.priority.last().filter(|_| !was.is_empty()).map_or(String::new(), |one| {
            let because = one.reason.as_ref().map_or(String::new(), |reason| format!(" ({reason})"));
            format!(" since {}, {}{because}", shown(book, one.made.at), was.concat())
        });
        facts.fact("priority", Cell::strong(format!("{title}{since}")));
    }
    if let Some(name) = &ticket.category {
        facts.fact("category", rules.category(name).map_or(name.as_str(), |category| &category.title));
    }
    let channel = ticket.channel.map_or(String::new(), |channel| format!(", by {channel}"));
    facts.fact("came in", format!("{}{channel}", shown(book, job.opened.at)));
    let who = owner(asked);
    let person = book.office().person_for(&who, book.now().date(book.office().zone()));
    let person = person.filter(|person| person.name != who);
    facts.fact("answered by", person.map_or(who.clone(), |person| format!("{who} ({})", person.name)));
    for clock in clocks(asked) {
        facts.fact(clock_title(clock.what), clock_line(&clock, book));
    }
    if ticket.is_crisis() {
        facts.fact("crisis", Cell::bad("yes"));
    }
    for step in steps(asked).into_iter().filter(|step| step.at <= book.now()) {
        facts.fact("steps in", step_line(&step, asked, book));
    }
    facts.maybe("estimate", ticket.estimate.map(|estimate| format!("{} of work", estimate.words())));
    facts.maybe("progress", ticket.progress.map(|progress| format!("{progress} %")));
    for response in &ticket.responses {
        let Answered { at, by } = Answered::new(book, &response.made);
        facts.fact("answer", format!("{at} {by}, {}: {}", response.channel, response.text));
    }
    for wait in &ticket.waits {
        let until = match &wait.until {
            Some(until) => format!("until {}", shown(book, until.at)),
            None => "still waiting".to_string(),
        };
        facts.fact("asked the client", format!("{}, {until}: {}", shown(book, wait.from.at), wait.text));
    }
    for solution in &ticket.solutions {
        let Answered { at, by } = Answered::new(book, &solution.made);
        facts.fact("solved", format!("{at} {by}: {}", solution.text));
        if let Some(review) = &solution.review {
            let Answered { at, by } = Answered::new(book, &review.made);
            let found = match (&review.back, &review.note) {
                (Some(back), _) => format!("sent back: {back}"),
                (None, Some(note)) => format!("good: {note}"),
                (None, None) => "good".to_string(),
            };
            facts.fact("looked at", format!("{at} {by}: {found}"));
        }
        if let Some(answer) = &solution.answer {
            let at = shown(book, answer.made.at);
            let who = answer.who.as_deref().unwrap_or("the client");
            let said = match &answer.back {
                Some(back) => format!("not solved: {back}"),
                None => "solved".to_string(),
            };
            facts.fact("client says", format!("{at} {who}: {said}"));
        }
    }
    for reopened in &ticket.reopened {
        facts.fact("taken up again", format!("{}: {}", shown(book, reopened.made.at), reopened.reason));
    }
    for cause in &job.causes {
        let note = cause.note.as_ref().map_or(String::new(), |note| format!(": {note}"));
        facts.fact("cause", format!("{}{note}", cause.cause));
    }
    for feedback in &job.feedback {
        facts.fact("feedback", crate::cli::feedback::line(feedback));
    }
    Ok(())
}

struct Answered<'a> {
    at: String,
    by: &'a str,
}

impl<'a> Answered<'a> {
    fn new(book: &Book, stamp: &'a crate::domain::moment::Stamp) -> Answered<'a> {
        Answered { at: shown(book, stamp.at), by: &stamp.by }
    }
}

/// The level that is reached, if one is.
pub fn level(asked: Asked<'_>, book: &Book) -> Option<Step> {
    step_at(asked, book.now())
}
