//! How tickets are answered and solved.

use rust_decimal::Decimal;

use super::Figure;
use super::figure::hours;
use crate::domain::metric::Measure;
use crate::domain::period::Period;
use crate::reports::owed::{Owed, owed, solved};
use crate::reports::whole::Whole;
use crate::rules::workflow::definition::ServiceClock;

/// The figures about tickets.
pub fn figures(whole: &Whole<'_>, period: Period) -> Vec<Figure> {
    let owed = owed(whole);
    vec![
        in_time(whole, period, &owed, ServiceClock::Respond, Measure::Response),
        response_time(whole, period),
        in_time(whole, period, &owed, ServiceClock::Resolve, Measure::Resolution),
        resolution_time(whole, period),
        at_once(whole, period),
        flagged(whole, period),
    ]
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn in_time(
    whole: &Whole<'_>,
    period: Period,
    owed: &[Owed<'_>],
    what: ServiceClock,
    measure: Measure,
) -> Figure {
    let zone = whole.rules.office.zone();
    let decided = owed.iter().filter(|owed| owed.clock.what == what);
    let decided = decided.filter_map(|owed| owed.decided(whole.now));
    let kept: Vec<bool> =
        decided.filter(|(at, _)| period.holds(*at, zone)).map(|(_, is_kept)| is_kept).collect();
    Figure::share(measure, number(kept.iter().filter(|is_kept| **is_kept).count()), kept.len())
}

fn response_time(whole: &Whole<'_>, period: Period) -> Figure {
    let zone = whole.rules.office.zone();
    let answered = whole.jobs.iter().filter_map(|job| {
        let first = job.ticket.as_ref()?.first_answer()?;
        period.holds(first, zone).then(|| hours(first.since(job.opened.at)))
    });
    mean(Measure::ResponseTime, answered.collect())
}

fn resolution_time(whole: &Whole<'_>, period: Period) -> Figure {
    let zone = whole.rules.office.zone();
    let solutions = whole.jobs.iter().flat_map(solved).filter(|one| period.holds(one.made.at, zone));
    mean(Measure::ResolutionTime, solutions.map(|one| hours(one.made.at.since(one.since))).collect())
}

fn mean(measure: Measure, lengths: Vec<Decimal>) -> Figure {
    Figure::mean(measure, lengths.iter().copied().sum::<Decimal>().round_dp(2).normalize(), lengths.len(), 1)
}

fn at_once(whole: &Whole<'_>, period: Period) -> Figure {
    let zone = whole.rules.office.zone();
    let solutions = whole.jobs.iter().flat_map(solved).filter(|one| period.holds(one.made.at, zone));
    let solutions: Vec<bool> = solutions.map(|one| one.at_once).collect();
    Figure::share(Measure::FirstTime, number(solutions.iter().filter(|one| **one).count()), solutions.len())
}

fn flagged(whole: &Whole<'_>, period: Period) -> Figure {
    let (zone, rules) = (whole.rules.office.zone(), &whole.rules.office.service);
    let tickets = whole.jobs.iter().filter(|job| period.holds(job.opened.at, zone));
    let tickets: Vec<_> = tickets.filter_map(|job| job.ticket.as_ref()).collect();
    let is_flagged = |name: &str| rules.category(name).is_some_and(|category| category.note_on_client);
    let flagged = tickets.iter().filter(|ticket| ticket.category.as_deref().is_some_and(is_flagged)).count();
    if tickets.is_empty() {
        return Figure::nothing(Measure::Flagged);
    }
    Figure::sum(Measure::Flagged, Decimal::from(flagged), tickets.len())
        .noting(format!("of {} tickets that came in", tickets.len()))
}
