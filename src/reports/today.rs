//! The present day besides what is due: who goes where, and what was done.

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::summary::{ClientSummary, JobSummary, VisitSummary};

/// A visit of the day.
#[derive(Debug, Clone, Copy)]
pub struct DayVisit<'a> {
    /// Its job.
    pub job: &'a JobSummary,
    /// The visit.
    pub visit: &'a VisitSummary,
}

/// Something that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// When, if the hour is known.
    pub at: Option<Moment>,
    /// The job, unless it belongs to a client alone.
    pub job: Option<Id>,
    /// Whose.
    pub client: Id,
    /// What, in words.
    pub what: String,
}

/// The visits of a day, by who goes and when; those that nobody has come first.
pub fn visits<'a>(jobs: impl IntoIterator<Item = &'a JobSummary>, day: NaiveDate) -> Vec<DayVisit<'a>> {
    let all = jobs.into_iter().flat_map(|job| job.visits.iter().map(move |visit| DayVisit { job, visit }));
    let mut visits: Vec<DayVisit<'a>> =
        all.filter(|one| one.visit.day() == Some(day) && !one.visit.is_cancelled()).collect();
    visits.sort_by_key(|one| (one.visit.technician.clone(), one.visit.planned.map(|window| window.from)));
    visits
}

/// What was done on a day, in the order of the hours.
pub fn done<'a>(
    jobs: impl IntoIterator<Item = &'a JobSummary>,
    clients: impl IntoIterator<Item = &'a ClientSummary>,
    day: NaiveDate,
    zone: Tz,
) -> Vec<Done> {
    let is_of_day = |at: &Moment| at.date(zone) == day;
    let mut done = Vec::new();
    for job in jobs {
        let mut add = |at: Option<Moment>, what: String| {
            done.push(Done { at, job: Some(job.id.clone()), client: job.client.clone(), what });
        };
        if is_of_day(&job.opened) {
            add(Some(job.opened), format!("job opened: {}", job.title));
        }
        for quote in &job.quotes {
            if let Some(sent) = quote.sent.filter(is_of_day) {
                add(Some(sent), format!("quote {} sent", quote.version));
            }
            if let Some(answered) = quote.answered.filter(is_of_day) {
                add(Some(answered), format!("quote {} {}", quote.version, quote.state));
            }
        }
        for visit in &job.visits {
            if let Some(ended) = visit.ended.filter(is_of_day) {
                add(Some(ended), format!("visit {} {}", visit.n, visit.state));
            }
        }
        for invoice in &job.invoices {
            if let (Some(sent), Some(number)) = (invoice.sent.filter(is_of_day), &invoice.number) {
                add(Some(sent), format!("invoice {number} sent"));
            }
        }
        for payment in job.payments.iter().filter(|payment| payment.date == day) {
            add(None, format!("payment of {}", payment.amount));
        }
    }
    for client in clients {
        for invoice in &client.invoices {
            if let (Some(sent), Some(number)) = (invoice.sent.filter(is_of_day), &invoice.number) {
                let what = format!("invoice {number} sent");
                done.push(Done { at: Some(sent), job: None, client: client.id.clone(), what });
            }
        }
    }
    done.sort_by_key(|one| (one.at.is_none(), one.at));
    done
}
