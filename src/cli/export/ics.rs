//! `export ics`: visits for calendars (G02).

use clap::Args;

use crate::book::Book;
use crate::cli::output::Output;
use crate::cli::session::Session;
use crate::domain::id::Id;
use crate::domain::summary::{JobSummary, VisitSummary};
use crate::exchange::calendar::calendar;
use crate::problem::{Outcome, Problems};
use crate::reports::appointments::{Appointment, appointments};

/// How far back visits are still told, in days.
const BACK: i64 = 60;

/// `jobbook export ics`
#[derive(Debug, Args)]
#[command(after_help = "\
Each visit is an appointment that keeps its identity: a calendar that takes the file in again moves what it has. An \
alarm rings as long before as jobbook.toml says under [visits]. Visits that ended more than 60 days ago are left out, \
unless --all.

Examples:
  jobbook export ics -o visits.ics
  jobbook export ics --tech ben -o ben.ics
  jobbook export ics 17 -o job.ics")]
pub struct Ics {
    /// Only this job
    job: Option<String>,
    /// Only visits of this person
    #[arg(long, value_name = "NAME")]
    tech: Option<String>,
    /// Also those that are long past
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    output: Output,
}

impl Ics {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let job = self.job.as_deref().map(|typed| session.job(&book, typed)).transpose()?;
        let tech = self.tech.as_deref().map(|typed| book.technician(typed));
        let since = session.now(&book).plus(-chrono::Duration::days(BACK));
        let contents = book.contents()?;
        let is_wanted = |visit: &VisitSummary| {
            visit.planned.is_some_and(|window| {
                (self.all || window.to.moment(book.office().zone()) >= since)
                    && tech.as_ref().is_none_or(|tech| visit.technician.as_ref() == Some(tech))
            })
        };
        let jobs = contents.jobs.iter().map(|entry| &entry.summary);
        let jobs = jobs.filter(|one| job.as_ref().is_none_or(|job| *job == one.id));
        let mut damaged = contents.damaged.clone();
        let mut found: Vec<Appointment> = Vec::new();
        for summary in jobs.filter(|job| job.visits.iter().any(is_wanted)) {
            match of_job(&book, &summary.id) {
                Ok(all) => found.extend(all.into_iter().filter(|one| is_chosen(summary, one, is_wanted))),
                Err(problems) => damaged.extend(problems.into_vec()),
            }
        }
        found.sort_by(|one, other| {
            (one.from, &one.job, &one.visit).cmp(&(other.from, &other.job, &other.visit))
        });
        let office = book.office();
        let house = office.email.as_deref().and_then(|email| email.rsplit('@').next()).unwrap_or("jobbook");
        let title = match (&job, &tech) {
            (Some(job), _) => format!("{} {job}", office.name),
            (None, Some(tech)) => format!("{} {tech}", office.name),
            (None, None) => office.name.clone(),
        };
        self.output.give(session, calendar(&title, house, &found))?;
        Problems::check(damaged)
    }
}

fn of_job(book: &Book, id: &Id) -> Outcome<Vec<Appointment>> {
    let job = book.job(id)?;
    let client = book.client(&job.client)?;
    Ok(appointments(book.rules().facts(&job, &client)?))
}

fn is_chosen(job: &JobSummary, one: &Appointment, is_wanted: impl Fn(&VisitSummary) -> bool) -> bool {
    job.visits.iter().any(|visit| visit.n == one.visit && is_wanted(visit))
}
