//! Planning: `visit add`, `assign`, `promise`, `notify`, `roll`, `cancel`.

use chrono::NaiveDate;
use clap::{ArgGroup, Args};

use super::arrange::Arrangement;
use super::number_and;
use crate::book::booking::Booked;
use crate::book::{Book, Work};
use crate::cli::session::Session;
use crate::domain::contact::Channel;
use crate::domain::id::Number;
use crate::domain::visit::Purpose;
use crate::problem::{Outcome, Problem};

/// `jobbook visit add`
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("judged").multiple(true).args(["tech", "route", "overbook"]))]
#[command(after_help = "\
Without a day the visit is put as many days out as jobbook schedule says, on the first day with a place;
a day alone is the whole day. What goes beyond the places of a day is refused, with other days.

Examples:
  jobbook visit add 17 \"tomorrow 9-11\" --tech ben --notify email
  jobbook visit add 17 \"fri 10-11\" --kind remote --link https://meet.example/17 --skill expert --tech ana
  jobbook visit add 17 --promise
  jobbook visit add 17 sat --overbook --reason \"the shop is closed on weekdays\"")]
pub struct Add {
    /// The job: 17, J-2026-00017, or words
    job: String,
    /// Arrival window: now, "tomorrow 9-11", "2026-03-05 13:00-15:00", or a day
    window: Option<String>,
    /// Only note that a visit is needed, without a day
    #[arg(long, conflicts_with_all = ["window", "promise"])]
    no_day: bool,
    /// Who goes: a technician of team.toml
    #[arg(long, value_name = "NAME")]
    tech: Option<String>,
    /// A route of team.toml, whose technician goes
    #[arg(long, value_name = "NAME", conflicts_with = "tech")]
    route: Option<String>,
    /// What it is for: work, assessment or return
    #[arg(long, default_value = "work")]
    purpose: Purpose,
    #[command(flatten)]
    arrangement: Arrangement,
    /// The client was told to expect it between these days: "10 Mar..12 Mar"; the usual days when left out
    #[arg(long, value_name = "DAYS", num_args = 0..=1, default_missing_value = "")]
    promise: Option<String>,
    /// Tell the client at once: email, call, text, …
    #[arg(long, value_name = "CHANNEL", requires = "window")]
    notify: Option<Channel>,
    #[command(flatten)]
    overbook: Overbook,
    /// Why it is overbooked, or why somebody goes who lacks a skill
    #[arg(long, requires = "judged")]
    reason: Option<String>,
}

/// Whether a place is taken where none is left.
#[derive(Debug, Args)]
struct Overbook {
    /// Take the place although none is left; needs --reason
    #[arg(long, requires = "reason")]
    overbook: bool,
}

impl Overbook {
    /// The reason, where one is wanted.
    fn because<'a>(&self, reason: Option<&'a String>) -> Option<&'a str> {
        reason.filter(|_| self.overbook).map(String::as_str)
    }
}

/// `jobbook visit assign`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  jobbook visit assign 17 ben
  jobbook visit assign 17 2 ben
  jobbook visit assign 17 --route north")]
pub struct Assign {
    /// The job
    job: String,
    /// Number of the visit, and who goes; the number may be left out when one visit is open
    #[arg(num_args = 0..=2, required_unless_present = "route", value_names = ["VISIT", "NAME"])]
    visit_and_name: Vec<String>,
    /// A route of team.toml, whose technician goes
    #[arg(long, value_name = "NAME")]
    route: Option<String>,
    #[command(flatten)]
    overbook: Overbook,
    /// Why it is overbooked, or why they go although they lack a skill that the visit asks for
    #[arg(long)]
    reason: Option<String>,
}

/// `jobbook visit promise`
#[derive(Debug, Args)]
#[command(after_help = "\
Notes what the client was told on the phone: an estimated range of days. It is a note of the office and stands
on no paper. Without days it is the day of the visit and the office's buffer. When it changes, the client's
letter is prepared.

Examples:
  jobbook visit promise 17
  jobbook visit promise 17 \"10 Mar..12 Mar\" --note \"mornings suit them\"")]
pub struct Promise {
    /// The job
    job: String,
    /// Number of the visit, and the days; the number may be left out when one visit is open
    #[arg(num_args = 0..=2, value_names = ["VISIT", "DAYS"])]
    visit_and_days: Vec<String>,
    /// Anything worth knowing
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

/// `jobbook visit notify`
#[derive(Debug, Args)]
#[command(after_help = "\
By mail a draft is laid into the outbox; by any other way somebody has told the client.

Example:
  jobbook visit notify 17 --channel call")]
pub struct Notify {
    /// The job
    job: String,
    /// Number of the visit; the open one when left out
    visit: Option<Number>,
    /// By which way; email when the client has an address, else call
    #[arg(long)]
    channel: Option<Channel>,
}

/// `jobbook visit roll`
#[derive(Debug, Args)]
#[command(after_help = "\
A day alone keeps the time of day. A visit that goes to a later day counts as rolled over.

Examples:
  jobbook visit roll 17 \"next tue 13-15\" --reason \"parts late\" --notify email
  jobbook visit roll 17 2 thu --reason rain --promise")]
pub struct Roll {
    /// The job
    job: String,
    /// Number of the visit, and the new day or window; the number may be left out when one visit is open
    #[arg(num_args = 1..=2, required = true, value_names = ["VISIT", "WINDOW"])]
    visit_and_window: Vec<String>,
    /// Why
    #[arg(long)]
    reason: Option<String>,
    /// The client was told to expect it between these days now; the usual days when left out
    #[arg(long, value_name = "DAYS", num_args = 0..=1, default_missing_value = "")]
    promise: Option<String>,
    /// Tell the client of the new time at once: email, call, text, …
    #[arg(long, value_name = "CHANNEL")]
    notify: Option<Channel>,
    #[command(flatten)]
    overbook: Overbook,
}

/// `jobbook visit cancel`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook visit cancel 17 --reason \"client is on holiday\"")]
pub struct Cancel {
    /// The job
    job: String,
    /// Number of the visit; the open one when left out
    visit: Option<Number>,
    /// Why
    #[arg(long)]
    reason: Option<String>,
}

impl Add {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        self.arrangement.check(session)?;
        session.refuse_secrets(self.tech.iter().chain(&self.reason).map(String::as_str))?;
        let typed = self.window.as_deref().map(|typed| session.window(&book, typed, None)).transpose()?;
        let promise = promised(session, &book, self.promise.as_deref())?;
        let route = self.route.as_deref().map(|name| book.route(name)).transpose()?;
        let technician = match route {
            Some(route) => Some(route.technician.clone()),
            None => self.tech.as_deref().map(|typed| book.technician(typed)),
        };
        let mut doubts = Vec::new();
        session.work(&book, &id, |work| {
            let seat = work.seat()?;
            let window = match typed {
                None if !self.no_day => Some(work.usual_window(technician.as_deref(), None)?),
                typed => typed,
            };
            let (n, event) =
                work.job.plan_visit(work.stamp(), self.purpose, window, technician.clone(), &seat);
            let how = self.arrangement.apply(work, &n)?;
            let how = if how.is_empty() { how } else { format!(", {how}") };
            work.job.route_visit(&n, route.map(|route| route.name.clone()))?;
            let when = window.map_or("not planned yet".to_string(), |window| window.to_string());
            let who = technician.as_ref().map_or(String::new(), |name| format!(", {name} goes"));
            let what = match self.purpose {
                Purpose::Work => String::new(),
                purpose => format!(" ({purpose})"),
            };
            let again = work.job.visit(&n)?.return_of;
            let again = again.map_or(String::new(), |first| format!(", return visit of {first}"));
            let on = route.map_or(String::new(), |route| format!(", route {}", route.name));
            work.done(format!("visit {n}{what}: {when}{how}{who}{on}{again}"));
            if work.job.visit(&n)?.is_without_link() && self.notify.is_none() {
                work.tell(format!(
                    "where to join is not said yet: jobbook visit set {id} {n} --link https://…"
                ));
            }
            work.take_place(&n, Booked::Added, self.overbook.because(self.reason.as_ref()))?;
            if let Some(technician) = &technician {
                work.must_have_skills(&n, technician, self.reason.as_deref())?;
                doubts = book.doubts(technician, window, &id, &n)?;
            }
            doubts.extend(route.and_then(|route| book.doubt_of_route(route, window)));
            work.happened(event)?;
            match promise {
                Some(days) => work.promise(&n, days, None)?,
                None if typed.is_none() && window.is_some() => work.propose(&n)?,
                None => {}
            }
            match self.notify {
                Some(channel) => work.notify_client(&n, channel),
                None => Ok(()),
            }
        })?;
        tell(session, &doubts);
        Ok(())
    }
}

/// The days after `--promise`; inside, nothing when the usual days are meant.
fn promised(
    session: &Session,
    book: &Book,
    typed: Option<&str>,
) -> Outcome<Option<Option<(NaiveDate, NaiveDate)>>> {
    match typed {
        None => Ok(None),
        Some("") => Ok(Some(None)),
        Some(days) => Ok(Some(Some(session.days(book, days)?))),
    }
}

impl Assign {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let route = self.route.as_deref().map(|name| book.route(name)).transpose()?;
        let (visit, name) = match (&self.visit_and_name[..], route) {
            ([], _) => (None, None),
            ([visit], Some(_)) if visit.parse::<Number>().is_ok() => (Some(visit.parse()?), None),
            (words, _) => {
                let (visit, name) = number_and(words)?;
                (visit, Some(name))
            }
        };
        session.refuse_secrets(name.into_iter().chain(self.reason.as_deref()))?;
        let mut doubts = Vec::new();
        session.work(&book, &id, |work| {
            let n = work.job.visit_number(visit.as_ref())?;
            let name = match (name, route) {
                (Some(name), _) => book.technician(name),
                (None, Some(route)) => route.technician.clone(),
                (None, None) => return Err(Problem::usage("who", "nobody is named who goes").into()),
            };
            let (before, event) = work.job.assign_visit(&n, name.clone())?;
            work.must_have_skills(&n, &name, self.reason.as_deref())?;
            let before = before.filter(|before| *before != name);
            let instead = before.map_or(String::new(), |before| format!(" instead of {before}"));
            let on = route.map_or(String::new(), |route| format!(", route {}", route.name));
            work.done(format!("{name} goes on visit {n}{instead}{on}"));
            let stays = work
                .job
                .visit(&n)?
                .route
                .clone()
                .filter(|stays| book.office().route(stays).is_some_and(|stays| stays.technician == name));
            work.job.route_visit(&n, route.map(|route| route.name.clone()).or(stays))?;
            work.take_place(&n, Booked::Assigned, self.overbook.because(self.reason.as_ref()))?;
            let window = work.job.visit(&n)?.planned;
            doubts = book.doubts(&name, window, &id, &n)?;
            doubts.extend(route.and_then(|route| book.doubt_of_route(route, window)));
            work.happened(event)
        })?;
        tell(session, &doubts);
        Ok(())
    }
}

impl Promise {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let (visit, days) = match &self.visit_and_days[..] {
            [one] if one.parse::<Number>().is_ok() => (Some(one.parse()?), None),
            [] => (None, None),
            words => {
                let (visit, days) = number_and(words)?;
                (visit, Some(session.days(&book, days)?))
            }
        };
        session.refuse_secrets(self.note.as_deref())?;
        session.work(&book, &id, |work| {
            let n = work.job.visit_number(visit.as_ref())?;
            work.promise(&n, days, self.note.clone())
        })
    }
}

impl Notify {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.work(&book, &id, |work| {
            let n = work.job.visit_number(self.visit.as_ref())?;
            let channel = self.channel.unwrap_or_else(|| usual_channel(work));
            work.notify_client(&n, channel)
        })
    }
}

/// By mail when the client has an address, else by phone.
fn usual_channel(work: &Work<'_, '_>) -> Channel {
    let reached = work.client.contacts.iter().any(|contact| contact.email.is_some());
    if reached { Channel::Email } else { Channel::Call }
}

impl Roll {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let (visit, typed) = number_and(&self.visit_and_window)?;
        let promise = promised(session, &book, self.promise.as_deref())?;
        session.refuse_secrets(self.reason.as_deref())?;
        let mut doubts = Vec::new();
        session.work(&book, &id, |work| {
            let n = work.job.visit_number(visit.as_ref())?;
            let before = work.job.visit(&n)?.planned;
            let window = session.window(&book, typed, before)?;
            if before == Some(window) {
                return Err(Problem::refused("visit-same-time", format!("visit {n} is on {window} already"))
                    .remedy("give another day or time")
                    .into());
            }
            let event = work.job.roll_visit(work.stamp(), &n, window, self.reason.clone())?;
            let was = before.map_or(String::new(), |before| format!(", was {before}"));
            let rolled = work.job.visit(&n)?.rolled();
            let later = before.is_some_and(|before| window.from.date() > before.from.date());
            let times = match rolled {
                _ if !later => String::new(),
                1 => "; rolled over".to_string(),
                more => format!("; rolled over {more} times"),
            };
            work.done(format!("visit {n} moved to {window}{was}{times}"));
            work.take_place(&n, Booked::Rolled, self.overbook.because(self.reason.as_ref()))?;
            if let Some(technician) = &work.job.visit(&n)?.technician {
                doubts = book.doubts(technician, Some(window), &id, &n)?;
            }
            match promise {
                Some(days) => work.promise(&n, days, self.reason.clone())?,
                None => work.mind_promise(&n)?,
            }
            work.happened(event)?;
            match self.notify {
                Some(channel) => work.notify_client(&n, channel),
                None => Ok(()),
            }
        })?;
        tell(session, &doubts);
        Ok(())
    }
}

impl Cancel {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let reason = session.needed_text(self.reason.as_ref(), "Why", "--reason \"…\"")?;
        session.work(&book, &id, |work| {
            let n = work.job.visit_number(self.visit.as_ref())?;
            let told = work.job.visit(&n)?.is_notified();
            let event = work.job.cancel_visit(work.stamp(), &n, reason.clone())?;
            work.done(format!("visit {n} will not take place"));
            if told {
                work.tell("the client was told of it: say that nobody comes");
            }
            work.happened(event)
        })
    }
}

/// Tells what speaks against what was done.
fn tell(session: &Session, doubts: &[Problem]) {
    for doubt in doubts {
        session.terminal.warn(doubt);
    }
}
