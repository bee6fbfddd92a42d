//! What technicians report from a site: issues and quote requests become jobs, visits end, remarks are kept
//! (T08, T13).

use std::collections::BTreeSet;

use super::change::Change;
use super::layout;
use super::opening::Book;
use super::work::{Report, Work};
use crate::domain::event::Event;
use crate::domain::id::{Id, Number};
use crate::domain::job::Job;
use crate::domain::log::What;
use crate::domain::moment::Stamp;
use crate::domain::money::Quantity;
use crate::domain::visit::{Cause, Used};
use crate::exchange::field::FieldKind;
use crate::problem::{Outcome, Problem};

/// A title is cut after so many letters; the whole text is kept as the request.
const LONGEST_TITLE: usize = 80;

/// Something found on a site.
#[derive(Debug, Clone, Default)]
pub struct FieldIssue {
    /// What is wrong, or what is to be quoted.
    pub text: String,
    /// The visit on which it was found.
    pub visit: Option<Number>,
    /// The queue it goes to; that of the workflow's first stage when absent.
    pub queue: Option<String>,
    /// A quote is asked for: it goes to the office's queue of quote requests.
    pub is_quote: bool,
    /// Workflow of the new job, when it is not the office's usual one for issues.
    pub workflow: Option<String>,
}

/// A row of a technician's sheet, understood.
#[derive(Debug, Clone)]
pub struct FieldReport {
    /// The job.
    pub job: Id,
    /// What it tells.
    pub kind: FieldKind,
    /// Number of the visit.
    pub visit: Option<Number>,
    /// What was done, seen or asked for.
    pub text: Option<String>,
    /// Hours on site.
    pub hours: Option<Quantity>,
    /// Why the work was not done.
    pub cause: Option<Cause>,
    /// Parts that are needed now.
    pub needs: Vec<(String, Quantity)>,
    /// Queue of the issue.
    pub queue: Option<String>,
    /// When it happened and who reports it.
    pub stamp: Stamp,
}

/// What became of a row.
#[derive(Debug)]
pub enum Taken {
    /// It is recorded now.
    Recorded(Box<Report>),
    /// It was recorded before.
    Known(String),
}

/// The title of a job that is opened for `text`.
pub fn issue_title(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or("").trim();
    if line.chars().count() <= LONGEST_TITLE {
        return line.to_string();
    }
    line.chars().take(LONGEST_TITLE - 1).chain(['…']).collect()
}

impl Book {
    /// The queue of quote requests, as the office named it.
    ///
    /// # Errors
    /// `quote-queue-none`.
    fn quote_queue(&self) -> Outcome<&str> {
        self.office().field.quote_queue.as_deref().ok_or_else(|| {
            Problem::refused("quote-queue-none", "the office has not said where quote requests go")
                .remedy("set quote_queue under [field] in jobbook.toml")
                .into()
        })
    }

    /// The workflow of an issue: the one named, else the office's for issues, else its usual one.
    ///
    /// # Errors
    /// `workflow-unknown`.
    fn issue_workflow(&self, named: Option<&str>) -> Outcome<String> {
        let office = self.office();
        let usual = office.field.issue_workflow.as_ref().unwrap_or(&office.default_workflow);
        Ok(self.rules().workflow_by_name(named.unwrap_or(usual))?.name.clone())
    }
}

impl<'b> Change<'b> {
    /// Opens a job for something found on `origin`, linked to it, in the queue that it belongs to.
    ///
    /// # Errors
    /// `visit-none`; `queue-none`, `queue-by-stage`, `quote-queue-none`; `workflow-unknown`; what the rules refuse.
    pub fn open_issue(&mut self, origin: &Id, issue: &FieldIssue, stamp: &Stamp) -> Outcome<Report> {
        let book = self.book();
        let workflow = book.issue_workflow(issue.workflow.as_deref())?;
        let queue = match (&issue.queue, issue.is_quote) {
            (Some(name), _) => Some(book.rules().queue(name)?),
            (None, true) => Some(book.rules().queue(book.quote_queue()?)?),
            (None, false) => None,
        };
        let tag = queue.map(|queue| {
            queue.tags.first().cloned().ok_or_else(|| {
                Problem::refused(
                    "queue-by-stage",
                    format!("jobs stand in \"{}\" by their stage, not by a tag", queue.title),
                )
                .remedy(format!("give it tags = [\"…\"] in jobbook.toml, under [queue.{}]", queue.name))
            })
        });
        let tag = tag.transpose()?;
        let mut from = self.job(origin)?;
        let client = self.client(&from.client)?;
        let visit = issue.visit.as_ref().map(|n| from.visit_number(Some(n))).transpose()?;
        let new = self.new_job_id()?;
        let title = issue_title(&issue.text);
        let mut job = Job::new(new, client.id.clone(), &title, workflow, stamp.clone());
        job.from = Some(from.id.clone());
        job.site.clone_from(&from.site);
        job.contact.clone_from(&from.contact);
        job.on_site.clone_from(&from.on_site);
        if title != issue.text.trim() {
            job.request = Some(issue.text.trim().to_string());
        }
        if let Some(tag) = &tag {
            job.add_tag(tag);
        }
        let told = format!("{} opened: {title}", job.id);
        // What is sealed stays as it is: the new job says where it comes from.
        let is_sealed = visit.is_none() && self.is_sealed(&layout::job_path(origin));
        match &visit {
            Some(n) => from.note_visit(stamp, n, Some(told), Vec::new())?,
            None => from.note(stamp, What::Note(told)),
        }
        if !is_sealed {
            self.put_job(from);
        }
        let mut work = Work::new(self, job, client);
        if is_sealed {
            work.tell(format!("{origin} is sealed: that this came of it is noted here alone"));
        }
        let on = visit.map_or(String::new(), |n| format!(", visit {n}"));
        work.done(format!("opened from {origin}{on}"));
        work.happened(Event::JobOpened)?;
        let queues: Vec<&str> =
            book.rules().queues_of(&work.job).into_iter().map(|queue| queue.title.as_str()).collect();
        if !queues.is_empty() {
            work.tell(format!("stands in the queue: {}", queues.join(", ")));
        }
        work.finish()
    }

    /// Takes in a row of a technician's sheet. `opened` are the jobs opened from others, by origin and title.
    ///
    /// # Errors
    /// What the move or the rules refuse.
    pub fn take_report(
        &mut self,
        report: &FieldReport,
        opened: &mut BTreeSet<(Id, String)>,
    ) -> Outcome<Taken> {
        let text = report.text.clone().unwrap_or_default();
        match report.kind {
            FieldKind::Issue | FieldKind::Quote => {
                let known = (report.job.clone(), issue_title(&text));
                if opened.contains(&known) {
                    return Ok(Taken::Known("a job was opened for it before".to_string()));
                }
                let issue = FieldIssue {
                    text,
                    visit: report.visit,
                    queue: report.queue.clone(),
                    is_quote: report.kind == FieldKind::Quote,
                    workflow: None,
                };
                let made = self.open_issue(&report.job, &issue, &report.stamp)?;
                opened.insert(known);
                Ok(Taken::Recorded(Box::new(made)))
            }
            FieldKind::Done | FieldKind::Incomplete => {
                let mut work = Work::on(self, &report.job)?;
                match work.known_outcome(report) {
                    Some(n) => Ok(Taken::Known(format!("visit {n} ended so before"))),
                    None => {
                        work.end_visit(report)?;
                        Ok(Taken::Recorded(Box::new(work.finish()?)))
                    }
                }
            }
            FieldKind::Note => {
                let mut work = Work::on(self, &report.job)?;
                let n = work.job.visit_to_note(report.visit.as_ref())?;
                if work.job.visit(&n)?.notes.iter().any(|note| note.text == text) {
                    return Ok(Taken::Known(format!("visit {n} has this remark")));
                }
                work.job.note_visit(&report.stamp, &n, Some(text), Vec::new())?;
                work.done(format!("notes on visit {n}"));
                work.look_again()?;
                Ok(Taken::Recorded(Box::new(work.finish()?)))
            }
        }
    }
}

impl Work<'_, '_> {
    /// The visit that ended just as the report says.
    fn known_outcome(&self, report: &FieldReport) -> Option<Number> {
        let cause = if report.kind == FieldKind::Incomplete { report.cause } else { None };
        let mut visits = self.job.visits.iter().rev().filter(|visit| {
            report.visit.as_ref().is_none_or(|n| *n == visit.n)
                && visit.outcome.as_ref().is_some_and(|outcome| {
                    outcome.incomplete == cause
                        && outcome.note == report.text
                        && outcome.hours == report.hours
                })
        });
        visits.next().map(|visit| visit.n)
    }

    /// The visit ended as a technician reports; one that nobody said had started, starts with it.
    fn end_visit(&mut self, report: &FieldReport) -> Outcome<()> {
        let n = self.job.visit_number(report.visit.as_ref())?;
        if self.job.visit(&n)?.started.is_none() && self.job.visit(&n)?.is_open() {
            let event = self.job.start_visit(&report.stamp, &n)?;
            self.happened(event)?;
        }
        if report.kind == FieldKind::Done {
            let event = self.job.finish_visit(
                &report.stamp,
                &n,
                None,
                report.hours,
                report.text.clone(),
                Vec::new(),
            )?;
            self.done(format!("visit {n} done"));
            return self.happened(event);
        }
        let Some(cause) = report.cause else {
            let causes: Vec<&str> = Cause::ALL.iter().map(|cause| cause.as_str()).collect();
            return Err(Problem::refused("cause-missing", "it is not said why the work was not done")
                .remedy(format!("write one of {} under cause", causes.join(", ")))
                .into());
        };
        let told = Unfinished {
            cause,
            hours: report.hours,
            note: report.text.clone(),
            used: Vec::new(),
            needs: report.needs.clone(),
        };
        let stamp = report.stamp.clone();
        self.leave_unfinished(&stamp, &n, told, "")
    }

    /// A visit ended without the work being done; what is needed now is noted with it (E14).
    ///
    /// # Errors
    /// `parts-which` when parts are the cause and none is named; as [`Job::finish_visit`]; what the rules refuse.
    pub fn leave_unfinished(
        &mut self,
        stamp: &Stamp,
        n: &Number,
        told: Unfinished,
        in_words: &str,
    ) -> Outcome<()> {
        let Unfinished { cause, hours, note, used, needs } = told;
        let event = self.job.finish_visit(stamp, n, Some(cause), hours, note, used)?;
        self.done(format!("visit {n} incomplete for {cause}{in_words}"));
        let seat = self.seat()?;
        let is_missing = self.job.parts.iter().any(|part| !part.is_complete());
        if cause == Cause::Parts && needs.is_empty() && !is_missing {
            return Err(Problem::refused("parts-which", "it is not said which part is needed")
                .because("the job goes back to parts, and nothing would be waited for there")
                .remedy(format!("jobbook visit incomplete {} --cause parts --need \"TEXT=QTY\"", self.job.id))
                .remedy(format!("jobbook parts return {} PART --needed-again, before", self.job.id))
                .into());
        }
        let mut needed = Vec::new();
        for (text, qty) in needs {
            let (part, event) = self.job.need_part(stamp, text.clone(), None, qty, &seat);
            self.done(format!("part {part} needed: {qty} × {text}"));
            needed.push(event);
        }
        self.happened(event)?;
        needed.into_iter().try_for_each(|event| self.happened(event))?;
        if cause != Cause::Conduct {
            let id = self.job.id.clone();
            self.tell(format!(
                "the return visit is the next one planned: jobbook visit add {id} \"DAY TIME\""
            ));
        }
        Ok(())
    }
}

/// What is told of a visit that ended without the work being done.
#[derive(Debug, Clone)]
pub struct Unfinished {
    /// Why.
    pub cause: Cause,
    /// Hours on site.
    pub hours: Option<Quantity>,
    /// In words.
    pub note: Option<String>,
    /// Parts that were used.
    pub used: Vec<Used>,
    /// Parts that are needed now, and how many.
    pub needs: Vec<(String, Quantity)>,
}
