//! What tickets were owed and what became of it, by priority (S08, S12).

use chrono::Duration;
use serde::Serialize;

use super::metrics::figure::rounded;
use super::owed::{Owed, owed};
use super::whole::Whole;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::money::Quantity;
use crate::domain::period::Period;
use crate::rules::service::length;
use crate::rules::workflow::definition::ServiceClock;

/// What tickets of one priority were owed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Name of the priority.
    pub priority: String,
    /// As people read it.
    pub title: String,
    /// What was owed: `respond` or `resolve`.
    pub what: String,
    /// Given in time or fallen due in the period.
    pub due: usize,
    /// In time.
    pub met: usize,
    /// Late, or not given yet.
    pub breached: usize,
    /// In time of due, in per cent; absent when none was due.
    pub share: Option<Quantity>,
    /// Open at the end.
    pub running: usize,
    /// Of these, those that stand still because the office waits for the client.
    pub paused: usize,
    /// How late broken ones were on average, in seconds; in hours of the office where it is owed in such.
    pub late_mean_seconds: Option<i64>,
    /// The latest, in seconds.
    pub late_most_seconds: Option<i64>,
    /// The same two in words.
    #[serde(skip)]
    pub late: Option<(String, String)>,
}

/// An answer or solution that was late.
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
    /// What was owed.
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

/// What tickets were owed, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ServiceLevels<'a> {
    /// The days that it is about.
    pub period: Period,
    /// Up to when facts count.
    pub until: Moment,
    /// By priority in the order of the office, and by what was owed.
    pub rows: Vec<Row>,
    /// Each that fell due in the period without being given, in the order of time.
    pub breaches: Vec<Breach<'a>>,
}

/// The name of what is owed in files and columns.
fn word(what: ServiceClock) -> &'static str {
    match what {
        ServiceClock::Respond => "respond",
        ServiceClock::Resolve => "resolve",
    }
}

/// What became of what was owed in the period.
pub fn service_levels<'a>(whole: &'a Whole<'a>, period: Period) -> ServiceLevels<'a> {
    let zone = whole.rules.office.zone();
    let until = period.until(whole.now, zone);
    let all = owed(whole);
    let rules = &whole.rules.office.service;
    let mut names: Vec<&str> = all.iter().map(|owed| owed.priority.as_str()).collect();
    names.sort_by_key(|name| (rules.severity(name), *name));
    names.dedup();
    let mut rows = Vec::new();
    for name in names {
        for what in [ServiceClock::Respond, ServiceClock::Resolve] {
            let of_row = |owed: &&Owed<'_>| owed.priority == name && owed.clock.what == what;
            let of_row: Vec<&Owed<'_>> = all.iter().filter(of_row).collect();
            let row = row(whole, period, until, name, what, &of_row);
            rows.extend(Some(row).filter(|row| row.due + row.running > 0));
        }
    }
    let broken = all.iter().filter(|owed| is_broken_in(whole, period, owed));
    let mut breaches: Vec<Breach<'_>> = broken.filter_map(|owed| breach(whole, owed)).collect();
    breaches.sort_by_key(|breach| (breach.due, breach.job));
    ServiceLevels { period, until, rows, breaches }
}

fn is_broken_in(whole: &Whole<'_>, period: Period, owed: &Owed<'_>) -> bool {
    let decided = owed.decided(whole.now);
    decided.is_some_and(|(at, is_kept)| !is_kept && period.holds(at, whole.rules.office.zone()))
}

fn late_by(whole: &Whole<'_>, owed: &Owed<'_>) -> Duration {
    whole.facts(owed.job).map_or(Duration::zero(), |facts| owed.late_by(facts, whole.now))
}

fn row(
    whole: &Whole<'_>,
    period: Period,
    until: Moment,
    name: &str,
    what: ServiceClock,
    owed: &[&Owed<'_>],
) -> Row {
    let zone = whole.rules.office.zone();
    let decided = owed.iter().filter_map(|owed| owed.decided(whole.now));
    let decided: Vec<bool> =
        decided.filter(|(at, _)| period.holds(*at, zone)).map(|(_, is_kept)| is_kept).collect();
    let met = decided.iter().filter(|is_kept| **is_kept).count();
    let open = || owed.iter().filter(|owed| owed.is_open_at(until, whole.now));
    let broken: Vec<&&Owed<'_>> = owed.iter().filter(|owed| is_broken_in(whole, period, owed)).collect();
    let late: Vec<Duration> = broken.iter().map(|owed| late_by(whole, owed)).collect();
    let most = late.iter().copied().max();
    let count = i64::try_from(late.len()).unwrap_or(i64::MAX);
    let mean = late.iter().map(Duration::num_seconds).sum::<i64>().checked_div(count);
    let span = broken.first().map(|owed| owed.clock.span);
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
        paused: open().filter(|owed| owed.is_paused()).count(),
        late_mean_seconds: mean,
        late_most_seconds: most.map(|most| most.num_seconds()),
        late: mean.and_then(told).zip(most.and_then(|most| told(most.num_seconds()))),
    }
}

fn breach<'a>(whole: &'a Whole<'a>, owed: &Owed<'a>) -> Option<Breach<'a>> {
    let late = late_by(whole, owed);
    Some(Breach {
        job: &owed.job.id,
        client: whole.client_name(&owed.job.client),
        title: &owed.job.title,
        priority: owed.priority.clone(),
        what: word(owed.clock.what).to_string(),
        due: owed.clock.due()?,
        met: owed.clock.met,
        late_seconds: late.num_seconds(),
        late: length(late, owed.clock.span),
    })
}
