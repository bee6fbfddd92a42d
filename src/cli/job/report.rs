//! `jobbook job report`: what was done in a period (S06).

use chrono::{Datelike, Duration, NaiveDate};
use clap::{Args, ValueEnum};
use serde_json::json;

use crate::book::documents::letter_of;
use crate::cli::output::Printing;
use crate::cli::session::Session;
use crate::domain::moves::filing::Paperwork;
use crate::problem::{Outcome, Problem};

/// `jobbook job report`
#[derive(Debug, Args)]
#[command(after_help = "\
Visits, tasks done, left out and open, what was handed over, and the client's other jobs that came and went. Without
a period it is the last month.

Examples:
  jobbook job report 17 --last week
  jobbook job report 17 --from 2026-01-01 --to 2026-03-31 -o review.pdf
  jobbook job report 17 --last quarter --keep")]
pub struct Report {
    /// The job
    job: String,
    /// First day
    #[arg(long, value_name = "DAY", conflicts_with = "last")]
    from: Option<String>,
    /// Last day; today when left out
    #[arg(long, value_name = "DAY", conflicts_with = "last")]
    to: Option<String>,
    /// The last whole week, month or quarter
    #[arg(long, value_name = "PERIOD")]
    last: Option<Period>,
    /// Keep it in documents/, and note it on the job as a document of kind report
    #[arg(long)]
    keep: bool,
    #[command(flatten)]
    printing: Printing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Period {
    Week,
    Month,
    Quarter,
}

impl Report {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let job = book.job(&id)?;
        let client = book.client(&job.client)?;
        let today = session.today(&book);
        let (from, to) = match (&self.from, &self.to) {
            (Some(from), to) => {
                let to = to.as_deref().map_or(Ok(today), |typed| session.day(&book, typed))?;
                (session.day(&book, from)?, to)
            }
            (None, Some(_)) => {
                return Err(Problem::usage("report-from", "the first day is missing")
                    .remedy("add --from DAY")
                    .into());
            }
            (None, None) => before(today, self.last.unwrap_or(Period::Month)),
        };
        if to < from {
            return Err(Problem::usage("report-backwards", format!("{to} is before {from}")).into());
        }
        if session.terminal.is_json() && !self.keep {
            let report = book.performance(&job, &client, from, to)?;
            session.terminal.json(&json!({
                "job": job.id, "from": report.from, "to": report.to, "visits": report.visits, "done": report.done,
                "skipped": report.skipped, "open": report.open, "delivered": report.delivered,
                "opened": report.opened, "closed": report.closed, "contacts": report.contacts,
                "done_share": report.done_share(),
            }));
            return Ok(());
        }
        let templates = book.templates()?;
        let text = book.report_text(&job, &client, (from, to), today, &templates)?;
        let letter = letter_of(&text, "report", &client, Some(&job), book.office(), today);
        if !self.keep {
            let printed = book.print_letter(&letter, self.printing.format(), &templates)?;
            return self.printing.give(session, &printed);
        }
        let printed = book.print_letter(&letter, book.kept_format(), &templates)?;
        session.work(&book, &id, |work| {
            let seat = work.seat()?;
            let reference = format!("documents/{id}/report-{from}-{to}{}", printed.format.ending());
            let known = work.job.documents.iter().any(|document| document.reference == reference);
            work.change.write(reference.clone(), printed.bytes.clone());
            work.tell(format!("kept as {reference}"));
            if known {
                work.done(format!("report {from} to {to} made again"));
                return Ok(());
            }
            let paperwork = Paperwork {
                kind: "report".to_string(),
                reference,
                title: Some(format!("{from} to {to}")),
                expires: None,
                draft: false,
            };
            let (n, event) = work.job.add_document(work.change.stamp(), paperwork, &seat);
            work.done(format!("document {n} added: report {from} to {to}"));
            work.happened(event)
        })
    }
}

/// The last whole period before today.
fn before(today: NaiveDate, period: Period) -> (NaiveDate, NaiveDate) {
    let first = |year: i32, month: u32| NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(today);
    let begin = match period {
        Period::Week => today - Duration::days(i64::from(today.weekday().num_days_from_monday())),
        Period::Month => first(today.year(), today.month()),
        Period::Quarter => first(today.year(), (today.month0() / 3) * 3 + 1),
    };
    let end = begin - Duration::days(1);
    let from = match period {
        Period::Week => begin - Duration::days(7),
        Period::Month => first(end.year(), end.month()),
        Period::Quarter => first(end.year(), (end.month0() / 3) * 3 + 1),
    };
    (from, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_the_last_whole_one() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let of = |today: &str, period| before(day(today), period);
        assert_eq!(of("2026-03-18", Period::Week), (day("2026-03-09"), day("2026-03-15")));
        assert_eq!(of("2026-03-01", Period::Month), (day("2026-02-01"), day("2026-02-28")));
        assert_eq!(of("2026-01-05", Period::Quarter), (day("2025-10-01"), day("2025-12-31")));
    }
}
