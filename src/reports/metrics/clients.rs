//! What clients think, and whether they stay.

use super::Figure;
use crate::domain::client::{Client, Status};
use crate::domain::feedback::FeedbackKind;
use crate::domain::log::What;
use crate::domain::metric::Measure;
use crate::domain::moment::Moment;
use crate::domain::period::Period;
use crate::reports::whole::Whole;

/// The figures about clients.
pub fn figures(whole: &Whole<'_>, period: Period) -> Vec<Figure> {
    vec![nps(whole, period), csat(whole, period), retention(whole, period)]
}

fn scores(whole: &Whole<'_>, period: Period, kind: FeedbackKind) -> Vec<u8> {
    let zone = whole.rules.office.zone();
    let of_jobs = whole.jobs.iter().flat_map(|job| &job.feedback);
    let of_clients = whole.clients.iter().flat_map(|client| &client.feedback);
    let said = of_jobs.chain(of_clients).filter(|one| one.kind == kind && period.holds(one.made.at, zone));
    said.filter_map(|one| one.score).collect()
}

fn count(scores: &[u8], of: impl Fn(u8) -> bool) -> i64 {
    i64::try_from(scores.iter().filter(|score| of(**score)).count()).unwrap_or(i64::MAX)
}

fn nps(whole: &Whole<'_>, period: Period) -> Figure {
    let scores = scores(whole, period, FeedbackKind::Nps);
    let (promoters, detractors) = (count(&scores, |score| score >= 9), count(&scores, |score| score <= 6));
    let figure = Figure::share(Measure::Nps, promoters - detractors, scores.len());
    if scores.is_empty() {
        return figure;
    }
    figure.noting(format!("{promoters} of 9 or 10, {detractors} of 6 or less"))
}

fn csat(whole: &Whole<'_>, period: Period) -> Figure {
    let scores = scores(whole, period, FeedbackKind::Csat);
    Figure::share(Measure::Csat, count(&scores, |score| score >= 4), scores.len())
}

fn retention(whole: &Whole<'_>, period: Period) -> Figure {
    let zone = whole.rules.office.zone();
    let (begin, end) = (period.begin(zone), period.until(whole.now, zone));
    let known =
        || whole.clients.iter().filter(|client| client.merged_into.is_none() && client.erased.is_none());
    let active = |client: &&Client, at| status_at(client, at) == Some(Status::Active);
    let at_begin: Vec<&Client> = known().filter(|client| active(client, begin)).collect();
    let stayed = at_begin.iter().filter(|client| active(client, end)).count();
    Figure::share(Measure::Retention, i64::try_from(stayed).unwrap_or(i64::MAX), at_begin.len())
}

/// What a client's status was at the beginning of a moment; absent before there was a file.
pub fn status_at(client: &Client, at: Moment) -> Option<Status> {
    if client.opened.at >= at {
        return None;
    }
    let mut changes: Vec<_> = client
        .log
        .iter()
        .filter_map(|entry| match &entry.what {
            What::Changed(changed) if changed.field == "status" => Some((entry.stamp.at, changed)),
            _ => None,
        })
        .collect();
    changes.sort_by_key(|(at, _)| *at);
    let word = |word: &Option<String>| word.as_deref().and_then(|word| word.parse().ok());
    let first = changes.first().and_then(|(_, changed)| word(&changed.from));
    let before = changes.iter().rev().find(|(when, _)| *when < at).and_then(|(_, changed)| word(&changed.to));
    before.or(first).or(Some(client.status))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::log::{Changed, Entry};
    use crate::domain::moment::Stamp;

    fn at(day: &str) -> Moment {
        format!("{day}T00:00:00+01:00").parse().unwrap()
    }

    fn client(changes: &[(&str, &str, &str)]) -> Client {
        let opened = Stamp::new(at("2026-01-10"), "ana");
        let mut client = Client::new("C-0001".parse().unwrap(), "X", "standard", opened);
        for (day, from, to) in changes {
            let what = What::Changed(Changed {
                field: "status".into(),
                from: Some((*from).into()),
                to: Some((*to).into()),
                because: None,
            });
            client.log.push(Entry { stamp: Stamp::new(at(day), "ana"), what });
            client.status = to.parse().unwrap();
        }
        client
    }

    #[test]
    fn a_status_of_the_past_follows_from_the_log() {
        let client = client(&[("2026-02-01", "lead", "active"), ("2026-03-01", "active", "inactive")]);
        assert_eq!(status_at(&client, at("2026-01-10")), None);
        assert_eq!(status_at(&client, at("2026-01-20")), Some(Status::Lead));
        assert_eq!(status_at(&client, at("2026-02-20")), Some(Status::Active));
        assert_eq!(status_at(&client, at("2026-03-20")), Some(Status::Inactive));
    }

    #[test]
    fn a_status_that_never_changed_is_the_present_one() {
        assert_eq!(status_at(&client(&[]), at("2026-02-01")), Some(Status::Lead));
    }
}
