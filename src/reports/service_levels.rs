//! What was promised on tickets and what became of it, by priority (S08, S12).

use chrono::Duration;
use serde::Serialize;

use super::metrics::figure::rounded;
use super::promises::{Promise, promises};
use super::whole::Whole;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::money::Quantity;
use crate::domain::period::Period;
use crate::rules::service::length;
use crate::rules::workflow::definition::ServiceClock;

/// Promises of one priority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Name of the priority.
    pub priority: String,
    /// As people read it.
    pub title: String,
    /// What was promised: `respond` or `resolve`.
    pub what: String,
    /// Kept or fallen due in the period.
    pub due: usize,
    /// Kept.
    pub met: usize,
    /// Broken.
    pub breached: usize,
    /// Kept of due, in per cent; absent when none was due.
    pub share: Option<Quantity>,
    /// Open at the end.
    pub running: usize,
    /// Of these, those that stand still because the office waits for the client.
    pub paused: usize,
    /// How late broken ones were on average, in seconds; in hours of the office where the promise is in such.
    pub late_mean_seconds: Option<i64>,
    /// The latest, in seconds.
    pub late_most_seconds: Option<i64>,
    /// The same two in words.
    #[serde(skip)]
    pub late: Option<(String, String)>,
}

/// A promise that was broken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Breach<'a> {
    /// The ticket.
    pub job: &'a Id,
    /// Name of its client.
    pub client: &'a str,
    /// What it is about.
    pub title: &'a str,
    /// Its priority.
    pub priority: String,
    /// What was promised.
    pub what: String,
    /// When it was due.
    pub due: Moment,
    /// When it was done; absent while it is open, and where it was given up.
    pub met: Option<Moment>,
    /// By how much it was late, in seconds.
    pub late_seconds: i64,
    /// The same in words.
    pub late: String,
}

/// Promises and what became of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ServiceLevels<'a> {
    /// The days that it is about.
    pub period: Period,
    /// Up to when facts count.
    pub until: Moment,
    /// By priority in the order of the office, and by what was promised.
    pub rows: Vec<Row>,
    /// Each that was broken in the period, in the order of time.
    pub breaches: Vec<Breach<'a>>,
}

/// The name of a promise in files and columns.
fn word(what: ServiceClock) -> &'static str {
    match what {
        ServiceClock::Respond => "respond",
        ServiceClock::Resolve => "resolve",
    }
}

/// What became of the promises of the period.
pub fn service_levels<'a>(whole: &'a Whole<'a>, period: Period) -> ServiceLevels<'a> {
    let zone = whole.rules.office.zone();
    let until = period.until(whole.now, zone);
    let all = promises(whole);
    let rules = &whole.rules.office.service;
    let mut names: Vec<&str> = all.iter().map(|promise| promise.priority.as_str()).collect();
    names.sort_by_key(|name| (rules.severity(name), *name));
    names.dedup();
    let mut rows = Vec::new();
    for name in names {
        for what in [ServiceClock::Respond, ServiceClock::Resolve] {
            let of_row = |promise: &&Promise<'_>| promise.priority == name && promise.clock.what == what;
            let of_row: Vec<&Promise<'_>> = all.iter().filter(of_row).collect();
            let row = row(whole, period, until, name, what, &of_row);
            rows.extend(Some(row).filter(|row| row.due + row.running > 0));
        }
    }
    let broken = all.iter().filter(|promise| is_broken_in(whole, period, promise));
    let mut breaches: Vec<Breach<'_>> = broken.filter_map(|promise| breach(whole, promise)).collect();
    breaches.sort_by_key(|breach| (breach.due, breach.job));
    ServiceLevels { period, until, rows, breaches }
}

fn is_broken_in(whole: &Whole<'_>, period: Period, promise: &Promise<'_>) -> bool {
    let decided = promise.decided(whole.now);
    decided.is_some_and(|(at, is_kept)| !is_kept && period.holds(at, whole.rules.office.zone()))
}

fn late_by(whole: &Whole<'_>, promise: &Promise<'_>) -> Duration {
    whole.facts(promise.job).map_or(Duration::zero(), |facts| promise.late_by(facts, whole.now))
}

fn row(
    whole: &Whole<'_>,
    period: Period,
    until: Moment,
    name: &str,
    what: ServiceClock,
    promises: &[&Promise<'_>],
) -> Row {
    let zone = whole.rules.office.zone();
    let decided = promises.iter().filter_map(|promise| promise.decided(whole.now));
    let decided: Vec<bool> =
        decided.filter(|(at, _)| period.holds(*at, zone)).map(|(_, is_kept)| is_kept).collect();
    let met = decided.iter().filter(|is_kept| **is_kept).count();
    let open = || promises.iter().filter(|promise| promise.is_open_at(until, whole.now));
    let broken: Vec<&&Promise<'_>> =
        promises.iter().filter(|promise| is_broken_in(whole, period, promise)).collect();
    let late: Vec<Duration> = broken.iter().map(|promise| late_by(whole, promise)).collect();
    let most = late.iter().copied().max();
    let count = i64::try_from(late.len()).unwrap_or(i64::MAX);
    let mean = late.iter().map(Duration::num_seconds).sum::<i64>().checked_div(count);
    let span = broken.first().map(|promise| promise.clock.span);
    let told = |seconds: i64| span.map(|span| length(Duration::seconds(seconds), span));
    let share = rust_decimal::Decimal::from(met * 100).checked_div(decided.len().into());
    let rules = &whole.rules.office.service;
    Row {
        priority: name.to_string(),
        title: rules.priority(name).map_or_else(|| name.to_string(), |priority| priority.title.clone()),
        what: word(what).to_string(),
        due: decided.len(),
        met,
        breached: decided.len() - met,
        share: share.map(|share| rounded(share, 1)),
        running: open().count(),
        paused: open().filter(|promise| promise.is_paused()).count(),
        late_mean_seconds: mean,
        late_most_seconds: most.map(|most| most.num_seconds()),
        late: mean.and_then(told).zip(most.and_then(|most| told(most.num_seconds()))),
    }
}

fn breach<'a>(whole: &'a Whole<'a>, promise: &Promise<'a>) -> Option<Breach<'a>> {
    let late = late_by(whole, promise);
    Some(Breach {
        job: &promise.job.id,
        client: whole.client_name(&promise.job.client),
        title: &promise.job.title,
        priority: promise.priority.clone(),
        what: word(promise.clock.what).to_string(),
        due: promise.clock.due()?,
        met: promise.clock.met,
        late_seconds: late.num_seconds(),
        late: length(late, promise.clock.span),
    })
}
