//! A row for each version of a quote: what is out, what it is worth, how old it is (E09, P11).

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::domain::id::{Id, Number};
use crate::domain::moment::Moment;
use crate::domain::summary::{JobSummary, QuoteSummary};

/// Which versions are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Drafts and those that wait for an answer.
    Open,
    /// Those that wait for an answer.
    Waiting,
    /// Those that wait although their last day has passed.
    Lapsed,
    /// Those in this state: `draft`, `approved`, `declined`, `expired`, `superseded`.
    State(&'static str),
    /// Every version.
    All,
}

/// A version of a quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer<'a> {
    /// The job.
    pub job: &'a JobSummary,
    /// Name of the client.
    pub client: &'a str,
    /// The version.
    pub quote: &'a QuoteSummary,
    /// Days since it left the house, until its answer or today; absent for drafts.
    pub age: Option<i64>,
    /// Whether it waits although its last day has passed.
    pub lapsed: bool,
}

/// Where a version stands among others.
pub type OfferKey = (bool, Option<Moment>, Id, Number);

impl Offer<'_> {
    /// Those out longest first, then drafts, each by job.
    pub fn key(&self) -> OfferKey {
        let sent = self.quote.sent;
        (sent.is_none(), sent, self.job.id.clone(), self.quote.version)
    }

    /// One word for a list: `draft`, `waiting`, `lapsed`, or how it ended.
    pub fn state(&self) -> &str {
        match (self.lapsed, self.quote.is_waiting()) {
            (true, _) => "lapsed",
            (_, true) => "waiting",
            _ => &self.quote.state,
        }
    }
}

/// Whether a version waits although its last day has passed.
pub fn is_lapsed(quote: &QuoteSummary, today: NaiveDate) -> bool {
    quote.is_waiting() && quote.valid_until.is_some_and(|last| today > last)
}

/// The versions wanted of one job, whose client is called `client`.
pub fn offers_of<'a>(
    job: &'a JobSummary,
    client: &'a str,
    wanted: Wanted,
    today: NaiveDate,
    zone: Tz,
) -> impl Iterator<Item = Offer<'a>> {
    job.quotes.iter().filter_map(move |quote| {
        // A job that was given up has no open offers.
        let is_alive = job.cancelled.is_none();
        let lapsed = is_alive && is_lapsed(quote, today);
        let is_draft = quote.sent.is_none() && quote.answered.is_none();
        let is_wanted = match wanted {
            Wanted::Open => is_alive && (is_draft || quote.is_waiting()),
            Wanted::Waiting => is_alive && quote.is_waiting(),
            Wanted::Lapsed => lapsed,
            Wanted::State(state) => quote.state == state,
            Wanted::All => true,
        };
        let until = quote.answered.map_or(today, |answered| answered.date(zone));
        let age = quote.sent.map(|sent| (until - sent.date(zone)).num_days());
        is_wanted.then_some(Offer { job, client, quote, age, lapsed })
    })
}

/// The jobs with a lapsed version, by ID.
pub fn lapsed_jobs<'a>(jobs: impl IntoIterator<Item = &'a JobSummary>, today: NaiveDate) -> Vec<&'a Id> {
    jobs.into_iter()
        .filter(|job| job.cancelled.is_none() && job.quotes.iter().any(|quote| is_lapsed(quote, today)))
        .map(|job| &job.id)
        .collect()
}

/// The versions that wait and were sent so long ago that `is_over`, by job.
pub fn waiting_since<'a>(
    jobs: impl IntoIterator<Item = &'a JobSummary>,
    is_over: impl Fn(Moment) -> bool,
) -> Vec<(Id, Option<Number>)> {
    let alive = jobs.into_iter().filter(|job| job.cancelled.is_none());
    let over = alive.filter_map(|job| {
        let waiting = job.quotes.iter().rev().find(|quote| quote.is_waiting())?;
        waiting.sent.filter(|sent| is_over(*sent))?;
        Some((job.id.clone(), Some(waiting.version)))
    });
    over.collect()
}
