//! Reports that are made by themselves (S11).
//!
//! What was made is told by the files below `documents/reports/`: one for each report and day. A report shows how
//! things stand when it is made, so of several days that were missed only the last is made, and its letter says how
//! many were missed. A performance report, and one of figures, covers the whole time since it was made last; a
//! performance report stands with its job, and `documents/reports/` has the list of the jobs.

use chrono::{Duration, NaiveDate};

use super::change::Change;
use super::documents::letter_of;
use super::index::Contents;
use super::opening::Book;
use crate::documents::templates::Templates;
use crate::domain::id::Id;
use crate::domain::required::{ReportSubject, ReportTo, ScheduledReport};
use crate::domain::summary::JobSummary;
use crate::exchange::sheets::{self, Desk, Table};
use crate::mail::document_letters::{Carried, report_to_client, report_to_member};
use crate::mail::message::Attachment;
use crate::mail::occasion::Occasion;
use crate::problem::{Outcome, Problem};
use crate::reports;
use crate::reports::register::Register;

/// Where they are kept.
const FOLDER: &str = "documents/reports";

/// How a scheduled report stands.
#[derive(Debug, Clone)]
pub struct Standing<'a> {
    /// The report.
    pub report: &'a ScheduledReport,
    /// The last day that has come and was not made.
    pub due: Option<NaiveDate>,
    /// How many days before that one were missed.
    pub missed: usize,
    /// The last day for which it was made.
    pub made: Option<NaiveDate>,
    /// The next day to come.
    pub next: Option<NaiveDate>,
}

/// A report that was made.
#[derive(Debug, Clone)]
pub struct Made {
    /// Its name.
    pub name: String,
    /// The day it is of.
    pub day: NaiveDate,
    /// Where it is kept.
    pub file: String,
    /// The letter that carries it.
    pub letter: Option<String>,
    /// How many earlier days were missed.
    pub missed: usize,
}

impl Book {
    /// How each scheduled report stands today.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn scheduled(&self, today: NaiveDate) -> Outcome<Vec<Standing<'_>>> {
        let files = self.files_in(FOLDER)?;
        Ok(self.office().reports.iter().map(|report| standing(report, &files, today)).collect())
    }

    /// The scheduled report of that name.
    ///
    /// # Errors
    /// `report-none`.
    pub fn scheduled_report(&self, name: &str) -> Outcome<&ScheduledReport> {
        let reports = &self.office().reports;
        let names: Vec<&str> = reports.iter().map(|report| report.name.as_str()).collect();
        reports.iter().find(|report| report.name == name).ok_or_else(|| {
            Problem::refused("report-none", format!("jobbook.toml has no report \"{name}\""))
                .because(format!("its reports are: {}", names.join(", ")))
                .did_you_mean(name, names.iter().copied())
                .remedy("jobbook report list")
                .into()
        })
    }

    fn sheet_of(&self, subject: ReportSubject, contents: &Contents, today: NaiveDate) -> Option<Table> {
        let is_open = |job: &JobSummary| !self.rules().is_final(&job.workflow, &job.stage);
        let entries = || contents.jobs.iter().filter(|entry| is_open(&entry.summary));
        let all = || contents.jobs.iter().map(|entry| &entry.summary);
        let clients = || contents.clients.iter().map(|entry| &entry.summary);
        let register = Register::new(clients());
        let desk = Desk { zone: self.office().zone(), currency: self.office().prices.currency.clone() };
        Some(match subject {
            ReportSubject::Tracking => {
                let rows = entries().map(|entry| (&entry.summary, &entry.dues[..]));
                sheets::tracking(&reports::tracking::tracking(rows, &register), &desk)
            }
            ReportSubject::Logistics => {
                let jobs = entries().map(|entry| &entry.summary);
                sheets::logistics(&reports::logistics::logistics(jobs, &register), &desk)
            }
            ReportSubject::Invoices => {
                let mut rows = reports::invoices::invoices(all(), clients());
                rows.retain(|row| !row.open.is_zero());
                sheets::invoices(&rows, &desk)
            }
            ReportSubject::Aging => sheets::aging(&reports::aging::aging(all(), clients(), today), &desk),
            ReportSubject::Clients => sheets::clients(&reports::clients::clients(clients(), all()), &desk),
            ReportSubject::Due
            | ReportSubject::Performance
            | ReportSubject::Metrics
            | ReportSubject::Pipeline
            | ReportSubject::Sla
            | ReportSubject::Team => return None,
        })
    }
}

fn standing<'a>(report: &'a ScheduledReport, files: &[String], today: NaiveDate) -> Standing<'a> {
    let made = files.iter().filter_map(|file| day_of(report, file)).max();
    let last = match made {
        Some(made) => report.every.last(report.start, made, today),
        // Before the first one was made nothing was missed.
        None => report.every.between(report.start, report.start, today).last().map(|day| (day, 1)),
    };
    let next = report.every.from(report.start).find(|day| *day > today);
    Standing {
        report,
        due: last.map(|(day, _)| day),
        missed: last.map_or(0, |(_, count)| count.saturating_sub(1)),
        made,
        next,
    }
}

/// The days that a report of a stretch of time covers: since it was made last, or since the day before it in its
/// rhythm.
fn covered(standing: &Standing<'_>, day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let report = standing.report;
    let to = day - Duration::days(1);
    let before = || report.every.between(report.start, report.start, to).last();
    let from = standing.made.filter(|made| *made < day).or_else(before).unwrap_or(report.start);
    (from, to)
}

/// The day in the name of a file of that report.
fn day_of(report: &ScheduledReport, file: &str) -> Option<NaiveDate> {
    let rest = file.strip_prefix(report.name.as_str())?.strip_prefix('-')?;
    rest.get(..10)?.parse().ok().filter(|_| rest.get(10..11) == Some("."))
}

impl Change<'_> {
    /// Makes a report of one day: a file, and the letter that carries it. What stops a letter is told, and the file
    /// is there all the same.
    ///
    /// # Errors
    /// What is wrong with templates; what the disk refused.
    pub fn make_report(
        &mut self,
        standing: &Standing<'_>,
        day: NaiveDate,
        problems: &mut Vec<Problem>,
    ) -> Outcome<Vec<Made>> {
        let (report, missed) = (standing.report, standing.missed);
        let book = self.book();
        let templates = book.templates()?;
        if report.what == ReportSubject::Performance {
            return self.make_performance(standing, day, &templates, problems);
        }
        let contents = book.contents_until(book.in_days(400))?;
        problems.extend(contents.damaged.iter().cloned());
        let today = book.now().date(book.office().zone());
        let figures = book.figures_sheet(report.what, covered(standing, day), problems)?;
        let csv = match figures.or_else(|| book.sheet_of(report.what, &contents, today)) {
            Some(table) => table.csv(),
            None => {
                let zone = book.office().zone();
                let desk = Desk { zone, currency: book.office().prices.currency.clone() };
                let clients = Register::new(contents.clients.iter().map(|entry| &entry.summary));
                let (_, dues) = book.obligations(book.end_of_today())?;
                let owners = |due: &crate::rules::due::Due| {
                    book.person_for(due).map_or_else(|| due.owner.clone(), |member| member.name.clone())
                };
                sheets::due(dues.iter().map(|due| (due, owners(due))), &clients, &desk).csv()
            }
        };
        let name = format!("{}-{day}.csv", report.name);
        let attachment = Attachment { name: name.clone(), mime: "text/csv".to_string(), bytes: csv.clone() };
        let file = format!("{FOLDER}/{name}");
        self.write(file.clone(), csv);
        let mut letter = None;
        if let ReportTo::Role(role) = &report.to {
            let member = book.office().person_for(role, day);
            let carried = Carried { title: &report.title, day, missed, attachments: vec![attachment] };
            let key = format!("report/{}/{day}", report.name);
            letter = match member {
                Some(member) => {
                    let stamp = self.stamp().clone();
                    let occasion = Occasion {
                        key: &key,
                        at: stamp.at,
                        by: &stamp.by,
                        office: book.office(),
                        templates: &templates,
                    };
                    match report_to_member(&occasion, member, carried) {
                        Ok(message) => Some(self.mail(&message)?),
                        Err(found) => {
                            problems.extend(found.into_vec().into_iter().map(Problem::warning));
                            None
                        }
                    }
                }
                None => {
                    problems.push(
                        Problem::refused("role-empty", format!("nobody has the role \"{role}\""))
                            .warning()
                            .because(format!("report \"{}\" was made, and is mailed to nobody", report.name))
                            .remedy("give the role to somebody in team.toml"),
                    );
                    None
                }
            };
        }
        self.say(format!("Report {} of {day}", report.name));
        Ok(vec![Made { name: report.name.clone(), day, file, letter, missed }])
    }

    fn make_performance(
        &mut self,
        standing: &Standing<'_>,
        day: NaiveDate,
        templates: &Templates,
        problems: &mut Vec<Problem>,
    ) -> Outcome<Vec<Made>> {
        let (report, missed) = (standing.report, standing.missed);
        let book = self.book();
        let (from, to) = covered(standing, day);
        let contents = book.contents()?;
        let ids: Vec<Id> = contents
            .jobs
            .iter()
            .map(|entry| &entry.summary)
            .filter(|job| Some(&job.workflow) == report.workflow.as_ref())
            .filter(|job| !book.rules().is_final(&job.workflow, &job.stage))
            // There is nothing to tell of a time in which there was no such job.
            .filter(|job| job.opened.date(book.office().zone()) <= to)
            .map(|job| job.id.clone())
            .collect();
        let mut made = Vec::new();
        for id in ids {
            let job = match self.job(&id) {
                Ok(job) => job,
                Err(found) => {
                    problems.extend(found.into_vec());
                    continue;
                }
            };
            let client = self.client(&job.client)?;
            let text = book.report_text(&job, &client, (from, to), day, templates)?;
            let letter = letter_of(&text, "report", &client, Some(&job), book.office(), day);
            let printed = book.print_letter(&letter, book.kept_format(), templates)?;
            let name = format!("{}-{day}{}", report.name, printed.format.ending());
            let file = format!("documents/{id}/{name}");
            let attachments = book.attached(name, &printed);
            self.write(file.clone(), printed.bytes);
            let carried = Carried { title: &report.title, day, missed: 0, attachments };
            let key = format!("report/{}/{day}/{id}", report.name);
            let stamp = self.stamp().clone();
            let occasion =
                Occasion { key: &key, at: stamp.at, by: &stamp.by, office: book.office(), templates };
            let message = match &report.to {
                ReportTo::File => None,
                ReportTo::Client => Some(report_to_client(&occasion, &client, &job, carried)),
                ReportTo::Role(role) => {
                    let owner = job.team.get(role).unwrap_or(role);
                    book.office()
                        .person_for(owner, day)
                        .map(|member| report_to_member(&occasion, member, carried))
                }
            };
            let letter = match message {
                Some(Ok(message)) => Some(self.mail(&message)?),
                Some(Err(found)) => {
                    problems.extend(found.into_vec().into_iter().map(Problem::warning));
                    None
                }
                None => None,
            };
            made.push(Made { name: report.name.clone(), day, file, letter, missed });
        }
        // Also when there was no job to report on: the day is done.
        let file = format!("{FOLDER}/{}-{day}.txt", report.name);
        let mut list = format!("{}, {from} to {to}\n", report.title);
        for one in &made {
            list = format!("{list}{}\n", one.file);
        }
        self.write(file.clone(), list);
        if made.is_empty() {
            made.push(Made { name: report.name.clone(), day, file, letter: None, missed });
        }
        self.say(format!("Report {} of {day}", report.name));
        Ok(made)
    }
}
